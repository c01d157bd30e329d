"""What of its sentence a claim quotes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.attributions import Phrase
from dateline.coding.groups import Group
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English

OPENING_WORDS = frozenset({"PUNCT", "CCONJ"})
CLOSING_WORDS = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP"})


def quote_of(sentence: Sentence, group: Group, others: Sequence[Group], english: English) -> Phrase:
    """First and last token of the group's quote.

    The whole sentence for its only claim; else what its speaker says, without the clauses that
    other claims have to themselves.
    """
    others = [other for other in others if other is not group]
    if not others:
        return 0, len(sentence) - 1
    first, last = min(group.first, group.main), group.last  # a toll may stand far behind its word of harm
    low, high = _said(sentence, group)
    for other in others:
        if other.first > last:
            high = min(high, _clause_start(sentence, other, last, english) - 1)
        elif other.last < first:
            low = max(low, _clause_end(sentence, other, first, english) + 1)
    low, high = min(low, first), _without_speaker(group, others, max(high, last))
    while low < first and (sentence.tokens[low].pos in OPENING_WORDS or sentence.lowers[low] == "that"):
        low += 1
    while high > last and (
        sentence.tokens[high].pos in CLOSING_WORDS or sentence.lowers[high] in {"which", "that", "who"}
    ):
        high -= 1
    return low, high


def _said(sentence: Sentence, group: Group) -> Phrase:
    if group.cue is None:
        return 0, len(sentence) - 1
    return min(group.cue.content_first, group.first), max(group.cue.content_last, group.last)


def _without_speaker(group: Group, others: Sequence[Group], high: int) -> int:
    """Where the quote ends before another claim's speaker, if it would end with that speaker."""
    for cue in (other.cue for other in others):
        if cue is None or cue is group.cue or not cue.has_source:
            continue
        if group.last < cue.source_first <= high <= cue.source_last + 1:
            high = cue.source_first - 1
    return high


def _clause_start(sentence: Sentence, other: Group, after: int, english: English) -> int:
    """Where the clause of a later claim starts: by the parse, else at a word that parts clauses, else
    nowhere.
    """
    start, _ = sentence.subtree(sentence.clause_of(other.main))
    if after < start <= other.first:
        return start
    cuts = (i for i in range(after + 1, other.first + 1) if _parts_clauses(sentence, i, english))
    return next(cuts, len(sentence))


def _clause_end(sentence: Sentence, other: Group, before: int, english: English) -> int:
    """Where the clause of an earlier claim ends, likewise."""
    _, end = sentence.subtree(sentence.clause_of(other.main))
    if other.last <= end < before:
        return end
    cuts = (i for i in range(before - 1, other.last - 1, -1) if _parts_clauses(sentence, i, english))
    return next(cuts, 0) - 1


def _parts_clauses(sentence: Sentence, i: int, english: English) -> bool:
    """A hyphen does so only as a dash, with a space before it."""
    lower = sentence.lowers[i]
    joined = lower == "-" and i > 0 and sentence.tokens[i].start == sentence.tokens[i - 1].end
    return lower in english.events.boundaries and not joined
