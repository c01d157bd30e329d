"""The lines of a stored text, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Every character that ends a line; press releases use U+2028.
LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_STOP = re.compile(r"[.!?…:;\"”’)\]]\s*$")
_WRAPPED = 50


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without the blanks at its ends: `words == text[start:end]`.

    `carries_on` says that it goes on with a sentence of the line right above it, as in a text of
    fixed width.
    """

    start: int
    end: int
    words: str
    carries_on: bool


def text_lines(text: str, stop: int | None = None) -> Iterator[TextLine]:
    """The lines of `text` (up to `stop`) that are not blank."""
    above: TextLine | None = None
    for match in _LINE.finditer(text, 0, len(text) if stop is None else stop):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words)
        carries_on = (
            above is not None
            and above.end - above.start >= _WRAPPED
            and sum(text.count(mark, above.end, start) for mark in LINE_ENDS) == 1
            and not _STOP.search(above.words)
        )
        above = TextLine(start, start + len(words), words, carries_on)
        yield above
