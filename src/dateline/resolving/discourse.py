"""The place and day that a story has set, and the later sentences that lean on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.coding.drafts import DraftClaim
from dateline.model import EventType, Place, When
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
LOCAL = frozenset({"part", "facility", "unlocated", "settlement"})
BACKGROUND_AFTER = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim says itself of where and when; `said` is the day of speaking ("reported on Wednesday")."""

    place: LocatedMention | None
    when: When | None
    said: When | None = None


@dataclass
class Scene:
    """Claims of one story that tell of one event, and the most telling place and day among them."""

    event: EventType
    background: bool
    members: list[int] = field(default_factory=list)
    place: LocatedMention | None = None
    when: When | None = None


def _days(when: When | None) -> tuple[date, date] | None:
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def _overlap(one: When | None, other: When | None) -> bool:
    a, b = _days(one), _days(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _span_days(when: When | None) -> int:
    days = _days(when)
    return 10**6 if days is None else (days[1] - days[0]).days


def agree(one: LocatedMention | None, other: LocatedMention | None) -> bool:
    """Whether two places can be one: the same, or one inside the other."""
    if one is None or other is None:
        return True
    a, b = one.place, other.place
    if a.name == b.name or (a.geonameid is not None and a.geonameid == b.geonameid):
        return True
    fine, coarse = sorted((one, other), key=lambda m: SPECIFIC.get(m.kind, 3))
    if coarse.kind == "country":
        return fine.place.country in {None, coarse.place.country}
    if coarse.kind in {"admin1", "admin2", "region"}:
        if (
            fine.place.country is not None
            and coarse.place.country is not None
            and fine.place.country != coarse.place.country
        ):
            return False
        return (
            coarse.kind == "region"
            or coarse.place.admin1 is None
            or fine.place.admin1 in {None, coarse.place.admin1}
        )
    return fine.kind == "part" and coarse.kind == "settlement" and fine.within in {None, coarse.place.name}


def finer(one: LocatedMention | None, other: LocatedMention | None) -> LocatedMention | None:
    """The more specific of two places, the first when they are alike."""
    if one is None or other is None:
        return one or other
    return min((one, other), key=lambda m: SPECIFIC.get(m.kind, 3))


def set_scenes(
    drafts: Sequence[DraftClaim],
    own: Sequence[Setting],
    kinds: Mapping[EventType, EventKind],
    published: date | None,
) -> list[Setting]:
    """Place and day of each claim: its own, else those of the scene that it belongs to.

    A claim joins the latest scene of its kind of event whose place and days do not contradict its own.
    What has neither place nor day of its own leans on the scene before it; background leans only on
    background. A main event without any day is given the day of publication with UCDP date_prec 2.
    """
    scenes: list[Scene] = []
    scene_of: list[Scene | None] = []
    for i, (draft, setting) in enumerate(zip(drafts, own, strict=True)):
        scene = _scene_for(draft, setting, scenes, drafts, kinds, published)
        if scene is None:
            scene = Scene(draft.event or EventType.UNSPECIFIED_VIOLENCE, _is_past(draft, setting, published))
            scenes.append(scene)
        scene.members.append(i)
        scene.place = finer(scene.place, setting.place)
        if _span_days(setting.when) < _span_days(scene.when) or scene.when is None:
            scene.when = setting.when
        scene_of.append(scene)
    main = next((s for s in scenes if not s.background), None)
    found = []
    for draft, setting, scene in zip(drafts, own, scene_of, strict=True):
        assert scene is not None
        place = _place(setting, scene)
        when = _when(draft, setting, scene, main, published)
        found.append(Setting(place, when))
    return found


def _place(setting: Setting, scene: Scene) -> LocatedMention | None:
    if setting.place is None:
        return scene.place
    if setting.place.kind in LOCAL:
        return setting.place
    return finer(setting.place, scene.place) if agree(setting.place, scene.place) else setting.place


def _when(
    draft: DraftClaim, setting: Setting, scene: Scene, main: Scene | None, published: date | None
) -> When | None:
    if setting.when is not None:
        return setting.when
    if scene.when is not None:
        return scene.when
    if draft.background or draft.aggregate or scene.background:
        return None
    if (
        main is not None
        and scene is not main
        and scene.event != main.event
        and not agree(scene.place, main.place)
    ):
        return None
    if main is not None and main.when is not None:
        return main.when
    if setting.said is not None:
        return setting.said
    return When(None, published, published, 2) if published is not None else None


def _is_past(draft: DraftClaim, setting: Setting, published: date | None) -> bool:
    days = _days(setting.when)
    if days is not None and published is not None:
        return published - days[1] > BACKGROUND_AFTER
    return draft.background


def _scene_for(
    draft: DraftClaim,
    setting: Setting,
    scenes: Sequence[Scene],
    drafts: Sequence[DraftClaim],
    kinds: Mapping[EventType, EventKind],
    published: date | None,
) -> Scene | None:
    past = _is_past(draft, setting, published)
    bare = setting.place is None and setting.when is None
    if draft.aggregate:
        return None
    recent = [s for s in reversed(scenes) if drafts[s.members[-1]].sentence >= draft.sentence - 1]
    main = [s for s in scenes if not s.background][:1]
    by_id = {id(scene): scene for scene in scenes}
    for key in dict.fromkeys([*map(id, recent), *map(id, main), *map(id, reversed(scenes))]):
        scene = by_id[key]
        near = drafts[scene.members[-1]].sentence >= draft.sentence - 1
        if past and not scene.background and bare and not near:
            continue
        if scene.background and not past and not (near and bare and draft.responsibility):
            continue
        if not _same_kind(draft.event, scene.event, kinds):
            continue
        if agree(setting.place, scene.place) and _overlap(setting.when, scene.when):
            if past != scene.background and (setting.when is not None or not (bare or near)):
                continue
            return scene
    return None


def _same_kind(one: EventType | None, other: EventType, kinds: Mapping[EventType, EventKind]) -> bool:
    """Whether two event types can be told of one event in a story."""
    if one is None or one == other:
        return True
    scenes = {kinds[one].scene, kinds[other].scene}
    return "aftermath" in scenes or scenes == {"battle"}
