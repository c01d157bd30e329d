"""From draft claims to claims: claimants, places, days and actors looked up, repetitions put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from dateline.coding.drafts import CodedStory, DraftActor, DraftClaim
from dateline.model import (
    Actor,
    Attribution,
    Claim,
    Codes,
    Event,
    EventType,
    Harm,
    Role,
    Span,
    Toll,
    Victims,
    When,
)
from dateline.ontology.english import Cues, load_english
from dateline.ontology.event_types import EventKind, load_event_types
from dateline.reading.furniture import site_names
from dateline.resolving.actors import ActorLexicon
from dateline.resolving.answered import answered_for
from dateline.resolving.attachment import is_told_of_a_time
from dateline.resolving.claimants import ClaimantLexicon
from dateline.resolving.dates import default_lexicon
from dateline.resolving.day_threads import DayThreads
from dateline.resolving.died_later import dated_by_act
from dateline.resolving.discourse import BACKGROUND_AFTER, Setting, day_of_news, set_scenes
from dateline.resolving.filed_from import near_filing_town
from dateline.resolving.home_ground import on_home_ground
from dateline.resolving.identity import claim_id
from dateline.resolving.own_days import OwnDays, day_of_writing
from dateline.resolving.own_places import named_places, own_place
from dateline.resolving.persons import NamedPersons
from dateline.resolving.place_threads import Threads, listed_divisions, told_next
from dateline.resolving.places import Gazetteer, LocatedMention, locate_story
from dateline.resolving.places.sources import ADMIN1, ADMIN2, PART, SETTLEMENT
from dateline.resolving.recalling import Recalling, load_recalling
from dateline.resolving.repetition import without_repeats
from dateline.resolving.round_ups import told_in_turn
from dateline.resolving.scenes_named import outside_hospitals, possible_scenes
from dateline.resolving.speakers import Speaker, SpeakerLexicons, resolve_speakers
from dateline.resolving.taking_up import taken_up

FURTHER = ("also", "elsewhere", "another", "separate", "further")
FURTHER_EVENT = re.compile(r"\b(?:also|elsewhere|another|separate(?:ly)?|further)\b", re.IGNORECASE)
LATER = re.compile(r"\b(?:later|subsequently|eventually|afterwards|thereafter)\b")
NON_STATE = frozenset({"rebels", "militia", "armed-group"})
UNLOCATED = "unlocated"
PRONOUNS = frozenset(
    {
        "who",
        "which",
        "that",
        "they",
        "them",
        "it",
        "he",
        "him",
        "she",
        "her",
        "we",
        "us",
        "this",
        "those",
        "these",
        "what",
        "whom",
        "i",
        "you",
    }
)


DEAD = frozenset({"dead"})
"""As in "was pronounced dead": said of people who die later, as the verbs of dying are."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves coded stories with one set of lexicons and one gazetteer."""

    actors: ActorLexicon
    claimants: ClaimantLexicon
    gazetteer: Gazetteer
    cues: Cues
    recalling: Recalling
    kinds: Mapping[EventType, EventKind]
    dying: frozenset[str]
    known_for: frozenset[str]

    @classmethod
    def load(cls, lexicon: Path | None = None, places: Path | None = None) -> Resolver:
        """The package's lexicons, with the files of the user's folder `lexicon` in their place; `places` is
        the folder of the user's own places, where it is not the usual one.

        Raises KnowledgeError, naming file and line, when one is wrong.
        """
        actors, english = ActorLexicon.load(lexicon), load_english(lexicon)
        default_lexicon()  # that no story waits for it
        return cls(
            actors=actors,
            claimants=ClaimantLexicon.load(lexicon, actors=actors),
            gazetteer=Gazetteer.open(lexicon=lexicon, places=places),
            cues=english.cues,
            recalling=load_recalling(lexicon),
            kinds=load_event_types(lexicon),
            dying=english.harms[Harm.KILLED].agent | DEAD,
            known_for=english.events.known_for,
        )

    def resolve(self, coded: CodedStory) -> list[Claim]:
        """The claims of a coded story, in order of their quotes, each once."""
        story, drafts, sentences = coded.parsed.story, coded.claims, coded.parsed.sentences
        if not drafts:
            return []
        named = named_places(coded.parsed, self.recalling)
        located = locate_story(story.text, named, self.gazetteer, outlet=story.outlet)
        sites = site_names(story.text)
        places = [
            place
            for place in located
            if not (place.attributive or self._is_group(place) or _stands_in(place, sites))
        ]
        countries = _countries(places)
        lexicons = SpeakerLexicons(self.cues, self.claimants, self.recalling, countries, story.outlet)
        speakers = resolve_speakers(
            coded.speeches, lexicons, NamedPersons(coded.parsed, places, self.actors, self.recalling)
        )
        written = day_of_writing(story)
        days = OwnDays(story.text, written, self.known_for)
        grounds = possible_scenes(places, self.gazetteer.words)
        places = outside_hospitals(places, story.text, self.gazetteer.words)
        scenes = possible_scenes(places, self.gazetteer.words)
        threads, day_threads = Threads(scenes, coded, self.recalling), DayThreads(days, coded, written)
        named_own = [own_place(d, scenes, sentences, self.recalling) or threads.said_again(d) for d in drafts]
        scopes = {d.scopes[-1] for d in drafts}
        apart = {scope for scope in scopes if _tells_further_event(story.text, *scope)}
        own = [
            Setting(
                place,
                days.of(d),
                days.said(d),
                threads.before(d),
                day_threads.before(d),
                apart=d.scopes[-1] in apart,
                later=LATER.search(story.text, *d.scopes[-1]) is not None,
                aside=_is_of_before(d, story.text)
                or is_told_of_a_time(sentences[d.sentence], d.trigger, self.recalling.times),
            )
            for d, place in zip(
                drafts, told_next(drafts, named_own, listed_divisions(scenes, story.text)), strict=True
            )
        ]
        own = told_in_turn(drafts, own, self.kinds, story.text, self.recalling)
        own = taken_up(drafts, own, story.text, self.recalling)
        own = answered_for(coded, own, days, self.kinds)
        own = dated_by_act(coded, own, days, self.kinds, self.dying)
        news = day_of_news(drafts, own, written)
        scened = [
            _as_told(draft, said, setting, story.text)
            for draft, said, setting in zip(
                drafts, own, set_scenes(drafts, own, self.kinds, written, news), strict=True
            )
        ]
        settings = [
            on_home_ground(draft, said, setting, grounds, self.actors)
            for draft, said, setting in zip(drafts, own, scened, strict=True)
        ]
        if len(scenes) < len(places):
            settings = [
                setting
                if setting.place
                else setting._replace(place=own_place(draft, places, sentences, self.recalling))
                for draft, setting in zip(drafts, settings, strict=True)
            ]
        settings = near_filing_town(drafts, settings, story.text, self.gazetteer, story.outlet)
        towns = {place.mention for place in places if place.kind in _NO_DOERS}
        claims = []
        for draft, setting in zip(drafts, settings, strict=True):
            if draft.reference:
                continue
            speaker = speakers[draft.speech] if draft.speech is not None else None
            background = (
                draft.background
                or _is_old(setting.when, news)
                or (_is_of_before(draft, story.text) and setting.when is None)
            )
            claim = self._claim(coded, draft, setting, speaker, countries, background=background)
            told = tuple(actor for actor in claim.actors if not _is_bare_place(actor, towns))
            claim = replace(claim, actors=told)
            claims.append((draft.title, claim))
        return without_repeats(claims)

    def _is_group(self, place: LocatedMention) -> bool:
        """ "fighters from Jaish al-Islam": an armed group's name that no gazetteer holds is no place."""
        unknown = place.place.geonameid is None and place.kind in {UNLOCATED, PART}
        return unknown and self.actors.resolve(place.mention.text).kind in NON_STATE

    def _claim(
        self,
        coded: CodedStory,
        draft: DraftClaim,
        setting: Setting,
        speaker: Speaker | None,
        countries: tuple[str, ...],
        *,
        background: bool,
    ) -> Claim:
        story = coded.parsed.story
        kind = self.kinds[draft.event or EventType.UNSPECIFIED_VIOLENCE]
        told = [a for a in draft.actors if a.mention.text.lower() not in PRONOUNS]
        actors = tuple([self._actor(actor, countries, story.published) for actor in told])
        attribution = None
        if speaker is not None and draft.speech is not None:
            cue = coded.speeches[draft.speech].cue
            attribution = Attribution(speaker.span, speaker.name, speaker.kind, cue)
        event = Event(kind.type, draft.trigger, kind.plover, _acled(kind, actors))
        tolls = tuple([self._toll(toll, countries) for toll in draft.tolls])
        return Claim(
            story=story.id,
            id=claim_id(
                story,
                quote=draft.quote,
                event=event,
                tolls=tolls,
                attribution=attribution,
                status=draft.status,
            ),
            quote=draft.quote,
            event=event,
            actors=actors,
            place=setting.place.place if setting.place else None,
            date=setting.when,
            tolls=tolls,
            attribution=attribution,
            status=draft.status,
            background=background,
            incident=None,
            rule=draft.rule,
        )

    def _actor(self, draft: DraftActor, countries: Sequence[str], on: date | None) -> Actor:
        resolved = self.actors.resolve(draft.mention.text, countries=countries, on=on)
        return Actor(draft.role, draft.mention, resolved.id, resolved.name, resolved.kind, resolved.country)

    def _toll(self, toll: Toll, countries: Sequence[str]) -> Toll:
        victims = toll.victims
        if victims is Victims.UNKNOWN:
            victims = self.actors.victims(toll.mention.text)
        resolved = self.actors.resolve(toll.mention.text, countries=countries)
        party = resolved.name if resolved.id else None
        return Toll(
            toll.harm, toll.low, toll.high, toll.approximate, victims, toll.subset, party, toll.mention
        )


