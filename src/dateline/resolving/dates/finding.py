"""Where a text speaks of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dateline.model import Span
from dateline.resolving.dates import rules_calendar, rules_days, rules_shares, rules_story, rules_stretches
from dateline.resolving.dates.calendar import UNKNOWN, Days, one_day, shift_days, stretch
from dateline.resolving.dates.forms import Tokens
from dateline.resolving.dates.lexicon import Lexicon, default_lexicon
from dateline.resolving.dates.patterns import Context, Found, Rule, TimeKind, openings
from dateline.resolving.dates.telling import TELLING_CLASSES, Telling, may_tell
from dateline.resolving.dates.tokens import OTHER, STOP, SYMBOLS, symbols, tokenise

RULES = (
    *rules_calendar.RULES,
    *rules_shares.RULES,
    *rules_days.RULES,
    *rules_stretches.RULES,
    *rules_story.RULES,
)

_OPENINGS = [(rule, openings(rule.pattern.pattern)) for rule in RULES]
_RULES_AT = {
    symbol: tuple(rule for rule, first in _OPENINGS if symbol in first) for symbol in SYMBOLS.values()
}

_CORE = frozenset(SYMBOLS[cls] for cls in TELLING_CLASSES)
_HOUSE_NUMBER = re.compile(
    r"\d{4}[ ]+(?:(?:[NSEW]|North|South|East|West)\b\.?[ ]+[A-Z0-9]"
    r"|(?:[A-Z][\w.]*[ ]+){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Drive|Lane)\b)"
)
"""The number of a house and its street: four figures that are no year."""
_DASH, _TO, _AND = SYMBOLS["dash"], SYMBOLS["to"], SYMBOLS["and"]
_BETWEEN, _FROM, _ONWARD = SYMBOLS["between"], SYMBOLS["from"], SYMBOLS["onward"]
_SINCE, _THE = SYMBOLS["since"], SYMBOLS["the"]
# rules whose times may bound a stretch: "from Monday to the day after" would be none
_BOUNDS = frozenset(
    rule.name for rule in (*rules_calendar.RULES, *rules_days.RULES) if rule.kind is TimeKind.DAY
) | {"month", "year", "the-year", "bare-year", "lone-year", "season", "decade", "which-unit"}
# Stretches of known words that hold one which tells of time.
_RUN = re.compile(f"[^{OTHER}{STOP}{''.join(_CORE)}]*[{''.join(_CORE)}][^{OTHER}{STOP}]*")
# "the 14 March alliance" is named after a day
_NAMING, _NAMED = ("day-month", "month-day"), SYMBOLS["named"]
_CLAUSE = 12  # how many words there may be between "since" and its time
_SINCE_CLAUSE = re.compile(
    f"(?<!{SYMBOLS['have']}){_SINCE}(?=[{OTHER}{_THE}{SYMBOLS['possessive']}{SYMBOLS['an']}])"
    f"[^{STOP}{_SINCE}{SYMBOLS['comma']}{''.join(_CORE)}]*[{SYMBOLS['in']}{SYMBOLS['on']}]{_THE}?$"
)
_MARGIN = 2  # how many classes beyond a run a rule may look at
_JOINED_KINDS = (TimeKind.DAY, TimeKind.RANGE)


class TimeMention(NamedTuple):
    """A time expression; `mention` counts in the full text.

    `bounds` are the two times of a stretch ("from Monday to Wednesday").
    """

    mention: Span
    kind: TimeKind
    bounds: tuple[Span, Span] | None = None

    @property
    def dated(self) -> bool:
        """Whether such words can give an event its days by themselves."""
        return self.kind in (TimeKind.DAY, TimeKind.RANGE, TimeKind.SINCE, TimeKind.LASTING)


class Expression(NamedTuple):
    """What was found at tokens `first` to `last`: one time, or two that bound a stretch."""

    first: int
    last: int
    kind: TimeKind
    found: Found
    until: Found | None = None

    def leaves_figures(self) -> bool:
        """Whether there are numbers among the tokens that it has no use for."""
        texts = self.found.tokens.texts
        return any(text[:1].isdigit() for text in (*texts[: self.first], *texts[self.last :]))

    def resolve(self, context: Context) -> Days | None:
        """The days that it stands for; None when it tells none."""
        if self.until is not None:
            return _resolve_stretch(self.found, self.until, context)
        days = self.found.rule.resolve(self.found, context)
        if self.kind is not TimeKind.SINCE or days is None or days.earliest is None:
            return days
        now = context.published
        if now is None or now < days.earliest:
            return days if now else Days(days.earliest, None, None)
        return stretch(days.earliest, now)


def _resolve_stretch(start: Found, end: Found, context: Context) -> Days | None:
    """From one time to another; the year or month that one leaves open is taken from the other."""
    if start.has("year") and not end.has("year"):
        first = start.rule.resolve(start, context)
        if first is None or first.latest is None or first.earliest is None:
            return UNKNOWN
        year_on = Context(shift_days(first.earliest, 364), False, context.anchor, context.lexicon)
        last = end.rule.resolve(end, year_on)
    else:
        last = end.rule.resolve(end, context)
        if last is None or last.latest is None:
            return UNKNOWN
        before = Context(last.latest, False, one_day(last.latest), context.lexicon)
        first = start.rule.resolve(start, before)
    if first is None or last is None or first.earliest is None or last.latest is None:
        return UNKNOWN
    return context.until_now(stretch(first.earliest, last.latest))


def expressions(
    text: str, start: int, end: int, lexicon: Lexicon, telling: Telling | None = None
) -> tuple[Tokens | None, list[Expression]]:
    """The tokens of `text[start:end]` and the times that they tell, in order and apart from each other.

    None for the tokens of a stretch that tells none: they are not looked at. `telling` is of the whole text.
    """
    if not (telling.within(start, end) if telling else may_tell(text, start, end, lexicon)):
        return None, []
    tokens = tokenise(text, start, end, lexicon)
    classes = symbols(tokens)
    found: list[Expression] = []
    for run in _RUN.finditer(classes):
        found += _joined(_in_run(tokens, classes, *run.span()), classes)
    return tokens, found


@lru_cache(maxsize=16384)
def _matches(window: str, first: int, last: int) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """What the rules make of the classes from `first` to `last` of a window: at each place the longest.

    Stories are full of the same few runs ("on" and a weekday), so that this is mostly looked up.
    """
    found: list[tuple[Rule, re.Match[str]]] = []
    place = first
    while place < last:
        best: tuple[Rule, re.Match[str]] | None = None
        for rule in _RULES_AT[window[place]]:
            match = rule.pattern.match(window, place)
            if match is not None and match.end() > (best[1].end() if best else place):
                best = (rule, match)
        if best is None:
            place += 1
        else:
            place = best[1].end()
            if not (best[0].name in _NAMING and window[place : place + 1] == _NAMED):
                found.append(best)
    return tuple(found)


def _in_run(tokens: Tokens, classes: str, first: int, last: int) -> list[Found]:
    start = max(first - _MARGIN, 0)
    window = classes[start : last + _MARGIN]
    return [
        Found(rule, tokens, match, start) for rule, match in _matches(window, first - start, last - start)
    ]


def _joined(found: list[Found], classes: str) -> Iterator[Expression]:
    """Times, with those that bound a stretch made one and "since" taken in."""
    place = 0
    while place < len(found):
        this = found[place]
        after = found[place + 1] if place + 1 < len(found) else None
        before = classes[this.first - 1] if this.first else OTHER
        place += 1
        if after is not None and _bound(this, after, before, classes):
            first = this.first - 1 if before in (_BETWEEN, _FROM) else this.first
            yield Expression(first, after.last, TimeKind.RANGE, this, after)
            place += 1
        elif (since := _since(this, classes)) is not None:
            yield Expression(since, this.last, TimeKind.SINCE, this)
        elif (
            before == _FROM
            and classes[this.last : this.last + 1] == _ONWARD
            and this.rule.kind in _JOINED_KINDS
        ):
            yield Expression(this.first - 1, this.last + 1, TimeKind.SINCE, this)
        else:
            yield Expression(this.first, this.last, this.rule.kind, this)


def _since(this: Found, classes: str) -> int | None:
    """Where "since", or "since the", stands before a time."""
    begins = max(this.first - _CLAUSE, 0)
    if this.rule.kind not in _JOINED_KINDS or _SINCE not in classes[begins : this.first]:
        return None
    for lead in (_SINCE, _SINCE + _THE):
        if classes.endswith(lead, 0, this.first):
            return this.first - len(lead)
    # "since the conflict began in March 2011", but not "has since been retaken in March"
    clause = _SINCE_CLAUSE.search(classes, begins, this.first)
    return clause.start() if clause else None


def _bound(this: Found, after: Found, before: str, classes: str) -> bool:
    if this.rule.name not in _BOUNDS or after.rule.name not in _BOUNDS or after.first - this.last != 1:
        return False
    joint = classes[this.last]
    return joint in (_DASH, _TO) or (joint == _AND and before == _BETWEEN)


def find_times(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    lexicon: Lexicon | None = None,
    telling: Telling | None = None,
) -> list[TimeMention]:
    """The time expressions of `text[start:end]` in their order; offsets are of the full text.

    Ages are left out. Ask `TimeMention.dated` which can give an event its days. `lexicon` is the
    package's own unless given (see `read_lexicon`); `telling` that of `text`, if it was made. Never raises on
    any text.
    """
    stop = len(text) if end is None else min(end, len(text))
    tokens, found = expressions(text, max(start, 0), stop, lexicon or default_lexicon(), telling)
    if tokens is None:
        return []
    starts, ends = tokens.starts, tokens.ends

    def span(first: int, last: int) -> Span:
        return Span.of(text, starts[first], ends[last - 1])

    return [
        TimeMention(
            span(one.first, one.last),
            one.kind,
            (span(one.found.first, one.found.last), span(one.until.first, one.until.last))
            if one.until
            else None,
        )
        for one in found
        if one.kind is not TimeKind.AGE and not _is_house_number(text, starts[one.first], ends[one.last - 1])
    ]


def _is_house_number(text: str, start: int, end: int) -> bool:
    """ "at 1816 N. Harbour Street" names no year."""
    return end - start == 4 and _HOUSE_NUMBER.match(text, start) is not None
