"""One source's assertion about one event, as one story prints it (contract: claim.schema.json)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.spans import Span
from dateline.model.terms import EventType, Harm, Role, Status, Victims


@dataclass(frozen=True, slots=True)
class Codes:
    """A category of another codebook: PLOVER (event, mode) or ACLED (event type, sub-event type)."""

    category: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and the word or phrase that says so."""

    type: EventType
    trigger: Span
    plover: Codes | None
    acled: Codes | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it, whom it was done to, or who took part.

    `id` is a UCDP actor id ("ucdp:…"), a state's forces ("mil:SYR") or None; `kind` is a word of
    the actor lexicon (state-forces, rebels, militia, civilians, …); `country` ISO 3166-1 alpha-3.
    """

    role: Role
    mention: Span
    id: str | None
    name: str | None
    kind: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where. Degrees WGS84; `precision` is UCDP GED where_prec, 1 (exact) to 7 (sea or air)."""

    mention: Span
    name: str
    geonameid: int | None
    latitude: float | None
    longitude: float | None
    admin1: str | None
    country: str | None
    precision: int


@dataclass(frozen=True, slots=True)
class When:
    """First and last day. `precision` is UCDP GED date_prec, 1 (the day) to 5 (over a month).

    Days and precision are None when the words cannot be put on a calendar, as for a weekday in a
    story of unknown date; `mention` is None when the story sets the day elsewhere.
    """

    mention: Span | None
    earliest: date | None
    latest: date | None
    precision: int | None


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people. `low`/`high` are both given for an exact number, `high` is None for
    "at least"; `subset` marks a part of another toll of the same claim's event; `party` is whose
    people they are, as the story names them."""

    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    victims: Victims
    subset: bool
    party: str | None
    mention: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who asserts the claim: the words, a canonical name, what kind of claimant, the cue."""

    source: Span
    name: str | None
    kind: str | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's assertion about one event. `attribution` is None in the outlet's own voice."""

    story: str
    id: str
    quote: Span
    event: Event
    actors: tuple[Actor, ...]
    place: Place | None
    date: When | None
    tolls: tuple[Toll, ...]
    attribution: Attribution | None
    status: Status
    background: bool
    incident: str | None
    rule: str

    def spans(self) -> list[tuple[str, Span]]:
        """Every span that the claim rests on, with the field that it belongs to."""
        found = [("quote", self.quote), ("event.trigger", self.event.trigger)]
        found += [(f"actors[{i}].mention", actor.mention) for i, actor in enumerate(self.actors)]
        found += [(f"tolls[{i}].mention", toll.mention) for i, toll in enumerate(self.tolls)]
        if self.place:
            found.append(("place.mention", self.place.mention))
        if self.date and self.date.mention:
            found.append(("date.mention", self.date.mention))
        if self.attribution:
            found.append(("attribution.source", self.attribution.source))
            if self.attribution.cue:
                found.append(("attribution.cue", self.attribution.cue))
        return found
