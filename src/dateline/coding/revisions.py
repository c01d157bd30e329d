"""Numbers that the same sentence takes back: "initially said nine had died, but later put the toll at 12"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.coding.counted import People
from dateline.coding.harms import SentenceToll
from dateline.coding.parts import Tolls
from dateline.coding.tokens import Sentence
from dateline.model import Victims
from dateline.ontology.english import English

FIRST_SAID = frozenset({("initially",), ("originally",), ("earlier",), ("at", "first")})
"""Words right before or behind the verb of saying whose number was corrected."""

THEN_SAID = frozenset({"later", "then", "now"})
TURNING = frozenset({"but", "though", "although", "before"})
TO_NUMBER = 5
"""Words from "revised" to its new number at most ("the figure down to")."""


def with_revisions(sentence: Sentence, people: Sequence[People], tolls: Tolls, english: English) -> None:
    """Puts a number that was said later in the place of one that was said first."""
    if not tolls or TURNING.isdisjoint(sentence.lowers):
        return
    _revise(sentence, people, tolls, english)
    for key, toll in list(tolls.items()):
        if not toll.subset and any(_is_corrected(sentence, toll, other, english) for other in tolls.values()):
            del tolls[key]


def _revise(sentence: Sentence, people: Sequence[People], tolls: Tolls, english: English) -> None:
    """ "said four were killed, but *revised the figure* down *to three*": three killed."""
    whole = [(key, toll) for key, toll in tolls.items() if not toll.subset]
    if len(whole) != 1:
        return
    (key, toll), *_ = whole
    for group in people:
        verb = (
            _revising(sentence, group, english)
            if group.bare and sentence.lower(group.first - 1) == "to"
            else None
        )
        if verb is not None and max(toll.last, toll.harm_at) < verb:
            mention = sentence.span(verb, group.last)
            tolls[key] = toll._replace(
                low=group.low,
                high=group.high,
                approximate=group.approximate,
                first=verb,
                last=group.last,
                mention=mention,
                rule=f"{toll.rule}/revised",
            )


def _revising(sentence: Sentence, group: People, english: English) -> int | None:
    """The verb that puts the number in the place of "the figure"."""
    start = max(0, group.first - 1 - TO_NUMBER)
    verbs = (i for i in range(start, group.first) if sentence.lemmas[i] in english.tolls.revising)
    verb = next(verbs, None)
    between = sentence.lowers[(verb or 0) + 1 : group.first]
    return None if english.tolls.figures.isdisjoint(between) else verb


def _is_corrected(sentence: Sentence, toll: SentenceToll, other: SentenceToll, english: English) -> bool:
    """ "The army *initially put* the toll at nine, *but later said* 12 had died"."""
    if other.harm is not toll.harm or other.first <= toll.last or other.subset:
        return False
    if Victims.UNKNOWN not in {toll.victims, other.victims} and toll.victims is not other.victims:
        return False
    between = range(toll.last + 1, other.first)
    turn = next((i for i in between if sentence.lowers[i] in TURNING), None)
    if turn is None:
        return False
    behind = range(turn + 1, other.first)
    if any(sentence.lemmas[i] in english.tolls.revising for i in behind):
        return True  # "but raised the toll to six"
    said_before = _said(sentence, range(min(toll.first, toll.harm_at)), english)
    said_behind = _said(sentence, behind, english)
    then = any(sentence.lowers[i] in THEN_SAID for i in behind)
    return then and bool(said_behind) and any(_is_first(sentence, i) for i in said_before)


def _said(sentence: Sentence, places: Iterable[int], english: English) -> list[int]:
    """Those tokens that are verbs of saying."""
    tokens = sentence.tokens
    return [i for i in places if tokens[i].is_verb and tokens[i].lemma in english.cues.verbs]


def _is_first(sentence: Sentence, i: int) -> bool:
    return any(
        sentence.lowers[max(0, i - len(words)) : i] == words or sentence.reads(i + 1, words)
        for words in FIRST_SAID
    )