_NO_DOERS = frozenset({SETTLEMENT, PART, ADMIN1, ADMIN2})
"""Kinds of places that do nothing to anybody; a capital that stands for its government has an id."""


def _is_bare_place(actor: Actor, towns: Set[Span]) -> bool:
    """ "strikes throughout Raqqa destroying its bridges": a town in the doer's place, which is nobody."""
    return actor.role is Role.BY and actor.id is None and actor.kind is None and actor.mention in towns


def _stands_in(place: LocatedMention, spans: Sequence[Span]) -> bool:
    return any(span.start <= place.mention.start < span.end for span in spans)


def _acled(kind: EventKind, actors: Sequence[Actor]) -> Codes | None:
    """ACLED tells territory taken by a state from territory taken by others (codebook 2023, Battles)."""
    taken = kind.type is EventType.TERRITORY_CAPTURED
    if taken and any(a.role is Role.BY and a.kind in NON_STATE for a in actors):
        return Codes("Battles", "Non-state actor overtakes territory")
    return kind.acled


JUST_BEFORE = re.compile(
    r"\b(?:hours?|minutes?|moments|shortly|soon|right|immediately) (?:after|following)\W*\Z", re.IGNORECASE
)
"""How the words before an older act end that was on the day of the news, or the night before it."""


