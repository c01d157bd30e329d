"""How many people came to a harm, over all kinds of victims, and that as text that can be read back."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Harm, Incident
from dateline.weighing import overall_toll


@dataclass(frozen=True, slots=True)
class HarmRange:
    """Numbers of people; None where the sources give none."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    rule: str = ""

    @property
    def known(self) -> bool:
        """Whether any of the three is given."""
        return (self.low, self.best, self.high) != (None, None, None)

    def __str__(self) -> str:
        """`low/best/high`, each empty where it is not known: "31/31/40", "13/13/"."""
        return "/".join("" if number is None else str(number) for number in (self.low, self.best, self.high))


def harm_range(incident: Incident, harm: Harm) -> HarmRange:
    """Low, best and high of one harm over all kinds of victims (`overall_toll`), no person counted twice."""
    toll = overall_toll(incident, harm)
    return HarmRange() if toll is None else HarmRange(toll.low, toll.best, toll.high, toll.rule)
