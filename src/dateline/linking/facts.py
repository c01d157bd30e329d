"""What linking needs of a claim, read once: where, when, who, how many, in whose story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.linking.names import name_key, plain
from dateline.linking.settings import LinkingSettings
from dateline.linking.words import NONE, Words
from dateline.model import Actor, Claim, EventType, Harm, Place, Role, Status, Story

FINE = 3
"""The coarsest UCDP GED where_prec (a district) at which a place is a point rather than an area."""
REGION = 5
"""The UCDP GED where_prec of a linear or fuzzy region; coarser ones are countries."""


LONGEST_SENTENCE = 600
"""Characters."""

_DIGIT = re.compile(r"\d")
SENTENCE_END = re.compile(r"[.!?]\s|\n")


class Extent(StrEnum):
    """What a place is for linking: a spot, an area with spots in it, a whole country, or a named place
    that is not on the map (its coordinates, if any, are those of what it lies in)."""

    POINT = "point"
    AREA = "area"
    COUNTRY = "country"
    OFF_MAP = "off-map"


def extent_of(place: Place) -> Extent:
    """A place's extent, by its precision and whether a gazetteer knows it."""
    if place.precision <= FINE:
        return Extent.POINT
    if place.precision == REGION:
        return Extent.AREA
    if place.geonameid is None:
        return Extent.OFF_MAP
    return Extent.AREA if place.precision < REGION else Extent.COUNTRY


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day as ordinals; `assumed` when the claim gives none and its story does; `leaning`
    when the words ("on Monday") give no date of the calendar, so that they hang on the publication; `stated`
    when there are such words at all."""

    first: int
    last: int
    assumed: bool
    leaning: bool = False
    stated: bool = True

    @property
    def span(self) -> int:
        """How many days, at least 1."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class MainAct:
    """The act that a story is mainly about, as the claims that tell of it give it together: whether it is one
    that is told again for months (`retold`), whether its story tells of much else too (`partly`), its towns
    and provinces by number, its days as ordinals, those that are stated in words, and those of the calendar
    among them; the highest number of killed and injured."""

    retold: bool
    partly: bool
    towns: frozenset[int]
    provinces: frozenset[int]
    days: frozenset[int]
    stated: frozenset[int]
    of_calendar: frozenset[int]
    tolls: Mapping[Harm, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """One claim as linking sees it; `order` sorts claims by publication, story and place in it, `words` are
    those that it is known by, `main` tells whether its story is mainly about its event, `main_act` is the
    act that its story is mainly about where the claim tells of it, `published` is the day of its story as an
    ordinal, `outlet` who printed it, `story_placed` tells whether a claim of its story has a place finer than
    a country, `acts` are the claims of its story that may tell of what led to it, `of_a_war` tells whether
    all its tolls are those of a war or a country; they are not among `tolls`."""

    claim: str
    order: tuple[int, str, int, int, str]
    story: str
    lineage: str
    event: EventType
    status: Status
    background: bool
    place: Place | None
    extent: Extent | None
    place_name: str
    country: str | None
    days: Days | None
    doers: frozenset[str]
    doer_kinds: frozenset[str]
    victims: frozenset[str]
    tolls: Mapping[Harm, tuple[int, int | None]]
    targets: frozenset[str]
    sums_up: bool
    words: Words = NONE
    main: bool = False
    main_act: MainAct | None = None
    published: int | None = None
    outlet: str | None = None
    story_placed: bool = True
    acts: tuple[str, ...] = ()
    of_a_war: bool = False

    @property
    def located(self) -> bool:
        """Whether its place is finer than a country."""
        return self.extent is not None and self.extent is not Extent.COUNTRY


def _days(claim: Claim, story: Story | None, settings: LinkingSettings) -> Days | None:
    when = claim.date
    if when is not None and (when.earliest or when.latest):
        first, last = when.earliest or when.latest, when.latest or when.earliest
        assert first is not None and last is not None
        leaning = when.mention is None or not _DIGIT.search(when.mention.text)
        return Days(
            min(first, last).toordinal(),
            max(first, last).toordinal(),
            assumed=False,
            leaning=leaning,
            stated=when.mention is not None,
        )
    if claim.background or story is None or story.published is None:
        return None
    last_day = story.published.toordinal()
    return Days(last_day - settings.assumed_days, last_day, assumed=True, leaning=True, stated=False)


def _id(actor: Actor, settings: LinkingSettings) -> str | None:
    """The actor's id; one for all of a state's forces, which papers do not tell apart ("Washington")."""
    if actor.id and actor.country and actor.id.partition(":")[0] in settings.official_ids:
        return f"state:{actor.country}"
    return actor.id


def _ids(actors: tuple[Actor, ...], settings: LinkingSettings, *roles: Role) -> frozenset[str]:
    return frozenset(
        found for actor in actors if actor.role in roles and (found := _id(actor, settings)) is not None
    )


def _kinds(actors: tuple[Actor, ...], *roles: Role) -> frozenset[str]:
    return frozenset(actor.kind for actor in actors if actor.kind and actor.role in roles)


def _targets(claim: Claim, left_out: Set[str]) -> frozenset[str]:
    words = " ".join(actor.mention.text for actor in claim.actors if actor.role is Role.AGAINST)
    return frozenset(word for word in plain(words).split() if word not in left_out and len(word) > 2)


def _tolls(claim: Claim, settings: LinkingSettings) -> dict[Harm, tuple[int, int | None]]:
    found: dict[Harm, tuple[int, int | None]] = {}
    for toll in claim.tolls:
        if settings.aggregates.is_of_no_incident(toll, claim):
            continue
        if toll.low is not None and not toll.subset and toll.low > found.get(toll.harm, (-1, None))[0]:
            found[toll.harm] = (toll.low, toll.high)
    return found


def _sums_up(claim: Claim, story: Story | None, settings: LinkingSettings) -> bool:
    """Whether the sentence of the claim adds up several acts ("in four raids")."""
    if story is None or not claim.tolls:
        return False
    text, quote = story.text, claim.quote
    reach = max(0, quote.start - LONGEST_SENTENCE)
    before = [end.end() for end in SENTENCE_END.finditer(text, reach, quote.start)]
    behind = SENTENCE_END.search(text, max(quote.start, quote.end - 1), quote.end + LONGEST_SENTENCE)
    sentence = text[max(before, default=reach) : behind.start() if behind else quote.end]
    return any(pattern.search(sentence) for pattern in settings.sums_up)


def read_facts(
    claim: Claim, stories: Mapping[str, Story], lineages: Mapping[str, str], settings: LinkingSettings
) -> Facts:
    """What linking needs of `claim`.

    A claim of news that gives no day is given the last days before its story's publication, marked
    as assumed; one of unknown publication, or of background, has none. A story that is not in
    `lineages` is its own lineage.
    """
    story = stories.get(claim.story)
    published = story.published if story and story.published else date.max
    place = claim.place
    name = name_key(place.name, settings.place_words) if place else ""
    quote = claim.quote
    return Facts(
        claim=claim.id,
        order=(published.toordinal(), claim.story, quote.start, quote.end, claim.id),
        story=claim.story,
        lineage=lineages.get(claim.story, claim.story),
        event=claim.event.type,
        status=claim.status,
        background=claim.background,
        place=place,
        extent=extent_of(place) if place else None,
        place_name=name,
        country=place.country if place else None,
        days=_days(claim, story, settings),
        doers=_ids(claim.actors, settings, Role.BY, Role.WITH),
        doer_kinds=_kinds(claim.actors, Role.BY, Role.WITH),
        victims=_ids(claim.actors, settings, Role.AGAINST),
        tolls=_tolls(claim, settings),
        targets=_targets(
            claim, settings.target_words | frozenset(plain(place.name).split() if place else ())
        ),
        sums_up=_sums_up(claim, story, settings),
        outlet=story.outlet if story else None,
        of_a_war=bool(claim.tolls)
        and all(settings.aggregates.is_of_no_incident(toll, claim) for toll in claim.tolls),
        published=story.published.toordinal() if story and story.published else None,
    )
