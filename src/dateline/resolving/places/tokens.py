"""A story's words with what the search for place names needs to know of each.

No parse: words, their offsets, whether they are capitalised, and whether the sentence they stand in
is written like a headline, where capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from dateline.coding.blocks import unwrapped
from dateline.resolving.places.names import name_key

_WORD = re.compile(
    r"([^\W\d_](?:[^\W_]*+(?![.'’‘`ʿʾʼ′-])"  # most words; what follows only reads those with a mark
    r"|(?:\.[^\W\d_])+\.|[^\W_]*(?:['’‘`ʿʾʼ′-](?=[^\W\d_])[^\W_]*)*))"
)
_APOSTROPHES = frozenset("'’‘`ʼ′")
_AFTER_PLURAL = frozenset({"' ", "’ "})
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n|[—–]")
_GAP = re.compile(r"[ \t\u00a0]{1,2}|[-‐‑–]|['’]| ['’‘]")
_ABBREVIATIONS = frozenset({"st", "mt", "ft", "pt"})
_HEADLINE_SHARE = 0.85
_KEPT = 65536
"""Words whose readings are kept in memory."""

_SHORT = 3
"""Letters of a word that says nothing of how a headline is written."""


class Token(NamedTuple):
    """A word: `text[start:end]` without a possessive ending. `key` is its name key, `lower` its lower case.

    `capital` says that it may begin or end a name; `sentence` numbers the sentence; `first` marks its first
    word; `headline` that its sentence capitalises every word, `shouted` every letter; `joined` that only a
    blank or hyphen parts it from the word before.
    """

    start: int
    end: int
    text: str
    lower: str
    key: str
    capital: bool
    possessive: bool
    sentence: int
    first: bool
    headline: bool
    shouted: bool
    joined: bool


def tokenise(text: str) -> list[Token]:
    """The words of `text` in order."""
    text = unwrapped(text)
    pieces = _WORD.split(text)
    bounds = list(accumulate(map(len, pieces), initial=0))
    gaps, words = pieces[:-1:2], pieces[1::2]
    if not words:
        return []
    ends, names, possessive = _possessives(text, words, bounds[2::2])
    lowers, keys, capitals, long, titled = zip(*map(_readings.__getitem__, names), strict=True)
    joined = [True, *[not one for one in possessive[:-1]]]
    firsts = [True] + [False] * (len(words) - 1)
    # Most words are parted by a blank alone, which ends no sentence.
    for place in [place for place, gap in enumerate(gaps) if gap != " " and place]:
        gap, (may_end, joins) = gaps[place], _read_gap(gaps[place])
        if may_end and _ends_sentence(gap, text, bounds[2 * place]):
            firsts[place] = True
        elif not joins:
            joined[place] = gap == ". " and joined[place] and lowers[place - 1] in _ABBREVIATIONS
    numbers, headlines, shouted = list[int](), list[bool](), list[bool]()
    cuts = [place for place, first in enumerate(firsts) if first]
    for number, (first, last) in enumerate(pairwise([*cuts, len(words)])):
        joined[first] = False
        size, part = last - first, slice(first, last)
        numbers += [number] * size
        headlines += [_is_headline(names[part], sum(long[part]), sum(titled[part]))] * size
        shouted += [all(map(str.isupper, names[part]))] * size
    columns = (bounds[1:-1:2], ends, names, lowers, keys, capitals, possessive, numbers, firsts, headlines)
    return list(map(_make, zip(*columns, shouted, joined, strict=True)))


_make = partial(tuple.__new__, Token)
"""As Token._make, which looks at how many values there are each time."""


class _Readings(dict[str, tuple[str, str, bool, bool, bool]]):
    """For each word its lower case, key and capital, and whether it is long enough to tell a headline, and
    would be in one. The same words come back again and again; when they are many, all are let go.
    """

    def __missing__(self, word: str) -> tuple[str, str, bool, bool, bool]:
        if len(self) >= _KEPT:
            self.clear()
        capital, long = _is_capital(word), len(word) > _SHORT
        self[word] = reading = (word.lower(), name_key(word), capital, long, capital and long)
        return reading


_readings = _Readings()


def _possessives(text: str, words: list[str], ends: list[int]) -> tuple[list[int], list[str], list[bool]]:
    """Where the words end without "'s", what is left of each, and which of them had it, or "'" alone."""
    ends, names, possessive = list(ends), list(words), [False] * len(words)
    for place in [place for place, word in enumerate(words) if word[-1] in "sS"]:
        word, end = words[place], ends[place]
        possessive[place] = text[end : end + 2] in _AFTER_PLURAL
        if len(word) > 2 and word[-2] in _APOSTROPHES:
            ends[place], names[place], possessive[place] = end - 2, word[:-2], True
    return ends, names, possessive


@lru_cache(maxsize=4096)
def _read_gap(gap: str) -> tuple[bool, bool]:
    """Whether what stands between two words may end a sentence, and whether it joins them to one name."""
    return bool(_SENTENCE_END.search(gap + " ")), bool(_GAP.fullmatch(gap))


def _ends_sentence(gap: str, text: str, last_end: int) -> bool:
    """Whether a gap that may end a sentence does, behind the word that ends at `last_end`."""
    last = text[max(0, last_end - 3) : last_end].split()[-1:]
    # "St. Petersburg": the dot of an abbreviation ends nothing.
    return not (gap == ". " and last and last[0].lower() in _ABBREVIATIONS)


def _is_headline(names: Sequence[str], long: int, titled: int) -> bool:
    """Whether a sentence writes its telling words, those of some length, with capitals: `titled` of them."""
    if long < 3:
        telling = [name for name in names if len(name) > _SHORT]
        return all(map(str.isupper, telling)) and bool(telling)
    return titled / long >= _HEADLINE_SHARE


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        return True
    # "al-Bab", "ash-Shaykh", "d'Ivoire": the capital stands after the article.
    head, mark, tail = word.partition("-")
    if not mark:
        head, mark, tail = word.partition("'")
    return bool(mark) and len(head) <= 4 and tail[:1].isupper()
