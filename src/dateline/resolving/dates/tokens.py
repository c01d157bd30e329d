"""A text cut into tokens, each with the class of word that it is.

Every class has one character, so that a text becomes a string of classes which ordinary regular
expressions read far faster than the words themselves (see patterns.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.resolving.dates.feasts import Calendar, Feast
from dateline.resolving.dates.figures import century_of, day_in_figures
from dateline.resolving.dates.lexicon import CLASSES, Lexicon

SYMBOLS = {cls: chr(0x4E00 + number) for number, cls in enumerate(CLASSES)}
OTHER, STOP = SYMBOLS["other"], SYMBOLS["stop"]

_TOKEN = re.compile(
    r"""(?P<blank>[\n\u2028\u2029][^\S\n\u2028\u2029]*[\n\u2028\u2029])
      | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)
      | (?P<date>(?:[0-9]{4}([-/])[0-9]{1,2}\4[0-9]{1,2}
          | [0-9]{1,2}([/.])[0-9]{1,2}\5(?:[0-9]{4}|[0-9]{2}))(?![0-9]))
      | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))
      | (?P<cut>['’‘][0-9]{2}(?![0-9\w]))
      | (?P<decade>(?:1[0-9]|20)[0-9]0['’]?s\b)
      | (?P<ordinal>[0-9]{1,4}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
      | (?P<number>[0-9]+(?:[.,][0-9]+)*)
      | (?P<mark>[^\s])""",
    re.VERBOSE,
)
_MARKS = {"-": "dash", "–": "dash", "‑": "dash", "‐": "dash", ",": "comma", "(": "bracket", "[": "bracket"}
_FIRST_YEAR, _LAST_YEAR = 1600, 2099


@dataclass(slots=True)
class Token:
    """A token: where it stands, its text, its class and what number it stands for.

    `day` is set for a date in figures, `feast` for a feast.
    """

    start: int
    end: int
    text: str
    cls: str
    value: int = 0
    day: date | None = None
    feast: Feast | None = None


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


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`, their classes settled by their neighbours."""
    tokens: list[Token] = []
    shorts = lexicon.month_shorts
    resume = start
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if first < resume:
            continue
        kind, found = match.lastgroup, match.group()
        if kind == "word":
            cls, value = _read(found, lexicon)
            if value is None:
                tokens.append(Token(first, last, found, cls))
                continue
            if last < end and text[last] == "." and found.lower() in shorts:
                last += 1
                resume = last
            tokens.append(Token(first, last, text[first:last], cls, value))
        elif kind == "number":
            cls, value = _number(found)
            tokens.append(Token(first, last, found, cls, value))
        elif kind == "mark":
            tokens.append(Token(first, last, found, _MARKS.get(found, "stop")))
        else:
            tokens.append(_formed(kind, first, last, found))
    _join_phrases(tokens, lexicon)
    _settle(tokens, text)
    return tokens


@lru_cache(maxsize=16384)
def _read(word: str, lexicon: Lexicon) -> tuple[str, int | None]:
    """Class and value of a word, None for the value of one that the lexicon does not know."""
    lowered = word.lower()
    known = lexicon.words.get(lowered)
    if known is None and "’" in lowered:
        known = lexicon.words.get(lowered.replace("’", "'"))
    if known is not None:
        return known.cls, known.value
    return ("possessive" if lowered.endswith(("'s", "’s")) else "other"), None


def _formed(kind: str | None, first: int, last: int, found: str) -> Token:
    if kind == "date" and (day := day_in_figures(found)):
        return Token(first, last, found, "numeric_date", day=day)
    if kind == "cut":
        return Token(first, last, found, "short_year", century_of(int(found[1:])))
    if kind == "decade":
        return Token(first, last, found, "decade", int(found[:4]))
    if kind == "ordinal":
        return Token(first, last, found, "ordinal_number", int(found[:-2]))
    return Token(first, last, found, {"clock": "clock", "blank": "stop"}.get(kind or "", "other"))


def _join_phrases(tokens: list[Token], lexicon: Lexicon) -> None:
    """Make one token of a feast, and none of a name that only sounds like a time."""
    phrases = lexicon.phrases
    place = next((place for place, token in enumerate(tokens) if token.text.lower() in phrases), len(tokens))
    while place < len(tokens):
        group = phrases.get(tokens[place].text.lower())
        for phrase in group or ():
            size = len(phrase.words)
            part = tokens[place : place + size]
            if tuple(token.text.lower().replace("’", "'") for token in part) != phrase.words:
                continue
            if phrase.feast is not None and size == 1 and _is_a_person(tokens, place, phrase.feast):
                continue
            if phrase.feast is None:
                for token in part:
                    token.cls = "other"
                place += size - 1
            else:
                text = " ".join(token.text for token in part)
                tokens[place : place + size] = [
                    Token(part[0].start, part[-1].end, text, "feast", feast=phrase.feast)
                ]
            break
        place += 1


def _is_a_person(tokens: list[Token], place: int, feast: Feast) -> bool:
    """Whether "Ramadan" is a name: a moving feast of one word stands behind one that leads to it."""
    if feast.calendar is Calendar.FIXED or len(tokens) == 1:
        return False
    return place == 0 or tokens[place - 1].cls not in _LEADS_TO_FEAST


_UNSURE = frozenset(
    ("month_or_word", "month_short", "weekday_short", "year", "number", "deictic", "day_number")
)
_DAY = frozenset(("day_number", "ordinal_number"))
_LEADS = """
in since of to last next this previous following early mid late from during between by end_of every ordinal
day_number ordinal_number
"""
_LEADS_TO_MONTH = frozenset(_LEADS.split())
_LEADS_TO_FEAST = _LEADS_TO_MONTH | frozenset(
    ("on", "at", "for", "before", "after", "the", "year", "start_of")
)
_JOINS = frozenset(("and", "to", "dash", "comma"))


def _settle(tokens: list[Token], text: str) -> None:
    """Decide from their neighbours what words of two meanings are."""
    unsure = [place for place, token in enumerate(tokens) if token.cls in _UNSURE]
    for place in unsure:
        token = tokens[place]
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.cls == "month_or_word":
            token.cls = "month" if len(tokens) == 1 or _is_month(tokens, place) else "other"
        elif token.cls == "month_short":
            token.cls = "month" if len(tokens) == 1 or _is_short_month(tokens, place) else "other"
        elif token.cls == "weekday_short":
            near = tokens[place + 2] if place + 2 < len(tokens) else None
            dated = after and (after.cls in _DAY or after.cls.startswith("month"))
            dated = dated or (after and after.cls == "comma" and near and _dates(near))
            if not (token.text[0].isupper() and (dated or len(tokens) == 1)):
                token.cls = "other"
            else:
                token.cls = "weekday"
        elif token.cls == "year":
            if _counts(text, token, before, after):
                token.cls = "number"
        elif token.cls in ("number", "day_number"):
            _settle_short_year(tokens, place)
        elif _in_a_name(text, token, before, after):
            token.cls = "other"


def _dates(token: Token) -> bool:
    return token.cls in _DAY or token.cls.startswith("month")


def _is_month(tokens: list[Token], place: int) -> bool:
    """Whether "may" or "march" is the month."""
    token = tokens[place]
    before = tokens[place - 1].cls if place else "other"
    after = tokens[place + 1].cls if place + 1 < len(tokens) else "other"
    after_next = tokens[place + 2].cls if place + 2 < len(tokens) else "other"
    yeared = after == "year" or (after == "comma" and after_next == "year")
    dated = after in _DAY or before in _DAY
    if token.text.islower():
        return yeared or (
            after in _DAY and after_next in ("year", "comma") and before in ("on", "since", "of")
        )
    if token.text.isupper():
        # in a text all in capitals "MAY" is more often the verb
        earlier = tokens[place - 2].cls if place > 1 else "other"
        return (
            yeared
            or before in ("in", "since", "last", "early", "late", "mid")
            or (
                before in _DAY
                and earlier in ("on", "in", "of", "since", "comma", "weekday", "the", "between", "from")
            )
            or (before in _DAY and after == "number")
            or (after in _DAY and before in ("on", "since", "by"))
        )
    joined = before in _JOINS and place > 1 and tokens[place - 2].cls == "month"
    led = before in _LEADS_TO_MONTH or (before == "dash" and place > 1 and tokens[place - 2].cls == "mid")
    yeared = yeared or (after == "of" and after_next == "year")
    adjective = before in ("the", "an") and token.value == 3 and after == "other"
    ranged = after in _JOINS and after_next in ("month", "month_short")
    return yeared or dated or joined or led or adjective or ranged


def _is_short_month(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    before = tokens[place - 1].cls if place else "other"
    after = tokens[place + 1].cls if place + 1 < len(tokens) else "other"
    if token.text[0].islower():
        return before in _DAY and after == "year"
    return (
        before in _DAY
        or after in _DAY
        or after in ("year", "short_year")
        or (len(token.text) > 3 and token.text.endswith(".") and before in _LEADS_TO_MONTH)
    )


def _counts(text: str, token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a number of four figures counts something and is no year."""
    if token.start and text[token.start - 1] in "$€£#":
        return True
    if token.end < len(text) and text[token.end] in "%°":
        return True
    if before is not None and before.cls in ("month", "month_short", "month_or_word", "comma"):
        return False
    if token.value % 100 == 0 and (before is None or before.cls not in _LEADS_TO_MONTH):
        return True
    return (before is not None and before.cls in ("about", "over", "at")) or (
        after is not None and after.cls in ("counted", "hour_unit")
    )


def _settle_short_year(tokens: list[Token], place: int) -> None:
    """ "3 JAN 90": two figures after a day and a month's short name in capitals are a year."""
    token = tokens[place]
    month = tokens[place - 1] if place else None
    if month is None or len(token.text) != 2 or month.cls not in ("month", "month_short", "month_or_word"):
        return
    day = tokens[place - 2] if place > 1 else None
    if (
        day is not None
        and day.cls == "day_number"
        and month.text.isupper()
        and len(month.text.strip(".")) <= 4
    ):
        token.cls, token.value = "short_year", century_of(token.value)


def _in_a_name(text: str, token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether "Today" ends a name ("Russia Today"): a capital after a capital, in a line of mixed case."""
    if before is None or not (token.text[0].isupper() and before.text[0].isupper()):
        return False
    if token.text.isupper() or before.text.isupper() or before.cls != "other":
        return False
    if after is not None and after.cls == "comma":
        return False
    return not text[before.end : token.start].strip(" \t") and "\n" not in text[before.end : token.start]


def symbols(tokens: list[Token]) -> str:
    """The classes of the tokens, a character each."""
    table = SYMBOLS
    return "".join([table[token.cls] for token in tokens])
