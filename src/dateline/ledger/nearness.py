"""Ids that a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SUGGESTIONS = 3


def near_ids(wanted: str, ids: Iterable[str]) -> list[str]:
    """At most three of `ids` that begin with, hold or resemble `wanted`, the nearest first."""
    folded = wanted.casefold()
    holding: list[str] = []
    alike: list[str] = []
    for known in ids:
        if folded and folded in known.casefold():
            holding.append(known)
        # Ids of another length cannot be near; leaving them out keeps a large ledger quick.
        elif abs(len(known) - len(wanted)) <= SUGGESTIONS:
            alike.append(known)
    holding.sort(key=lambda known: (not known.casefold().startswith(folded), len(known), known))
    return (holding + get_close_matches(wanted, alike, SUGGESTIONS, 0.7))[:SUGGESTIONS]


def did_you_mean(wanted: str, ids: Iterable[str]) -> str:
    """The end of a message: "; near it: a, b", or nothing."""
    near = near_ids(wanted, ids)
    return f"; near it: {', '.join(near)}" if near else ""
