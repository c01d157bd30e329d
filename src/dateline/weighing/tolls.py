"""The weighed tolls of an incident: one for each harm and kind of victim, and over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dateline.model import Claim, Harm, Victims, WeighedToll
from dateline.weighing.doubts import COUNTED, parts_of
from dateline.weighing.figures import Row, rows
from dateline.weighing.overall import Together, over_all, overall_sentence, sides_together
from dateline.weighing.parties import Party
from dateline.weighing.ranges import Range, added, range_of, within
from dateline.weighing.reason import WHOLES
from dateline.weighing.sentences import doubt_sentence, rule_sentence, silent_sentence
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.silence import silent_on_dead
from dateline.weighing.told import Figure
from dateline.weighing.uncounted import uncounted_dead
from dateline.weighing.voices import Said


@dataclass(frozen=True, slots=True)
class Tolls:
    """The tolls by harm and kind of victim, those over all kinds where there are several, and whether two
    voices contradict each other on one of them."""

    rows: tuple[WeighedToll, ...]
    overall: tuple[WeighedToll, ...]
    disputed: bool


def _range(figures: Sequence[Figure], settings: WeighingSettings) -> tuple[Range, int]:
    """The range of a row's figures, and of how many parties' people it is made up."""
    by_party: dict[Party | None, list[Figure]] = {}
    for figure in figures:
        by_party.setdefault(figure.party, []).append(figure)
    whole = by_party.pop(None, [])
    if len(by_party) < 2:
        # One party's people and people of no named party: the same people, as far as anyone says.
        return _range_of_sides(figures, settings)
    sides = [range_of(by_party[party], settings) for party in sorted(by_party, key=str)]
    found = within(range_of(whole, settings), sides) if whole else added(sides)
    return found, len(by_party)


def _range_of_sides(figures: Sequence[Figure], settings: WeighingSettings) -> tuple[Range, int]:
    """ "Sixteen soldiers were killed. … The rebels lost two men": added up like civilians and combatants,
    unless somebody counts fewer of no side, which may be either's people."""
    of_side = {
        side: [one for one in figures if one.side == side] for side in sorted({f.side for f in figures})
    }
    unsaid = of_side.pop(-1, [])
    sides = [range_of(told, settings) for told in of_side.values()]
    largest = max((side.low or 0 for side in sides), default=0)
    if len(sides) < 2 or any(not one.bound and (one.low or 0) < largest for one in unsaid):
        return range_of(figures, settings), 1
    found = sides_together(sides, _told_together(list(of_side.values()), sides, settings))
    return (within(range_of(unsaid, settings), [found]) if unsaid else found), len(sides)


def _told_together(
    told: Sequence[Sequence[Figure]], sides: Sequence[Range], settings: WeighingSettings
) -> Together:
    """Whether one voice tells of the people of two sides, and so tells them apart."""
    voices = [{one.voice.key for one in figures} for figures in told]
    if any(one & other for one, other in combinations(voices, 2)):
        return Together.APART
    fewest, *_, most = sorted(side.best or 0 for side in sides)
    return Together.SAME if most - fewest <= settings.about * most else Together.UNSAID


def _row_range(row: Row, settings: WeighingSettings) -> tuple[Range, int]:
    """The row's range; parts change nothing, but one that is more than anyone's whole is a lower bound."""
    found, parties = _range(row.figures, settings)
    # Nobody's largest number is exceeded by a part of a smaller one.
    most = max((n for one in row.figures for n in (one.low, one.high) if n is not None), default=found.high)
    largest = max((part.low or 0 for part in row.parts), default=0)
    if largest > (most or 0):
        over = next(part for part in row.parts if part.low == largest)
        found, parties = _range((*row.figures, replace(over, high=None, party=None)), settings)
    return (replace(found, disputed=True) if row.beyond else found), parties


def _claims(figures: Iterable[Figure], said: Sequence[Said]) -> tuple[str, ...]:
    behind = {claim for figure in figures for claim in figure.claims}
    return tuple(one.claim.id for one in said if one.claim.id in behind)


