"""From draft claims to claims: claimants, places, days and actors looked up, repetitions put together."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dateline.coding.drafts import CodedStory, DraftActor, DraftClaim
from dateline.model import (
    Actor,
    Attribution,
    Claim,
    Codes,
    Event,
    EventType,
    Role,
    Span,
    Status,
    Story,
    Toll,
    Victims,
    When,
)
from dateline.ontology.english import load_english
from dateline.reading.dateline import read_dateline
from dateline.ontology.event_types import load_event_types
from dateline.resolving.actors import ActorLexicon
from dateline.resolving.claimants import ClaimantLexicon
from dateline.resolving.dates import Days, TimeKind, find_times, resolve_time
from dateline.resolving.discourse import SPECIFIC, BACKGROUND_AFTER, Setting, set_scenes
from dateline.resolving.places import Gazetteer, LocatedMention, locate_story
from dateline.resolving.speakers import Speaker, resolve_speakers

NON_STATE = frozenset({"rebels", "militia", "armed-group"})


@dataclass(frozen=True)
class Resolver:
    """Resolves coded stories with one set of lexicons and one gazetteer."""

    actors: ActorLexicon
    claimants: ClaimantLexicon
    gazetteer: Gazetteer
    lexicon: Path | None = None

    @classmethod
    def load(cls, lexicon: Path | None = None) -> Resolver:
        """The package's lexicons, with the files of the user's folder `lexicon` in their place."""
        actors = ActorLexicon.load(lexicon)
        return cls(
            actors,
            ClaimantLexicon.load(lexicon, actors=actors),
            Gazetteer.open(lexicon=lexicon),
            lexicon,
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cues", load_english(self.lexicon).cues)
        object.__setattr__(self, "_kinds", load_event_types(self.lexicon))

    def resolve(self, coded: CodedStory) -> list[Claim]:
        """The claims of a coded story, in order of their quotes, each once."""
        story, drafts = coded.parsed.story, coded.claims
        if not drafts:
            return []
        places = locate_story(
            story.text,
            [(e.start, e.end, e.label) for e in coded.parsed.entities],
            self.gazetteer,
            outlet=story.outlet,
        )
        countries = [
            country
            for country, _ in Counter(m.place.country for m in places if m.place.country).most_common()
        ]
        speakers = resolve_speakers(
            coded.speeches,
            self._cues,
            self.claimants,
            countries=countries,
            outlet=story.outlet,
            persons=_persons(coded),
        )
        written = day_of_writing(story)
        times = _TimeReader(story.text, written)
        own = [
            Setting(_own_place(draft, places, story.text), times.of(draft), times.said(draft))
            for draft in drafts
        ]
        settings = set_scenes(drafts, own, self._kinds, written)  # type: ignore[attr-defined]
        claims = []
        for draft, setting in zip(drafts, settings, strict=True):
            if draft.reference:
                continue
            speaker = speakers[draft.speech] if draft.speech is not None else None
            claims.append((draft, self._claim(coded, draft, setting, speaker, countries)))
        return _in_order(_without_repeats(claims))

    def _claim(
        self,
        coded: CodedStory,
        draft: DraftClaim,
        setting: Setting,
        speaker: Speaker | None,
        countries: Sequence[str],
    ) -> Claim:
        story = coded.parsed.story
        event_type = draft.event or EventType.UNSPECIFIED_VIOLENCE
        actors = tuple(self._actor(actor, countries, story.published) for actor in draft.actors)
        kind = self._kinds[event_type]  # type: ignore[attr-defined]
        acled = kind.acled
        if event_type is EventType.TERRITORY_CAPTURED and any(
            a.role is Role.BY and a.kind in NON_STATE for a in actors
        ):
            acled = Codes("Battles", "Non-state actor overtakes territory")
        attribution = None
        if speaker is not None and draft.speech is not None:
            attribution = Attribution(
                speaker.span, speaker.name, speaker.kind, coded.speeches[draft.speech].cue
            )
        when = setting.when
        background = draft.background
        written = day_of_writing(story)
        if when is not None and when.latest is not None and written is not None:
            if written - when.latest > BACKGROUND_AFTER:
                background = True
        claim = Claim(
            story=story.id,
            id="",
            quote=draft.quote,
            event=Event(event_type, draft.trigger, kind.plover, acled),
            actors=actors,
            place=setting.place.place if setting.place else None,
            date=when,
            tolls=tuple(self._toll(toll, countries) for toll in draft.tolls),
            attribution=attribution,
            status=draft.status,
            background=background,
            incident=None,
            rule=draft.rule,
        )
        return replace(claim, id=claim_id(claim, story.sha256))

    def _actor(self, draft: DraftActor, countries: Sequence[str], on: date | None) -> Actor:
        resolved = self.actors.resolve(draft.mention.text, countries=countries, on=on)
        return Actor(draft.role, draft.mention, resolved.id, resolved.name, resolved.kind, resolved.country)

    def _toll(self, toll: Toll, countries: Sequence[str]) -> Toll:
        victims = toll.victims
        if victims is Victims.UNKNOWN:
            victims = self.actors.victims(toll.mention.text)
        resolved = self.actors.resolve(toll.mention.text, countries=countries)
        return replace(toll, victims=victims, party=resolved.name if resolved.id else None)


def _persons(coded: CodedStory) -> list[list[Span]]:
    """The persons that each sentence names, in order."""
    text = coded.parsed.story.text
    people = [e for e in coded.parsed.entities if e.label == "PERSON"]
    return [
        [Span.of(text, e.start, e.end) for e in people if s.start <= e.start and e.end <= s.end]
        for s in coded.parsed.sentences
    ]


def day_of_writing(story: Story) -> date | None:
    """The day that the story's weekdays count from: the full date that its text opens with, else its
    publication date. A page may be filed under another day than the one its text was written on."""
    line = read_dateline(story.text)
    return line.date if line is not None and line.date is not None else story.published


def claim_id(claim: Claim, story_sha256: str) -> str:
    """Stable id: the story and its text, the quote, the event, its tolls and who says it."""
    parts = [
        claim.story,
        story_sha256,
        f"{claim.quote.start}-{claim.quote.end}",
        str(claim.event.type),
        f"{claim.event.trigger.start}",
        ";".join(f"{t.harm}:{t.low}:{t.high}:{t.mention.start}" for t in claim.tolls),
        f"{claim.attribution.source.start}" if claim.attribution else "",
        str(claim.status),
    ]
    return "c-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]


class _TimeReader:
    """The days of claims by the time expressions of their sentences."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self._read: dict[tuple[int, bool], Days] = {}
        self._anchor: Days | None = None  # the day that the story has set last: "the next day" counts from it

    def of(self, draft: DraftClaim) -> When | None:
        """The claim's own day: of the expression nearest to its trigger, in its quote, else its sentence."""
        for start, end in draft.scopes:
            found = [
                m
                for m in find_times(self._text, start, end)
                if (m.dated or m.kind is TimeKind.OFFSET) and not self._of_speech(m.mention, draft)
            ]
            if not found:
                continue
            found.sort(key=lambda m: (_gap(m.mention, draft), m.mention.start))
            for mention in found:
                if ORDINAL_DAY.match(mention.mention.text):
                    continue  # "the first day of the assault" counts from the assault
                if mention.kind is TimeKind.OFFSET and draft.trigger.start < mention.mention.end:
                    continue  # "four days after X" dates X, which stands behind it
                days = self._read.get(
                    (mention.mention.start, draft.status in {Status.PLANNED, Status.THREATENED})
                ) or resolve_time(
                    mention.mention.text,
                    self._published,
                    future=draft.status in {Status.PLANNED, Status.THREATENED},
                    anchor=None if mention.kind is TimeKind.OFFSET else self._anchor,
                )
                if days is None or (days.earliest is None and self._published is not None):
                    continue
                if (
                    draft.aggregate and days.earliest and self._published
                ):  # a total runs to the day of the story
                    days = Days(days.earliest, max(days.earliest, self._published), 5)
                self._read.setdefault(
                    (mention.mention.start, draft.status in {Status.PLANNED, Status.THREATENED}), days
                )
                if draft.status is Status.ASSERTED and days.earliest is not None:
                    self._anchor = days
                return When(mention.mention, days.earliest, days.latest, days.precision)
        return None

    def said(self, draft: DraftClaim) -> When | None:
        """The day of speaking, for an event that is given no day of its own."""
        start, end = draft.scopes[-1]
        for mention in find_times(self._text, start, end):
            if mention.kind is TimeKind.DAY and self._of_speech(mention.mention, draft):
                days = resolve_time(mention.mention.text, self._published)
                if days is not None and days.earliest is not None:
                    return When(mention.mention, days.earliest, days.latest, 2)
        return None

    def _of_speech(self, mention: Span, draft: DraftClaim) -> bool:
        """ "said on Monday", "told AFP Friday": the day of speaking."""
        for start, end in draft.excluded:
            between = self._text[end : mention.start]
            if (
                end <= mention.start
                and len(between) <= 24
                and len(between.split()) <= 3
                and not any(c in between for c in '.,;:"”')
            ):
                if (
                    draft.trigger.start < start
                    or " that" in between
                    or self._text[mention.end : mention.end + 6].strip().startswith("that")
                    or not between.strip()
                    or between.strip() in {"on", "late", "early", "late on", "early on"}
                ):
                    return True
        return False


