"""Coded claims made by hand, for tests of the measures."""

from __future__ import annotations

from datetime import date

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
    Toll,
    Victims,
    When,
)


def span(text: str) -> Span:
    """A span that reads `text`; scoring compares words and never offsets."""
    return Span(0, len(text), text)


def toll(
    words: str, low: int | None, high: int | None, harm: str = "killed", victims: str = "unknown"
) -> Toll:
    """A toll of `low` to `high`."""
    return Toll(Harm(harm), low, high, False, Victims(victims), False, None, span(words))


def coded(
    quote: str,
    event: str = "shelling",
    *,
    story: str = "s1",
    tolls: tuple[Toll, ...] = (),
    claimant: str | None = None,
    place: str | None = None,
    days: tuple[str, str] | None = None,
    incident: str | None = None,
    by: str | None = None,
    country: str | None = None,
    status: Status = Status.ASSERTED,
) -> Claim:
    """A claim as the coder would give it."""
    return Claim(
        story=story,
        id=f"{story}-{quote}",
        quote=span(quote),
        event=Event(EventType(event), span(quote.split(maxsplit=1)[0]), None, None),
        actors=(Actor(Role.BY, span(by), None, None, None, None),) if by else (),
        place=Place(span(place), place, None, None, None, None, country, 1) if place else None,
        date=When(None, date.fromisoformat(days[0]), date.fromisoformat(days[1]), 1) if days else None,
        tolls=tolls,
        attribution=Attribution(span(claimant), None, None, None) if claimant else None,
        status=status,
        background=False,
        incident=incident,
        rule="by hand",
    )
