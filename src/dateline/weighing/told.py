"""What one claim says of how many people came to which harm."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.model import Claim, Harm, Status, Toll, Victims
from dateline.resolving.repetition import says_further
from dateline.weighing.parties import Party, party_of, side_of
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.voices import Order, Said, Voice

KNOWN = (Victims.CIVILIAN, Victims.COMBATANT)
JOINED = re.compile(
    r"\s*(?:,|,? ?and(?: also)?(?: \w+ed)?|,? ?along with|,? ?together with|,? ?as well as)"
    r"(?: (?:his|her|their))?\s*",
    re.IGNORECASE,
)
"""What stands between people who are listed together, and so are different people: "a leader and detained
two associates"."""

PRONOUN = re.compile(r"(?:he|she|they|him|her|them)\b", re.IGNORECASE)
"""Words that speak of people told before: "he was also hurt"."""

COMPANIONS = re.compile(r"\b(?:associate|accomplice|companion|bodyguard|subordinate)s?\b", re.IGNORECASE)
"""Words for people beside others who are named."""

TOTAL = re.compile(r"\b(?:toll|total|number)\b.*\d|\ball told\b", re.IGNORECASE)
"""Words of a number that holds those told beside it."""

ONE = re.compile(r"\b(?:one|1|single|lone|only|sole)\b", re.IGNORECASE)
"""Words that count one person; "a leader" only names one."""


OWN_HAND = re.compile(
    r"(?:\b(?:kill(?:s|ed|ing)?|shoot(?:s|ing)?|shot|on|and|then)|,)\s+(?:himself|herself|(themselves)|self)\b"
    r"|\b(?:his|her|(their)) own (?:life|lives)\b|\bcommit(?:s|ted|ting)? suicide\b|\bdied by suicide\b",
    re.IGNORECASE,
)
"""Words of a death by one's own hand, of who is none of those whom he killed; groups are of several."""


SEEN = re.compile(r"(?:(?!\bof\b).)*\b(?:bod(?:y|ies)|corpses?)\b", re.IGNORECASE)
"""Words for the dead whom somebody saw: where there were more, these are some of them."""
SEEN_OF = re.compile(r"\b(?:bod(?:y|ies)|corpses?) of (?:the )?\Z", re.IGNORECASE)
"""How the words before such a number end."""


Member = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """What one voice says of how many people came to one harm.

    Exact or a span when `low` and `high` are given, a lower bound when `high` is None, an upper one
    when `low` is None. `part` marks a number that is part of another, `named` that a person is named and
    not counted ("a leader"), `seen` that bodies are, `further` people on top of those told before; `members`
    are the numbers that it was added up from and `words` those of the first; `likely` is the number of a
    span that is best where it is not the middle; `said` the claim's quote; `later` how many people in high
    died after it was given, `attacker` whether one in high is the attacker; `side` whose people they are by
    kind (`side_of`); `names` the full names of single people. `published` is the day's ordinal, `days` those
    of the event; `claims` are the ids of the claims that say so.
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
    named: bool
    further: bool
    seen: bool
    members: tuple[Member, ...]
    published: int | None
    order: Order
    claims: tuple[str, ...]
    words: str = ""
    likely: int | None = None
    said: str = ""
    later: int = 0
    attacker: bool = False
    side: int = -1
    names: tuple[str, ...] = ()
    days: tuple[int, int] | None = None

    @property
    def bound(self) -> bool:
        """Whether it is no more than a lower bound."""
        return self.high is None

    def allows(self, number: int, about: float) -> bool:
        """Whether the figure can be true when it was `number` people; `about` is a share."""
        slack = about * number if self.about else 0
        low_enough = self.low is None or self.low <= number + slack
        return low_enough and (self.high is None or number - slack <= self.high)


Rows = Mapping[tuple[Harm, Victims, Party | None], Figure]


def _counts(toll: Toll, status: Status) -> bool:
    """Denied, planned, threatened and hypothetical harm is no harm; "no one was hurt" is a figure."""
    if status is Status.ASSERTED:
        return toll.low is not None or toll.high is not None
    return status is Status.NEGATED and toll.low == 0 and toll.high == 0 and not toll.subset


def is_aggregate(claim: Claim, toll: Toll, settings: WeighingSettings) -> bool:
    """Whether a toll of the claim is over a campaign or a war and not an incident's (UCDP GED event
    clarity 2)."""
    when = claim.date
    if settings.aggregates.is_of_no_incident(toll, claim):
        return True
    if (
        toll.harm in settings.counted_over_time
        or toll.high == 1  # one person is harmed on one day, however vaguely it is told
        or when is None
        or when.earliest is None
        or when.latest is None
    ):
        return False
    return (when.latest - when.earliest).days >= settings.aggregate_days


def added_up(figures: Sequence[Figure]) -> Figure:
    """One claim's figures of one row: "two soldiers and three policemen" are five, but "20, 12 of them
    here and 8 there" are 20. Who is named with others ("a leader, a courier and two guards") is no half."""
    whole = max(figures, key=lambda one: (one.low or 0, one.high or 0))
    if TOTAL.search(whole.words):  # "a number of people died, bringing the toll to 61"
        return whole
    lows = [one.low or 0 for one in figures]
    in_parts = len(figures) > 2 and 2 * (whole.low or 0) == sum(lows)
    if len(figures) == 1 or (in_parts and not any(one.named for one in figures)):
        return whole
    highs = [one.high for one in figures if one.high is not None]
    return replace(
        whole,
        low=sum(lows),
        high=sum(highs) if len(highs) == len(figures) else None,
        about=any(one.about for one in figures),
        named=any(one.named for one in figures),
        further=figures[0].further,
        members=tuple(member for one in figures for member in one.members),
        names=tuple(name for one in figures for name in one.names),
    )


