"""The places and days of the record as the map and the timeline need them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from dateline.publishing.report.view import ReportView

_MAIN_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """A point of the map: `label` tells it apart from others of its name; `total` counts incidents."""

    key: str
    name: str
    label: str
    longitude: float
    latitude: float
    total: int


def place_options(view: ReportView) -> list[PlaceOption]:
    """The points of the map by label; a point bears the name that most of its incidents use."""
    names: dict[str, dict[tuple[str, str], int]] = {}
    points: dict[str, tuple[float, float]] = {}
    for incident in view.incidents:
        where = incident.where
        if where is None or where.key is None or incident.longitude is None or incident.latitude is None:
            continue
        counted = names.setdefault(where.key, {})
        counted[where.name, where.region] = counted.get((where.name, where.region), 0) + 1
        points.setdefault(where.key, (incident.longitude, incident.latitude))
    options = []
    for key, counted in names.items():
        name, region = min(counted, key=lambda pair: (-counted[pair], pair))
        label = f"{name}, {region}" if region else name
        options.append(PlaceOption(key, name, label, *points[key], sum(counted.values())))
    return sorted(options, key=lambda option: (option.label.casefold(), option.key))


def main_period(view: ReportView) -> tuple[date, date] | None:
    """The shortest span of days in which 95 in a hundred incidents begin; None without any day.

    Background of years ago would press a month of news into one bar. When the span is not much
    shorter than the whole, the whole is given.
    """
    starts = sorted(incident.first_day for incident in view.incidents if incident.first_day)
    if not starts:
        return None
    ends = [incident.last_day for incident in view.incidents if incident.last_day]
    needed = math.ceil(_MAIN_SHARE * len(starts))
    spans = (
        (starts[i + needed - 1] - starts[i], starts[i], starts[i + needed - 1])
        for i in range(len(starts) - needed + 1)
    )
    length, first, last = min(spans)
    whole_first, whole_last = starts[0], max(*ends, starts[-1])
    if length * 2 >= whole_last - whole_first:
        return whole_first, whole_last
    return first, last
