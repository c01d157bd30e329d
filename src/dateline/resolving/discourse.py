"""The place and day that a story has set, and the later sentences that lean on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dateline.coding.drafts import DraftClaim
from dateline.model import EventType, Status, When
from dateline.ontology.event_types import EventKind
from dateline.resolving.places import LocatedMention
from dateline.resolving.told_days import binds, days_of, is_handed_on, overlap, span_of

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

LEAD = 3
"""Sentences after the first in which the day of the news may be told."""

A_WEEK = 7
"""Days; what is told of longer was not in the one town of the story's news."""

LATE_NEWS = timedelta(days=31)
"""How old what a story opens with may be and still be its news: what came to light only later."""


class Setting(NamedTuple):
    """What a claim says itself of where and when; `said` is the day of speaking ("reported on
    Wednesday"), `thread` the last place and `thread_day` the last day that the text named before it;
    `apart` when it is told as a further event ("six were also killed in …"), `aside` when it only says when
    another was ("on the day that troops stormed X"), `later` when it goes on with what went before ("two were
    later freed")."""

    place: LocatedMention | None
    when: When | None
    said: When | None = None
    thread: LocatedMention | None = None
    thread_day: When | None = None
    apart: bool = False
    aside: bool = False
    later: bool = False


@dataclass
class Scene:
    """Claims of one story that tell of one event: first and last sentence, the most telling place and days.

    No claim of it contradicts `bound`; `when` are the days that those without any take over.
    """

    event: EventType
    background: bool
    told_as_past: bool = False
    opened: int = 0
    sentence: int = 0
    place: LocatedMention | None = None
    bound: When | None = None
    when: When | None = None
    dated_by: EventType | None = None
    placed_by: EventType | None = None


def _is_wide(place: LocatedMention | None) -> bool:
    """ "In eastern Syria": the sentence after it may name the town."""
    return place is not None and coarseness(place) >= SPECIFIC["region"]


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
    days = days_of(own[opening].when)
    if days is None or drafts[opening].background or span_of(own[opening].when) > 0:
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
        past = _is_past(draft, setting, news) or _goes_on_with_past(draft, setting, scenes)
        alone = draft.aggregate or setting.aside
        scene = None if alone else _scene_for(draft, setting, past, scenes, kinds)
        if scene is None:
            kind = draft.event or EventType.UNSPECIFIED_VIOLENCE
            scene = Scene(kind, past, draft.background, draft.sentence)
            if not alone:
                scenes.append(scene)
        scene.sentence = draft.sentence
        if draft.status not in UNREAL or draft.under_way:
            if scene.place is None and setting.place is not None:
                scene.placed_by = draft.event
            scene.place = finer(scene.place, setting.place)
            if _is_wide(scene.place) and setting.place is None and agree(scene.place, setting.thread):
                scene.place = finer(scene.place, setting.thread)
            if binds(setting.when):
                if span_of(setting.when) < span_of(scene.bound):
                    scene.bound = setting.when
                if is_handed_on(setting.when) and span_of(setting.when) < span_of(scene.when):
                    scene.when, scene.dated_by = setting.when, draft.event
        scene_of.append(scene)
        so_far.append(Setting(scene.place, scene.when))
    return [
        Setting(
            _place(draft, setting, scene, known.place, kinds),
            _when(draft, setting, scene, scenes, written)
            if known.when is None
            else setting.when or _not_after(setting.said, known.when),
        )
        for draft, setting, scene, known in zip(drafts, own, scene_of, so_far, strict=True)
    ]


UNREAL = frozenset({Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL})
HAPPENED = frozenset({Status.ASSERTED, Status.NEGATED})


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
        thread = setting.thread if leans and happens else None
        # A later sentence of another kind ("food reached Nubl") does not place what came before.
        others = scene.place is not None and scene.placed_by != draft.event
        return so_far or thread or (setting.thread if others and happens else None) or scene.place
    lasting = (
        setting.when is not None and span_of(setting.when) > A_WEEK
    )  # "food for 9,000 families in the province since January"
    if setting.place.kind in LOCAL or lasting or not agree(setting.place, scene.place):
        return setting.place
    return finer(setting.place, scene.place)


def _when(
    draft: DraftClaim, setting: Setting, scene: Scene, scenes: Sequence[Scene], written: date | None
) -> When | None:
    if setting.when is not None or setting.aside:
        return setting.when
    if draft.background or draft.aggregate or scene.background or draft.status not in HAPPENED:
        return scene.when
    main = next((s for s in scenes if not s.background), None)
    elsewhere = main is not None and scene.event != main.event and not agree(scene.place, main.place)
    by_writing = When(None, written, written, 2) if written is not None else None
    of_main = _not_after(setting.said, main.when) if main is not None and not elsewhere else None
    # A later sentence of another kind ("they were evacuated on Sunday") does not date what came before.
    of_scene = _not_after(setting.said, scene.when) if scene.dated_by == draft.event else None
    of_lead = _told_next(setting.said, scene, scenes) if scene is main else None
    return of_main or of_scene or of_lead or setting.said or setting.thread_day or by_writing


def _told_next(said: When | None, lead: Scene, scenes: Sequence[Scene]) -> When | None:
    """ "The raid killed four, a doctor said on Friday. Late on Thursday, jets struck …": the day of speaking
    dates the lead less well than the day that the next sentences give an event of its kind, the same or
    the day before."""
    for scene in scenes:
        near = lead.opened < scene.opened <= lead.opened + LEAD and not scene.background
        days, spoken = days_of(scene.when), days_of(said)
        if near and scene.event == lead.event and scene.dated_by == lead.event and days and spoken:
            return scene.when if timedelta(0) <= spoken[1] - days[1] <= timedelta(days=1) else None
    return None


def _not_after(said: When | None, when: When | None) -> When | None:
    """The day of a scene, but for a claim that was made before it: that tells of the day of speaking."""
    spoken, days = days_of(said), days_of(when)
    told_before = spoken is not None and days is not None and spoken[1] < days[0]
    return said if told_before else when


def _is_past(draft: DraftClaim, setting: Setting, news: date | None) -> bool:
    days = days_of(setting.when)
    if days is not None and news is not None:
        return news - days[1] > BACKGROUND_AFTER
    return draft.background or draft.aggregate


def _goes_on_with_past(draft: DraftClaim, setting: Setting, scenes: Sequence[Scene]) -> bool:
    """ "In May 2012 gunmen seized 11 pilgrims. Two were later freed": after that, and before the news."""
    bare = setting.when is None and setting.place is None
    before = [scene for scene in scenes if scene.sentence == draft.sentence - 1]
    return setting.later and bare and bool(before) and all(scene.background for scene in before)


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
            and overlap(setting.when, scene.bound)
        ):
            return scene
    return None


def _same_kind(one: EventType | None, other: EventType, kinds: Mapping[EventType, EventKind]) -> bool:
    """Whether two event types can be told of one event in a story."""
    if one is None or one == other:
        return True
    scenes = {kinds[one].scene, kinds[other].scene}
    return "aftermath" in scenes or scenes == {"battle"}
