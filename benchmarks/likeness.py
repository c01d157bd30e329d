"""When two names, quotes or places are the same, and how gold and coded things are paired.

The mechanism of scoring.py, which says what is measured.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.model import Attribution, Place, When

# Words that a name may gain or lose without naming something else.
_LOOSE_NAME_WORDS = {
    *("the", "a", "an", "of", "for", "in", "al", "el", "and", "its"),
    *("group", "city", "province", "town", "village"),
}


def plain_words(text: str) -> list[str]:
    """Lower-case words and numbers of a text without accents or other scripts."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", ascii_text.lower())


def overlap(one: str, other: str) -> float:
    """The share of the shorter text's words that the other has too, each counted once; 0.0 to 1.0."""
    words, others = Counter(plain_words(one)), Counter(plain_words(other))
    shorter = min(words.total(), others.total())
    return (words & others).total() / shorter if shorter else 0.0


def same_name(one: str, other: str) -> bool:
    """Whether one name has all the telling words of the other."""
    words = set(plain_words(one)) - _LOOSE_NAME_WORDS
    others = set(plain_words(other)) - _LOOSE_NAME_WORDS
    return bool(words and others) and (words <= others or others <= words)


def right_claimant(claimant: str | None, attribution: Attribution | None) -> bool:
    """Whether the attribution names the gold's claimant; none for none."""
    if claimant is None or attribution is None:
        return claimant is None and attribution is None
    names = (attribution.source.text, attribution.name)
    return any(same_name(claimant, name) for name in names if name)


def right_days(days: tuple[str, str] | None, when: When | None) -> bool:
    """Whether first and last day are exactly the gold's; none for none."""
    if when is None or when.earliest is None:
        return days is None
    latest = when.latest.isoformat() if when.latest else None
    return days == (when.earliest.isoformat(), latest)


def right_place(places: Sequence[str], place: Place | None) -> bool:
    """Whether the place, as printed or resolved, is the gold's place or its settlement."""
    if not places or place is None:
        return not places and place is None
    return any(same_name(wanted, name) for wanted in places for name in (place.mention.text, place.name))


G = TypeVar("G")
C = TypeVar("C")


def pair_up(
    golds: Sequence[G], coded: Sequence[C], likeness: Callable[[G, C], float | None]
) -> dict[int, int]:
    """Pairs one to one, the likest first: index of the gold to index of the coded.

    `likeness` is None for two that cannot be a pair. Of equally like pairs the earlier one wins.
    """
    scored = [
        (-value, i, j)
        for i, gold in enumerate(golds)
        for j, candidate in enumerate(coded)
        if (value := likeness(gold, candidate)) is not None
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def b_cubed(pairs: Sequence[tuple[str, str]]) -> float | None:
    """B-cubed F1 of (gold incident, coded incident) pairs (Bagga and Baldwin 1998), None for none."""
    if not pairs:
        return None
    both = Counter(pairs)
    golds, coded = Counter(gold for gold, _ in pairs), Counter(code for _, code in pairs)
    precision = sum(n * n / coded[code] for (_, code), n in both.items()) / len(pairs)
    recall = sum(n * n / golds[gold] for (gold, _), n in both.items()) / len(pairs)
    return 2 * precision * recall / (precision + recall)
