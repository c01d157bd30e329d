"""The claims of an incident as the report sets them side by side, copies put together as one voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.model import Claim, Decision, Incident, Record, Review, Story
from dateline.publishing.report.excerpts import Excerpt, excerpt
from dateline.publishing.report.phrases import day_text, days_text, figure_text
from dateline.publishing.report.words import ReportWords


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line. `link` is None unless it is an http(s) address."""

    id: str
    outlet: str
    title: str
    published: str
    link: str | None
    location: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as one claim states it, and the words that carry it."""

    harm: str
    text: str
    victims: str
    party: str
    words: str
    subset: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One voice: a claim, or the same claim in several copies of a story. `ids` are all its claims,
    `stories` all its stories, the earliest first. `checked` says what people did with it, and `checked_by`
    who did when and why; both are empty when nobody did."""

    number: int
    ids: tuple[str, ...]
    claimant: str
    claimant_kind: str
    own_voice: bool
    stories: tuple[StoryLine, ...]
    excerpt: Excerpt
    figures: tuple[FigureView, ...]
    status: str
    background: bool
    event: str
    when: str
    where: str
    by: str
    against: str
    rule: str
    checked: str
    checked_by: str


def story_line(story: Story) -> StoryLine:
    return StoryLine(
        id=story.id,
        outlet=story.outlet or "outlet not known",
        title=" ".join((story.title or "").split()) or "without a title",
        published=day_text(story.published) if story.published else "",
        link=_web_address(story.url),
        location=story.location,
    )


def _web_address(url: str | None) -> str | None:
    """The address if a click on it can only open a page: story data are not to be trusted."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def claim_views(incident: Incident, record: Record, words: ReportWords) -> tuple[ClaimView, ...]:
    """The incident's claims, numbered from 1: news before background, figures first, then by day of
    publication. Claims of copies of one story that read alike are one view."""
    claims = [record.claims[id_] for id_ in incident.claims if id_ in record.claims]
    claims = [claim for claim in claims if claim.story in record.stories]
    claims.sort(key=lambda claim: _reading_order(claim, record))
    voices: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        voices.setdefault(_voice(claim, record), []).append(claim)
    return tuple(
        _claim_view(number, group, incident, record, words) for number, group in enumerate(voices.values(), 1)
    )


def _reading_order(claim: Claim, record: Record) -> tuple[object, ...]:
    story = record.stories[claim.story]
    published = story.published.isoformat() if story.published else "9999"
    return (claim.background, not claim.tolls, published, story.id, claim.quote.start, claim.id)


def _voice(claim: Claim, record: Record) -> tuple[object, ...]:
    figures = tuple((toll.harm, toll.low, toll.high, toll.victims) for toll in claim.tolls)
    return (
        record.lineages.get(claim.story, claim.story),
        claim.attribution and (claim.attribution.name or claim.attribution.source.text).casefold(),
        claim.event.type,
        claim.status,
        figures,
        tuple((actor.role, actor.mention.text.casefold()) for actor in claim.actors),
        " ".join(claim.quote.text.casefold().split()),
    )


def _claim_view(
    number: int, group: list[Claim], incident: Incident, record: Record, words: ReportWords
) -> ClaimView:
    claim = group[0]
    stories = {copy.story: story_line(record.stories[copy.story]) for copy in group}
    first = stories[claim.story]
    attribution = claim.attribution
    reviews = [record.reviews[id_] for id_ in (copy.id for copy in group) if id_ in record.reviews]
    when, where = days_text(claim.date), claim.place.name if claim.place else ""
    return ClaimView(
        number=number,
        ids=tuple(copy.id for copy in group),
        claimant=first.outlet if attribution is None else attribution.name or attribution.source.text,
        claimant_kind=words.claimant_kind(attribution.kind) if attribution and attribution.kind else "",
        own_voice=attribution is None,
        stories=tuple(stories.values()),
        excerpt=excerpt(record.stories[claim.story].text, claim),
        figures=tuple(
            FigureView(
                harm=words.harms[toll.harm],
                text=figure_text(toll),
                victims=words.victims[toll.victims],
                party=toll.party or "",
                words=toll.mention.text,
                subset=toll.subset,
            )
            for toll in claim.tolls
        ),
        status=words.statuses[claim.status],
        background=claim.background,
        event=words.event(claim.event.type),
        when=when if claim.date and when != days_text(incident.date) else "",
        where=where if not incident.place or where != incident.place.name else "",
        by=_actors(claim, "by"),
        against=_actors(claim, "against"),
        rule=claim.rule.partition("+decided/")[0],
        checked=checked_text(reviews),
        checked_by="; ".join(checked_by(row) for review in reviews for row in review.decisions),
    )


def checked_text(reviews: Iterable[Review]) -> str:
    """`confirmed by a person`, `corrected by a person: place, toll.1`; empty when nobody said anything."""
    said = [review for review in reviews if review.decisions]
    corrected = dict.fromkeys(field for review in said for field in review.corrections)
    done = [f"corrected by a person: {', '.join(corrected)}"] if corrected else []
    return "; ".join(["confirmed by a person"] * any(review.verdict for review in said) + done)


def checked_by(row: Decision) -> str:
    """`Ana, 6 March 2031: the reason`."""
    told = f"{row.who}, {day_text(row.when.date())}"
    return f"{told}: {row.reason}" if row.reason else told


def _actors(claim: Claim, role: str) -> str:
    return "; ".join(dict.fromkeys(actor.mention.text for actor in claim.actors if actor.role == role))
