"""What days the words of a time expression stand for."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dateline.resolving.dates.calendar import Days
from dateline.resolving.dates.finding import Expression, expressions
from dateline.resolving.dates.lexicon import Lexicon, default_lexicon
from dateline.resolving.dates.odd_forms import odd_date
from dateline.resolving.dates.patterns import Context, TimeKind


def resolve_time(
    words: str,
    published: date | None,
    *,
    future: bool = False,
    anchor: Days | None = None,
    lexicon: Lexicon | None = None,
) -> Days | None:
    """The days that `words` stand for in a story of the day `published`; None when they tell no time.

    `future` is for what is planned or threatened: "on Monday" is then the next one. `anchor` is the
    day that the sentence or story has set, which "the next day" and "two weeks later" count from.
    Without a publication date, dates that name their year resolve, those that do not take the
    anchor's year, and the rest give Days(None, None, None). Days after publication come only from
    words that say so ("tomorrow", a year to come) or with `future`. Never raises on any words.
    """
    return _resolved(words, published, future, anchor, lexicon or default_lexicon())


@lru_cache(maxsize=8192)
def _resolved(
    words: str, published: date | None, future: bool, anchor: Days | None, lexicon: Lexicon
) -> Days | None:
    found = _first_dated(words, lexicon)
    if (found is None or found.leaves_figures()) and (day := odd_date(words)) is not None:
        return day
    # a year or season alone is known for one by the word before it
    if found is None and words.count(" ") <= 1:
        found = _first_dated(f"in {words}", lexicon) or _first_dated(f"on {words}", lexicon)
    return None if found is None else found.resolve(Context(published, future, anchor, lexicon))


@lru_cache(maxsize=8192)
def _first_dated(words: str, lexicon: Lexicon) -> Expression | None:
    """The first expression that can tell a day, or else the first of any kind.

    The same few words ("on Friday") stand in stories of every day.
    """
    _, found = expressions(words, 0, len(words), lexicon)
    timeless = (TimeKind.DURATION, TimeKind.RECURRENT, TimeKind.AGE)
    return next((one for one in found if one.kind not in timeless), found[0] if found else None)
