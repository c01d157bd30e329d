"""The keys of MUC-3/4: what a template of a story asks for, read from its slots.

The slots are strings: alternatives are parted by " / ", names stand in quotation marks, "?" goes before a
fill that may be left out, "-" stands for an empty slot and "*" for one that does not apply. Numbers are
"5", "5-" (at least), "-5" (at most), "~5" (about) and "PLURAL".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pycountry

from dateline.model import Harm

Slots = Mapping[str, Sequence[str]]
Bounds = tuple[int | None, int | None]
Days = tuple[date | None, date]

HARMS = {"DEATH": Harm.KILLED, "INJURY": Harm.INJURED}
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_DAY = re.compile(r"(\d\d) ([A-Z]{3}) ([789]\d)")
_NUMBER = re.compile(r"([~-])? ?(\d+)(?: ?(-))?")


@dataclass(frozen=True, slots=True)
class KeyToll:
    """Bounds that a human target's number may be given as; `due` when a story must give one of them."""

    harm: Harm
    bounds: frozenset[Bounds]
    due: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Names that one fill may be given as."""

    names: tuple[str, ...]
    due: bool


@dataclass(frozen=True, slots=True)
class Template:
    """One incident of a story's key. `days` and `places` hold the alternatives of the one fill; a first day
    of None means "on or before". `due` is false for a template that may be left out."""

    story: str
    types: frozenset[str]
    due: bool
    days: tuple[Days, ...]
    countries: frozenset[str]
    places: tuple[str, ...]
    organizations: tuple[Names, ...]
    individuals: tuple[Names, ...]
    tolls: tuple[KeyToll, ...]


def read_template(story: str, slots: Slots) -> Template | None:
    """The template of these slots; None for the empty one of a story without an incident.

    Raises KeyError when a slot is missing.
    """
    types = frozenset(kind.strip() for kind in slots["INCIDENT: TYPE"][0].split("/"))
    if types == {"*"}:
        return None
    location = slots["INCIDENT: LOCATION"][0]
    return Template(
        story=story,
        types=types,
        due="OPTIONAL" not in slots["MESSAGE: TEMPLATE"][0],
        days=read_days(slots["INCIDENT: DATE"][0]),
        countries=read_countries(location),
        places=read_places(location),
        organizations=read_names(slots["PERP: ORGANIZATION ID"]),
        individuals=read_names(slots["PERP: INDIVIDUAL ID"]),
        tolls=read_tolls(slots),
    )


def read_names(fills: Sequence[str]) -> tuple[Names, ...]:
    """The names of each fill: '? "A" / "B"' may be left out and may be given either way."""
    found = []
    for fill in fills:
        names = tuple(name.replace("\\", "") for name in _QUOTED.findall(fill))
        if names:
            found.append(Names(names, due=not fill.startswith("?")))
    return tuple(found)


def read_days(fill: str) -> tuple[Days, ...]:
    """First and last day of each alternative: "02 FEB 90", "- 04 FEB 90", "17 FEB 90 - 18 FEB 90"."""
    found: list[Days] = []
    for alternative in fill.split("/"):
        days = [_day(*parts) for parts in _DAY.findall(alternative)]
        if len(days) == 1:
            is_open = alternative.strip(" (?").startswith("-")
            found.append((None if is_open else days[0], days[0]))
        elif days:
            found.append((days[0], days[1]))
    return tuple(found)


def _day(day: str, month: str, year: str) -> date:
    number = MONTHS.index(month) + 1
    last = monthrange(1900 + int(year), number)[1]  # a key of dev has "31 NOV 89"
    return date(1900 + int(year), number, min(int(day), last))


def _alternatives(location: str) -> list[list[str]]:
    """Each alternative from the country down: "(A: B (CITY)) / (A)" is [[A, B (CITY)], [A]]."""
    found = []
    for alternative in location.split(" / "):
        bare = alternative.strip(" ?")
        if bare.startswith("(") and bare.count("(") >= bare.count(")"):
            bare = bare[1:].removesuffix(")") if bare.endswith(")") else bare[1:]
        found.append([level.strip() for level in bare.split(":")])
    return found


def read_countries(location: str) -> frozenset[str]:
    """ISO 3166-1 alpha-3 of the countries that may be meant; those misspelt are left out."""
    found = set()
    for levels in _alternatives(location):
        try:
            found.add(pycountry.countries.lookup(levels[0]).alpha_3)
        except LookupError:
            continue
    return frozenset(found)


def read_places(location: str) -> tuple[str, ...]:
    """The places of each alternative below its country, without their kinds; none when a country would do.

    A stretch "PEREIRA (CITY) - BELEN (TOWN)" gives both of its ends.
    """
    alternatives = _alternatives(location)
    if any(len(levels) == 1 for levels in alternatives):
        return ()
    ends = [end for levels in alternatives for level in levels[1:] for end in re.split(r"\s-\s", level)]
    return tuple(dict.fromkeys(re.sub(r"\s*\([^()]*\)?\s*$", "", end).strip() for end in ends))


def read_bounds(fill: str) -> frozenset[Bounds]:
    """Low and high of each alternative of a number; empty for "PLURAL" and "-"."""
    found: set[Bounds] = set()
    for sign, digits, at_least in _NUMBER.findall(fill):
        number = int(digits)
        if at_least:
            found.add((number, None))
        elif sign == "-":
            found.add((None, number))
        else:
            found.add((number, number))
    return frozenset(found)


def read_tolls(slots: Slots) -> tuple[KeyToll, ...]:
    """The numbers of human targets killed and injured, and the sums that a story may give instead.

    Due are targets of two and more: of a person alone a story names the person, not a number.
    """
    numbers = {target: number for number, target in map(_parted, slots["HUM TGT: NUMBER"])}
    found = []
    sums: dict[Harm, list[frozenset[Bounds]]] = {}
    for fill in slots["HUM TGT: EFFECT OF INCIDENT"]:
        told, target = _parted(fill)
        effect = told.strip("?() ")
        harm = HARMS.get(effect)
        if harm is None or target not in numbers:
            continue
        bounds = read_bounds(numbers[target])
        sums.setdefault(harm, []).append(bounds)
        many = bool(bounds) and all(low is None or low >= 2 for low, _ in bounds)
        if bounds:
            found.append(KeyToll(harm, bounds, due=many and not told.startswith("?")))
    for harm, parts in sums.items():
        if len(parts) > 1 and all(parts):
            total = sum(max(low or 0 for low, _ in bounds) for bounds in parts)
            found.append(KeyToll(harm, frozenset({(total, total), (total, None)}), due=False))
    return tuple(found)


def _parted(fill: str) -> tuple[str, str]:
    """What is said of a target, and the target: 'DEATH: "A" / "B"'."""
    told, _, target = fill.partition(': "')
    return told, target
