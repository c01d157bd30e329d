"""Which stretches of a stored text are read as one piece: title, paragraphs, never furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Span, Story
from dateline.reading.dateline import read_dateline

PARAGRAPH = re.compile(r"\n[ \t\r]*\n|\n")
ENDS_SENTENCE = re.compile(r"[.!?:;”\"')\]…][ \t\r]*$")
BREAK_WITHIN = re.compile(r"(?<![\n.!?:;”\"')\]…])\n(?![ \t\r]*\n)")
"""A line break that is no end of a sentence (see ENDS_SENTENCE) and no empty line."""

WRAPPED_LINE = 40
SHORTEST_TITLE = 15
REPEATED_WITHIN = 150


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
    furniture = sorted([*furniture, *_stamps(story.text)])
    repeated = _repeated_title(story, body_start)
    if repeated is not None:
        yield from _without(furniture, body_start, repeated[0], story.text, title=True)
        yield from _without(furniture, *repeated, story.text, title=True)
        body_start = repeated[1]
    wrapped = _is_wrapped(story.text[body_start:])
    start = body_start
    for match in PARAGRAPH.finditer(story.text, body_start):
        before = story.text[start : match.start()]
        if wrapped and match.group().count("\n") == 1 and not ENDS_SENTENCE.search(before):
            continue
        yield from _without(furniture, start, match.start(), story.text)
        start = match.end()
    yield from _without(furniture, start, len(story.text), story.text)


def _stamps(text: str) -> list[Span]:
    """The site's stamp and the reporter's dateline: where and when it was filed, no part of a sentence."""
    line = read_dateline(text)
    return [] if line is None else sorted({span for span in (line.span, line.stamp) if span is not None})


def _repeated_title(story: Story, body_start: int) -> tuple[int, int] | None:
    """Where the body's opening says the title again, as pages do that run the headline into the text."""
    if not story.title or len(story.title) < SHORTEST_TITLE:
        return None
    at = story.text.lower().find(
        story.title.lower(), body_start, body_start + len(story.title) + REPEATED_WITHIN
    )
    return None if at < 0 or len(story.text.lower()) != len(story.text) else (at, at + len(story.title))


def _is_wrapped(body: str) -> bool:
    """Whether lines break in mid-sentence: most lines of any length end without a full stop."""
    lines = [line for line in body.split("\n") if len(line.strip()) >= WRAPPED_LINE]
    if len(lines) < 4:
        return False
    open_ended = sum(1 for line in lines if not ENDS_SENTENCE.search(line))
    return open_ended > len(lines) / 2


def unwrapped(text: str) -> str:
    """The text with a space for each line break in mid-sentence, character for character."""
    return BREAK_WITHIN.sub(" ", text) if _is_wrapped(text) else text


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
