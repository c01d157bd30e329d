"""What a person writes for a corrected field, as the value that a decision keeps.

| field | what is written |
|---|---|
| event | an event type: shelling |
| status | asserted, denied, negated, planned, threatened, hypothetical |
| background | yes or no |
| date | 2031-03-06, 2031-03-06..2031-03-08, or none |
| place | a number of GeoNames, a name, "name, country" (alpha-3), or none |
| claimant | a name, or none for the outlet itself |
| by, against, with | names with semicolons between them, or none |
| toll.N | 7, 5-7, 5+ (at least), -7 (at most), or none for no figure |
| toll.N.harm, toll.N.victims | a word of the contract: killed; civilian |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.deciding.corrections import change_of, check_range, parts_of_toll_field
from dateline.errors import InputError
from dateline.model import Claim, EventType, Harm, Status, Victims
from dateline.ontology.event_types import load_event_types
from dateline.resolving.actors import ActorLexicon
from dateline.resolving.claimants import ClaimantLexicon
from dateline.resolving.dates.calendar import precision_of
from dateline.resolving.places import PRECISION_OF_KIND, Gazetteer, GazetteerPlace

NONE = "none"
NUMBER = re.compile(r"(?:(?P<low>\d+)(?P<more>\+)?|(?P<from>\d+)?\s*(?:-|–|to)\s*(?P<to>\d+))")
WITH_COUNTRY = re.compile(r"(?P<name>.+),\s*(?P<country>[A-Z]{3})")
SHOWN = 6
"""Of places that a name may mean, how many an error names."""


@dataclass(frozen=True)
class Readers:
    """The lexicons that written values are looked up in, loaded when they are needed; `lexicon` is the
    user's folder of knowledge files."""

    lexicon: Path | None = None
    _loaded: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The world's places."""
        return Gazetteer.open(lexicon=self.lexicon)

    @cached_property
    def actors(self) -> ActorLexicon:
        """Armed groups, forces and other actors."""
        return ActorLexicon.load(self.lexicon)

    @cached_property
    def claimants(self) -> ClaimantLexicon:
        """Who can say things, and what kind of claimant they are."""
        return ClaimantLexicon.load(self.lexicon, actors=self.actors)


def read_value(name: str, written: str, claim: Claim, readers: Readers) -> Any:
    """The value that correcting the field `name` of `claim` to what is `written` keeps.

    Raises InputError, saying what can be written, when it cannot be read, when the claim has no such toll,
    and when a place's name may mean several.
    """
    written = written.strip()
    toll = parts_of_toll_field(name)
    try:
        if toll is not None:
            value = _toll_value(toll[1], written)
        elif name in _READ:
            value = _READ[name](written, claim, readers)
        else:
            value = None  # change_of names the fields that there are
        change_of(name, value)(claim)
    except ValueError as error:
        raise InputError(f"{name} cannot be corrected to {written!r}: {error}") from error
    return value


def read_number(written: str) -> tuple[int | None, int | None]:
    """The lowest and highest of "7", "5-7", "5+", "-7". Raises ValueError."""
    found = NUMBER.fullmatch(written.strip())
    if found is None:
        raise ValueError("write 7, 5-7, 5+ (at least) or -7 (at most)")
    given = {name: int(digits) for name, digits in found.groupdict().items() if digits and digits != "+"}
    if "low" in given:
        return given["low"], None if found["more"] else given["low"]
    check_range(given.get("from"), given["to"])
    return given.get("from"), given["to"]


def _toll_value(part: str | None, written: str) -> Any:
    if part == "harm":
        return _term(Harm, written)
    if part == "victims":
        return _term(Victims, written)
    if written == NONE:
        return None
    low, high = read_number(written)
    return {"low": low, "high": high}


def _term(terms: type[StrEnum], written: str) -> str:
    try:
        return str(terms(written.lower()))
    except ValueError:
        raise ValueError(f"there are {', '.join(terms)}") from None


