"""The telling words of a passage: names, rare words, ages and numbers, by how rare English news has them.

Rarity comes from a file of the package (word_rarity.csv), never from the stories at hand, so that what
two claims share does not depend on which other stories came.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import knowledge_file

FILE = "word_rarity.csv"
COMMON, UNCOMMON, RARE, RAREST = range(4)
"""How rare a word is, and what it counts for when two passages share it. A word that the file does not
list is of the rarest: nearly always a name."""

AGE = "age "
"""What stands before an age among the words."""
TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|, (?:age )?(\d\d),")
_APOSTROPHE = re.compile(r"['’ʼʿʾ`]s?(?=$)|['’ʼʿʾ`]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOSPITAL = re.compile(
    r"(?:[A-Z][\w.'’-]+ (?:and |of |the )*){1,4}"
    r"(?:Hospital|Medical Cent(?:er|re)|Trauma Cent(?:er|re)|Infirmary)\b"
)
"""Names of hospitals: a city's wounded of any day are taken to the same ones."""
HEAD = ["word", "rarity"]
LONG_NUMBER = 3
"""Digits from which a number (of a house, a road, a law) tells something."""


@dataclass(frozen=True, slots=True)
class Words:
    """The telling words of a passage by rarity, each once; `mass` is what all of them count for."""

    uncommon: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    rarest: frozenset[str] = frozenset()

    @property
    def ages(self) -> frozenset[str]:
        """The ages of people among them."""
        return frozenset(word for word in self.uncommon if word.startswith(AGE))

    @property
    def mass(self) -> int:
        """What its words count for together."""
        return UNCOMMON * len(self.uncommon) + RARE * len(self.rare) + RAREST * len(self.rarest)


NONE = Words()


@lru_cache(maxsize=1 << 16)
def word_key(token: str) -> str:
    """A word without case, accents, apostrophes and the ending of a genitive."""
    spread = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", token)).casefold()
    return "".join(c for c in spread if not unicodedata.combining(c))


def telling_words(text: str, rarity: Mapping[str, int], left_out: Set[str] = frozenset()) -> Words:
    """The words of `text` that are not common, without those `left_out` (as `word_key` gives them).

    Numbers of three digits and more count as uncommon, but not years; so do ages ("12-year-old").
    """
    tiers: tuple[set[str], ...] = (set(), set(), set(), set())
    for token in TOKEN.findall(_HOSPITAL.sub(" ", text)):
        key = word_key(token)
        if key.isdigit():
            if len(key) >= LONG_NUMBER and not _YEAR.fullmatch(key):
                tiers[UNCOMMON].add(key)
        elif key and key not in left_out:
            tiers[UNCOMMON if key[0].isdigit() else rarity.get(key, RAREST)].add(key)
    tiers[UNCOMMON].update(f"{AGE}{one or other}" for one, other in _AGE.findall(text))
    return Words(*(frozenset(tier) for tier in tiers[UNCOMMON:]))


def likeness(one: Words, other: Words) -> float:
    """How much telling both passages share: the number of words in common, each counted by its rarity,
    lowered somewhat for passages that hold many that they do not share."""
    shared = (
        UNCOMMON * len(one.uncommon & other.uncommon)
        + RARE * len(one.rare & other.rare)
        + RAREST * len(one.rarest & other.rarest)
    )
    if not shared:
        return 0.0
    overlap = shared * shared / (one.mass * other.mass)
    return float(shared * overlap**0.125)


@lru_cache(maxsize=8)
def load_word_rarity(folder: Path | None = None) -> Mapping[str, int]:
    """Rarity by word, of the user's `folder` or the package's own.

    Raises KnowledgeError, naming file and line, for a rarity that is no number from 0 to 3.
    """
    file = knowledge_file(FILE, folder)
    rows = csv.reader(io.StringIO(file.text))
    found: dict[str, int] = {}
    for row in rows:
        if not row or row[0].startswith("#") or row == HEAD:
            continue
        if len(row) != 2 or row[1] not in ("0", "1", "2", "3"):
            raise file.error(
                rows.line_num, f"should be a word and its rarity from 0 to 3, not {','.join(row)!r}"
            )
        found[row[0]] = int(row[1])
    return found
