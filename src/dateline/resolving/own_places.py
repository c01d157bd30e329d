"""The place that a claim's own sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.coding.drafts import DraftClaim
from dateline.model import Role
from dateline.resolving.discourse import coarseness
from dateline.resolving.own_days import gap
from dateline.resolving.places import LocatedMention

AREA = 3
"""From first-level divisions on a place is an area: the smallest wins, wherever it stands."""

LOCATIVE = re.compile(
    r"\b(?:in|inside|across|into|within|throughout|around|over|near|to|from|of|through)\s+"
    r"(?:the\s+|\w+ern\s+|\w+(?:-\w+)?\s+)?$",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"^\s*,?\s*(?:(?:in|of|inside|within)\b)?\s*(?:the\b)?\s*(?:\w+(?:s|'s|’s)\b)?\s*(?:\w+(?:ern|ral)\b)?\s*"
    r"(?:(?:province|city|region|governorate|district|state) of\b)?\s*$",
    re.IGNORECASE,
)


def own_place(draft: DraftClaim, places: Iterable[LocatedMention], text: str) -> LocatedMention | None:
    """The place in the claim's quote, else its sentence; None when it names none.

    A town or smaller goes before an area, and of several the one nearest to the trigger. Where the
    speaker is from, and the country in a doer's name, are no places of the event.
    """
    for start, end in draft.scopes:
        found = [m for m in places if start <= m.mention.start and m.mention.end <= end]
        found = _innermost([m for m in found if _is_of_event(m, draft, text)], text)
        if found:
            return min(found, key=lambda m: (*_area(m), gap(m.mention, draft), m.mention.start))
    return None


def _area(mention: LocatedMention) -> tuple[bool, int]:
    rank = coarseness(mention)
    return rank >= AREA, rank if rank >= AREA else 0


def _is_of_event(place: LocatedMention, draft: DraftClaim, text: str) -> bool:
    mention = place.mention
    if any(start <= mention.start and mention.end <= end for start, end in draft.excluded):
        return False
    if place.kind == "country" and not LOCATIVE.search(text, max(0, mention.start - 24), mention.start):
        return False
    return not any(actor.role is Role.BY and actor.mention.covers(mention) for actor in draft.actors)


def _innermost(found: list[LocatedMention], text: str) -> list[LocatedMention]:
    """Without what only says where another place lies: "Khan Sheikhun in Idlib", "Azaz, Aleppo province"."""
    kept = []
    for place in found:
        before = [other for other in found if other.mention.end <= place.mention.start]
        last = max(before, key=lambda m: m.mention.end, default=None)
        if (
            last is not None
            and coarseness(last) <= coarseness(place)
            and INSIDE.match(text[last.mention.end : place.mention.start])
        ):
            continue
        kept.append(place)
    return kept
