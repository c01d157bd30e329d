"""From figures that stand beside one another to low, best and high.

low   the smallest exact figure; where nobody gives one, the largest "at least". An "at least" that an
      exact figure exceeds says nothing against it, one that exceeds an exact figure disputes it and
      counts for best and high: nobody's exact figure is put below low.
high  the largest figure; open (None) when that is an "at least", which sets no limit.
best  the figure that most voices give, by their weights and newness; of equals the newest, then the
      middle one. A voice that stands by several speaks for its largest: a smaller one may be a part of
      it. An "at least" speaks for its own number only: nobody says that there were many more.
The form follows UCDP GED's low, best and high estimates (codebook, "fatality estimates"), with the
reliability of sources in a settings file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import Figure
from dateline.weighing.voices import Order


@dataclass(frozen=True, slots=True)
class Range:
    """Low, best and high of people; None where nobody gives a number. `exact` when someone gives
    more than a lower bound, `disputed` when two voices contradict each other."""

    low: int | None
    best: int | None
    high: int | None
    exact: bool
    disputed: bool


def _candidate(figure: Figure) -> int | None:
    if figure.likely is not None or figure.low is None or figure.high is None:
        return figure.low if figure.likely is None else figure.likely
    return (figure.low + figure.high) // 2


def _weights(figures: Sequence[Figure], settings: WeighingSettings) -> list[float]:
    """What each figure weighs: its voice's weight, less with age."""
    days = [figure.published for figure in figures if figure.published is not None]
    newest = max(days, default=0)
    return [
        settings.weight(figure.voice.kind)
        * 0.5
        ** ((newest - (newest if figure.published is None else figure.published)) / settings.half_life_days)
        for figure in figures
    ]


def _largest_of_each(figures: Sequence[Figure]) -> list[Figure]:
    """The largest figure of each voice; of equals the exact one, then the newest."""
    largest: dict[tuple[str, ...], Figure] = {}
    for figure in sorted(figures, key=_size):
        largest[figure.voice.key] = figure
    return list(largest.values())


def _size(figure: Figure) -> tuple[int, bool, int, Order]:
    return _candidate(figure) or 0, not figure.bound, figure.published or 0, figure.order


def _best(told: Sequence[Figure], floor: int, settings: WeighingSettings) -> int | None:
    figures = _largest_of_each(told)
    weights = _weights(figures, settings)
    support: dict[int, tuple[float, int]] = {}
    for figure in figures:
        number = _candidate(figure)
        if number is None or number < floor:
            continue
        giving = sum(
            weight
            for other, weight in zip(figures, weights, strict=True)
            if (other.low == number if other.bound else other.allows(number, settings.about))
        )
        newest = max(support.get(number, (0.0, 0))[1], figure.published or 0)
        support[number] = (round(giving, 9), newest)
    if not support:
        return None
    most = max(support.values())
    equals = sorted(number for number, score in support.items() if score == most)
    return equals[(len(equals) - 1) // 2]


def contradict(one: Figure, other: Figure, settings: WeighingSettings) -> bool:
    """Whether two voices' figures cannot both be true."""
    if one.voice.key == other.voice.key:
        return False
    ends = [number for figure in (one, other) for number in (figure.low, figure.high) if number is not None]
    return not any(one.allows(n, settings.about) and other.allows(n, settings.about) for n in ends)


def range_of(figures: Sequence[Figure], settings: WeighingSettings) -> Range:
    """The range of figures of the same people.

    `figures` in the order of their claims; the order of equals does not matter.
    """
    exact = [figure for figure in figures if not figure.bound]
    bounds = [figure.low for figure in figures if figure.low is not None]
    lows = [figure.low for figure in exact if figure.low is not None]
    highs = [figure.high for figure in exact if figure.high is not None]
    low = min(lows) if lows else max(bounds, default=None)
    high = max([*highs, *bounds], default=None)
    floor = low or 0
    best = _best(figures, floor, settings)
    if best is None:
        best = low
    most = max(highs, default=None)
    if high is not None and settings.open_high and (most is None or most < high):
        high = None
    disputed = any(
        contradict(one, other, settings)
        for place, one in enumerate(figures)
        for other in figures[place + 1 :]
    )
    return Range(low, best, high, exact=bool(lows), disputed=disputed)


def added(ranges: Sequence[Range]) -> Range:
    """Ranges of different people added up."""

    def total(numbers: Sequence[int | None], open_end: bool) -> int | None:
        known = [number for number in numbers if number is not None]
        return None if not known or (open_end and len(known) < len(numbers)) else sum(known)

    return Range(
        low=total([one.low for one in ranges], open_end=False),
        best=total([one.best for one in ranges], open_end=False),
        high=total([one.high for one in ranges], open_end=True),
        exact=all(one.exact for one in ranges),
        disputed=any(one.disputed for one in ranges),
    )


def within(whole: Range, parts: Sequence[Range]) -> Range:
    """The range of a whole when its parts, told apart by others, are known too.

    The parts are not added to the whole. Where they come to more, best and high follow them; a
    "whole" that is less than one of them is itself no more than a part. An "at least" of the whole says
    nothing against exact numbers of the parts.
    """
    total = added(parts)
    largest = max((part.low for part in parts if part.low is not None), default=0)
    stands = whole.exact and whole.low is not None and whole.low >= largest
    lows = [number for number in (whole.low, total.low) if number is not None]
    low = whole.low if stands else total.low if total.exact else max(lows, default=None)
    highs = [whole.high, total.high]
    return Range(
        low=low,
        best=max((n for n in (whole.best, total.best) if n is not None), default=None),
        high=None if None in highs else max(n for n in highs if n is not None),
        exact=whole.exact,
        disputed=whole.disputed
        or total.disputed
        or (stands and whole.high is not None and (total.low or 0) > whole.high),
    )
