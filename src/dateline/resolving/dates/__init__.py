"""Time expressions in news text, and the days that they stand for.

`find_times` says where a text speaks of time, `resolve_time` puts such words on the calendar.
"""

from dateline.resolving.dates.calendar import Days, is_aside, precision_of
from dateline.resolving.dates.finding import TimeMention, find_times
from dateline.resolving.dates.lexicon import Lexicon, default_lexicon, read_lexicon
from dateline.resolving.dates.patterns import TimeKind
from dateline.resolving.dates.resolution import resolve_time
from dateline.resolving.dates.telling import Telling

__all__ = [
    "Days",
    "Lexicon",
    "Telling",
    "TimeKind",
    "TimeMention",
    "default_lexicon",
    "find_times",
    "is_aside",
    "precision_of",
    "read_lexicon",
    "resolve_time",
]
