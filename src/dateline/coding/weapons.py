"""What kind of attack it is, by the weapons and agents that its clause names."""

from __future__ import annotations

from collections.abc import Set

from dateline.coding.tokens import Sentence
from dateline.model import EventType
from dateline.ontology.english import English


def attack_kind(
    sentence: Sentence, first: int, last: int, english: English, taken: Set[int]
) -> tuple[EventType, str] | None:
    """The kind of attack that tokens `first` to `last` tell of, with the rule; None when they name no weapon.

    `taken` are tokens that belong to other events.
    """
    for event, phrases in english.weapons:
        for words in phrases:
            for i in range(first, min(last, len(sentence) - len(words)) + 1):
                if sentence.matches(i, words) and i not in taken:
                    return event, f"weapons/{event}/{' '.join(words)}"
    return None