def _gap(mention: Span, draft: DraftClaim) -> int:
    points = [draft.trigger, *[t.mention for t in draft.tolls]]
    return min(max(p.start - mention.end, mention.start - p.end, 0) for p in points)


ORDINAL_DAY = re.compile(
    r"(?:for |on |in )?the (?:first|second|third|fourth|fifth|last|final) (?:day|week)\b", re.IGNORECASE
)
LOCATIVE = re.compile(
    r"\b(?:in|inside|across|into|within|throughout|around|over|near|to|from|of|through)\s+(?:the\s+|\w+ern\s+|\w+(?:-\w+)?\s+)?$",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"^\s*,?\s*(?:(?:in|of|inside|within)\b)?\s*(?:the\b)?\s*(?:\w+(?:s|'s|’s)\b)?\s*(?:\w+(?:ern|ral)\b)?\s*(?:(?:province|city|region|governorate|district|state) of\b)?\s*$",
    re.IGNORECASE,
)


def _innermost(found: list[LocatedMention], text: str) -> list[LocatedMention]:
    """Without what only says where another place lies: \"Khan Sheikhun in Idlib\", \"Azaz, Aleppo province\"."""
    kept = []
    for place in found:
        before = [other for other in found if other.mention.end <= place.mention.start]
        last = max(before, key=lambda m: m.mention.end, default=None)
        if (
            last is not None
            and SPECIFIC.get(last.kind, 3) <= SPECIFIC.get(place.kind, 3)
            and INSIDE.match(text[last.mention.end : place.mention.start])
        ):
            continue
        kept.append(place)
    return kept


