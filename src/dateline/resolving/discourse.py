"""The place and day that a story has set, and the later sentences that lean on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.coding.drafts import DraftClaim
from dateline.model import EventType, Status, When
from dateline.ontology.event_types import EventKind
from dateline.resolving.places import LocatedMention

SPECIFIC = {
    "part": 0,
    "facility": 1,
    "unlocated": 1,
    "settlement": 1,
    "admin2": 2,
    "admin1": 3,
    "region": 4,
    "country": 5,
}
UNRANKED = 3


def coarseness(place: LocatedMention) -> int:
    """0 for a part of a town, up to 5 for a country."""
    return SPECIFIC.get(place.kind, UNRANKED)


LOCAL = frozenset({"part", "facility", "unlocated", "settlement"})
BACKGROUND_AFTER = timedelta(days=4)

LATE_NEWS = timedelta(days=31)
"""How old what a story opens with may be and still be its news: what came to light only later."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim says itself of where and when; `said` is the day of speaking ("reported on
    Wednesday"), `thread` the last place and `thread_day` the last day that the text named before it;
    `apart` when it is told as a further event ("six were also killed in …")."""

    place: LocatedMention | None
    when: When | None
    said: When | None = None
    thread: LocatedMention | None = None
    thread_day: When | None = None
    apart: bool = False


@dataclass
class Scene:
    """Claims of one story that tell of one event: the last's sentence, the most telling place and day."""

    event: EventType
    background: bool
    told_as_past: bool = False
    sentence: int = 0
    place: LocatedMention | None = None
    when: When | None = None
    dated_by: EventType | None = None


