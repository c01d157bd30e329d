"""Claims that take an event up again, or tell of more of it: they have its day or place.

"Over 1,400 left in *that evacuation*" is of the day that the evacuation was told with; "they are to bring out
*the remaining* 1,000" is where the others were brought out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.coding.drafts import DraftClaim
from dateline.model import Span, When
from dateline.resolving.discourse import Setting, agree
from dateline.resolving.recalling import Recalling
from dateline.resolving.told_days import is_handed_on, span_of

WITHIN = 40
"""Characters before an event's word in which it is said to be one that was told."""


def taken_up(
    drafts: Sequence[DraftClaim], own: Sequence[Setting], text: str, recalling: Recalling
) -> list[Setting]:
    """The settings, with the day or place of the last earlier claim of their event type that has one, where
    the words take that event up and say neither day nor place themselves."""
    told: list[Setting] = []
    for number, (draft, setting) in enumerate(zip(drafts, own, strict=True)):
        before = [t for d, t in zip(drafts[:number], told, strict=True) if d.event == draft.event]
        when, place = setting.when, setting.place
        if before and when is None and _is_that(text, draft.trigger, recalling.same_event):
            when = next((t.when for t in reversed(before) if t.when and agree(t.place, place)), None)
        if when is None and number and _says(text, draft.scopes[-1], recalling.besides):
            when = _stretch_of(drafts[number - 1], told[number - 1], draft)
        if before and place is None and _says(text, draft.scopes[-1], recalling.more_of_it):
            place = next((t.place for t in reversed(before) if t.place), None)
        told.append(setting._replace(when=when, place=place))
    return told


def _stretch_of(last: DraftClaim, setting: Setting, draft: DraftClaim) -> When | None:
    """ "450 rebels died since May, the monitor said. It has *also* counted 102 civilians": the same days,
    if one sentence comes behind the other, who says so is told in both and both count people of one harm."""
    harms = {toll.harm for toll in last.tolls} & {toll.harm for toll in draft.tolls}
    behind = last.sentence == draft.sentence - 1 and last.event == draft.event
    counted = bool(harms) and behind and last.speech is not None and draft.speech is not None
    return setting.when if counted and span_of(setting.when) and not is_handed_on(setting.when) else None


def _is_that(text: str, trigger: Span, words: frozenset[str]) -> bool:
    """ "In *that* first evacuation"; not "said *that* shelling went on"."""
    pattern = _behind_preposition(words)
    return pattern.search(text, max(0, trigger.start - WITHIN), trigger.start) is not None


def _says(text: str, scope: tuple[int, int], words: frozenset[str]) -> bool:
    return _any_of(words).search(text, *scope) is not None


@lru_cache(maxsize=4)
def _behind_preposition(words: frozenset[str]) -> re.Pattern[str]:
    prepositions = "in|of|during|from|by|on|at|for|after|before|since"
    return re.compile(rf"\b(?:{prepositions}) (?:{_either(words)}) (?:\w+ )?$", re.IGNORECASE)


@lru_cache(maxsize=4)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)


def _either(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))
