"""What a word can open: the rules that start from it, so that each word of the language is looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    QUANTITY = auto()
    PERSON = auto()
    NONE = auto()
    RATE = auto()
    ASKING = auto()
    CONDITION = auto()
    PARTS = auto()
    QUOTE = auto()
    OWN_DEATH = auto()


FUNCTION_WORDS: Mapping[Opens, frozenset[str]] = {
    Opens.PERSON: frozenset({"a", "an", "another", "the", "his", "her", "their", "my", "our", "he", "she"}),
    Opens.ASKING: frozenset({"if", "whether"}),
    Opens.PARTS: frozenset({":", "-", "–", "—"}),
    Opens.OWN_DEATH: frozenset({"himself", "herself", "themselves", "self"}),
    Opens.QUOTE: frozenset({'"', "“", "”", "``", "''", "«", "»"}),
}
"""Words and marks that are the rule themselves and stand in no file."""


@dataclass(frozen=True, slots=True)
class Openings:
    """What each word opens; figures open a quantity."""

    words: Mapping[str, tuple[Opens, ...]]

    def of(self, lower: str, lemma: str) -> tuple[Opens, ...]:
        """What a word opens as printed, in lower case, or as a lemma; each kind once."""
        kinds = (*self.words.get(lower, ()), *self.words.get(lemma, ()))
        figures = (Opens.QUANTITY,) if lower[:1].isdigit() else ()
        return tuple(dict.fromkeys((*kinds, *figures)))


def openings(words: Mapping[Opens, Iterable[str]]) -> Openings:
    """What each word opens, of the words that open each kind."""
    found: dict[str, tuple[Opens, ...]] = {}
    for kind, opening in words.items():
        for word in opening:
            found[word] = (*found.get(word, ()), kind)
    return Openings(found)
