"""What a correction changes in a claim: each field that can be corrected, and the form of its value.

A value is kept in full when it is decided (a place with its coordinates, an event type with its codes), so
that what a correction does never depends on a gazetteer or a lexicon. The words of the story that the claim
rests on stay those of the coder; where it had none, the claim's whole quote stands for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.model import (
    Actor,
    Attribution,
    Claim,
    Codes,
    Event,
    EventType,
    Harm,
    Place,
    Role,
    Status,
    Toll,
    Victims,
    When,
)

Change = Callable[[Claim], Claim]
"""Raises ValueError when the claim has nothing that could be so changed."""

FIELDS = ("event", "status", "background", "date", "place", "claimant", "by", "against", "with", "toll.N",
          "toll.N.harm", "toll.N.victims")  # fmt: skip
"""The fields that can be corrected; N counts the claim's tolls from 1."""

TOLL_FIELD = re.compile(r"toll\.([1-9]\d{0,2})(?:\.(harm|victims))?")


def parts_of_toll_field(field: str) -> tuple[int, str | None] | None:
    """Which toll, counted from 1, and what of it: None for its number; None for another field."""
    found = TOLL_FIELD.fullmatch(field)
    return (int(found[1]), found[2]) if found else None


def change_of(field: str, value: Any) -> Change:
    """What correcting `field` to `value` does to a claim.

    Raises ValueError, saying what is wrong, for a field that there is not or a value of another form.
    """
    toll = parts_of_toll_field(field)
    if toll is not None:
        return _toll_change(toll[0] - 1, toll[1], value)
    if field not in _CHANGES:
        raise ValueError(f"no field {field!r} can be corrected; there are {', '.join(FIELDS)}")
    return _CHANGES[field](value)


def application_order(field: str) -> tuple[bool, int, str]:
    """Sorts the fields so that no toll is taken out before those behind it have been counted."""
    toll = parts_of_toll_field(field)
    return (toll is not None and toll[1] is None, -(toll[0] if toll else 0), field)


def _mapping(value: Any, *names: str) -> Mapping[str, Any]:
    if not isinstance(value, dict) or set(value) != set(names):
        raise ValueError(f"expected a mapping of {', '.join(names)}, found {value!r}")
    return value


def _of(value: Any, *kinds: type) -> Any:
    # By the class itself: to Python True is a number.
    if type(value) not in kinds:
        told = " or ".join("null" if kind is type(None) else kind.__name__ for kind in kinds)
        raise ValueError(f"expected {told}, found {value!r}")
    return value


def _optional_text(value: Any) -> str | None:
    found: str | None = _of(value, str, type(None))
    return found


def _codes(value: Any) -> Codes | None:
    if value is None:
        return None
    pair = _mapping(value, "category", "detail")
    return Codes(_of(pair["category"], str), _optional_text(pair["detail"]))


def _event(value: Any) -> Change:
    given = _mapping(value, "type", "plover", "acled")
    kind, plover, acled = EventType(given["type"]), _codes(given["plover"]), _codes(given["acled"])
    return lambda claim: replace(claim, event=Event(kind, claim.event.trigger, plover, acled))


def _status(value: Any) -> Change:
    status = Status(value)
    return lambda claim: replace(claim, status=status)


def _background(value: Any) -> Change:
    background: bool = _of(value, bool)
    return lambda claim: replace(claim, background=background)


def _date(value: Any) -> Change:
    if value is None:
        return lambda claim: replace(claim, date=None)
    given = _mapping(value, "earliest", "latest", "precision")
    earliest, latest = (date.fromisoformat(_of(given[name], str)) for name in ("earliest", "latest"))
    precision: int = _of(given["precision"], int)
    if earliest > latest or not 1 <= precision <= 5:
        raise ValueError(f"no days {value!r}: the first is the earlier one, the precision from 1 to 5")
    return lambda claim: replace(
        claim, date=When(claim.date.mention if claim.date else None, earliest, latest, precision)
    )


