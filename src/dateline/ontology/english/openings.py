"""What a word can open: the rules that start from it, so that each word of a sentence is looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum, auto


class Opens(IntEnum):
    """What starts with a word, as printed or as a lemma."""

    TRIGGER = auto()
    IDIOM = auto()
    HARM = auto()
    CUE = auto()
    WEAPON = auto()
    TOLL_NOUN = auto()
    NO_HARM = auto()
    BACKGROUND = auto()


Openings = Mapping[str, tuple[Opens, ...]]
"""All that each word opens."""


def openings(words: Mapping[Opens, Iterable[str]]) -> Openings:
    """What each word opens, of the words that open each kind."""
    found: dict[str, tuple[Opens, ...]] = {}
    for kind, opening in words.items():
        for word in opening:
            found[word] = (*found.get(word, ()), kind)
    return found
