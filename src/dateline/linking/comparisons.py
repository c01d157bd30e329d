"""Two claims compared field by field: each field comes to a level, each level has a weight.

The form is that of Fellegi and Sunter (1969), "A Theory for Record Linkage": weights like log odds
that are added up, so that they can be estimated from data and every link explained.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from dateline.linking.facts import Days, Extent, Facts
from dateline.linking.families import EventFamilies, Kinship
from dateline.linking.names import alike
from dateline.linking.settings import LinkingSettings
from dateline.model import Place

EARTH_RADIUS_KM = 6371.0
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


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance in kilometres; None when one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    chord = (
        sin(north / 2) ** 2 + cos(radians(one.latitude)) * cos(radians(other.latitude)) * sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def place_level(one: Facts, other: Facts, settings: LinkingSettings) -> str:
    """The level of the two claims' places."""
    a, b = one.place, other.place
    if a is None or b is None:
        return "unknown"
    extents = {one.extent, other.extent}
    if Extent.COUNTRY in extents:
        return "elsewhere" if _differ(a.country, b.country) else "country"
    if Extent.OFF_MAP in extents:
        return _level_off_map(one, other, a, b, settings)
    if Extent.AREA in extents:
        return _level_of_areas(one, other, a, b, settings)
    return _level_of_points(one, other, a, b, settings)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _named_alike(one: Facts, other: Facts, settings: LinkingSettings) -> bool:
    return alike(one.place_name, other.place_name, settings.name_likeness)


def _level_of_points(one: Facts, other: Facts, a: Place, b: Place, settings: LinkingSettings) -> str:
    here = "same" if _named_alike(one, other, settings) else "same-town"
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return here
    distance = distance_km(a, b)
    if distance is None:
        return _level_off_map(one, other, a, b, settings)
    if distance <= settings.radius_km[1]:
        return here
    return (
        "near"
        if distance <= settings.radius_km[a.precision] + settings.radius_km[b.precision]
        else "elsewhere"
    )


def _level_of_areas(one: Facts, other: Facts, a: Place, b: Place, settings: LinkingSettings) -> str:
    """For places of which one is a province or as vague."""
    both = one.extent is other.extent
    if both and a.geonameid is not None and a.geonameid == b.geonameid:
        return "same-area"
    distance = distance_km(a, b) or 0.0
    far = distance > settings.radius_km[a.precision] + settings.radius_km[b.precision]
    if far or _differ(a.country, b.country) or _differ(a.admin1, b.admin1):
        return "elsewhere"
    return "same-area" if both else "within"


def _level_off_map(one: Facts, other: Facts, a: Place, b: Place, settings: LinkingSettings) -> str:
    """For places of which one cannot be put on the map: by name, and what they lie in."""
    if _differ(a.country, b.country):
        return "elsewhere"
    if _named_alike(one, other, settings):
        return "same"
    if _differ(a.admin1, b.admin1):
        return "elsewhere"
    if Extent.AREA in (one.extent, other.extent):
        return "within"
    return "same-province" if a.admin1 is not None and a.admin1 == b.admin1 else "unlike-name"


def _undated(one: Facts, other: Facts) -> str:
    return "undated" if any(f.background and f.days is None for f in (one, other)) else "unknown"


def days_level(a: Days, b: Days, lasting: int) -> str:
    """The level of two claims' days; `lasting` is how far apart one state may be told of, in days."""
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap > max(1, lasting):
        return "apart"
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


def toll_level(one: Facts, other: Facts, days: str) -> str:
    """The level of the two claims' tolls: the most telling of the harms that both count."""
    if one.tolls.keys() & other.tolls.keys() and days in ("adjacent", "lasting", "apart"):
        return "other-day"
    shared = [(one.tolls[harm], other.tolls[harm]) for harm in one.tolls.keys() & other.tolls.keys()]
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
    return {
        "place": place_level(one, other, settings),
        "days": days,
        "event": kinship.value,
        "doer": doer,
        "toll": toll_level(one, other, days),
        "story": "same" if one.lineage == other.lineage else "other",
        "target": "other" if one.targets.isdisjoint(other.targets) else "shared",
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
        levels["place"] == "elsewhere"
        or levels["days"] == "apart"
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
    return max(a.first, b.first) - min(a.last, b.last) <= max(1, families.lasts(one.event, other.event))
