"""Stories, claims and incidents to put into ledgers; the texts are made up."""

from __future__ import annotations

from datetime import date

from dateline.ledger import Ledger
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
    Place,
    Role,
    Span,
    Status,
    Story,
    Toll,
    Victims,
    WeighedToll,
    When,
)

CODER = "rules 1.0 abc"


def sample_story(id: str = "alder-1", *, killed: int = 7, published: date | None = date(2031, 3, 6)) -> Story:
    title = f"Shelling kills {killed} in Alderford"
    body = (
        f"Government artillery shelled the market of Alderford on Thursday, "
        f"killing at least {killed} people, the Valley Monitor said. The army said that no one was hurt."
    )
    return Story(
        id=id,
        text=f"{title}\n\n{body}",
        outlet="The Alder Post",
        title=title,
        published=published,
        url="https://alder.example/1",
        language="en",
        location="stories/alder.jsonl, line 1",
        origins={"outlet": "story", "published": "story"},
        extra={"section": "World", "tags": ["war", "market"]},
    )


def span(story: Story, words: str) -> Span:
    start = story.text.index(words)
    return Span(start, start + len(words), words)


def toll_claim(story: Story, id: str | None = None, *, killed: int = 7) -> Claim:
    """The monitor's claim of a sample story."""
    return Claim(
        story=story.id,
        id=id or f"{story.id}-monitor",
        quote=span(story, f"killing at least {killed} people, the Valley Monitor said"),
        event=Event(
            EventType.SHELLING,
            span(story, "shelled"),
            Codes("ASSAULT", "shelling"),
            Codes("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        ),
        actors=(
            Actor(
                Role.BY,
                span(story, "Government artillery"),
                "mil:XAL",
                "Army of Alder",
                "state-forces",
                "XAL",
            ),
        ),
        place=Place(span(story, "the market of Alderford"), "Alderford", 99, 36, 40.5, "Vale", "XAL", 1),
        date=When(span(story, "Thursday"), date(2031, 3, 6), date(2031, 3, 6), 1),
        tolls=(
            Toll(
                Harm.KILLED,
                killed,
                None,
                False,
                Victims.UNKNOWN,
                False,
                None,
                span(story, f"at least {killed} people"),
            ),
        ),
        attribution=Attribution(
            span(story, "the Valley Monitor"), "Valley Monitor", "monitor", span(story, "said")
        ),
        status=Status.ASSERTED,
        background=False,
        incident=None,
        rule="shelling/verb",
    )


def denial(story: Story, id: str | None = None) -> Claim:
    """The army's claim of a sample story: later in the text, and with little known."""
    return Claim(
        story=story.id,
        id=id or f"{story.id}-army",
        quote=span(story, "The army said that no one was hurt"),
        event=Event(EventType.UNSPECIFIED_VIOLENCE, span(story, "hurt"), None, None),
        actors=(),
        place=None,
        date=None,
        tolls=(),
        attribution=Attribution(span(story, "The army"), None, None, None),
        status=Status.NEGATED,
        background=False,
        incident=None,
        rule="hurt/negated",
    )


def sample_incident(*claims: Claim, id: str = "shelling-alderford") -> Incident:
    ids = tuple(claim.id for claim in claims)
    return Incident(
        id=id,
        event=claims[0].event.type,
        place=claims[0].place,
        date=claims[0].date,
        actors=claims[0].actors,
        tolls=(WeighedToll(Harm.KILLED, Victims.UNKNOWN, 7, 7, None, ids[:1], "one claimant: at least 7"),),
        claims=ids,
        sources=("Valley Monitor",),
        independent_sources=1,
        grade=Grade.WEAK,
        disputed=(),
    )


def add_sample(ledger: Ledger, *ids: str) -> None:
    """Sample stories with both of their claims."""
    stories = [sample_story(id) for id in ids]
    ledger.add([(story, [toll_claim(story), denial(story)]) for story in stories], coder=CODER)
