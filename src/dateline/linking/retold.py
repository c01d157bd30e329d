"""Two stories compared by the acts that they are mainly about, as wholes: levels of the fields (`fields.py`)
for claims of two such acts.

Harm to people in one act is told again at funerals and trials, when the day and the place are often left out
or misread. So all days, towns and tolls that the claims of the act give are compared with all of the other
one's (`acts.py`), and words in common count for more than where claims are compared one by one. Every two
claims of the two acts come to the same levels here.
"""

from __future__ import annotations

from dateline.linking.levels import column_of, field, when

TELLING_TOLL = 3
"""The least toll whose being the same tells anything."""
FAR_TOLL = 5
"""How many times the other one toll must be to speak against one event."""
MONTH = 31
YEAR = 366

RETOLD = "(act_l AND act_r AND (act_retold_l OR act_retold_r) AND story_l <> story_r)"

# What both passages hold, each word counted by its rarity, lowered somewhat for passages that hold many
# that they do not share.
_COMMON_WORDS = """(len(list_intersect(uncommon_l, uncommon_r)) + 2 * len(list_intersect(rare_l, rare_r))
    + 3 * len(list_intersect(rarest_l, rarest_r)))"""
LIKENESS = f"words_likeness({_COMMON_WORDS}, mass_l, mass_r)"


def likeness_of(level: str) -> str:
    """Whether as much is shared as the level of words asks."""
    return f"{LIKENESS} >= {column_of(level)}_l"


_WORDS = ("retold-most", "retold-many", "retold-several", "retold-some", "retold-few")
WORDS = (*((level, when(RETOLD, likeness_of(level))) for level in _WORDS), ("retold-none", RETOLD))


def _both(column: str) -> str:
    return f"(len({column}_l) > 0 AND len({column}_r) > 0)"


def _shared(column: str, other: str | None = None) -> str:
    return f"list_has_any({column}_l, {other or column}_r)"


_WHEREVER = f"NOT ({_both('act_provinces')} OR {_both('act_towns')})"
_TWO_PROVINCES = f"{_both('act_provinces')} AND NOT {_shared('act_provinces')}"
PLACE = (
    ("retold-town", when(RETOLD, _shared("act_towns"))),
    ("retold-nowhere", when(RETOLD, _WHEREVER)),
    # Of a story that tells of acts in several places another one may be that of the other story.
    ("retold-among", when(RETOLD, f"(act_partly_l OR act_partly_r) AND {_TWO_PROVINCES}")),
    ("retold-misplaced", when(RETOLD, likeness_of("retold-many"))),
    ("retold-province", when(RETOLD, _shared("act_provinces"))),
    ("retold-unlike", when(RETOLD, f"NOT {_both('act_provinces')}")),
    ("retold-elsewhere", RETOLD),
)

TWO_PLACES = ("retold-misplaced", "retold-province", "retold-elsewhere")
"""Levels of two places on the map."""

_SAME_DAY = _shared("act_days")
_TWO_DATES = f"({_both('act_dates')} AND NOT {_shared('act_dates', 'act_around_dates')})"
DAYS = (
    ("retold-same", when(RETOLD, _SAME_DAY)),
    ("retold-unknown", when(RETOLD, f"NOT {_both('act_days')}")),
    ("retold-daily", when(RETOLD, "daily_l OR daily_r")),
    ("retold-dates", when(RETOLD, _TWO_DATES)),
    ("retold-adjacent", when(RETOLD, _shared("act_stated", "act_around_stated"))),
    ("retold-apart", when(RETOLD, _both("act_stated"))),
    ("retold-unsaid", RETOLD),
)

_HARMS = ("act_killed", "act_injured")


def _any_toll(condition: str) -> str:
    return "(" + " OR ".join(f"coalesce({condition.format(harm)}, FALSE)" for harm in _HARMS) + ")"


_SAME_TOLL = _any_toll("{0}_l = {0}_r")
_NEAR_TOLL = _any_toll(
    f"greatest({{0}}_l, {{0}}_r) <= {FAR_TOLL} * greatest(1, least({{0}}_l, {{0}}_r))"
    " AND {0}_l IS NOT NULL AND {0}_r IS NOT NULL"
)
_BOTH_TOLLS = _any_toll("{0}_l IS NOT NULL AND {0}_r IS NOT NULL")
_OTHER_DAY = f"({_both('act_days')} AND NOT {_SAME_DAY})"
RETOLD_OTHER_DAY = when(RETOLD, _OTHER_DAY)
_BOTH_SAME = "coalesce(act_killed_l = act_killed_r AND act_injured_l = act_injured_r, FALSE)"
# One tells of dead, the other of hurt alone.
_CROSSED = """((act_killed_l IS NULL) <> (act_killed_r IS NULL)
    AND coalesce(act_killed_l, act_injured_l) IS NOT NULL
    AND coalesce(act_killed_r, act_injured_r) IS NOT NULL)"""
TOLL = (
    ("retold-both", when(RETOLD, f"{_OTHER_DAY} AND {_BOTH_SAME}")),
    ("retold-same", when(RETOLD, _any_toll(f"{{0}}_l = {{0}}_r AND {{0}}_l >= {TELLING_TOLL}"))),
    ("retold-few", when(RETOLD, _SAME_TOLL)),
    ("retold-crossed", when(RETOLD, f"{_OTHER_DAY} AND {_CROSSED}")),
    ("retold-far", when(RETOLD, f"{_OTHER_DAY} AND {_BOTH_TOLLS} AND NOT {_NEAR_TOLL}")),
    ("retold-other", when(RETOLD, f"{_OTHER_DAY} AND {_BOTH_TOLLS}")),
    ("retold-alike", RETOLD),
)

_APART = "abs(published_day_l - published_day_r)"
PUBLISHED = field(
    "published",
    ("aside", f"NOT {RETOLD}"),
    ("next-day", f"{_APART} <= 1"),
    ("days", f"{_APART} <= 3"),
    ("month", f"{_APART} <= {MONTH}"),
    ("quarter", f"{_APART} <= 3 * {MONTH}"),
    ("year", f"{_APART} <= {YEAR}"),
    otherwise="later",
)

# How old the people are.
AGES = field(
    "ages",
    ("aside", f"NOT {RETOLD}"),
    ("unknown", f"NOT {_both('ages')}"),
    ("several", "len(list_intersect(ages_l, ages_r)) > 1"),
    ("shared", _shared("ages")),
    otherwise="other",
)

# What an outlet prints again and again, and its reporters, are words in common of all its stories.
OUTLET = field(
    "outlet",
    ("aside", f"NOT {RETOLD}"),
    ("same", "coalesce(outlet_l = outlet_r, FALSE)"),
    otherwise="other",
)
