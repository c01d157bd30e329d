"""An incident's deaths as UCDP GED counts them: one low, best and high, and the best by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Harm, Incident, Victims, WeighedToll


@dataclass(frozen=True, slots=True)
class Deaths:
    """Numbers of people; None where the sources give none."""

    low: int | None
    best: int | None
    high: int | None
    civilians: int | None
    combatants: int | None
    unknown: int | None


def deaths(incident: Incident) -> Deaths:
    """The incident's killed, over all kinds of victims.

    An incident's rows of killed may overlap: "52 people" can include the "13 fighters". So low and
    best take the greatest of civilians and combatants together, mixed, and unknown, and no death
    is counted twice; high adds the unknown to the known, since they may also be other people.
    `unknown` is what best holds beyond civilians and combatants (GED codebook, "deaths_unknown":
    the four columns add up to best). A toll without an upper bound leaves high empty.
    """
    rows = [toll for toll in incident.tolls if toll.harm is Harm.KILLED]
    known = [toll for toll in rows if toll.victims in (Victims.CIVILIAN, Victims.COMBATANT)]
    mixed = [toll for toll in rows if toll.victims is Victims.MIXED]
    unknown = [toll for toll in rows if toll.victims is Victims.UNKNOWN]
    if not rows:
        return Deaths(None, None, None, None, None, None)
    best = _greatest(_sum(t.best for t in group) for group in (known, mixed, unknown))
    high = None
    if all(toll.high is not None for toll in rows):
        high = _greatest((_sum(t.high for t in known + unknown), _sum(t.high for t in mixed)))
    civilians = _best_of(known, Victims.CIVILIAN)
    combatants = _best_of(known, Victims.COMBATANT)
    return Deaths(
        low=_greatest(_sum(t.low for t in group) for group in (known, mixed, unknown)),
        best=best,
        high=high,
        civilians=civilians,
        combatants=combatants,
        unknown=None if best is None else best - (civilians or 0) - (combatants or 0),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _greatest(numbers: Iterable[int | None]) -> int | None:
    return max((number for number in numbers if number is not None), default=None)


def _best_of(tolls: Iterable[WeighedToll], victims: Victims) -> int | None:
    return _sum(toll.best for toll in tolls if toll.victims is victims)
