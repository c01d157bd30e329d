"""An incident's deaths as UCDP GED counts them: one low, best and high, and the best by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Harm, Incident, Victims, WeighedToll
from dateline.weighing import overall_toll


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

    An incident's rows of killed may overlap: "52 people" can include the "13 fighters". So low, best and
    high are those over all victims (`overall_toll`), and no death is counted twice. `unknown` is what best
    holds beyond civilians and combatants (GED codebook, "deaths_unknown": the four columns add up to
    best); where the two come to more than best, as they may be the same people, all are unknown. A toll
    without an upper bound leaves high empty.
    """
    rows = [toll for toll in incident.tolls if toll.harm is Harm.KILLED]
    overall = overall_toll(incident, Harm.KILLED)
    if overall is None:
        return Deaths(None, None, None, None, None, None)
    civilians, combatants = _best_of(rows, Victims.CIVILIAN), _best_of(rows, Victims.COMBATANT)
    best = overall.best
    if best is not None and (civilians or 0) + (combatants or 0) > best:
        civilians = combatants = None
    return Deaths(
        low=overall.low,
        best=best,
        high=overall.high,
        civilians=civilians,
        combatants=combatants,
        unknown=None if best is None else best - (civilians or 0) - (combatants or 0),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _best_of(tolls: Iterable[WeighedToll], victims: Victims) -> int | None:
    return _sum(toll.best for toll in tolls if toll.victims is victims)
