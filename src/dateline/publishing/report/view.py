"""What the report shows, in its own order and words: plain values that the template only lays out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import Claim, Harm, Incident, LeftOut, Record, Story, WeighedToll
from dateline.publishing.at_hand import at_hand
from dateline.publishing.report.claims import ClaimView, StoryLine, claim_views, story_line
from dateline.publishing.report.countries import country_name, place_key
from dateline.publishing.report.phrases import day_text, days_text, number_text, range_text
from dateline.publishing.report.ranges import RangeStrip, range_strip
from dateline.publishing.report.words import GradeWords, ReportWords


@dataclass(frozen=True, slots=True)
class TollView:
    """One harm to one kind of people, or to all: the range in words, the picture, the rule, the claims behind
    it by their numbers in the incident."""

    harm_code: str
    harm: str
    victims: str
    best: int | None
    text: str
    strip: RangeStrip | None
    rule: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WhereView:
    """`key` tells apart the points of the map; None without coordinates."""

    name: str
    region: str
    precision: str
    key: str | None


@dataclass(frozen=True, slots=True)
class IncidentView:
    id: str
    event: str
    family: str
    when: str
    when_precision: str
    first_day: date | None
    last_day: date | None
    exact_day: bool
    where: WhereView | None
    by: str
    against: str
    taking_part: str
    tolls: tuple[TollView, ...]
    grade: GradeWords
    grade_code: str
    disputed: tuple[str, ...]
    claims: tuple[ClaimView, ...]
    stories: int
    voices: int
    sources: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    coarse_place: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    line: StoryLine
    claims: int
    incidents: int
    copy_of: StoryLine | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything on the page. `unlinked` counts claims that belong to no incident; `checked` says in words
    what people have checked, empty when they have nothing, and `another_look` counts decisions."""

    title: str
    incidents: tuple[IncidentView, ...]
    stories: tuple[StoryView, ...]
    left_out: tuple[LeftOut, ...]
    undated: tuple[StoryLine, ...]
    claims: int
    unlinked: int
    voices: int
    disputed_tolls: int
    first_day: str
    last_day: str
    checked: str
    another_look: int
    words: ReportWords


def report_view(record: Record, title: str, words: ReportWords) -> ReportView:
    """The record as the report shows it; `title` heads the page."""
    by_story: dict[str, list[Claim]] = {id_: [] for id_ in record.stories}
    for claim in record.claims.values():
        by_story.setdefault(claim.story, []).append(claim)
    stories = tuple(_story_view(story, by_story[story.id], record) for story in _by_publication(record))
    by_day = at_hand(record, _by_day(record.incidents))
    incidents = tuple(_incident_view(incident, record, words) for incident in by_day)
    linked = {id_ for incident in record.incidents for id_ in incident.claims}
    days = sorted(day for view in incidents for day in (view.first_day, view.last_day) if day)
    return ReportView(
        title=title,
        incidents=incidents,
        stories=stories,
        left_out=record.left_out,
        undated=tuple(view.line for view in stories if not view.line.published),
        claims=len(record.claims),
        unlinked=sum(1 for id_ in record.claims if id_ not in linked),
        voices=len({record.lineages.get(id_, id_) for id_ in record.stories}),
        disputed_tolls=sum(1 for incident in record.incidents if "toll" in incident.disputed),
        first_day=day_text(days[0]) if days else "",
        last_day=day_text(days[-1]) if days else "",
        checked=_checked(record),
        another_look=record.another_look,
        words=words,
    )


def _checked(record: Record) -> str:
    """`confirmed 12, corrected 3 and rejected 1`, of claims."""
    kept = [review for review in record.reviews.values() if not review.rejected]
    counts = (
        ("confirmed", sum(review.verdict is not None for review in kept)),
        ("corrected", sum(bool(review.corrections) for review in kept)),
        ("rejected", record.rejected),
    )
    told = [f"{word} {number_text(count)}" for word, count in counts if count]
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _by_publication(record: Record) -> list[Story]:
    """By day of publication, those without any last."""
    return sorted(record.stories.values(), key=lambda story: (story.published or date.max, story.id))


def _by_day(incidents: Iterable[Incident]) -> list[Incident]:
    """By first day, those without any last."""
    return sorted(incidents, key=lambda i: i.date.earliest if i.date and i.date.earliest else date.max)


def _story_view(story: Story, claims: list[Claim], record: Record) -> StoryView:
    first = record.lineages.get(story.id, story.id)
    return StoryView(
        line=story_line(story),
        claims=len(claims),
        incidents=len({claim.incident for claim in claims if claim.incident}),
        copy_of=story_line(record.stories[first]) if first != story.id and first in record.stories else None,
    )


def _incident_view(incident: Incident, record: Record, words: ReportWords) -> IncidentView:
    views = claim_views(incident, record, words)
    numbers = {id_: view.number for view in views for id_ in view.ids}
    place, when, family = incident.place, incident.date, words.family(incident.event)
    stories = {story.id for view in views for story in view.stories}
    return IncidentView(
        id=incident.id,
        event=words.event(incident.event),
        family=family.name,
        when=days_text(when),
        when_precision=words.date_precision[when.precision] if when and when.precision else "",
        first_day=when.earliest if when else None,
        last_day=when.latest if when else None,
        exact_day=bool(when and when.earliest and when.earliest == when.latest),
        where=_where(incident, words),
        by=_actors(incident, "by"),
        against=_actors(incident, "against"),
        taking_part=_actors(incident, "with"),
        tolls=tuple(
            _toll_view(toll, overall, record, words, numbers) for toll, overall in _tolls_by_harm(incident)
        ),
        grade=words.grades[incident.grade],
        grade_code=str(incident.grade),
        disputed=tuple(words.dispute(what) for what in incident.disputed),
        claims=views,
        stories=len(stories),
        voices=incident.independent_sources,
        sources=incident.sources,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        coarse_place=bool(place and place.precision > 2),
    )


def _tolls_by_harm(incident: Incident) -> list[tuple[WeighedToll, bool]]:
    """The tolls in the order of harms, with whether each is over all victims: these before their rows."""
    tolls = [(toll, True) for toll in incident.overall] + [(toll, False) for toll in incident.tolls]
    return sorted(tolls, key=lambda entry: list(Harm).index(entry[0].harm))


def _toll_view(
    toll: WeighedToll, overall: bool, record: Record, words: ReportWords, numbers: dict[str, int]
) -> TollView:
    behind = [] if overall else [record.claims[id_] for id_ in toll.claims if id_ in record.claims]
    return TollView(
        harm_code=str(toll.harm),
        harm=words.harms[toll.harm],
        victims=words.overall if overall else words.victims[toll.victims],
        best=toll.best,
        text=range_text(toll.low, toll.best, toll.high),
        strip=range_strip(toll, behind),
        rule=toll.rule,
        claims=tuple(sorted({numbers[id_] for id_ in toll.claims if id_ in numbers})),
    )


def _where(incident: Incident, words: ReportWords) -> WhereView | None:
    place = incident.place
    if place is None:
        return None
    wider = [part for part in (place.admin1, country_name(place.country)) if part and part != place.name]
    return WhereView(
        place.name, ", ".join(wider), words.place_precision.get(place.precision, ""), place_key(place)
    )


def _actors(incident: Incident, role: str) -> str:
    names = (actor.name or actor.mention.text for actor in incident.actors if actor.role == role)
    distinct = {" ".join(name.split()).casefold(): " ".join(name.split()) for name in names}
    return "; ".join(distinct.values())
