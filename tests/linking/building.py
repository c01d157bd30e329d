"""Stories and claims for tests, with what a test does not speak of filled in."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.model import (
    Actor,
    Attribution,
    Claim,
    Event,
    EventType,
    Harm,
    Place,
    Role,
    Span,
    Status,
    Story,
    Toll,
    Victims,
    When,
    stored_text,
)

MAY_DAY = date(2013, 5, 1)


def span(text: str, start: int = 0) -> Span:
    return Span(start, start + len(text), text)


def story(
    name: str, body: str = "", *, day: int | None = 1, outlet: str | None = None, title: str = ""
) -> Story:
    """A story published on that day of May 2013, or on no known day."""
    return Story(
        id=name,
        text=stored_text(title or None, body or f"The text of {name}."),
        outlet=outlet or f"The {name.title()} Gazette",
        title=title or None,
        published=None if day is None else MAY_DAY + timedelta(day - 1),
    )


def when(first: int, last: int | None = None) -> When:
    """A day of May 2013, or the days from one to another."""
    last = first if last is None else last
    precision = 1 if first == last else 2
    return When(None, MAY_DAY + timedelta(first - 1), MAY_DAY + timedelta(last - 1), precision)


def place(
    name: str,
    latitude: float | None = None,
    longitude: float | None = None,
    *,
    number: int | None = None,
    precision: int = 1,
    admin1: str | None = None,
    country: str = "SYR",
) -> Place:
    return Place(span(name), name, number, latitude, longitude, admin1, country, precision)


QUSAYR = place("Qusayr", 34.51, 36.58, number=170592, admin1="Homs")
HOMS = place("Homs", 34.73, 36.72, number=169577, admin1="Homs")
HOMS_PROVINCE = place("Homs province", 34.5, 37.5, number=169575, precision=4, admin1="Homs")
DARAA = place("Daraa", 32.62, 36.11, number=170905, admin1="Daraa")
TRIPOLI_LEBANON = place("Tripoli", 34.44, 35.83, number=266826, country="LBN")
TRIPOLI_LIBYA = place("Tripoli", 32.89, 13.19, number=2210247, country="LBY")


def toll(
    low: int | None,
    high: int | None = None,
    *,
    harm: Harm = Harm.KILLED,
    victims: Victims = Victims.UNKNOWN,
    subset: bool = False,
    party: str | None = None,
    about: bool = False,
    at: int = 0,
) -> Toll:
    """A toll; `toll(5)` is at least five, `toll(5, 5)` five."""
    return Toll(harm, low, high, about, victims, subset, party, span(f"{low} people", at))


def actor(name: str, role: Role = Role.BY, *, id: str | None = None, kind: str | None = None) -> Actor:
    return Actor(role, span(name), id, name, kind, None)


def said_by(name: str, kind: str | None = None, *, named: bool = True) -> Attribution:
    return Attribution(span(name), name if named else None, kind, None)


def claim(
    story_id: str,
    number: int = 0,
    event: EventType = EventType.SHELLING,
    *,
    where: Place | None = HOMS,
    days: When | None = None,
    by: Attribution | None = None,
    actors: tuple[Actor, ...] = (),
    tolls: tuple[Toll, ...] = (),
    status: Status = Status.ASSERTED,
    background: bool = False,
) -> Claim:
    """The claim that stands at `number` in the story."""
    quote = span("words", 10 * number)
    return Claim(
        story=story_id,
        id=f"{story_id}#{number}",
        quote=quote,
        event=Event(event, quote, None, None),
        actors=actors,
        place=where,
        date=days,
        tolls=tolls,
        attribution=by,
        status=status,
        background=background,
        incident=None,
        rule="test",
    )
