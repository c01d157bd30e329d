"""Two claims compared field by field: each field comes to a level, each level has a weight.

The form is that of Fellegi and Sunter (1969), "A Theory for Record Linkage": weights like log odds
that are added up, so that they can be estimated from data and every link explained.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.linking.facts import Days, Facts
from dateline.linking.families import EventFamilies, Kinship
from dateline.linking.places import OTHER_PLACES, place_level
from dateline.linking.settings import LinkingSettings
from dateline.linking.words import likeness

TELLING_TOLL = 3
"""The least toll whose being the same tells anything."""
FAR_TOLL = 5
"""How many times the other one toll must be to speak against one event."""
RARE = 1.5
"""The rarity (event_families.yaml) from which two acts of one type on one day are hardly two."""
NIGHT = 2
"""Days that a night lies on."""
WEEK = 7
MONTH = 31
MISTAKEN_DAYS = ("followed-up", "misdated")
"""Levels of days apart that are likely one."""
MANY_WORDS = ("most", "many")
"""Levels of shared words from which a day that hangs on a story's publication may be wrong, ..."""
ENOUGH_WORDS = (*MANY_WORDS, "several")
"""... and from which one of two places may be."""


@dataclass(frozen=True, slots=True)
class Reason:
    """The level that one field came to, and its weight."""

    field: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims compare: a score over 0 speaks for one incident.

    `apart` when they cannot be of one incident whatever others say.
    """

    score: float
    apart: bool
    reasons: tuple[Reason, ...]


def _undated(one: Facts, other: Facts) -> str:
    return "undated" if any(f.background and f.days is None for f in (one, other)) else "unknown"


def days_level(a: Days, b: Days, lasting: int) -> str:
    """The level of two claims' days; `lasting` is how far apart one state may be told of, in days."""
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap > max(1, lasting):
        return "leaning" if a.leaning or b.leaning else "apart"
    if gap > 0:
        return "lasting" if lasting > 1 else "adjacent"
    if a.assumed or b.assumed:
        return "assumed"
    longest = max(a.span, b.span)
    if longest <= WEEK:
        return "same" if longest <= NIGHT else "overlap"
    return "loose" if longest <= max(MONTH, lasting) else "vague"


def _kinds_exclude(a: frozenset[str], b: frozenset[str], settings: LinkingSettings) -> bool:
    groups = [{settings.exclusive_kinds.get(kind, -1) for kind in kinds} for kinds in (a, b)]
    return bool(groups[0] and groups[1]) and -1 not in groups[0] | groups[1] and not groups[0] & groups[1]


def doer_level(one: Facts, other: Facts, settings: LinkingSettings) -> str:
    """The level of who the two claims say did it."""
    if one.doers & other.doers:
        return "same"
    crossed = (one.doers & other.victims) or (other.doers & one.victims)
    if one.doers and other.doers:
        return "crossed" if crossed else "other"
    if _kinds_exclude(one.doer_kinds, other.doer_kinds, settings):
        return "other"
    if one.doer_kinds & other.doer_kinds:
        return "alike"
    return "unknown"


def words_level(one: Facts, other: Facts, settings: LinkingSettings) -> str:
    """The level of the telling words that the two claims' passages share; those of one story tell nothing."""
    if one.story == other.story:
        return "aside"
    shared = likeness(one.words, other.words)
    return next((level for level, least in settings.shared_words if shared >= least), "none")


def _both_harm(one: Facts, other: Facts) -> bool:
    return bool(one.tolls and other.tolls)


def _leaning_level(one: Facts, other: Facts, words: str) -> str:
    """The level of days apart, of which one hangs on its story's publication, by the words in common: a story
    that follows up gives its own day as that of what it recalls, and pages are dated when they are read."""
    assert one.days is not None and other.days is not None
    gap = max(one.days.first, other.days.first) - min(one.days.last, other.days.last)
    if gap <= MONTH and words in ENOUGH_WORDS:
        return "followed-up"
    return "misdated" if words in MANY_WORDS else "leaning"


def toll_level(one: Facts, other: Facts, days: str) -> str:
    """The level of the two claims' tolls: the most telling of the harms that both count."""
    shared = [(one.tolls[harm], other.tolls[harm]) for harm in one.tolls.keys() & other.tolls.keys()]
    moved = ("adjacent", "lasting", "leaning", "apart")
    if shared and (days in moved or (days in MISTAKEN_DAYS and any(a[0] != b[0] for a, b in shared))):
        return "other-day"
    if not shared:
        return "unknown"
    if any(a[0] == b[0] >= TELLING_TOLL for a, b in shared):
        return "same"
    if all(
        a[1] is not None and b[1] is not None and max(a[0], b[0]) > FAR_TOLL * max(1, min(a[1], b[1]))
        for a, b in shared
    ):
        return "far"
    return "alike"


