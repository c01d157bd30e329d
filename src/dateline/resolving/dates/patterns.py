"""Patterns over classes of words, and what a pattern found.

A pattern is a regular expression in which a word class stands in capitals (`EARLY? MONTH`), a macro in
braces, and blanks mean nothing; it is matched against a string with one character a token.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dateline.resolving.dates.calendar import UNKNOWN, Days, stretch
from dateline.resolving.dates.forms import Token, Tokens
from dateline.resolving.dates.lexicon import Lexicon
from dateline.resolving.dates.tokens import SYMBOLS


class TimeKind(StrEnum):
    """What a time expression says."""

    DAY = "day"
    RANGE = "range"
    SINCE = "since"
    LASTING = "lasting"
    OFFSET = "offset"
    PART = "part"
    DURATION = "duration"
    RECURRENT = "recurrent"
    VAGUE = "vague"
    AGE = "age-or-other"


_ALL = frozenset(SYMBOLS.values())

MACROS = {
    "about": "(?:AT? ABOUT+ AN?|OVER)",
    "number": """(?P<number>
        AN? FEW OF? | NUMBER_WORD (?:DASH? NUMBER_WORD)? | AN? NUMBER_WORD | DAY_NUMBER | NUMBER | AN
        ) (?:DASH? AND DASH? AN? DASH? (?P<half>HALF))?""",
    "more_half": "(?: AND AN (?P<half>HALF))",
    "one": "(?P<unit>DAY_UNIT|WEEK_UNIT|MONTH_UNIT|YEAR_UNIT|DECADE_UNIT|CENTURY_UNIT)",
    "many": """(?P<unit>DAYS_UNIT|NIGHT_UNIT|WEEKS_UNIT|MONTHS_UNIT|YEARS_UNIT|DECADES_UNIT|CENTURY_UNIT
        |HOUR_UNIT|MINUTE_UNIT)""",
    "unit": """(?P<unit>DAY_UNIT|WEEK_UNIT|MONTH_UNIT|YEAR_UNIT|DECADE_UNIT|CENTURY_UNIT
        |DAYS_UNIT|NIGHT_UNIT|WEEKS_UNIT|MONTHS_UNIT|YEARS_UNIT|DECADES_UNIT|HOUR_UNIT|MINUTE_UNIT)""",
    "days_up": """(?P<unit>DAY_UNIT|WEEK_UNIT|MONTH_UNIT|YEAR_UNIT|DECADE_UNIT|DAYS_UNIT|NIGHT_UNIT|WEEKS_UNIT
        |MONTHS_UNIT|YEARS_UNIT|DECADES_UNIT)""",
    "many_days": "(?P<unit>DAYS_UNIT|NIGHT_UNIT|WEEKS_UNIT|MONTHS_UNIT)",
    "up_to_months": "(?P<unit>DAY_UNIT|WEEK_UNIT|MONTH_UNIT|DAYS_UNIT|NIGHT_UNIT|WEEKS_UNIT|MONTHS_UNIT)",
    "day": "(?P<day>DAY_NUMBER|ORDINAL_NUMBER)",
    "day_last": "(?P<day_last>DAY_NUMBER|ORDINAL_NUMBER)",
    "ordinal": "(?P<ordinal>ORDINAL|ORDINAL_NUMBER)",
    "year": "(?P<year>YEAR|SHORT_YEAR)",
    "which": "(?P<which>LAST|PAST|THIS|NEXT|PREVIOUS|FOLLOWING|THAT|THE? SAME|COMING)",
    "that_year": """(?: COMMA? OF? {year}
        | COMMA? (?:IN|OF)? THE? (?P<year_which>LAST|THIS|NEXT|PREVIOUS|FOLLOWING|THAT|SAME) YEAR_UNIT)""",
    "part": "(?P<part>PART|NIGHT)",
    "part_of": """(?: (?: (?:EARLY IN)? THE? (?:EARLY|LATE)? (?P<part_of>PART|NIGHT) HOUR_UNIT? (?:OF|ON)
        | THE? EARLY HOUR_UNIT (?:OF|ON)? | PART (?:OF|ON) ) THE? )""",
    "edge": "(?P<edge>START_OF|END_OF|MIDDLE_OF|MID)",
    "mod": """(?: (?P<mod>EARLY|LATE|MID|EARLIER|LATER) DASH? (?:ON|IN|OF)? THE? (?:EARLY|LATE)?
        | THE? {edge} OF THE? )""",
}


def _expanded(template: str) -> str:
    for _ in range(4):
        template = re.sub(r"\{([a-z_]+)\}", lambda found: MACROS[found.group(1)], template)
    return template


def compiled(template: str) -> re.Pattern[str]:
    """The pattern of a template; a group that stands twice is called `name_2` the second time.

    Raises KeyError for a class or macro that there is not.
    """
    seen: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        name = found.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}_{seen[name]}>"

    named = re.sub(r"\(\?P<(\w+)>", numbered, _expanded(template))
    classed = re.sub(r"[A-Z_]{2,}", lambda found: f" {SYMBOLS[found.group().lower()]} ", named)
    return re.compile(re.sub(r"\s+", "", classed))


_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:|(?P<look><?[=!])))?")


def openings(pattern: str) -> frozenset[str]:
    """The symbols that what a compiled pattern matches may begin with: no need to try it elsewhere.

    Raises ValueError for a pattern that is made of more than symbols, groups, ".", "$", "?" and "+".
    """
    found, may_be_empty, end = _openings(pattern, 0)
    if may_be_empty or end < len(pattern):
        raise ValueError(f"the pattern {pattern!r} matches nothing at all or has a bracket too many")
    return found


def _openings(pattern: str, place: int) -> tuple[frozenset[str], bool, int]:
    """Of the alternatives from `place`: their openings, whether one may be empty, and where they end."""
    found: frozenset[str] = frozenset()
    empty, may_be_empty = True, False
    while place < len(pattern) and pattern[place] != ")":
        if pattern[place] == "|":
            empty, may_be_empty, place = True, may_be_empty or empty, place + 1
            continue
        if group := _GROUP.match(pattern, place):
            opening, skipped, end = _openings(pattern, group.end())
            opening, skipped = (frozenset(), True) if group["look"] else (opening, skipped)
            place = end + 1
        elif pattern[place] in (".", "$"):
            opening, skipped, place = _ALL, pattern[place] == "$", place + 1
        elif pattern[place] in _ALL:
            opening, skipped, place = frozenset(pattern[place]), False, place + 1
        else:
            raise ValueError(f"no class of words: {pattern[place]!r}")
        if pattern[place : place + 1] in ("?", "+"):
            skipped, place = skipped or pattern[place] == "?", place + 1
        found = found | opening if empty else found
        empty = empty and skipped
    return found, may_be_empty or empty, place


@dataclass(frozen=True, slots=True)
class Context:
    """What words are read against: see `resolve_time`."""

    published: date | None
    future: bool
    anchor: Days | None
    lexicon: Lexicon

    @property
    def anchor_day(self) -> date | None:
        """The last day of the anchor, if it has one."""
        return (self.anchor.latest or self.anchor.earliest) if self.anchor else None

    def is_ahead(self, days: Days) -> bool:
        """Whether days lie wholly after publication though what they date is past."""
        now = self.published
        return bool(now and days.earliest and days.earliest > now and not self.future)

    def until_now(self, days: Days) -> Days:
        """`days` without those after publication; the rest of them alone for what is to come."""
        now = self.published
        if now is None or days.earliest is None or days.latest is None:
            return days
        if self.future:
            return stretch(max(days.earliest, now), days.latest) if days.latest >= now else days
        return stretch(days.earliest, min(days.latest, now)) if days.earliest <= now else days


class Found(NamedTuple):
    """Tokens that a rule took for a time expression."""

    rule: Rule
    tokens: Tokens
    match: re.Match[str]
    offset: int

    @property
    def first(self) -> int:
        """The first of its tokens."""
        return self.match.start() + self.offset

    @property
    def last(self) -> int:
        """The token after its last."""
        return self.match.end() + self.offset

    def span(self, group: str) -> tuple[int, int] | None:
        """First token of the group and the one after its last; None when it took no part."""
        groups = self.match.re.groupindex
        for name in (group, f"{group}_2", f"{group}_3"):
            if name in groups and self.match.start(name) >= 0:
                first, last = self.match.span(name)
                return first + self.offset, last + self.offset
        return None

    def has(self, group: str) -> bool:
        """Whether the pattern's group took part."""
        return self.span(group) is not None

    def token(self, group: str) -> Token | None:
        """The last token of the group."""
        span = self.span(group)
        return self.tokens.at(span[1] - 1) if span else None

    def cls(self, group: str) -> str:
        """The class of the group's last token; "" when it took no part."""
        token = self.token(group)
        return token.cls if token else ""

    def value(self, group: str) -> int | None:
        """The number that the group's last token stands for."""
        token = self.token(group)
        return token.value if token else None

    def number(self) -> float:
        """How many units: "a" is one, "several" as the lexicon has it, "two and a half" 2.5."""
        span = self.span("number")
        if span is None:
            return 1
        total = 0
        for token in map(self.tokens.at, range(*span)):
            if token.cls == "number_word" and token.value == 100:
                total = max(total, 1) * 100
            elif token.cls in ("number_word", "day_number", "number", "few"):
                total += token.value
        return (total or 1) + (0.5 if self.has("half") else 0)

    def is_vague_number(self) -> bool:
        """Whether it counts "a few" or "several", of which nobody knows how many; a couple is two."""
        span = self.span("number")
        return span is not None and any(
            token.cls == "few" and token.value > 2 for token in map(self.tokens.at, range(*span))
        )

    def unit(self) -> tuple[str, int]:
        """The unit's name and how many of it the word stands for (a fortnight is two weeks)."""
        token = self.token("unit")
        if token is None:
            return "day", 1
        name = token.cls.removesuffix("_unit").removesuffix("s")
        return ("day" if name == "night" else name), max(token.value, 1)

    def part(self) -> str:
        """Which part of a period: "early", "mid", "late", "earlier", "later" or "" for all of it."""
        name = self.cls("mod") or self.cls("edge")
        return {"start_of": "early", "middle_of": "mid", "end_of": "late"}.get(name, name)


Resolver = Callable[[Found, Context], Days | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the kind of time that it tells, and what days it stands for."""

    name: str
    pattern: re.Pattern[str]
    kind: TimeKind
    resolve: Resolver


def rule(name: str, kind: TimeKind, template: str, resolve: Resolver) -> Rule:
    """A rule with its pattern compiled."""
    return Rule(name, compiled(template), kind, resolve)


def unknown(found: Found, context: Context) -> Days | None:
    """For words that tell a time which no calendar holds."""
    del found, context
    return UNKNOWN


def timeless(found: Found, context: Context) -> Days | None:
    """For words that give an event no day: how long, how often, how old."""
    del found, context
    return None
