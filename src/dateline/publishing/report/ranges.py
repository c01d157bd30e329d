"""The small picture of a toll: its range, its best figure, and what each claim says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Claim, WeighedToll

_LEFT, _WIDTH, _OPEN_WIDTH = 3.0, 92.0, 70.0


@dataclass(frozen=True, slots=True)
class RangeStrip:
    """Positions in per cent of the strip's width. `band` is low to high (low to the right edge when
    nothing bounds it above: `open_ended`); `figures` are the single claims' numbers."""

    band: tuple[float, float]
    open_ended: bool
    best: float | None
    figures: tuple[float, ...]
    end: int


def range_strip(toll: WeighedToll, claims: Iterable[Claim]) -> RangeStrip | None:
    """The strip from 0 to the greatest figure of the toll or of its claims.

    None when there is nothing to compare: all say the same number.
    """
    stated = {
        figure
        for claim in claims
        for part in claim.tolls
        if part.harm is toll.harm and part.victims is toll.victims and not part.subset
        for figure in (part.low, part.high)
        if figure is not None
    }
    weighed = {number for number in (toll.low, toll.best, toll.high) if number is not None}
    open_ended = toll.high is None
    end = max(stated | weighed, default=0)
    if not end or not weighed or (len(stated | weighed) == 1 and not open_ended):
        return None
    width = _OPEN_WIDTH if open_ended else _WIDTH

    def at(number: int) -> float:
        return round(_LEFT + width * number / end, 1)

    return RangeStrip(
        band=(at(toll.low or 0), _LEFT + _WIDTH if toll.high is None else at(toll.high)),
        open_ended=open_ended,
        best=None if toll.best is None else at(toll.best),
        figures=tuple(at(number) for number in sorted(stated)),
        end=end,
    )