FULL_NAME = re.compile(r"(?:[A-Z][\w'’-]+\.? ){1,4}[A-Z][\w'’-]+")
"""A name of several words, as it opens the words of a toll."""


def _days(claim: Claim) -> tuple[int, int] | None:
    when = claim.date
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest.toordinal(), when.latest.toordinal()


def _full_names(toll: Toll) -> tuple[str, ...]:
    """The full name of the one person of whom a toll is."""
    name = FULL_NAME.match(toll.mention.text) if toll.low == toll.high == 1 else None
    return () if name is None else (name[0],)


def figures_of(said: Said, settings: WeighingSettings) -> list[Figure]:
    """What the claim says: one figure for each row, and the parts."""
    claim = said.claim
    rows: dict[tuple[Harm, Victims, Party | None], dict[tuple[int, int], Figure]] = defaultdict(dict)
    parts = []
    for toll in claim.tolls:
        if not _counts(toll, claim.status) or is_aggregate(claim, toll, settings):
            continue
        seen = toll.harm is Harm.KILLED and _is_of_bodies(toll, claim)
        part = toll.subset or (seen and _is_in_larger(toll, claim))
        figure = Figure(
            voice=said.voice,
            lineage=said.lineage,
            harm=toll.harm,
            victims=toll.victims,
            party=party_of(toll, claim, settings),
            side=side_of(toll, claim, settings),
            low=toll.low,
            high=toll.high,
            about=toll.approximate,
            part=part,
            named=toll.low == toll.high == 1 and ONE.search(toll.mention.text) is None,
            further=says_further(toll.mention.text)
            and _opens(toll, claim)
            and not PRONOUN.match(toll.mention.text),
            seen=seen,
            members=((toll.low, toll.high),),
            published=said.published,
            order=said.order,
            claims=(claim.id,),
            words=toll.mention.text,
            said=claim.quote.text,
            names=_full_names(toll),
            days=_days(claim),
        )
        if part:
            parts.append(figure)
        else:
            # The same words coded twice are one number.
            rows[toll.harm, toll.victims, figure.party][toll.mention.start, toll.mention.end] = figure
    figures = {key: added_up(_each_once(list(row.values()))) for key, row in rows.items()}
    return [*_of_no_party(_with_listed(figures, claim)), *parts]


