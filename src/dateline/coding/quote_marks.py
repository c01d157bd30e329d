"""Marks that open and close quotations."""

from __future__ import annotations

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
SIDED = OPENING | CLOSING
LONGEST_BEFORE, LONGEST_AFTER = 7, 6
"""How many sentences a quotation may run on from, or on to, the one that names its speaker."""


def opens_quotation(text: str, at: int) -> bool:
    """Whether the quotation mark at character `at` opens a quotation rather than closing one.

    Curly marks tell their side. A straight mark opens after white space or at a start.
    """
    if text[at] in SIDED:
        return text[at] in OPENING
    before = text[at - 1] if at else " "
    return before.isspace() or before in "([—–-"
