"""A text cut into tokens, each with the class of word that it is.

Every class has one character, so that a text becomes a string of classes which ordinary regular
expressions read far faster than the words themselves (see patterns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from dateline.resolving.dates.feasts import Calendar, Feast
from dateline.resolving.dates.figures import century_of
from dateline.resolving.dates.forms import TOKEN, Token, Tokens, readings
from dateline.resolving.dates.lexicon import CLASSES, Lexicon

SYMBOLS = {cls: chr(0x4E00 + number) for number, cls in enumerate(CLASSES)}
OTHER, STOP = SYMBOLS["other"], SYMBOLS["stop"]


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """The tokens of `text[start:end]`, their classes settled by their neighbours."""
    pieces = TOKEN.split(text[start:end])
    bounds = list(accumulate(map(len, pieces), initial=start))
    texts = pieces[1::2]
    read = list(map(readings(lexicon).__getitem__, texts))
    tokens = Tokens(bounds[1:-1:2], bounds[2::2], texts, read, [token.cls for token in read])
    if "month_short" in tokens.classes or "weekday_short" in tokens.classes:
        _take_in_dots(tokens)
    if True in [token.opens for token in read]:
        _join_phrases(tokens, lexicon)
    if not _UNSURE.isdisjoint(tokens.classes):
        _settle(tokens, text)
    return tokens


def _take_in_dots(tokens: Tokens) -> None:
    """Make one token of a short word and the dot behind it."""
    for place in range(len(tokens.texts) - 2, -1, -1):
        dotted = tokens.texts[place + 1] == "." and tokens.starts[place + 1] == tokens.ends[place]
        if dotted and tokens.read[place].short:
            text = tokens.texts[place] + "."
            tokens.join(place, place + 2, tokens.read[place])
            tokens.texts[place] = text


def _join_phrases(tokens: Tokens, lexicon: Lexicon) -> None:
    """Make one token of a feast, and none of a name that only sounds like a time."""
    phrases = lexicon.phrases
    place = 0
    while place < len(tokens.texts):
        for phrase in phrases.get(tokens.texts[place].lower(), ()) if tokens.read[place].opens else ():
            size = len(phrase.words)
            part = [word.lower().replace("’", "'") for word in tokens.texts[place : place + size]]
            if tuple(part) != phrase.words:
                continue
            if phrase.feast is None:
                tokens.classes[place : place + size] = ["other"] * size
                place += size - 1
            elif size == 1 and _is_a_person(tokens.classes, place, phrase.feast):
                continue
            else:
                tokens.join(place, place + size, Token("feast", feast=phrase.feast))
            break
        place += 1


def _is_a_person(classes: Sequence[str], place: int, feast: Feast) -> bool:
    """Whether "Ramadan" is a name: a moving feast of one word stands behind one that leads to it."""
    if feast.calendar is Calendar.FIXED or len(classes) == 1:
        return False
    return place == 0 or classes[place - 1] not in _LEADS_TO_FEAST


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


def _settle(tokens: Tokens, text: str) -> None:
    """Decide from their neighbours what words of two meanings are."""
    classes = tokens.classes
    unsure = [place for place, cls in enumerate(classes) if cls in _UNSURE]
    for place in unsure:
        cls = classes[place]
        if cls == "month_or_word":
            classes[place] = "month" if len(classes) == 1 or _is_month(tokens, place) else "other"
        elif cls == "month_short":
            classes[place] = "month" if len(classes) == 1 or _is_short_month(tokens, place) else "other"
        elif cls == "weekday_short":
            classes[place] = "weekday" if _is_short_weekday(tokens, place) else "other"
        elif cls == "year":
            if _counts(tokens, place, text):
                classes[place] = "number"
        elif cls in ("number", "day_number"):
            _settle_short_year(tokens, place)
        elif _in_a_name(tokens, place, text):
            classes[place] = "other"


def _class_at(classes: Sequence[str], place: int) -> str:
    """The class of a token; "other" beyond the ends."""
    return classes[place] if 0 <= place < len(classes) else "other"


def _dates(cls: str) -> bool:
    return cls in _DAY or cls.startswith("month")


def _is_short_weekday(tokens: Tokens, place: int) -> bool:
    classes = tokens.classes
    after = _class_at(classes, place + 1)
    dated = _dates(after) or (after == "comma" and _dates(_class_at(classes, place + 2)))
    return tokens.texts[place][0].isupper() and (dated or len(classes) == 1)


def _is_month(tokens: Tokens, place: int) -> bool:
    """Whether "may" or "march" is the month."""
    classes, text = tokens.classes, tokens.texts[place]
    before, earlier = _class_at(classes, place - 1), _class_at(classes, place - 2)
    after, after_next = _class_at(classes, place + 1), _class_at(classes, place + 2)
    yeared = after == "year" or (after == "comma" and after_next == "year")
    dated = after in _DAY or before in _DAY
    if text.islower():
        return yeared or (
            after in _DAY and after_next in ("year", "comma") and before in ("on", "since", "of")
        )
    if text.isupper():
        # in a text all in capitals "MAY" is more often the verb
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
    joined = before in _JOINS and earlier == "month"
    led = before in _LEADS_TO_MONTH or (before == "dash" and earlier == "mid")
    yeared = yeared or (after == "of" and after_next == "year")
    adjective = before in ("the", "an") and tokens.read[place].value == 3 and after == "other"
    ranged = after in _JOINS and after_next in ("month", "month_short")
    return yeared or dated or joined or led or adjective or ranged


def _is_short_month(tokens: Tokens, place: int) -> bool:
    text = tokens.texts[place]
    before, after = _class_at(tokens.classes, place - 1), _class_at(tokens.classes, place + 1)
    if text[0].islower():
        return before in _DAY and after == "year"
    return (
        before in _DAY
        or after in _DAY
        or after in ("year", "short_year")
        or (len(text) > 3 and text.endswith(".") and before in _LEADS_TO_MONTH)
    )


def _counts(tokens: Tokens, place: int, text: str) -> bool:
    """Whether a number of four figures counts something and is no year."""
    start, end = tokens.starts[place], tokens.ends[place]
    if start and text[start - 1] in "$€£#":
        return True
    if end < len(text) and text[end] in "%°":
        return True
    before, after = _class_at(tokens.classes, place - 1), _class_at(tokens.classes, place + 1)
    if before in ("month", "month_short", "month_or_word", "comma"):
        return False
    if tokens.read[place].value % 100 == 0 and before not in _LEADS_TO_MONTH:
        return True
    return before in ("about", "over", "at") or after in ("counted", "hour_unit")


def _settle_short_year(tokens: Tokens, place: int) -> None:
    """ "3 JAN 90": two figures after a day and a month's short name in capitals are a year."""
    if place < 2 or len(tokens.texts[place]) != 2 or tokens.classes[place - 2] != "day_number":
        return
    month = tokens.texts[place - 1]
    is_month = tokens.classes[place - 1] in ("month", "month_short", "month_or_word")
    if is_month and month.isupper() and len(month.strip(".")) <= 4:
        year = Token("short_year", century_of(tokens.read[place].value))
        tokens.classes[place], tokens.read[place] = year.cls, year


def _in_a_name(tokens: Tokens, place: int, text: str) -> bool:
    """Whether "Today" ends a name ("Russia Today"): a capital after a capital, in a line of mixed case."""
    if not place or tokens.classes[place - 1] != "other":
        return False
    word, before = tokens.texts[place], tokens.texts[place - 1]
    if not (word[0].isupper() and before[0].isupper()) or word.isupper() or before.isupper():
        return False
    if _class_at(tokens.classes, place + 1) == "comma":
        return False
    between = text[tokens.ends[place - 1] : tokens.starts[place]]
    return not between.strip(" \t") and "\n" not in between


def symbols(tokens: Tokens) -> str:
    """The classes of the tokens, a character each."""
    return "".join(map(SYMBOLS.__getitem__, tokens.classes))