def _is_of_bodies(toll: Toll, claim: Claim) -> bool:
    """Whether the number is of bodies that were seen ("a video showed the bodies of a dozen people")."""
    before = claim.quote.text[: max(0, toll.mention.start - claim.quote.start)]
    return SEEN.match(toll.mention.text) is not None or SEEN_OF.search(before) is not None


def _is_in_larger(toll: Toll, claim: Claim) -> bool:
    """Whether its claim counts more dead beside it: "32 were killed, 18 bodies lay in one street"."""
    return not says_further(toll.mention.text) and any(
        other.harm is toll.harm and (other.low or 0) > (toll.low or 0) and not other.subset
        for other in claim.tolls
    )


AGAIN = re.compile(r"(?:all |both |each )?(?:of )?(?:the|these|those|all|both)\b", re.IGNORECASE)
"""How words begin that speak of people told before ("the twelve dead")."""


def _each_once(figures: Sequence[Figure]) -> list[Figure]:
    """One claim's figures of one row, without a number that speaks of the people told before it."""
    kept: list[Figure] = []
    for figure in figures:
        told = any((one.low, one.high) == (figure.low, figure.high) for one in kept)
        if not (told and AGAIN.match(figure.words)):
            kept.append(figure)
    return kept


def _opens(toll: Toll, claim: Claim) -> bool:
    """Whether the claim tells of nobody else of the toll's harm before it: "a leader and two others" are on
    top of nobody."""
    alike = (one for one in claim.tolls if one.harm is toll.harm and not one.subset)
    return all(toll.mention.start <= one.mention.start for one in alike)


def _with_listed(figures: Rows, claim: Claim) -> Rows:
    """People of unsaid kind who are listed with others ("a leader and two associates") are a whole with
    them."""
    found = dict(figures)
    for harm in {key[0] for key in figures}:
        unsaid = [key for key in figures if key[:2] == (harm, Victims.UNKNOWN)]
        others = [one for key, one in figures.items() if key[0] is harm and key[1] in KNOWN]
        if len(unsaid) == 1 and others and _is_listed(claim, harm):
            whole = added_up([figures[unsaid[0]], *others])
            found[unsaid[0]] = replace(whole, victims=Victims.UNKNOWN, party=unsaid[0][2])
    return found


def _is_listed(claim: Claim, harm: Harm) -> bool:
    """Whether the people of unsaid kind and the others of one harm stand in one list, or the former say
    that they are others; who killed himself with them is none of either."""
    tolls = sorted((t for t in claim.tolls if t.harm is harm and not t.subset), key=lambda t: t.mention.start)
    if harm is Harm.KILLED and tolls and (own := OWN_HAND.search(claim.quote.text)):
        fewest = min(tolls, key=lambda toll: toll.high or toll.low or 0)
        if fewest.high == 1 or any(own.groups()):
            tolls = [toll for toll in tolls if toll is not fewest]
    return all(
        _stand_together(claim, one, other) or _is_further(other)
        for one, other in pairwise(tolls)
        if Victims.UNKNOWN in (one.victims, other.victims)
    )


def _is_further(toll: Toll) -> bool:
    return says_further(toll.mention.text) or COMPANIONS.search(toll.mention.text) is not None


def _stand_together(claim: Claim, one: Toll, other: Toll) -> bool:
    start = claim.quote.start
    between = claim.quote.text[max(0, one.mention.end - start) : max(0, other.mention.start - start)]
    return JOINED.fullmatch(between) is not None


def _of_no_party(figures: Rows) -> list[Figure]:
    """ "A rebel leader and three suspects": people of one party and others of none, told in one breath, are
    a whole of no party."""
    kept = dict(figures)
    for (harm, victims, party), figure in figures.items():
        if party is not None:
            continue
        sides = [key for key in figures if key[:2] == (harm, victims) and key[2] is not None]
        if not sides:
            continue
        whole = added_up([*(figures[key] for key in sides), figure])
        kept[harm, victims, None] = replace(whole, party=None)
        if len(sides) == 1:
            del kept[sides[0]]
    return list(kept.values())
