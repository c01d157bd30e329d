"""Figures beyond reason: kept and flagged, but left out of best and high.

UCDP GED's high estimate is the highest reasonable one (codebook, "fatality estimates": claims far above all
others are not used where there is reason to doubt them). Here the reason is that several others who
had the chance to know better say far less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Victims
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import Figure

WHOLES = (Victims.MIXED, Victims.UNKNOWN)
"""Kinds of victims whose number may hold those of every other kind."""


def beyond_reason(figure: Figure, figures: Sequence[Figure], settings: WeighingSettings) -> bool:
    """Whether the figure is far above what others say of the same people, or of a whole that holds them.

    `figures` are those of one harm. Others are voices of their own (an outlet's words do not count
    beside the claimants it names) whose figure has an upper limit, is no part and no older; "nobody" is
    no measure. A figure that one of them comes near is within reason.
    """
    limits = settings.beyond_reason
    number = figure.low if figure.low is not None else figure.high
    if not limits.factor or number is None:
        return False
    measures = [one for one in figures if _measures(one, figure)]
    naming = {one.lineage for one in measures if not one.voice.own}
    measures = [one for one in measures if not (one.voice.own and one.lineage in naming)]
    if len({one.voice.key for one in measures}) < limits.others:
        return False
    most = max(one.high or 0 for one in measures)
    return number > limits.factor * most and number - most >= limits.least


def _measures(one: Figure, figure: Figure) -> bool:
    if one.voice.key == figure.voice.key or one.part or not one.high:
        return False
    if one.published is not None and figure.published is not None and one.published < figure.published:
        return False
    if one.victims is figure.victims:
        return one.party is None or one.party == figure.party
    return one.victims in WHOLES and one.party is None


def within_reason(
    figures: Iterable[Figure], told: Sequence[Figure], settings: WeighingSettings
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures that are within reason, and those beyond it, against all that was `told` of the harm."""
    kept: list[Figure] = []
    beyond: list[Figure] = []
    for figure in figures:
        (beyond if beyond_reason(figure, told, settings) else kept).append(figure)
    return tuple(kept), tuple(beyond)