def _place(value: Any) -> Change:
    if value is None:
        return lambda claim: replace(claim, place=None)
    names = ("name", "geonameid", "latitude", "longitude", "admin1", "country", "precision")
    given = _mapping(value, *names)
    name, precision = _of(given["name"], str), _of(given["precision"], int)
    geonameid: int | None = _of(given["geonameid"], int, type(None))
    latitude, longitude = (_of(given[axis], float, int, type(None)) for axis in ("latitude", "longitude"))
    admin1, country = _optional_text(given["admin1"]), _optional_text(given["country"])
    if not name.strip() or not 1 <= precision <= 7 or (latitude is None) is not (longitude is None):
        raise ValueError(
            f"no place {value!r}: it needs a name, both coordinates or none, a precision of 1 to 7"
        )
    return lambda claim: replace(
        claim,
        place=Place(
            claim.place.mention if claim.place else claim.quote,
            name,
            geonameid,
            latitude,
            longitude,
            admin1,
            country,
            precision,
        ),
    )


def _claimant(value: Any) -> Change:
    if value is None:
        return lambda claim: replace(claim, attribution=None)
    given = _mapping(value, "name", "kind")
    name, kind = _of(given["name"], str), _optional_text(given["kind"])
    if not name.strip():
        raise ValueError("a claimant needs a name")
    return lambda claim: replace(
        claim,
        attribution=Attribution(claim.quote, name, kind, None)
        if claim.attribution is None
        else replace(claim.attribution, name=name, kind=kind),
    )


def _actors(role: Role) -> Callable[[Any], Change]:
    def of_role(value: Any) -> Change:
        found = [_mapping(one, "id", "name", "kind", "country") for one in _of(value, list)]
        who = [tuple(_optional_text(one[key]) for key in ("id", "name", "kind", "country")) for one in found]
        if any(not name for _, name, _, _ in who):
            raise ValueError("an actor needs a name")

        def change(claim: Claim) -> Claim:
            before = [actor.mention for actor in claim.actors if actor.role is role]
            mentions = [before[n] if n < len(before) else claim.quote for n in range(len(who))]
            others = tuple(actor for actor in claim.actors if actor.role is not role)
            put = tuple(Actor(role, words, *one) for words, one in zip(mentions, who, strict=True))
            return replace(claim, actors=(*others, *put))

        return change

    return of_role


def _toll_change(place: int, part: str | None, value: Any) -> Change:
    change: Callable[[Toll], Toll | None]
    if part == "harm":
        harm = Harm(value)
        change = lambda toll: replace(toll, harm=harm)  # noqa: E731 - one of three ways
    elif part == "victims":
        victims = Victims(value)
        change = lambda toll: replace(toll, victims=victims)  # noqa: E731
    elif value is None:
        change = lambda _: None  # noqa: E731
    else:
        given = _mapping(value, "low", "high")
        low, high = (_of(given[end], int, type(None)) for end in ("low", "high"))
        check_range(low, high)
        change = lambda toll: replace(toll, low=low, high=high, approximate=False)  # noqa: E731

    def of_claim(claim: Claim) -> Claim:
        if place >= len(claim.tolls):
            raise ValueError(f"the claim has {len(claim.tolls)} figures, and no figure {place + 1}")
        tolls = (change(toll) if n == place else toll for n, toll in enumerate(claim.tolls))
        return replace(claim, tolls=tuple(toll for toll in tolls if toll is not None))

    return of_claim


def check_range(*ends: int | None) -> None:
    """Raise ValueError unless the numbers that are given are numbers of people in rising order."""
    given = [end for end in ends if end is not None]
    if not given:
        raise ValueError("a number of people is needed")
    if min(given) < 0 or given != sorted(given):
        raise ValueError(f"{' to '.join(map(str, given))} is no range of numbers of people")


_CHANGES: dict[str, Callable[[Any], Change]] = {
    "event": _event,
    "status": _status,
    "background": _background,
    "date": _date,
    "place": _place,
    "claimant": _claimant,
    "by": _actors(Role.BY),
    "against": _actors(Role.AGAINST),
    "with": _actors(Role.WITH),
}