def _own_place(draft: DraftClaim, places: Iterable[LocatedMention], text: str) -> LocatedMention | None:
    """The place in the claim's quote, else its sentence: the most specific, then the nearest to its trigger."""
    for start, end in draft.scopes:
        found = [
            m
            for m in places
            if start <= m.mention.start
            and m.mention.end <= end
            and not any(s <= m.mention.start and m.mention.end <= e for s, e in draft.excluded)
            and (m.kind != "country" or LOCATIVE.search(text, max(0, m.mention.start - 24), m.mention.start))
            and not any(actor.role is Role.BY and actor.mention.covers(m.mention) for actor in draft.actors)
        ]
        found = _innermost(found, text)
        if found:
            return min(
                found,
                key=lambda m: (
                    SPECIFIC.get(m.kind, 3) > 2,
                    SPECIFIC.get(m.kind, 3) if SPECIFIC.get(m.kind, 3) > 2 else 0,
                    _gap(m.mention, draft),
                    m.mention.start,
                ),
            )
    return None


def _without_repeats(claims: Sequence[tuple[DraftClaim, Claim]]) -> list[Claim]:
    """A headline or lead that the body repeats is one claim: the one with the most to say."""
    kept: list[tuple[DraftClaim, Claim]] = []
    for draft, claim in sorted(claims, key=lambda pair: (pair[0].title, pair[1].quote.start)):
        if draft.title and _told_in_body(claim, [c for d, c in kept if not d.title]):
            continue
        twin = next((i for i, (_, other) in enumerate(kept) if _same(claim, other)), None)
        if twin is None:
            kept.append((draft, claim))
        elif _fullness(claim) > _fullness(kept[twin][1]):
            kept[twin] = (draft, claim)
    return [claim for _, claim in kept]


def _told_in_body(claim: Claim, body: Sequence[Claim]) -> bool:
    if not claim.tolls:
        return (
            any(other.event.type == claim.event.type for other in body)
            or not body
            or claim.event.type is EventType.UNSPECIFIED_VIOLENCE
        )
    return all(
        any(
            t.harm == toll.harm and (t.low == toll.low or t.high == toll.high is not None)
            for other in body
            for t in other.tolls
        )
        for toll in claim.tolls
    )


def _claimant(claim: Claim) -> str | None:
    if claim.attribution is None:
        return None
    return (claim.attribution.name or claim.attribution.source.text).lower()


def _same(one: Claim, other: Claim) -> bool:
    if one.event.type != other.event.type or one.status != other.status or _claimant(one) != _claimant(other):
        return False
    if one.tolls or other.tolls:
        return _numbers(one) == _numbers(other) and _compatible(one, other)
    return one.quote.text == other.quote.text


def _compatible(one: Claim, other: Claim) -> bool:
    days = [(c.date.earliest, c.date.latest) for c in (one, other) if c.date and c.date.earliest]
    places = [c.place.name for c in (one, other) if c.place]
    return (len(days) < 2 or days[0] == days[1]) and (len(places) < 2 or places[0] == places[1])


def _numbers(claim: Claim) -> frozenset[tuple[str, int | None, int | None]]:
    return frozenset((str(t.harm), t.low, t.high) for t in claim.tolls)


def _fullness(claim: Claim) -> int:
    return sum(
        (claim.place is not None, claim.date is not None, bool(claim.actors), len(claim.actors) > 1)
    ) + sum(t.victims is not Victims.UNKNOWN for t in claim.tolls)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    seen: set[str] = set()
    found = []
    for claim in sorted(claims, key=lambda c: (c.quote.start, c.quote.end, c.id)):
        if claim.id not in seen:
            seen.add(claim.id)
            found.append(claim)
    return found


def resolve_stories(
    coded: Iterable[CodedStory], resolver: Resolver
) -> Iterator[tuple[CodedStory, list[Claim]]]:
    """Claims for each coded story, in order."""
    for story in coded:
        yield story, resolver.resolve(story)
