"""The facts of claims as columns of a table, as the fields and the blocking read them.

Names, days and sets stay what they are; event types and sides become bits of whole numbers, so that
kinship is one operation; ids become numbers by a hash, so that any text can stand in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Any

import pyarrow as pa

from dateline.linking.facts import REGION, Extent, Facts, MainAct
from dateline.linking.families import Kinship
from dateline.linking.levels import column_of
from dateline.linking.names import consonants, name_key
from dateline.linking.numbers import number_of
from dateline.linking.places import is_scene, reach_km
from dateline.linking.settings import MEASURED_WORDS, LinkingSettings
from dateline.model import EventType, Harm, Status

BITS = {event: 1 << number for number, event in enumerate(EventType)}

_INT, _TEXTS, _NUMBERS = pa.int64(), pa.list_(pa.string()), pa.list_(pa.int64())
COLUMNS: dict[str, pa.DataType] = {
    "unique_id": _INT,
    "story": _INT,
    "lineage": _INT,
    "event": _INT,
    "family": _INT,
    "kin": _INT,
    "opposites": _INT,
    "rarity": pa.float64(),
    "lasts": pa.int32(),
    "lasts_with": pa.bool_(),
    "daily": pa.bool_(),
    "retold": pa.bool_(),
    "one_sided": pa.bool_(),
    "background": pa.bool_(),
    "asserted": pa.bool_(),
    "extent": pa.string(),
    "scene": pa.bool_(),
    "namesake": pa.bool_(),
    "fuzzy": pa.bool_(),
    "place_name": pa.string(),
    "consonants": pa.string(),
    "name_words": _TEXTS,
    "longest_word": pa.int32(),
    "likeness": pa.float64(),
    "geonameid": _INT,
    "latitude": pa.float64(),
    "longitude": pa.float64(),
    "radius_km": pa.float64(),
    "exact_km": pa.float64(),
    "country": pa.string(),
    "admin1": pa.string(),
    "first_day": pa.int32(),
    "last_day": pa.int32(),
    "assumed": pa.bool_(),
    "leaning": pa.bool_(),
    "doers": _NUMBERS,
    "victims": _NUMBERS,
    "doer_kinds": _TEXTS,
    "sides": _INT,
    "targets": _TEXTS,
    "harmed": pa.bool_(),
    "uncommon": _NUMBERS,
    "rare": _NUMBERS,
    "rarest": _NUMBERS,
    "mass": pa.int32(),
    "ages": _NUMBERS,
    "main": pa.bool_(),
    "outlet": _INT,
    "published_day": pa.int32(),
    "act": pa.bool_(),
    "act_retold": pa.bool_(),
    "act_partly": pa.bool_(),
    "act_towns": _NUMBERS,
    "act_provinces": _NUMBERS,
    **{f"act_{days}": _NUMBERS for days in ("days", "stated", "around_stated", "dates", "around_dates")},
    "act_killed": _INT,
    "act_injured": _INT,
    **{column_of(level): pa.float64() for level in MEASURED_WORDS},
    **{f"{harm.value}_{end}": _INT for harm in Harm for end in ("low", "high")},
}
SCHEMA = pa.schema(list(COLUMNS.items()))


def _plain(text: str | None) -> str | None:
    """`text` as what a table takes: half a character, which Unicode forbids, becomes a question mark."""
    return None if text is None else text.encode("utf-8", "replace").decode()


def _bits(events: Iterable[EventType]) -> int:
    return sum({BITS[event] for event in events})


def _act(act: MainAct) -> dict[str, Any]:
    return {
        "act_retold": act.retold,
        "act_partly": act.partly,
        "act_towns": sorted(act.towns),
        "act_provinces": sorted(act.provinces),
        "act_days": sorted(act.days),
        "act_stated": sorted(act.stated),
        "act_around_stated": _around(act.stated),
        "act_dates": sorted(act.of_calendar),
        "act_around_dates": _around(act.of_calendar),
        "act_killed": act.tolls.get(Harm.KILLED),
        "act_injured": act.tolls.get(Harm.INJURED),
    }


def _around(days: Set[int]) -> list[int]:
    return sorted({day + beside for day in days for beside in (-1, 0, 1)})


class FactsTable:
    """How facts become rows under these settings."""

    def __init__(self, settings: LinkingSettings) -> None:
        self._settings = settings
        self._of_type = {event: self._relatives(event) for event in EventType}

    def _relatives(self, event: EventType) -> dict[str, Any]:
        families = self._settings.families
        kinship = {other: families.kinship(event, other) for other in EventType}
        return {
            "event": BITS[event],
            "family": _bits(other for other, kin in kinship.items() if kin is Kinship.FAMILY),
            "kin": _bits(other for other, kin in kinship.items() if kin is Kinship.KIN),
            "opposites": _bits(other for other in EventType if families.exclude(event, other)),
            "rarity": families.rarity.get(event, 0.0),
            "lasts": families.lasting_days.get(event, 0),
            "lasts_with": event in families.lasting_with,
            "daily": event in families.daily,
            "retold": event in families.retold,
            "one_sided": event in families.one_sided,
        }

    def _sides(self, kinds: Iterable[str]) -> int:
        """The sides that these kinds of actors are of, as bits; 0 when one may be of any."""
        groups = [self._settings.exclusive_kinds.get(kind) for kind in kinds]
        return 0 if None in groups else sum({1 << group for group in groups if group is not None})

    def _is_namesake(self, facts: Facts) -> bool:
        """Whether it is a town with the name of its province."""
        province = facts.place.admin1 if facts.place else None
        named = province is not None and name_key(province, self._settings.place_words) == facts.place_name
        return named and facts.extent is Extent.POINT

    def row(self, number: int, facts: Facts) -> dict[str, Any]:
        """The row of one claim, as `COLUMNS` say."""
        settings, place, days = self._settings, facts.place, facts.days
        words = sorted({consonants(word) for word in facts.place_name.split()})
        row = self._of_type[facts.event] | {
            "unique_id": number,
            "story": number_of(facts.story),
            "lineage": number_of(facts.lineage),
            "background": facts.background,
            "asserted": facts.status is Status.ASSERTED,
            "extent": facts.extent.value if facts.extent else None,
            "scene": is_scene(facts, settings),
            "namesake": self._is_namesake(facts),
            "fuzzy": bool(place and place.precision == REGION),
            "place_name": facts.place_name,
            "consonants": consonants(facts.place_name),
            "name_words": words,
            "longest_word": max(map(len, words), default=0),
            "likeness": settings.name_likeness,
            "exact_km": settings.radius_km[1],
            "first_day": days.first if days else None,
            "last_day": days.last if days else None,
            "assumed": bool(days and days.assumed),
            "leaning": bool(days and days.leaning),
            "doers": sorted(map(number_of, facts.doers)),
            "victims": sorted(map(number_of, facts.victims)),
            "doer_kinds": sorted(facts.doer_kinds),
            "sides": self._sides(facts.doer_kinds),
            "targets": sorted(facts.targets),
            "harmed": bool(facts.tolls),
            "uncommon": sorted(map(number_of, facts.words.uncommon)),
            "rare": sorted(map(number_of, facts.words.rare)),
            "rarest": sorted(map(number_of, facts.words.rarest)),
            "mass": facts.words.mass,
            "ages": sorted(map(number_of, facts.words.ages)),
            "main": facts.main,
            "outlet": None if facts.outlet is None else number_of(facts.outlet),
            "published_day": facts.published,
            "act": facts.main_act is not None,
            **{column_of(level): least for level, least in settings.shared_words},
        }
        if facts.main_act is not None:
            row |= _act(facts.main_act)
        if place is not None:
            row |= {
                "geonameid": place.geonameid,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "radius_km": reach_km(place, settings),
                "country": _plain(place.country),
                "admin1": _plain(place.admin1),
            }
        for harm, (low, high) in facts.tolls.items():
            row[f"{harm.value}_low"], row[f"{harm.value}_high"] = low, high
        return row

    def columns(self, facts: Sequence[Facts]) -> dict[str, list[Any]]:
        """The columns of these claims by name, numbered from 0."""
        rows = [self.row(number, claim) for number, claim in enumerate(facts)]
        return {name: [row.get(name) for row in rows] for name in COLUMNS}
