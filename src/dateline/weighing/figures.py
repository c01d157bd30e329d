"""The figures that claimants stand by: each one's newest, copies once, parts within their wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.linking.aggregates import FEW_DAYS
from dateline.model import Claim, EventType, Harm, Victims
from dateline.weighing.attackers import with_attackers
from dateline.weighing.fates import with_fates
from dateline.weighing.further import named_in_larger, with_further
from dateline.weighing.later_deaths import with_later_deaths
from dateline.weighing.parties import Party, may_be_one
from dateline.weighing.persons import persons_together
from dateline.weighing.reason import within_reason
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import Figure, figures_of
from dateline.weighing.voices import Said


def _same_parties(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with one party for the names that stand for one.

    Two names may be one party unless their ids or sides differ, or one voice tells them apart.
    """
    told_apart: dict[Party, set[Party]] = defaultdict(set)
    by_voice: dict[tuple[str, ...], set[Party]] = defaultdict(set)
    for figure in figures:
        if figure.party:
            by_voice[figure.voice.key].add(figure.party)
    for parties in by_voice.values():
        for party in parties:
            told_apart[party] |= parties - {party}
    # Those with ids first: they are the surest to gather the others around.
    known = sorted(told_apart, key=lambda party: (not party.id, party))
    groups: list[list[Party]] = []
    for party in known:
        for group in groups:
            if all(
                may_be_one(party, other)
                and (other not in told_apart[party] or (party.id and party.id == other.id))
                for other in group
            ):
                group.append(party)
                break
        else:
            groups.append([party])
    names = {party: group[0] for group in groups for party in group}
    return [replace(figure, party=names[figure.party]) if figure.party else figure for figure in figures]


def _copies_once(figures: Iterable[Figure]) -> list[Figure]:
    """What copies of one story repeat, once, as of its first publication."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in sorted(figures, key=lambda one: one.order):
        key = (
            figure.voice.key,
            figure.lineage,
            figure.party,
            figure.low,
            figure.high,
            figure.about,
            figure.part,
        )
        first = kept.get(key)
        kept[key] = replace(first, claims=first.claims + figure.claims) if first else figure
    return list(kept.values())


def _in_force(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """One voice's figures of one row and party that it stands by, and those that newer ones replaced.

    A figure of a later day replaces those before it, and within a day and story a larger one that
    stands further down. A smaller one further down may be a part as well as a revision: both stay.
    "At least" replaces nothing that is larger: it does not contradict it.
    """
    kept: list[Figure] = []
    replaced: list[Figure] = []
    for older in figures:
        low = older.low if older.low is not None else older.high or 0
        newer = [
            one
            for one in figures
            if one is not older
            and (one.side == older.side or -1 in (one.side, older.side))
            and not (one.bound and (one.low or 0) < low)
            and (_later_day(one, older) or _further_down(one, older))
        ]
        (replaced if newer else kept).append(older)
    return kept, replaced


def _later_day(one: Figure, older: Figure) -> bool:
    return one.published is not None and older.published is not None and one.published > older.published


def _further_down(one: Figure, older: Figure) -> bool:
    same_story = one.order[:2] == older.order[:2]
    return (
        same_story
        and one.order > older.order
        and (one.high or one.low or 0) >= (older.high or older.low or 0)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one harm and kind of victim: in force, parts of wholes, replaced ones, and those
    beyond reason."""

    harm: Harm
    victims: Victims
    figures: tuple[Figure, ...]
    parts: tuple[Figure, ...]
    replaced: tuple[Figure, ...]
    beyond: tuple[Figure, ...] = ()


def _is_of_another_act(one: Said, figure: Figure, told: Sequence[tuple[Said, Figure]]) -> bool:
    """Whether "nobody was hurt" is said of an act beside the one that hurt: of an air strike, in a story
    that tells of people hurt, and none of them by an air strike or by no act that is named."""
    if figure.high != 0:
        return False
    hurt = [(other, f) for other, f in told if f.harm is figure.harm and f.high != 0]
    acts = {other.claim.event.type for other, _ in hurt}
    beside = any(f.order[:2] == figure.order[:2] for _, f in hurt)
    return beside and not acts & {one.claim.event.type, EventType.UNSPECIFIED_VIOLENCE}


def _is_over_longer(
    one: Said, figure: Figure, told: Sequence[tuple[Said, Figure]], settings: WeighingSettings
) -> bool:
    """Whether people are counted over days ("44 since Thursday") of which others tell a day's own: a total
    that holds the incident's people and others."""
    if figure.harm in settings.counted_over_time or not settings.aggregates.is_over_time(one.claim):
        return False
    return any(
        other.harm is figure.harm and not other.part and other.high != 0 and _is_of_a_day(by.claim)
        for by, other in told
    )


def _is_of_a_day(claim: Claim) -> bool:
    when = claim.date
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days < FEW_DAYS)


def rows(said: Iterable[Said], settings: WeighingSettings) -> tuple[Row, ...]:
    """Per harm and kind of victim the figures that count, in the order of the contract's terms."""
    news: list[Figure] = []
    told = [(one, figure) for one in said for figure in figures_of(one, settings)]
    for one, figure in told:
        if not (_is_of_another_act(one, figure, told) or _is_over_longer(one, figure, told, settings)):
            news.append(figure)
    by_row: dict[tuple[Harm, Victims], list[Figure]] = defaultdict(list)
    dead = with_attackers(persons_together(news), settings.attackers)
    counted = named_in_larger(with_further(dead))
    for figure in with_later_deaths(with_fates(counted)):
        by_row[figure.harm, figure.victims].append(figure)
    found: list[Row] = []
    for harm in Harm:
        for victims in Victims:
            figures = _copies_once(_same_parties(by_row.get((harm, victims), [])))
            if not figures:
                continue
            by_voice: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
            for figure in figures:
                if not figure.part:
                    by_voice[figure.voice.key, figure.party].append(figure)
            force: list[Figure] = []
            replaced: list[Figure] = []
            for spoken in by_voice.values():
                kept, gone = _in_force(spoken)
                force += kept
                replaced += gone
            parts = [figure for figure in figures if figure.part]
            found.append(Row(harm, victims, tuple(force), tuple(parts), tuple(replaced)))
    return tuple(_within_reason(row, found, settings) for row in found)


def _within_reason(row: Row, found: Sequence[Row], settings: WeighingSettings) -> Row:
    told = [figure for other in found if other.harm is row.harm for figure in other.figures]
    figures, beyond = within_reason(row.figures, told, settings)
    parts, parts_beyond = within_reason(row.parts, told, settings)
    return replace(row, figures=figures, parts=parts, beyond=beyond + parts_beyond)
