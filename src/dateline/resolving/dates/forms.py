"""What a token of a text is by itself: its form, and the class of word that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateline.resolving.dates.feasts import Feast
from dateline.resolving.dates.figures import century_of, day_in_figures
from dateline.resolving.dates.lexicon import Lexicon

# Words, the most frequent, come first; no blank begins any form, and few characters one in figures.
_FORMS = r"""(?!\ )(?:(?P<word>[^\W\d_]++(?:['’][^\W\d_]++)?+)
      | (?P<blank>[\n\u2028\u2029][^\S\n\u2028\u2029]*[\n\u2028\u2029])
      | (?=[0-9'’‘])(?:
            (?P<date>(?:[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/)[0-9]{1,2}
                | [0-9]{1,2}(?:/[0-9]{1,2}/|[.][0-9]{1,2}[.])(?:[0-9]{4}|[0-9]{2}))(?![0-9]))
          | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))
          | (?P<cut>['’‘][0-9]{2}(?![0-9\w]))
          | (?P<decade>(?:1[0-9]|20)[0-9]0['’]?s\b)
          | (?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
          | (?P<number>[0-9]+(?:[.,][0-9]+)*))
      | (?P<mark>[^\s]))"""
_FORM = re.compile(_FORMS, re.VERBOSE)
TOKEN = re.compile(f"({re.sub(r'[?]P<[a-z]+>', '?:', _FORMS)})", re.VERBOSE)
_MARKS = {"-": "dash", "–": "dash", "‑": "dash", "‐": "dash", ",": "comma", "(": "bracket", "[": "bracket"}
_KEPT = 32768
"""Tokens whose readings are kept in memory."""
_FIRST_YEAR, _LAST_YEAR = 1600, 2099


class Token(NamedTuple):
    """A token: its class and what number it stands for.

    `day` is set for a date in figures, `feast` for a feast; `short` says that a dot behind it is its own
    ("Sept."), `opens` that a phrase of the lexicon may begin with it.
    """

    cls: str
    value: int = 0
    day: date | None = None
    feast: Feast | None = None
    short: bool = False
    opens: bool = False


@dataclass(slots=True)
class Tokens:
    """The tokens of a stretch of a text, in lists that run side by side: where each starts and ends, how it
    is printed, what it is by itself, and the class that its neighbours leave it.
    """

    starts: list[int]
    ends: list[int]
    texts: list[str]
    read: list[Token]
    classes: list[str]

    def at(self, place: int) -> Token:
        """A token, its class as its neighbours leave it."""
        token, cls = self.read[place], self.classes[place]
        return token if token.cls == cls else token._replace(cls=cls)

    def join(self, first: int, last: int, token: Token) -> None:
        """Make one token of those from `first` up to `last`."""
        self.starts[first:last] = [self.starts[first]]
        self.ends[first:last] = [self.ends[last - 1]]
        self.texts[first:last] = [" ".join(self.texts[first:last])]
        self.read[first:last] = [token]
        self.classes[first:last] = [token.cls]


def _number(text: str) -> tuple[str, int]:
    if not text.isdigit():
        digits = text.replace(",", "")
        return "number", int(digits) if digits.isdigit() and len(digits) < 10 else 0
    if len(text) > 9:
        return "number", 0
    value = int(text)
    if len(text) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        return "year", value
    return ("day_number" if 1 <= value <= 31 and len(text) <= 2 else "number"), value


class Readings(dict[str, Token]):
    """What each token is by itself, by how it is printed. The same come back again and again; when they are
    many, all are let go.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, text: str) -> Token:
        if len(self) >= _KEPT:
            self.clear()
        form = _FORM.fullmatch(text)
        kind = form.lastgroup if form else None
        token = _word(text.lower(), self._lexicon) if kind == "word" else _in_figures(kind, text)
        self[text] = token = token._replace(opens=text.lower() in self._lexicon.phrases)
        return token


@lru_cache(maxsize=8)
def readings(lexicon: Lexicon) -> Readings:
    """What tokens are, read with this lexicon."""
    return Readings(lexicon)


def _in_figures(kind: str | None, text: str) -> Token:  # noqa: PLR0911 - a form each
    if kind == "number":
        return Token(*_number(text))
    if kind == "mark":
        return Token(_MARKS.get(text, "stop"))
    if kind == "date" and (day := day_in_figures(text)):
        return Token("numeric_date", day=day)
    if kind == "cut":
        return Token("short_year", century_of(int(text[1:])))
    if kind == "decade":
        return Token("decade", int(text[:4]))
    if kind == "ordinal":
        return Token("ordinal_number", int(text[:-2]))
    return Token({"clock": "clock", "blank": "stop"}.get(kind or "", "other"))


def _word(lowered: str, lexicon: Lexicon) -> Token:
    known = lexicon.words.get(lowered)
    if known is None and "’" in lowered:
        known = lexicon.words.get(lowered.replace("’", "'"))
    if known is not None:
        return Token(known.cls, known.value, short=lowered in lexicon.month_shorts)
    return Token("possessive" if lowered.endswith(("'s", "’s")) else "other")
