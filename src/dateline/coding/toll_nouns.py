"""Numbers that belong to a noun of toll: "a death toll of 31", "the number of wounded rose to 107"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.coding.counted import People
from dateline.coding.quantities import Quantity
from dateline.coding.tokens import Sentence
from dateline.model import Harm, Victims
from dateline.ontology.english import English, Opens

REACH = 26
"""How far behind its noun a number may stand: "the toll of Wednesday's bombings in … to 25"."""


class NounToll(NamedTuple):
    """A number that a toll noun counts, as a group of people; tokens `noun` to `noun_last` are the
    noun's phrase.
    """

    harm: Harm
    noun: int
    noun_last: int
    group: People


def find_noun_tolls(
    sentence: Sentence, quantities: Sequence[Quantity], people: Sequence[People], english: English
) -> Iterator[NounToll]:
    """The tolls that a noun tells, left to right; of several numbers ("from 15 to 18") the newest."""
    yield from _multiples(sentence, english)
    nouns = sorted(_nouns(sentence, english))
    for k, (first, last, harm) in enumerate(nouns):
        limit = nouns[k + 1][0] if k + 1 < len(nouns) else len(sentence)
        within = [q for q in quantities if last < q.first < min(limit, last + REACH)]
        number = _newest(sentence, within, english)
        if number is None:
            continue
        counted = next((g for g in people if g.first <= number.core <= g.last), None)
        if counted is not None or _stands_alone(sentence, number.last + 1):
            begin = first if number.first - last <= 2 else number.first
            yield NounToll(harm, first, last, _group(number, begin, counted))


def _multiples(sentence: Sentence, english: English) -> Iterator[NounToll]:
    """ "a triple murder": three dead."""
    words = english.tolls
    for i in sentence.places(Opens.TOLL_NOUN):
        at = i + 1 + (sentence.lower(i + 1) == "-")  # "a triple-murder"
        number, noun = words.multiples.get(sentence.lowers[i]), sentence.token(at)
        if number is None or noun is None or not {noun.lower, noun.lemma} & words.multiplied:
            continue
        if sentence.lower(at + 1) == "of" or sentence.lower(at + 1) in words.charged:
            continue  # "the double murder of a father and his son": they are told themselves
        number += sentence.lowers[at + 1 : at + 3] == ("-", "suicide")  # "a double murder-suicide"
        if words.unreal.isdisjoint(sentence.lowers[max(0, i - 3) : i]):
            yield NounToll(Harm.KILLED, i, at, _group(Quantity(i, i, at, number, number), i, None))


def _newest(sentence: Sentence, quantities: Sequence[Quantity], english: English) -> Quantity | None:
    best = None
    parts = {quantity.last for quantity in quantities}
    for quantity in quantities:
        before = sentence.lower(quantity.first - 1)
        if before == "of" and quantity.first - 2 in parts:
            continue  # "15 of the 50 wounded"
        if before == "from" and quantity.high is not None and quantity.low != quantity.high:
            return quantity._replace(low=quantity.high)  # "rose from 15 to 18"
        if before in english.tolls.leads_to_number and (best is None or before in {"to", "at"}):
            best = quantity
    return best


def _group(number: Quantity, begin: int, counted: People | None) -> People:
    return People(
        first=begin,
        last=counted.last if counted else number.last,
        head=counted.head if counted else None,
        low=number.low,
        high=number.high,
        approximate=number.approximate,
        victims=counted.victims if counted else Victims.UNKNOWN,
        subset=False,
        article=False,
        definite=False,
        more=False,
        bare=False,
    )


def _nouns(sentence: Sentence, english: English) -> Iterator[tuple[int, int, Harm]]:
    taken: set[int] = set()
    for i in sentence.places(Opens.TOLL_NOUN):
        for harm, phrase in english.toll_nouns.get(sentence.lowers[i], ()):
            if i in taken or not sentence.reads(i, phrase):
                continue
            if len(phrase) == 1 and phrase[0] in english.tolls.states and not _is_put(sentence, i):
                continue  # a state by itself: "20 dead"
            taken.update(range(i, i + len(phrase)))
            yield i, i + len(phrase) - 1, harm


def _is_put(sentence: Sentence, state: int) -> bool:
    """ "the number killed at 17 and *the injured at* 30"."""
    return sentence.lower(state - 1) == "the" and sentence.lower(state + 1) in {"at", "to"}


def _stands_alone(sentence: Sentence, after: int) -> bool:
    """Whether no noun follows that the number counts instead ("the toll of two years")."""
    token = sentence.token(after)
    if token is None:
        return True
    return token.pos not in {"NOUN", "ADJ", "PROPN", "NUM"} and token.lower not in {"%", "-"}
