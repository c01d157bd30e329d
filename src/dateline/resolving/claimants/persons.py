"""Names of persons inside a noun phrase, by their capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.resolving.actors.words import Word

_PARTICLES = frozenset(
    {"bin", "ibn", "abu", "abdel", "van", "von", "de", "la", "del", "der", "da", "dos", "ben", "el"}
)
_NO_NAMES = frozenset(
    {"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "one", "some", "many", "other"}
    | {"two", "three", "several", "and", "much", "most", "both", "all", "local", "no"}
)
_SIDES = frozenset({"pro", "anti", "non", "ex"})
_ARTICLE = re.compile(r"\b[Aa]l[- ]$")


def trailing_name(text: str, words: Sequence[Word], after: int) -> str | None:
    """The name that fills a phrase from `words[after]` to its end, as printed: "Governor | Talal Barazi"."""
    run = words[after:]
    if run and all(_could_be_name(word) for word in run) and _is_capitalised(run[-1]):
        return _printed(text, run)
    return None


def leading_name(text: str, words: Sequence[Word]) -> str | None:
    """The name of two words or more that a phrase begins with: "Abdullah al-Sheikh, a mechanic"."""
    size = 0
    while size < len(words) and _could_be_name(words[size]) and not (size and words[size].apart):
        size += 1
    run = words[:size]
    sided = size >= 1 and run[0].joined and run[0].key in _SIDES  # "Pro-Assad media"
    if size >= 2 and _is_capitalised(run[0]) and _is_capitalised(run[-1]) and not sided:
        return _printed(text, run)
    return None


def last_name(text: str, words: Sequence[Word]) -> str | None:
    """The name of two words or more that a phrase ends with: "of Homs province | Talal Barazi"; with an
    article ("in the Old City") it is no person's."""
    place = len(words)
    while place and _could_be_name(words[place - 1]):
        place -= 1
    article = place > 0 and words[place - 1].key == "the"
    if 0 < place <= len(words) - 2 and _is_capitalised(words[place]) and not article:
        return _printed(text, words[place:])
    return None


def _is_capitalised(word: Word) -> bool:
    return word.text[:1].isupper() and word.key not in _NO_NAMES


def _could_be_name(word: Word) -> bool:
    return _is_capitalised(word) or word.key in _PARTICLES


def _printed(text: str, run: Sequence[Word]) -> str:
    # From the text, so that "al-" and hyphens stay as they were printed; its possessive goes.
    start = run[0].start
    if article := _ARTICLE.search(text[:start]):
        start = article.start()
    printed = " ".join(text[start : run[-1].end].split())
    for ending in ("'s", "’s"):
        printed = printed.removesuffix(ending)
    return printed
