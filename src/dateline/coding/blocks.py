"""Which stretches of a stored text are read as one piece: title, paragraphs, never furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Span, Story

PARAGRAPH = re.compile(r"\n[ \t\r]*\n|\n")
ENDS_SENTENCE = re.compile(r"[.!?:;”\"')\]…][ \t\r]*$")
WRAPPED_LINE = 40


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start` to `end` of the stored text; `title` for the story's title."""

    start: int
    end: int
    title: bool


def find_blocks(story: Story, furniture: Sequence[Span]) -> Iterator[Block]:
    """The blocks of the stored text in order, without furniture and empty stretches.

    A line break ends a block unless the text is hard-wrapped: then it does so only after the end
    of a sentence or at an empty line.
    """
    body_start = 0
    if story.title and story.text.startswith(story.title):
        yield from _without(furniture, 0, len(story.title), story.text, title=True)
        body_start = len(story.title)
    wrapped = _is_wrapped(story.text[body_start:])
    start = body_start
    for match in PARAGRAPH.finditer(story.text, body_start):
        before = story.text[start : match.start()]
        if wrapped and match.group().count("\n") == 1 and not ENDS_SENTENCE.search(before):
            continue
        yield from _without(furniture, start, match.start(), story.text)
        start = match.end()
    yield from _without(furniture, start, len(story.text), story.text)


def _is_wrapped(body: str) -> bool:
    """Whether lines break in mid-sentence: most lines of any length end without a full stop."""
    lines = [line for line in body.split("\n") if len(line.strip()) >= WRAPPED_LINE]
    if len(lines) < 4:
        return False
    open_ended = sum(1 for line in lines if not ENDS_SENTENCE.search(line))
    return open_ended > len(lines) / 2


def _without(
    furniture: Sequence[Span], start: int, end: int, text: str, *, title: bool = False
) -> Iterator[Block]:
    for span in furniture:
        if span.end <= start or span.start >= end:
            continue
        yield from _block(start, min(span.start, end), text, title)
        start = max(start, span.end)
    yield from _block(start, end, text, title)


def _block(start: int, end: int, text: str, title: bool) -> Iterator[Block]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Block(start, end, title)