def weigh_tolls(
    said: Sequence[Said],
    settings: WeighingSettings,
    beside: Iterable[Claim] = (),
    parts: Mapping[str, str] | None = None,
) -> Tolls:
    """The tolls of the claims.

    `said` in order (`in_order`), `beside` the other claims of their stories, `parts` by claim id those of an
    incident that is in doubt. The ids behind a toll are those of the figures in force, of the parts inside
    it and of what is beyond reason, in the same order.
    """
    tolls: list[WeighedToll] = []
    weighed: dict[Harm, dict[Victims, tuple[Row, Range]]] = {}
    beside = tuple(beside)
    lows = _least(said, beside, settings, parts or {})
    for row in rows(said, settings):
        found, parties = _row_range(row, settings)
        rule = rule_sentence(row, found, parties)
        for least in lows:
            if least.harm is row.harm and (found.low or 0) > least.low:
                found, rule = replace(found, low=least.low), f"{rule} {least.why}"
        weighed.setdefault(row.harm, {})[row.victims] = (row, found)
        tolls.append(
            WeighedToll(
                harm=row.harm,
                victims=row.victims,
                low=found.low,
                best=found.best,
                high=found.high,
                claims=_claims((*row.figures, *row.parts, *row.beyond), said),
                rule=rule,
            )
        )
    overall = [_overall(by_kind, said, settings) for by_kind in weighed.values() if len(by_kind) > 1]
    if Harm.KILLED not in weighed and (uncounted := uncounted_dead(said, beside, settings)) is not None:
        tolls.insert(0, uncounted)
    disputed = any(found.disputed for by_kind in weighed.values() for _, found in by_kind.values())
    return Tolls(
        rows=tuple(tolls),
        overall=tuple(toll for toll, _ in overall),
        disputed=disputed or any(is_disputed for _, is_disputed in overall),
    )


@dataclass(frozen=True, slots=True)
class _Least:
    """What low is at most, for one harm, and the sentence that says why."""

    harm: Harm
    low: int
    why: str


def _least(
    said: Sequence[Said], beside: Sequence[Claim], settings: WeighingSettings, parts: Mapping[str, str]
) -> list[_Least]:
    """What holds low down: stories that are silent on the dead, and parts of an incident in doubt."""
    found: list[_Least] = []
    if silent := silent_on_dead(said, beside, settings):
        found.append(_Least(Harm.KILLED, 0, silent_sentence(silent)))
    of_parts = [(told, weigh_tolls(told, settings)) for told in parts_of(said, parts)]
    for harm in COUNTED if of_parts else ():
        lows = [_low(tolls, harm) for _, tolls in of_parts]
        fewest = min(range(len(lows)), key=lambda number: lows[number])
        found.append(_Least(harm, lows[fewest], doubt_sentence(lows[fewest], of_parts[fewest][0])))
    return found


def _low(tolls: Tolls, harm: Harm) -> int:
    """The low of a harm over all victims; 0 where nobody counts any."""
    whole = [toll.low or 0 for toll in tolls.overall if toll.harm is harm]
    return max(whole or [toll.low or 0 for toll in tolls.rows if toll.harm is harm], default=0)


def _overall(
    by_kind: dict[Victims, tuple[Row, Range]], said: Sequence[Said], settings: WeighingSettings
) -> tuple[WeighedToll, bool]:
    ranges = {victims: found for victims, (_, found) in by_kind.items()}
    together = _together(by_kind, settings)
    # People of unsaid kind who are only told as a part are inside the others and open no high.
    inside = {
        kind
        for kind, (row, one) in by_kind.items()
        if kind in WHOLES
        and not row.figures
        and (one.best or 0) <= max(other.best or 0 for k, other in ranges.items() if k != kind)
    }
    found = over_all({kind: one for kind, one in ranges.items() if kind not in inside} or ranges, together)
    behind = [one for row, _ in by_kind.values() for one in (*row.figures, *row.parts, *row.beyond)]
    harm = next(row.harm for row, _ in by_kind.values())
    return WeighedToll(
        harm=harm,
        victims=Victims.MIXED,
        low=found.low,
        best=found.best,
        high=found.high,
        claims=_claims(behind, said),
        rule=overall_sentence(ranges, together, found),
    ), found.disputed


def _together(by_kind: dict[Victims, tuple[Row, Range]], settings: WeighingSettings) -> Together:
    """Whether one voice tells of the civilians and of the combatants, and so tells them apart."""
    if Victims.CIVILIAN not in by_kind or Victims.COMBATANT not in by_kind:
        return Together.APART
    (civil, civilians), (armed, combatants) = by_kind[Victims.CIVILIAN], by_kind[Victims.COMBATANT]
    voices = [{one.voice.key for one in (*row.figures, *row.parts)} for row in (civil, armed)]
    if voices[0] & voices[1]:
        return Together.APART
    one, other = sorted((civilians.best or 0, combatants.best or 0))
    return Together.SAME if other - one <= settings.about * other else Together.UNSAID
