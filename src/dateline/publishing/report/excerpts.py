"""A quote within its sentence, with a little of the story around it, cut into marked pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from dateline.model import Claim

_SENTENCE_END = re.compile(r"""[.!?…]["”’'»)\]]*\s+|\n+""")
_SENTENCE_REACH = 600
_CONTEXT = 130


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the story; `kind` is "figure", "source", "place", "day" or empty."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that are all in the quote, or all outside of it."""

    quoted: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Runs that together read exactly as `text[start:end]` of the story."""

    start: int
    end: int
    runs: tuple[Run, ...]
    opens: bool
    closes: bool


def excerpt(text: str, claim: Claim) -> Excerpt:
    """The claim's quote in its sentence, and some words before and after.

    `opens` and `closes` say whether the excerpt begins with the story and ends with it.
    """
    start, end = _sentence(text, claim.quote.start, claim.quote.end)
    start, end = _context_start(text, start), _context_end(text, end)
    marks = _marks(claim)
    return Excerpt(start, end, _runs(text, start, end, claim, marks), start == 0, end == len(text))


def _marks(claim: Claim) -> list[tuple[int, int, str]]:
    spans = [(toll.mention, "figure") for toll in claim.tolls]
    if claim.attribution:
        spans.append((claim.attribution.source, "source"))
    if claim.place:
        spans.append((claim.place.mention, "place"))
    if claim.date and claim.date.mention:
        spans.append((claim.date.mention, "day"))
    return [(span.start, span.end, kind) for span, kind in spans]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    floor = max(0, start - _SENTENCE_REACH)
    first = floor
    for match in _SENTENCE_END.finditer(text, floor, start):
        first = match.end()
    # a quote that brings its own full stop ends its sentence
    closing = _SENTENCE_END.search(text, max(start, end - 1), min(len(text), end + _SENTENCE_REACH))
    if closing is None:
        return first, min(len(text), end + _SENTENCE_REACH)
    return first, max(end, closing.start() + len(closing.group().rstrip()))


def _context_start(text: str, start: int) -> int:
    if start <= _CONTEXT:
        return 0
    space = re.search(r"\s", text[start - _CONTEXT : start])
    return start - _CONTEXT + space.end() if space else start


def _context_end(text: str, end: int) -> int:
    if len(text) - end <= _CONTEXT:
        return len(text)
    spaces = list(re.finditer(r"\s", text[end : end + _CONTEXT]))
    return end + spaces[-1].start() if spaces else end


def _runs(
    text: str, start: int, end: int, claim: Claim, marks: list[tuple[int, int, str]]
) -> tuple[Run, ...]:
    quote = claim.quote
    edges = {start, end, quote.start, quote.end, *(edge for mark in marks for edge in mark[:2])}
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    pieces = []
    for first, last in pairwise(cuts):
        kind = next((kind for low, high, kind in marks if low <= first and last <= high), "")
        pieces.append((quote.start <= first and last <= quote.end, Piece(text[first:last], kind)))
    return tuple(
        Run(quoted, tuple(piece for _, piece in group))
        for quoted, group in groupby(pieces, key=lambda pair: pair[0])
    )
