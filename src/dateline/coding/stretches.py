"""A block of text cut where a sentence surely ends, before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.coding.blocks import Block
from dateline.coding.quote_marks import CLOSING, LONGEST_AFTER, LONGEST_BEFORE, OPENING, opens_quotation

END = re.compile(r"""[.!?]["'”’)\]]*\s+(?=["'“‘(\[]?[^\W_a-z])""")
INITIAL = 2
MARKS = re.compile(f'["{"".join(sorted(OPENING | CLOSING))}]')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the stored text, in `block`; `read` when they are parsed."""

    start: int
    end: int
    block: Block
    read: bool = False


def find_stretches(text: str, block: Block) -> Iterator[Stretch]:
    """Rough sentences of a block: none ends within a sentence, but one may hold several."""
    start = block.start
    for match in END.finditer(text, block.start, block.end):
        if text[match.start()] == "." and _is_abbreviation(text, start, match.start()):
            continue
        yield Stretch(start, match.end(), block)
        start = match.end()
    if start < block.end:
        yield Stretch(start, block.end, block)


def with_quotations(text: str, rough: Sequence[Stretch], read: set[int]) -> set[int]:
    """`read` with the rest of every quotation that one of them stands in: its end or its beginning may
    name the speaker.
    """
    is_open = _open_at_end(text, rough)
    found = set(read)
    for i in read:
        for j in range(i, min(i + LONGEST_AFTER, len(rough) - 1)):
            if not is_open[j]:
                break
            found.add(j + 1)
        for j in range(i - 1, max(-1, i - 1 - LONGEST_BEFORE), -1):
            if not is_open[j]:
                break
            found.add(j)
    return found


def _open_at_end(text: str, rough: Sequence[Stretch]) -> list[bool]:
    """Whether a quotation is open where each stretch ends; a block's end closes it."""
    found = []
    inside = False
    for i, stretch in enumerate(rough):
        if i and rough[i - 1].block is not stretch.block:
            inside = False
        for mark in MARKS.finditer(text, stretch.start, stretch.end):
            inside = opens_quotation(text, mark.start())
        found.append(inside)
    return found


def join_stretches(rough: Sequence[Stretch], read: set[int]) -> list[Stretch]:
    """What is read, in runs as long as the blocks let them be, and what is not, sentence by sentence."""
    joined: list[Stretch] = []
    for i, stretch in enumerate(rough):
        last = joined[-1] if joined else None
        if i in read and last is not None and last.read and last.block is stretch.block:
            joined[-1] = replace(last, end=stretch.end)
        else:
            joined.append(replace(stretch, read=i in read))
    return joined


def _is_abbreviation(text: str, start: int, at: int) -> bool:
    """Whether the full stop at `at` belongs to "Gen." or to an initial."""
    word = text[text.rfind(" ", start, at) + 1 or start : at].strip("\"'“‘([\n\t")
    return len(word) < INITIAL or "." in word or f"{word.lower()}." in _abbreviations()


RANKS = (
    *(
        "Adm.",
        "Brig.",
        "Capt.",
        "Cmdr.",
        "Col.",
        "Cpl.",
        "Det.",
        "Hon.",
        "Insp.",
        "Lt.",
        "Maj.",
        "Pfc.",
        "Pte.",
    ),
    *("Pvt.", "Sgt.", "Spc.", "Supt."),
)
"""Abbreviations before names that the tokenizer cuts from their full stop, and sentences behind it."""


@cache
def _abbreviations() -> frozenset[str]:
    """The abbreviations that the tokenizer knows, with their full stop."""
    from spacy.lang.en.tokenizer_exceptions import TOKENIZER_EXCEPTIONS  # noqa: PLC0415 - slow to import

    known = (word.lower() for word in TOKENIZER_EXCEPTIONS if word.endswith("."))
    return frozenset({*known, *(word.lower() for word in RANKS)})
