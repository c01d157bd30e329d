"""What words tell of one person, to tell two persons apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

AGE = re.compile(r"\b(\d{1,3})\b")
NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
AGE_IN_WORDS = re.compile(rf"\b({'|'.join(NUMBERS)})[- ]year[- ]old\b")
OWNER = re.compile(r"\b(?:his|her)\b(?=\s+\S)")
"""Whose kin somebody is tells nothing of the person ("his mother")."""
MALE = frozenset(
    {
        "man",
        "boy",
        "son",
        "brother",
        "father",
        "husband",
        "he",
        "him",
        "gunman",
        "male",
        "grandfather",
        "grandson",
        "uncle",
        "nephew",
        "stepfather",
        "stepson",
        "boyfriend",
        "dad",
    }
)
FEMALE = frozenset(
    {
        "woman",
        "girl",
        "daughter",
        "sister",
        "mother",
        "wife",
        "she",
        "her",
        "female",
        "grandmother",
        "granddaughter",
        "aunt",
        "niece",
        "stepmother",
        "stepdaughter",
        "girlfriend",
        "mom",
    }
)


@dataclass(frozen=True, slots=True)
class Portrait:
    """What words tell of one person: age, and whether a man or a woman; None when they do not."""

    age: str | None
    male: bool | None

    @classmethod
    def of(cls, words: str) -> Portrait:
        told = set(re.findall(r"[a-z]+", OWNER.sub("", words.lower())))
        age = AGE.search(AGE_IN_WORDS.sub(lambda found: f"{NUMBERS.index(found[1]) + 1}", words.lower()))
        male = bool(told & MALE) if told & (MALE | FEMALE) else None
        return cls(age.group(1) if age else None, male)

    def can_be(self, other: Portrait) -> bool:
        """Whether nothing tells the two apart."""
        ages = None in (self.age, other.age) or self.age == other.age
        return ages and (None in (self.male, other.male) or self.male == other.male)
