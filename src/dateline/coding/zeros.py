"""Statements that nobody was harmed: tolls of zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.harms import HarmWord, SentenceToll
from dateline.coding.person_nouns import person_class
from dateline.coding.tokens import Sentence
from dateline.model import Harm, Victims
from dateline.ontology.english import English, Opens

REACH = 9
"""How far behind "no" what did not happen may stand."""

TOLL_NOUN_DEPS = frozenset({"dobj", "pobj", "conj", "attr", "nsubj", "nsubjpass", "ROOT"})
BEFALLING = frozenset({Harm.KILLED, Harm.INJURED, Harm.MISSING, Harm.CAPTURED})
CONDITIONS = frozenset({"if", "unless", "whether"})
PARTING = frozenset({"ADP", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""What parts "no" from a noun of toll that it does not deny: "no count of the casualties was given"."""


def find_zeros(sentence: Sentence, words: Sequence[HarmWord], english: English) -> Iterator[SentenceToll]:
    """ "no one was hurt", "no casualties", "there was no damage caused or injuries", "no soldiers died"."""
    none = english.tolls.none
    for i in sentence.places(Opens.NONE):
        lower = sentence.lowers[i]
        if lower not in none:
            continue
        if sentence.around[i - 1] in CONDITIONS or sentence.around[i + 1] == "longer":
            continue
        if not english.tolls.no_others.isdisjoint(sentence.lowers[i + 1 : i + 3]):
            continue
        before = next((w for w in words if w.last == i - 1 and w.how in {"patient", "agent"}), None)
        if (
            before is not None
            and not _opens_clause(sentence, i)
            and _is_nobody(sentence, i, min(i + 3, len(sentence)), english)
        ):
            yield zero_toll(sentence, before.harm, before.first, i + 1 if lower == "no" else i)
        elif english.tolls.no_news.isdisjoint(sentence.lowers[i + 1 : i + 3]):
            yield from _zeros_behind(sentence, i, words, english)


def _zeros_behind(
    sentence: Sentence, i: int, words: Sequence[HarmWord], english: English
) -> Iterator[SentenceToll]:
    """What "no" at token `i` denies: the first noun of toll or word of harm that fits."""
    joined = sentence.lowers[i] == sentence.tokens[i].text or i == 0  # "Lawyers Without Borders" is a name
    parted = False
    for token in sentence.tokens[i + 1 : i + REACH]:
        harms = english.tolls.denied_harms.get(token.lower)
        if harms is not None and joined and token.dep in TOLL_NOUN_DEPS:
            yield from (zero_toll(sentence, harm, i, token.i) for harm in harms)
            return
        word = next((w for w in words if w.first == token.i and w.how in {"patient", "agent", "state"}), None)
        if (
            word is not None
            and (not parted or _is_subject(sentence, i, word))
            and _befalls(sentence, word)
            and _is_nobody(sentence, i, token.i, english)
        ):
            nouns = (person_class(sentence, k, english) for k in range(i + 1, token.i))
            victims = next((found for found in nouns if found is not None), Victims.UNKNOWN)
            yield zero_toll(sentence, word.harm, i, word.last, victims)
            return
        if token.lower in english.tolls.none_ends:
            return
        parted = parted or token.pos in {"ADP", "SCONJ"}
        joined = joined and token.pos not in PARTING and token.tag not in FINITE


def _befalls(sentence: Sentence, word: HarmWord) -> bool:
    """ "no one was there | to rescue him" tells of no harm that did not come."""
    return word.harm in BEFALLING and sentence.around[word.first - 1] != "to"


def _is_subject(sentence: Sentence, i: int, word: HarmWord) -> bool:
    """ "*none* of the passengers on board *was hurt*"."""
    subject = i + 1 if sentence.lower(i + 1) == "one" else i
    return sentence.heads[subject] == word.first and sentence.deps[subject] in {"nsubj", "nsubjpass"}


def _opens_clause(sentence: Sentence, i: int) -> bool:
    """ "one of them was wounded | no one was there to help": a full stop is lost."""
    behind = sentence.token(i + (2 if sentence.lowers[i] == "no" else 1))
    return behind is not None and (behind.pos == "AUX" or behind.tag in FINITE)


def _is_nobody(sentence: Sentence, i: int, end: int, english: English) -> bool:
    if any(sentence.reads(i, words) for words in english.tolls.nobody):
        return True
    return any(person_class(sentence, k, english) is not None for k in range(i + 1, end))


def zero_toll(
    sentence: Sentence, harm: Harm, first: int, last: int, victims: Victims = Victims.UNKNOWN
) -> SentenceToll:
    """The toll of a statement, tokens `first` to `last`, that the harm befell nobody."""
    mention, rule = sentence.span(first, last), f"harms/{harm}/zero"
    return SentenceToll(harm, 0, 0, False, victims, False, first, last, last, mention, rule)