def _event(written: str, claim: Claim, readers: Readers) -> Any:  # noqa: ARG001 - every reader has this form
    kind = load_event_types(readers.lexicon)[EventType(_term(EventType, written))]
    return {
        "type": str(kind.type),
        "plover": asdict(kind.plover) if kind.plover else None,
        "acled": asdict(kind.acled) if kind.acled else None,
    }


def _background(written: str, claim: Claim, readers: Readers) -> Any:  # noqa: ARG001 - every reader has this form
    words = {"yes": True, "true": True, "no": False, "false": False}
    if written.lower() not in words:
        raise ValueError("write yes or no")
    return words[written.lower()]


def _date(written: str, claim: Claim, readers: Readers) -> Any:  # noqa: ARG001 - every reader has this form
    if written == NONE:
        return None
    first, _, last = written.partition("..")
    try:
        earliest = date.fromisoformat(first.strip())
        latest = date.fromisoformat(last.strip()) if last else earliest
    except ValueError:
        raise ValueError("write 2031-03-06, 2031-03-06..2031-03-08, or none") from None
    return {
        "earliest": earliest.isoformat(),
        "latest": latest.isoformat(),
        "precision": precision_of(earliest, latest),
    }


def _place(written: str, claim: Claim, readers: Readers) -> Any:  # noqa: ARG001 - every reader has this form
    if written == NONE:
        return None
    if written.isdigit():
        found = readers.gazetteer.numbered(int(written))
        if found is None:
            raise ValueError("no place of the gazetteer has this number of GeoNames")
        return _place_value(found)
    given = WITH_COUNTRY.fullmatch(written)
    name, country = (given["name"].strip(), given["country"]) if given else (written, None)
    candidates = readers.gazetteer.written(name)
    named = [place for place in candidates if country in (None, place.country)]
    if len(named) > 1:
        raise ValueError(f"it may be {_choices(named)}; give the number")
    if named:
        return _place_value(named[0])
    return {
        "name": name,
        "geonameid": None,
        "latitude": None,
        "longitude": None,
        "admin1": None,
        "country": country,
        "precision": 6,  # UCDP GED where_prec: no more than the country is known
    }


def _choices(places: Sequence[GazetteerPlace]) -> str:
    described = [
        (place.geonameid, ", ".join(filter(None, (place.name, place.kind, place.admin1, place.country))))
        for place in places[:SHOWN]
    ]
    told = [f"{number} ({words})" for number, words in described]
    more = f" or {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return ", ".join(told) + more


def _place_value(place: GazetteerPlace) -> Any:
    return {
        "name": place.name,
        "geonameid": place.geonameid,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "admin1": place.admin1,
        "country": place.country,
        "precision": PRECISION_OF_KIND[place.kind],
    }


def _claimant(written: str, claim: Claim, readers: Readers) -> Any:
    if written == NONE:
        return None
    countries = (claim.place.country,) if claim.place and claim.place.country else ()
    found = readers.claimants.resolve(written, countries=countries)
    # The name is what the person wrote: the lexicon only says what kind of claimant it is.
    return {"name": written, "kind": found.kind}


def _actors(written: str, claim: Claim, readers: Readers) -> Any:
    if written == NONE:
        return []
    countries = (claim.place.country,) if claim.place and claim.place.country else ()
    found = []
    for name in filter(None, (part.strip() for part in written.split(";"))):
        known = readers.actors.resolve(name, countries=countries)
        found.append(
            {"id": known.id, "name": known.name or name, "kind": known.kind, "country": known.country}
        )
    return found


def _status(written: str, claim: Claim, readers: Readers) -> Any:  # noqa: ARG001 - every reader has this form
    return _term(Status, written)


_READ: dict[str, Callable[[str, Claim, Readers], Any]] = {
    "event": _event,
    "status": _status,
    "background": _background,
    "date": _date,
    "place": _place,
    "claimant": _claimant,
    "by": _actors,
    "against": _actors,
    "with": _actors,
}
