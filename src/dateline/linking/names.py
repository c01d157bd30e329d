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
def alike(one: str, other: str, likeness: float) -> bool:
    """Whether two name keys may be spellings of one name.

    `likeness`, from 0 to 1, is how much of their consonants they must share in order.
    """
    if one == other:
        return True
    fewer, more = sorted(({consonants(word) for word in key.split()} for key in (one, other)), key=len)
    # A paper may leave out a part of a name, as in (Qasr) al-Bureij.
    if fewer <= more and any(len(word) >= WHOLE for word in fewer):
        return True
    first, second = sorted((consonants(one), consonants(other)))
    return SequenceMatcher(None, first, second).ratio() >= likeness
