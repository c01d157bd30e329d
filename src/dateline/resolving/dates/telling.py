"""Where a text may tell of time at all: most sentences hold no word and no figure that can."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.resolving.dates.lexicon import CLASSES, Lexicon

# A run of words without one of these, or a unit, tells no time.
_TELLING = """
month weekday weekdays year short_year numeric_date decade decade_word feast part night weekend deictic
tonight overnight present recently recent past regular time far season season_or_word era ordinal_number
"""
TELLING_CLASSES = frozenset(cls for cls in CLASSES if cls.endswith("_unit") or cls in _TELLING.split())
_MAY_TELL = TELLING_CLASSES | {"month_or_word", "month_short", "weekday_short"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Years and days in figures: "2013", "1980s", "'97", "the 5th", "3.2.14".
_FIGURES = re.compile(
    r"[0-9]{4}|['’‘][0-9]{2}|[0-9](?:st|nd|rd|th|ST|ND|RD|TH)\b|[0-9][/.][0-9]{1,2}[/.][0-9]"
)


_FIGURE = re.compile(
    r"(?<=['’‘])[0-9]{2}|[0-9](?:[0-9]{3}|(?:st|nd|rd|th|ST|ND|RD|TH)\b|[/.][0-9]{1,2}[/.][0-9])"
)
"""The same from its first figure on."""


class Telling:
    """The stretches of one text that may tell of time; for a text that is asked about again and again.

    A stretch should cut no word: of "Mayor" no part is a month.
    """

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        lowered = text.lower()
        self._all = len(lowered) != len(text)  # a letter that is two in lower case shifts what follows
        if self._all:
            return
        padded = f" {lowered} "  # a character before and behind each word
        found = [
            (start, end)
            for _, start, end in _matcher(lexicon).find_matches_as_indexes(lowered)
            if (
                _FIGURE.match(text, start)
                if end - start == 1
                else not (padded[start].isalpha() or padded[end + 1].isalpha())
            )
        ]
        self._starts = sorted([start for start, _ in found])
        self._ends = sorted([end for _, end in found])

    def within(self, start: int, end: int) -> bool:
        """Whether a word or a figure that can tell time stands in a stretch, or reaches into it."""
        return self._all or bisect_left(self._starts, end) > bisect_right(self._ends, start)


def may_tell(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word or a figure that can tell time stands in `text[start:end]`."""
    if not _telling_words(lexicon).isdisjoint(_WORD.findall(text[start:end].lower())):
        return True
    return _FIGURES.search(text, start, end) is not None


@lru_cache(maxsize=8)
def _matcher(lexicon: Lexicon) -> AhoCorasick:
    words = sorted(word for word in _telling_words(lexicon) if len(word) > 1 and _WORD.fullmatch(word))
    return AhoCorasick([*"0123456789", *words], matchkind=MatchKind.LeftmostLongest)


@lru_cache(maxsize=8)
def _telling_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that are, or their neighbours make, of a class that tells time."""
    words = {word for word, known in lexicon.words.items() if known.cls in _MAY_TELL}
    # Of a feast the longest word, which stands in few sentences: "thanksgiving", not "the".
    words |= {
        max(phrase.words, key=len)
        for group in lexicon.phrases.values()
        for phrase in group
        if phrase.feast is not None
    }
    return frozenset(words | {word.replace("'", "’") for word in words})
