"""Numbers that belong to a noun of toll: "a death toll of 31", "the number of wounded rose to 107"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.people import People, find_people
from dateline.coding.quantities import find_quantities
from dateline.coding.tokens import Sentence
from dateline.model import Harm, Victims
from dateline.ontology.english import English

REACH = 26
"""How far behind its noun a number may stand: "the toll of Wednesday's bombings in … to 25"."""

LEADS_TO_NUMBER = frozenset(
    {
        "of",
        "to",
        "at",
        "is",
        "was",
        "stood",
        "stands",
        "reached",
        "reaching",
        "hit",
        "exceeded",
        "passed",
        "now",
        "topped",
        "than",
    }
)  # noqa: E501 - one list


@dataclass(frozen=True, slots=True)
class NounToll:
    """A number that a toll noun counts, as a group of people; tokens `noun` on are the noun's phrase."""

    harm: Harm
    noun: int
    noun_last: int
    group: People


def find_noun_tolls(sentence: Sentence, english: English) -> Iterator[NounToll]:
    """The tolls that a noun tells, left to right; of several numbers ("from 15 to 18") the newest."""
    nouns = sorted(_nouns(sentence, english))
    quantities = [q for q in find_quantities(sentence, english) if not q.article]
    for k, (first, last, harm) in enumerate(nouns):
        limit = nouns[k + 1][0] if k + 1 < len(nouns) else len(sentence)
        best = None
        for quantity in quantities:
            if not last < quantity.first < min(limit, last + REACH):
                continue
            before = sentence.lowers[quantity.first - 1]
            if before in LEADS_TO_NUMBER and (best is None or before in {"to", "at"}):
                best = quantity
        if best is None:
            continue
        people = next((g for g in find_people(sentence, english) if g.first <= best.core <= g.last), None)
        if people is None and not _stands_alone(sentence, best.last + 1):
            continue
        begin = first if best.first - last <= 2 else best.first
        group = People(
            first=begin,
            last=people.last if people else best.last,
            head=people.head if people else None,
            low=best.low,
            high=best.high,
            approximate=best.approximate,
            victims=people.victims if people else Victims.UNKNOWN,
            subset=False,
            article=False,
            more=False,
            bare=False,
        )
        yield NounToll(harm, first, last, group)


def _nouns(sentence: Sentence, english: English) -> Iterator[tuple[int, int, Harm]]:
    taken: set[int] = set()
    for i in range(len(sentence)):
        for harm, words in english.harms.items():
            for phrase in sorted(words.toll, key=len, reverse=True):
                if i in taken or sentence.lowers[i : i + len(phrase)] != phrase:
                    continue
                if len(phrase) == 1 and phrase[0] in {
                    "dead",
                    "killed",
                    "injured",
                    "wounded",
                    "missing",
                    "displaced",
                }:
                    continue  # a state by itself: "20 dead"
                taken.update(range(i, i + len(phrase)))
                yield i, i + len(phrase) - 1, harm


def _stands_alone(sentence: Sentence, after: int) -> bool:
    """Whether no noun follows that the number counts instead ("the toll of two years")."""
    if after >= len(sentence):
        return True
    token = sentence.tokens[after]
    return token.pos not in {"NOUN", "ADJ", "PROPN", "NUM"} and token.lower not in {"%", "-"}