def _days(when: When | None) -> tuple[date, date] | None:
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def _overlap(one: When | None, other: When | None) -> bool:
    a, b = _days(one), _days(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _span_days(when: When | None) -> int:
    days = _days(when)
    return 10**6 if days is None else (days[1] - days[0]).days


def _is_wide(place: LocatedMention | None) -> bool:
    """ "In eastern Syria": the sentence after it may name the town."""
    return place is not None and coarseness(place) >= SPECIFIC["region"]


def _is_handed_on(when: When | None) -> bool:
    """Whether days tell others too: no long stretch, and no "recently", which is said beside the news."""
    vague = when is not None and when.mention is not None and RECENT in when.mention.text.lower()
    return _span_days(when) < LONGEST_HANDED_ON and not vague


def agree(one: LocatedMention | None, other: LocatedMention | None) -> bool:
    """Whether two places can be one: the same, or one inside the other."""
    if one is None or other is None:
        return True
    a, b = one.place, other.place
    if a.name == b.name or (a.geonameid is not None and a.geonameid == b.geonameid):
        return True
    fine, coarse = sorted((one, other), key=coarseness)
    a, b = fine.place, coarse.place
    if coarse.kind == "country":
        return a.country in {None, b.country}
    if coarse.kind in {"admin1", "admin2"}:
        same_country = None in {a.country, b.country} or a.country == b.country
        return same_country and (b.admin1 is None or a.admin1 in {None, b.admin1})
    return fine.kind == "part" and coarse.kind == "settlement" and fine.within in {None, b.name}


def _elsewhere(one: LocatedMention | None, other: LocatedMention | None) -> bool:
    return one is not None and other is not None and one.place.name != other.place.name


def finer(one: LocatedMention | None, other: LocatedMention | None) -> LocatedMention | None:
    """The more specific of two places, the first when they are alike; a town before a part of it, for
    what is told of the town need not have been in that part."""
    if one is None or other is None:
        return one or other
    for town, part in ((one, other), (other, one)):
        if town.kind == "settlement" and part.kind == "part" and part.within == town.place.name:
            return town
    return min((one, other), key=coarseness)


def day_of_news(drafts: Sequence[DraftClaim], own: Sequence[Setting], written: date | None) -> date | None:
    """The day that older context lies before: that of writing, or of the event that the story opens with,
    when it tells of it some days or weeks late ("confirmed today that he was killed on 2 May")."""
    opening = next((n for n, draft in enumerate(drafts) if not (draft.title or draft.reference)), None)
    if opening is None or written is None:
        return written
    days = _days(own[opening].when)
    if days is None or drafts[opening].background or _span_days(own[opening].when) > 0:
        return written
    return days[1] if BACKGROUND_AFTER < written - days[1] <= LATE_NEWS else written


def set_scenes(
    drafts: Sequence[DraftClaim],
    own: Sequence[Setting],
    kinds: Mapping[EventType, EventKind],
    written: date | None,
    news: date | None,
) -> list[Setting]:
    """Place and day of each claim: its own, else those of the scene that it belongs to.

    `written` is the day of writing, `news` that of the news (see `day_of_news`).

    A claim joins the scene of the sentence before it, else the story's main one, else the latest, of a
    kind of event that fits and whose place and days do not contradict its own. Older context makes
    scenes of its own. Only days said of something that happened, and no longer than a week, are
    handed on: "since the 1960s" dates its own claim alone. A main event that is given no day has the
    day of the report, else the last day that the text told, else that of writing, with UCDP date_prec 2.
    """
    scenes: list[Scene] = []
    scene_of: list[Scene] = []
    so_far: list[Setting] = []
    for draft, setting in zip(drafts, own, strict=True):
        past = _is_past(draft, setting, news)
        scene = None if draft.aggregate else _scene_for(draft, setting, past, scenes, kinds)
        if scene is None:
            scene = Scene(draft.event or EventType.UNSPECIFIED_VIOLENCE, past, draft.background)
            if not draft.aggregate:
                scenes.append(scene)
        scene.sentence = draft.sentence
        if draft.status not in UNREAL or draft.under_way:
            scene.place = finer(scene.place, setting.place)
            if _is_wide(scene.place) and setting.place is None and agree(scene.place, setting.thread):
                scene.place = finer(scene.place, setting.thread)
            if _is_handed_on(setting.when) and _span_days(setting.when) < _span_days(scene.when):
                scene.when, scene.dated_by = setting.when, draft.event
        scene_of.append(scene)
        so_far.append(Setting(scene.place, scene.when))
    main = next((s for s in scenes if not s.background), None)
    return [
        Setting(
            _place(draft, setting, scene, known.place, kinds),
            _when(draft, setting, scene, main, written)
            if known.when is None
            else setting.when or _not_after(setting.said, known.when),
        )
        for draft, setting, scene, known in zip(drafts, own, scene_of, so_far, strict=True)
    ]


UNREAL = frozenset({Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL})
HAPPENED = frozenset({Status.ASSERTED, Status.NEGATED})
LONGEST_HANDED_ON = 8
RECENT = "recent"


def _place(
    draft: DraftClaim,
    setting: Setting,
    scene: Scene,
    so_far: LocatedMention | None,
    kinds: Mapping[EventType, EventKind],
) -> LocatedMention | None:
    """Its own place; else what its scene has named so far; else the last place that the text named; else
    what its scene names later. An area of its own is made finer by a place of its scene inside it."""
    if setting.place is None:
        leans = draft.status in HAPPENED and not (draft.background or draft.aggregate or scene.background)
        happens = kinds[draft.event or EventType.UNSPECIFIED_VIOLENCE].deed
        return so_far or (setting.thread if leans and happens else None) or scene.place
    if setting.place.kind in LOCAL or not agree(setting.place, scene.place):
        return setting.place
    return finer(setting.place, scene.place)


def _when(
    draft: DraftClaim, setting: Setting, scene: Scene, main: Scene | None, written: date | None
) -> When | None:
    if setting.when is not None:
        return setting.when
    if draft.background or draft.aggregate or scene.background or draft.status not in HAPPENED:
        return scene.when
    elsewhere = main is not None and scene.event != main.event and not agree(scene.place, main.place)
    by_writing = When(None, written, written, 2) if written is not None else None
    of_main = _not_after(setting.said, main.when) if main is not None and not elsewhere else None
    # A later sentence of another kind ("they were evacuated on Sunday") does not date what came before.
    of_scene = _not_after(setting.said, scene.when) if scene.dated_by == draft.event else None
    return of_main or of_scene or setting.said or setting.thread_day or by_writing


def _not_after(said: When | None, when: When | None) -> When | None:
    """The day of a scene, but for a claim that was made before it: that tells of the day of speaking."""
    spoken, days = _days(said), _days(when)
    told_before = spoken is not None and days is not None and spoken[1] < days[0]
    return said if told_before else when


def _is_past(draft: DraftClaim, setting: Setting, news: date | None) -> bool:
    days = _days(setting.when)
    if days is not None and news is not None:
        return news - days[1] > BACKGROUND_AFTER
    return draft.background or draft.aggregate


def _scene_for(
    draft: DraftClaim,
    setting: Setting,
    past: bool,
    scenes: Sequence[Scene],
    kinds: Mapping[EventType, EventKind],
) -> Scene | None:
    recent = [s for s in reversed(scenes) if s.sentence >= draft.sentence - 1]
    recent.sort(key=lambda s: s.event != draft.event)
    main = [s for s in scenes if not s.background][:1]
    ordered = [*recent, *main, *reversed(scenes)]
    bare = setting.when is None and setting.place is None
    recalls = draft.responsibility or draft.reference or draft.background
    for number, scene in enumerate(ordered):
        near = number < len(recent)
        follows = near and not scene.told_as_past and bare and not setting.apart
        if past != scene.background and not (near and recalls and setting.when is None) and not follows:
            continue
        if (
            _same_kind(draft.event, scene.event, kinds)
            and agree(setting.place, scene.place)
            and not (setting.apart and _elsewhere(setting.place, scene.place))
            and _overlap(setting.when, scene.when)
        ):
            return scene
    return None


def _same_kind(one: EventType | None, other: EventType, kinds: Mapping[EventType, EventKind]) -> bool:
    """Whether two event types can be told of one event in a story."""
    if one is None or one == other:
        return True
    scenes = {kinds[one].scene, kinds[other].scene}
    return "aftermath" in scenes or scenes == {"battle"}