def _is_of_before(draft: DraftClaim, text: str) -> bool:
    """Whether it is an older act told beside the news, and not one of hours before it."""
    if draft.earlier is None:
        return False
    first = draft.earlier.start
    return JUST_BEFORE.search(text, max(0, first - JUST_WORDS), first) is None


def _as_told(draft: DraftClaim, said: Setting, setting: Setting, text: str) -> Setting:
    """Where and when a claim is; an older act told beside the news is not on its day unless that is said
    ("the strike on Monday came after a bombing that killed 12"), nor then in its town."""
    if draft.earlier is None or not _is_of_before(draft, text):
        return setting
    first, last = draft.earlier.start, draft.earlier.end
    when, place = said.when, said.place
    mention = when.mention if when is not None else None
    # "two days after" touches what it leads to.
    if mention is not None and mention.start < last and first <= mention.end + 1:
        return setting
    within = place is not None and first <= place.mention.start < last
    return setting._replace(when=None, place=place if within else None)


def _tells_further_event(text: str, start: int, end: int) -> bool:
    folded = text[start:end].casefold()
    may = any(word in folded for word in FURTHER)
    return may and FURTHER_EVENT.search(text, start, end) is not None


LONG_AGO = timedelta(days=7)
JUST_WORDS = 30


def _is_old(when: When | None, news: date | None) -> bool:
    """Over some days before the news, or some time in a past stretch that began long before it."""
    if when is None or when.earliest is None or when.latest is None or news is None:
        return False
    return news - when.latest > BACKGROUND_AFTER or (when.latest < news and news - when.earliest > LONG_AGO)


def _countries(places: Sequence[LocatedMention]) -> tuple[str, ...]:
    """The story's countries, those whose towns it names most first: an accused state is only named."""
    weights: Counter[str] = Counter()
    for mention in places:
        if mention.place.country:
            weights[mention.place.country] += 1 if mention.kind == "country" else 2
    return tuple(country for country, _ in weights.most_common())
