"""The weighed tolls of an incident: one for each harm and kind of victim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import WeighedToll
from dateline.weighing.figures import Row, rows
from dateline.weighing.parties import Party
from dateline.weighing.ranges import Range, added, range_of, within
from dateline.weighing.sentences import rule_sentence
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import Figure
from dateline.weighing.voices import Said


def _range(row: Row, settings: WeighingSettings) -> tuple[Range, int]:
    """The row's range, and of how many parties' people it is made up."""
    by_party: dict[Party | None, list[Figure]] = {}
    for figure in row.figures:
        by_party.setdefault(figure.party, []).append(figure)
    whole = by_party.pop(None, [])
    if len(by_party) < 2:
        # One party's people and people of no named party: the same people, as far as anyone says.
        return range_of(row.figures, row.parts, settings), 1
    sides = [range_of(by_party[party], (), settings) for party in sorted(by_party, key=str)]
    if not whole and not row.parts:
        return added(sides), len(by_party)
    return within(range_of(whole, row.parts, settings), sides), len(by_party)


def _claims(figures: Iterable[Figure], said: Sequence[Said]) -> tuple[str, ...]:
    behind = {claim for figure in figures for claim in figure.claims}
    return tuple(one.claim.id for one in said if one.claim.id in behind)


def weigh_tolls(said: Sequence[Said], settings: WeighingSettings) -> tuple[tuple[WeighedToll, ...], bool]:
    """The tolls of the claims, and whether two voices contradict each other on one of them.

    `said` in order (`in_order`). The ids behind a toll are those of the figures in force and of the
    parts inside it, in the same order. Tolls of different kinds of victims are not added up here:
    see `overall_toll`.
    """
    tolls = []
    disputed = False
    for row in rows(said, settings):
        found, parties = _range(row, settings)
        disputed = disputed or found.disputed
        tolls.append(
            WeighedToll(
                harm=row.harm,
                victims=row.victims,
                low=found.low,
                best=found.best,
                high=found.high,
                claims=_claims((*row.figures, *row.parts), said),
                rule=rule_sentence(row, found, parties),
            )
        )
    return tuple(tolls), disputed
