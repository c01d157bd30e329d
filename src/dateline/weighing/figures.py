"""The figures that claimants stand by: each one's newest, copies once, parts within their wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import Claim, EventType, Harm, Status, Toll, Victims
from dateline.weighing.parties import Party, may_be_one, party_of
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.voices import Order, Said, Voice


@dataclass(frozen=True, slots=True)
class Figure:
    """What one voice says of how many people came to one harm.

    Exact or a span when `low` and `high` are given, a lower bound when `high` is None, an upper one
    when `low` is None. `part` marks a number that is part of another. `published` is the day's
    ordinal; `claims` are the ids of the claims that say so.
    """

    voice: Voice
    lineage: str
    harm: Harm
    victims: Victims
    party: Party | None
    low: int | None
    high: int | None
    about: bool
    part: bool
    published: int | None
    order: Order
    claims: tuple[str, ...]

    @property
    def bound(self) -> bool:
        """Whether it is no more than a lower bound."""
        return self.high is None

    def allows(self, number: int, about: float) -> bool:
        """Whether the figure can be true when it was `number` people; `about` is a share."""
        slack = about * number if self.about else 0
        low_enough = self.low is None or self.low <= number + slack
        return low_enough and (self.high is None or number - slack <= self.high)


def _counts(toll: Toll, status: Status) -> bool:
    """Denied, planned, threatened and hypothetical harm is no harm; "no one was hurt" is a figure."""
    if status is Status.ASSERTED:
        return toll.low is not None or toll.high is not None
    return status is Status.NEGATED and toll.low == 0 and toll.high == 0 and not toll.subset


def is_aggregate(claim: Claim, harm: Harm, settings: WeighingSettings) -> bool:
    """Whether the claim's tolls are over a campaign or a war and not an incident's (UCDP GED event
    clarity 2)."""
    when = claim.date
    if harm in settings.counted_over_time or when is None or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days >= settings.aggregate_days


def _added_up(figures: Sequence[Figure]) -> Figure:
    """One claim's figures of one row: "two soldiers and three policemen" are five, but "20, 12 of them
    here and 8 there" are 20."""
    whole = max(figures, key=lambda one: (one.low or 0, one.high or 0))
    lows = [one.low or 0 for one in figures]
    if len(figures) == 1 or 2 * (whole.low or 0) == sum(lows):
        return whole
    highs = [one.high for one in figures if one.high is not None]
    return replace(
        whole,
        low=sum(lows),
        high=sum(highs) if len(highs) == len(figures) else None,
        about=any(one.about for one in figures),
    )


def _of_claim(said: Said, settings: WeighingSettings) -> list[Figure]:
    claim = said.claim
    rows: dict[tuple[Harm, Victims, Party | None], dict[tuple[int, int], Figure]] = defaultdict(dict)
    parts = []
    for toll in claim.tolls:
        if not _counts(toll, claim.status) or is_aggregate(claim, toll.harm, settings):
            continue
        figure = Figure(
            voice=said.voice,
            lineage=said.lineage,
            harm=toll.harm,
            victims=toll.victims,
            party=party_of(toll, claim, settings),
            low=toll.low,
            high=toll.high,
            about=toll.approximate,
            part=toll.subset,
            published=said.published,
            order=said.order,
            claims=(claim.id,),
        )
        if toll.subset:
            parts.append(figure)
        else:
            # The same words coded twice are one number.
            rows[toll.harm, toll.victims, figure.party][toll.mention.start, toll.mention.end] = figure
    return [_added_up(list(row.values())) for row in rows.values()] + parts


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
    """The figures of one harm and kind of victim: in force, parts of wholes, and replaced ones."""

    harm: Harm
    victims: Victims
    figures: tuple[Figure, ...]
    parts: tuple[Figure, ...]
    replaced: tuple[Figure, ...]


def _is_of_another_act(one: Said, figure: Figure, told: Sequence[tuple[Said, Figure]]) -> bool:
    """Whether "nobody was hurt" is said of an act beside the one that hurt: of an air strike, in a story
    that tells of people hurt, and none of them by an air strike or by no act that is named."""
    if figure.high != 0:
        return False
    hurt = [(other, f) for other, f in told if f.harm is figure.harm and f.high != 0]
    acts = {other.claim.event.type for other, _ in hurt}
    beside = any(f.order[:2] == figure.order[:2] for _, f in hurt)
    return beside and not acts & {one.claim.event.type, EventType.UNSPECIFIED_VIOLENCE}


def rows(said: Iterable[Said], settings: WeighingSettings) -> tuple[Row, ...]:
    """Per harm and kind of victim the figures that count, in the order of the contract's terms."""
    by_row: dict[tuple[Harm, Victims], list[Figure]] = defaultdict(list)
    told = [(one, figure) for one in said for figure in _of_claim(one, settings)]
    for one, figure in told:
        if not _is_of_another_act(one, figure, told):
            by_row[figure.harm, figure.victims].append(figure)
    found = []
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
    return tuple(found)
