"""Arrests that are told after something abroad: "Lebanese soldiers detained two Syrian men".

Whose men they are is said because they were abroad: in the country of those who detained them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.coding.drafts import DraftClaim
from dateline.model import EventType, Role
from dateline.resolving.actors import ActorLexicon
from dateline.resolving.discourse import SPECIFIC, Setting, coarseness
from dateline.resolving.places import LocatedMention

COUNTRY = SPECIFIC["country"]


def on_home_ground(
    draft: DraftClaim,
    own: Setting,
    setting: Setting,
    scenes: Sequence[LocatedMention],
    actors: ActorLexicon,
) -> Setting:
    """The setting; where an arrest names no place itself and leans on one in the country of those detained,
    the last place that the story named in the country of those who detained them, if there is one.

    `own` is what the claim says itself, `scenes` are the story's possible scenes in order.
    """
    place = setting.place
    if draft.event is not EventType.ARREST or own.place is not None or place is None:
        return setting
    theirs, whose = _country(draft, Role.BY, actors), _country(draft, Role.AGAINST, actors)
    if theirs is None or whose is None or theirs == whose or place.place.country != whose:
        return setting
    there = _last_in(theirs, draft.scopes[0][0], scenes)
    return setting._replace(place=there) if there is not None else setting


def _country(draft: DraftClaim, role: Role, actors: ActorLexicon) -> str | None:
    """Of what country the words say the people to be, of one role; None when they do not agree."""
    told = {actors.resolve(actor.mention.text).country for actor in draft.actors if actor.role is role}
    return told.pop() if len(told) == 1 else None


def _last_in(country: str, before: int, scenes: Iterable[LocatedMention]) -> LocatedMention | None:
    last = None
    for scene in scenes:
        if scene.mention.end > before:
            break
        if scene.place.country == country and coarseness(scene) < COUNTRY:
            last = scene
    return last
