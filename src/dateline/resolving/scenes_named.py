"""Which of the places that a story names can be where its events took place.

A street says less than its town: which of the many it is, no gazetteer knows. And the wounded are taken
to a hospital that the event may be far from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.resolving.discourse import LOCAL
from dateline.resolving.places import LocatedMention
from dateline.resolving.places.words import PlaceWords

TAKEN_NEAR = 90
"""Characters before a hospital's name in which it is said that someone was taken there."""


def outside_hospitals(places: Iterable[LocatedMention], text: str, words: PlaceWords) -> list[LocatedMention]:
    """The places without hospitals to which people are taken."""
    return [place for place in places if not _is_hospital_after(place, text, words)]


def possible_scenes(places: Sequence[LocatedMention], words: PlaceWords) -> Sequence[LocatedMention]:
    """The places without streets that have no point of their own; all of them where no town or other place
    would be left.
    """
    kept = [place for place in places if not _is_street(place, words)]
    return kept if any(place.kind in LOCAL for place in kept) else places


def _is_street(place: LocatedMention, words: PlaceWords) -> bool:
    if place.place.geonameid is not None:
        return False
    last = place.mention.text.split()[-1]
    return last.lower() in words.street or (last.lower() in words.street_name and last[:1].isupper())


def _is_hospital_after(place: LocatedMention, text: str, words: PlaceWords) -> bool:
    name = place.mention.text.lower()
    if not name.endswith(tuple(words.hospital)):
        return False
    start = place.mention.start
    taken = _taken(words.to_hospital).search(text, max(0, start - TAKEN_NEAR), start)
    nearby = taken is not None and taken.group(1) is not None and place.within is not None
    return taken is not None and not nearby  # "the nearby X hospital": the event was near X


@lru_cache(maxsize=4)
def _taken(verbs: frozenset[str]) -> re.Pattern[str]:
    """One of the words, in one sentence with a preposition right before the end."""
    any_verb = "|".join(sorted(map(re.escape, verbs)))
    return re.compile(
        rf"\b(?:{any_verb})\b[^.;]*\b(?:to|at|in|into|from)\s+(?:(?:the|an?|local)\s+)*(nearby\s+)?$",
        re.IGNORECASE,
    )
