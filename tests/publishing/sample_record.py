"""A small record of invented stories on an invented war, for the tests of publishing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.model import (
    Actor,
    Attribution,
    Claim,
    Codes,
    Event,
    EventType,
    Grade,
    Harm,
    Incident,
    LeftOut,
    Place,
    Record,
    Role,
    Span,
    Status,
    Story,
    Toll,
    Victims,
    WeighedToll,
    When,
    stored_text,
)

HARBOUR = stored_text(
    "Shells fall on the harbour",
    "Shells fired by the army killed at least 31 civilians in Tamra on Monday, the Coast Monitor said. "
    "State radio put the dead at 40. The army denied shelling the harbour.",
)
COPY = stored_text("Harbour shelled (agency)", HARBOUR.split("\n\n", 1)[1])
VALLEY = stored_text(
    "Rebels take the valley road",
    "Rebels took the road to Odrin on 3 June, residents said. No one was hurt. "
    "They plan to march on Tamra “within days”.",
)
UNDATED = "Nothing moved on the pass on Thursday, a driver said."


def span(text: str, words: str, after: int = 0) -> Span:
    """The first place at or after `after` where `text` has `words`."""
    start = text.index(words, after)
    return Span(start, start + len(words), words)


def actor(text: str, role: Role, words: str, kind: str, id_: str | None = None) -> Actor:
    return Actor(role, span(text, words), id_, None, kind, "SYR" if kind == "state-forces" else None)


def tamra(text: str) -> Place:
    return Place(span(text, "Tamra"), "Tamra", 101, 34.5, 36.25, "Coast", "SYR", 1)


def claim(
    story: str,
    text: str,
    number: int,
    quote: str,
    event: EventType,
    trigger: str,
    *,
    incident: str | None,
    actors: Sequence[Actor] = (),
    place: Place | None = None,
    when: When | None = None,
    tolls: Sequence[Toll] = (),
    source: str | None = None,
    kind: str | None = None,
    status: Status = Status.ASSERTED,
    background: bool = False,
) -> Claim:
    return Claim(
        story=story,
        id=f"c-{story}-{number}",
        quote=span(text, quote),
        event=Event(event, span(text, trigger), Codes("ASSAULT", None), Codes("Battles", "Armed clash")),
        actors=tuple(actors),
        place=place,
        date=when,
        tolls=tuple(tolls),
        attribution=Attribution(span(text, source), None, kind, None) if source else None,
        status=status,
        background=background,
        incident=incident,
        rule=f"triggers.yaml: {trigger} (active)",
    )


def dead(text: str, words: str, low: int, high: int | None) -> Toll:
    return Toll(Harm.KILLED, low, high, False, Victims.CIVILIAN, False, None, span(text, words))


def harbour_claims(story: str, text: str) -> list[Claim]:
    monday = When(span(text, "on Monday"), date(2013, 5, 20), date(2013, 5, 20), 1)
    army = actor(text, Role.BY, "the army", "state-forces", "mil:SYR")
    civilians = actor(text, Role.AGAINST, "civilians", "civilians")
    shelling = EventType.SHELLING
    return [
        claim(
            *(story, text, 1, "Shells fired by the army killed at least 31 civilians in Tamra on Monday"),
            *(shelling, "Shells"),
            incident="i-harbour",
            actors=[army, civilians],
            place=tamra(text),
            when=monday,
            tolls=[dead(text, "at least 31 civilians", 31, None)],
            source="the Coast Monitor",
            kind="monitor",
        ),
        claim(
            *(story, text, 2, "State radio put the dead at 40", shelling, "dead"),
            incident="i-harbour",
            tolls=[dead(text, "40", 40, 40)],
            source="State radio",
            kind="state-media",
        ),
        claim(
            *(story, text, 3, "The army denied shelling the harbour", shelling, "shelling"),
            incident="i-harbour",
            source="The army",
            kind="military",
            status=Status.DENIED,
        ),
    ]


def sample_record() -> Record:
    """Four stories (one a copy, one undated), three incidents (one without a place), one left out."""
    stories = [
        Story("copy", COPY, "Evening Post (sample)", "Harbour shelled (agency)", date(2013, 5, 21)),
        Story(
            "harbour",
            HARBOUR,
            "Coast Gazette (sample)",
            "Shells fall on the harbour",
            date(2013, 5, 20),
            "https://gazette.example/harbour",
        ),
        Story("undated", UNDATED, None, None, None),
        Story(
            *("valley", VALLEY, "Valley Star (sample)", "Rebels take the valley road", date(2013, 6, 4)),
            "javascript:alert(1)",
        ),
    ]
    road_day = When(span(VALLEY, "on 3 June"), date(2013, 6, 3), date(2013, 6, 3), 1)
    odrin = Place(span(VALLEY, "Odrin"), "Odrin", 102, 35.25, -36.75, None, "SYR", 4)
    rebels = actor(VALLEY, Role.BY, "Rebels", "rebels", "ucdp:77")
    claims = [
        *harbour_claims("copy", COPY),
        *harbour_claims("harbour", HARBOUR),
        claim(
            *(
                "undated",
                UNDATED,
                1,
                "Nothing moved on the pass on Thursday",
                EventType.SIEGE,
                "Nothing moved",
            ),
            incident="i-pass",
            when=When(span(UNDATED, "on Thursday"), None, None, None),
            source="a driver",
        ),
        claim(
            *("valley", VALLEY, 1, "Rebels took the road to Odrin on 3 June"),
            *(EventType.TERRITORY_CAPTURED, "took"),
            incident="i-road",
            actors=[rebels],
            place=odrin,
            when=road_day,
            tolls=[
                Toll(
                    *(Harm.INJURED, 0, 0, False, Victims.UNKNOWN, False, None),
                    span(VALLEY, "No one was hurt"),
                )
            ],
            source="residents",
            kind="resident",
        ),
        claim(
            *("valley", VALLEY, 2, "They plan to march on Tamra “within days”", EventType.THREAT, "plan"),
            incident=None,
            status=Status.PLANNED,
        ),
    ]
    by_id = {one.id: one for one in claims}
    harbour = by_id["c-harbour-1"]
    incidents = (
        Incident(
            id="i-harbour",
            event=EventType.SHELLING,
            place=harbour.place,
            date=harbour.date,
            actors=harbour.actors,
            tolls=(
                WeighedToll(
                    *(Harm.KILLED, Victims.CIVILIAN, 31, 31, 40),
                    ("c-copy-1", "c-copy-2", "c-harbour-1", "c-harbour-2"),
                    "Low and best 31 are the Coast Monitor’s; high 40 is State radio’s.",
                ),
            ),
            claims=tuple(one.id for one in claims if one.incident == "i-harbour"),
            sources=("the Coast Monitor", "State radio", "The army"),
            independent_sources=3,
            grade=Grade.CONTESTED,
            disputed=("toll", "responsibility"),
        ),
        Incident(
            *("i-pass", EventType.SIEGE, None, by_id["c-undated-1"].date, (), (), ("c-undated-1",)),
            *(("a driver",), 1, Grade.WEAK, ()),
        ),
        Incident(
            id="i-road",
            event=EventType.TERRITORY_CAPTURED,
            place=odrin,
            date=road_day,
            actors=(rebels,),
            tolls=(
                WeighedToll(
                    *(Harm.INJURED, Victims.UNKNOWN, 0, 0, 0),
                    ("c-valley-1",),
                    "Residents say that no one was hurt.",
                ),
            ),
            claims=("c-valley-1",),
            sources=("residents",),
            independent_sources=1,
            grade=Grade.WEAK,
            disputed=(),
        ),
    )
    return Record(
        stories={story.id: story for story in stories},
        claims=by_id,
        incidents=incidents,
        lineages={"copy": "harbour", "harbour": "harbour", "undated": "undated", "valley": "valley"},
        left_out=(LeftOut("in/empty.txt", "empty", "The file is empty."),),
    )
