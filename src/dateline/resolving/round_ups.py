"""Stories that tell one event after another in the quarters of one town: "weekend shootings leave five dead".

Each event's place and day are said once, with its first sentence; those behind it ("he was pronounced dead at
2 a.m.") are of the quarter and day named last, not of the town and day of the whole story.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.coding.drafts import DraftClaim
from dateline.model import EventType, Status
from dateline.ontology.event_types import EventKind
from dateline.resolving.discourse import LOCAL, Setting
from dateline.resolving.recalling import Recalling

PLACES = 3
"""In how many places a round-up tells of events at least."""
OPENING = 600
"""Characters of the title and opening in which a round-up says what it tells of."""


def told_in_turn(
    drafts: Sequence[DraftClaim],
    own: Sequence[Setting],
    kinds: Mapping[EventType, EventKind],
    text: str,
    words: Recalling,
) -> list[Setting]:
    """What the claims of a story say themselves, in a round-up with the quarter and day named last."""
    news = [
        setting
        for draft, setting in zip(drafts, own, strict=True)
        if draft.status is Status.ASSERTED
        and not (draft.title or draft.background or draft.aggregate)
        and kinds[draft.event or EventType.UNSPECIFIED_VIOLENCE].violent
    ]
    told = {place.place.name for one in news if (place := one.place or one.thread) and place.kind in LOCAL}
    several = _several(words.round_up_acts, words.round_up_apart, words.round_up_numbers)
    if len(told) < PLACES or not several.search(text, 0, OPENING):
        return list(own)
    return [
        setting if draft.title or draft.aggregate or draft.background else _of_turn(setting)
        for draft, setting in zip(drafts, own, strict=True)
    ]


def _of_turn(setting: Setting) -> Setting:
    thread = setting.thread
    if setting.place is not None or thread is None or thread.kind not in LOCAL:
        return setting
    return setting._replace(place=thread, when=setting.when or setting.thread_day)


@lru_cache(maxsize=4)
def _several(acts: frozenset[str], apart: frozenset[str], numbers: frozenset[str]) -> re.Pattern[str]:
    """ "weekend shootings", "shootings across the city", "five separate attacks"."""
    act, between, number = (
        rf"\b(?:{'|'.join(map(re.escape, sorted(each)))})\b" for each in (acts, apart, numbers)
    )
    gap = r"[^.\n]{0,60}"
    return re.compile(
        rf"{between}{gap}{act}|{act}{gap}{between}|(?:{number}|\b\d+) (?:\w+ )?{act}", re.IGNORECASE
    )
