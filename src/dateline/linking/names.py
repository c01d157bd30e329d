"""Names of places as papers spell them: one key for one spelling, and how alike two spellings are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʿʾ`")
# w and y are vowels as often as not in names carried over from Arabic, Persian or Pashto.
_VOWELS = str.maketrans("", "", "aeiouwy")
WHOLE = 3
"""How many consonants a word has at least that can stand for the whole name."""
_TWINS = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` without case, accents and apostrophes, its words parted by single spaces."""
    spread = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    return " ".join(_WORD.findall("".join(c for c in spread if not unicodedata.combining(c))))


def name_key(name: str, left_out: Set[str]) -> str:
    """The name's words, without those `left_out` (articles, "city of"); all if none is left."""
    words = plain(name).split()
    return " ".join(word for word in words if word not in left_out) or " ".join(words)


@lru_cache(maxsize=65536)
def consonants(key: str) -> str:
    """The consonants of a name's key, doubled ones once; the key itself when it has hardly any."""
    key = key.replace(" ", "")
    bare = _TWINS.sub(r"\1", key.replace("q", "k").replace("c", "k").translate(_VOWELS))
    return bare if len(bare) > 1 else key


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """From 0 to 1, how much of the consonants of two names stand in both in the same order."""
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second).ratio()


@lru_cache(maxsize=65536)
def alike(one: str, other: str, least: float) -> bool:
    """Whether two name keys may be spellings of one name.

    `least`, from 0 to 1, is how much of their consonants they must share in order.
    """
    if one == other:
        return True
    fewer, more = sorted(({consonants(word) for word in key.split()} for key in (one, other)), key=len)
    # A paper may leave out a part of a name, as in (Qasr) al-Bureij.
    if fewer <= more and any(len(word) >= WHOLE for word in fewer):
        return True
    return likeness(consonants(one), consonants(other)) >= least