def _levels(one: Facts, other: Facts, kinship: Kinship, settings: LinkingSettings) -> dict[str, str]:
    days = (
        days_level(one.days, other.days, settings.families.lasts(one.event, other.event))
        if one.days and other.days
        else _undated(one, other)
    )
    doer = doer_level(one, other, settings)
    # In a fight each side is doer and victim; only in one-sided violence does it speak against.
    if doer == "crossed" and kinship is not Kinship.SAME:
        doer = "other"
    words, place = words_level(one, other, settings), place_level(one, other, settings)
    if kinship is Kinship.KIN and not _both_harm(one, other):
        # What an act led to, or is said of it, is told in the same words as much else.
        words = "aside"
    if place in OTHER_PLACES and words in ENOUGH_WORDS:
        place = "misplaced"
    if days == "leaning":
        if settings.families.daily & {one.event, other.event}:
            days, words = "apart", "aside"
        else:
            days = _leaning_level(one, other, words)
    return {
        "place": place,
        "days": days,
        "event": kinship.value,
        "doer": doer,
        "toll": toll_level(one, other, days),
        "story": "same" if one.lineage == other.lineage else "other",
        "target": "other" if one.targets.isdisjoint(other.targets) else "shared",
        "words": words,
    }


def _apart(one: Facts, other: Facts, levels: Mapping[str, str], families: EventFamilies) -> bool:
    if families.exclude(one.event, other.event):
        return True
    if one.story != other.story:
        return False
    # One story that names two places means two, but for acts so rare that two names of one are likelier.
    rare = one.event is other.event and families.rarity.get(one.event, 0.0) >= RARE
    two_names = levels["place"] in ("unlike-name", "same-province") and not rare
    return (
        levels["place"] in ("elsewhere", "around")
        or levels["days"] in ("apart", "leaning", *MISTAKEN_DAYS)
        or two_names
        or _two_quarters(one, other, levels)
    )


def _two_quarters(one: Facts, other: Facts, levels: Mapping[str, str]) -> bool:
    """Two quarters of one town have the town's point both, and only their names apart; one act may be
    told of both, two kinds of act are two."""
    quarters = [f.place is not None and f.place.geonameid is None for f in (one, other)]
    return levels["place"] == "same-town" and one.event is not other.event and all(quarters)


def judge(one: Facts, other: Facts, settings: LinkingSettings) -> tuple[float, bool]:
    """`score` and `apart` of `compare`, without the reasons: linking asks for very many."""
    kinship = settings.families.kinship(one.event, other.event)
    levels = _levels(one, other, kinship, settings)
    weights = settings.weights
    score = settings.start
    for field, level in levels.items():
        score += weights[field][level]
    if kinship is Kinship.SAME:
        score += settings.families.rarity.get(one.event, 0.0)
    return score, _apart(one, other, levels, settings.families)


def compare(one: Facts, other: Facts, settings: LinkingSettings) -> Comparison:
    """The two claims field by field; the order of the two does not matter."""
    families = settings.families
    kinship = families.kinship(one.event, other.event)
    levels = _levels(one, other, kinship, settings)
    reasons = tuple(Reason(field, level, settings.weights[field][level]) for field, level in levels.items())
    if kinship is Kinship.SAME and (rarity := families.rarity.get(one.event, 0.0)):
        reasons += (Reason("rarity", one.event.value, rarity),)
    score, apart = judge(one, other, settings)
    return Comparison(score, apart, reasons)


def worth_comparing(one: Facts, other: Facts, settings: LinkingSettings) -> bool:
    """Whether two claims could at all come out as one incident's: what is cheap to rule out is ruled
    out here, as most pairs of a block are a few days apart."""
    if one.story == other.story:
        return True
    families = settings.families
    if families.kinship(one.event, other.event) is Kinship.UNLIKE:
        return False
    a, b = one.days, other.days
    if a is None or b is None:
        return True
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap <= max(1, families.lasts(one.event, other.event)):
        return True
    if families.daily & {one.event, other.event}:
        return False
    return (a.leaning or b.leaning) and likeness(one.words, other.words) >= settings.least_words
