"""The small picture of a toll: its range, its best figure, and what each claim says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Claim, WeighedToll

_LEFT, _WIDTH = 3.0, 92.0


@dataclass(frozen=True, slots=True)
class RangeStrip:
    """Positions in per cent of the strip's width. `band` is low to high (low to the right edge when
    nothing bounds it above: `open_ended`); `figures` are the single claims' numbers."""

    band: tuple[float, float] | None
    open_ended: bool
    best: float | None
    figures: tuple[float, ...]
    end: int


def range_strip(toll: WeighedToll, claims: Iterable[Claim]) -> RangeStrip | None:
    """The strip from 0 to the greatest figure of the toll or of its claims; None when all are 0."""
    stated = [
        figure
        for claim in claims
        for part in claim.tolls
        if part.harm is toll.harm and part.victims is toll.victims and not part.subset
        for figure in {part.low, part.high}
        if figure is not None
    ]
    weighed = [number for number in (toll.low, toll.best, toll.high) if number is not None]
    end = max([*stated, *weighed], default=0)
    if not end:
        return None

    def at(number: int) -> float:
        return round(_LEFT + _WIDTH * number / end, 1)

    low = toll.low if toll.low is not None else 0
    open_ended = toll.high is None
    band = None
    if weighed:
        band = (at(low), 100.0 if toll.high is None else at(toll.high))
    return RangeStrip(
        band=band,
        open_ended=open_ended,
        best=None if toll.best is None else at(toll.best),
        figures=tuple(at(number) for number in sorted(set(stated))),
        end=end,
    )
