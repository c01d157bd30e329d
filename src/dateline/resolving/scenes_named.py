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

BROUGHT = re.compile(
    r"\b(?:pronounced (?:dead|deceased)|declared dead|airlifted|medevac\w*|rushed|flown"
    r"|on (?:the|his|her) way|en route)\b[^.;,]{0,40}?\b(?:at|to)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
TAKEN = re.compile(
    r"\b(?:taken|transported|transferred|brought|driven|drove (?:him|her|them))\b[^.;,]{0,30}?"
    r"\bto\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
IN_CARE = re.compile(
    r"[^.;]{0,25}?(?:\b(?:critical|serious|stable|good|fair|grave|guarded) condition\b"
    r"|,? where (?:he|she|they|doctors|both|all|the (?:man|woman|boy|girl|child|teen\w*|victims?))\b"
    r"|\bfor (?:treatment|surgery)\b"
    r"|\bwith (?:an? |multiple |several |non-)?(?:gunshot|injur|wound|life|bullet|stab))",
    re.IGNORECASE,
)
"""How people are brought to a hospital that is named without the word for it, and what is said of them
there."""

TAKEN_NEAR = 90
"""Characters before a hospital's name in which it is said that someone was taken there."""

TAKEN_FAR = 160
"""So before the town that the hospital lies in."""


def outside_hospitals(places: Iterable[LocatedMention], text: str, words: PlaceWords) -> list[LocatedMention]:
    """The places without hospitals to which people are taken, nor, where other places are left, the towns of
    these."""
    outside = [
        place
        for place in places
        if not (_is_hospital_after(place, text, words) or _is_bed_of_wounded(place, text))
    ]
    kept = [place for place in outside if not _is_town_of_hospital(place, text, words)]
    return kept if any(place.kind in LOCAL for place in kept) else outside


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


def _is_bed_of_wounded(place: LocatedMention, text: str) -> bool:
    """ "He was pronounced dead at *Stroger*", "taken to *Sacred Heart* in critical condition"."""
    start, end = place.mention.start, place.mention.end
    near = max(0, start - TAKEN_NEAR)
    in_care = TAKEN.search(text, near, start) and IN_CARE.match(text, end)
    return bool(in_care or BROUGHT.search(text, near, start))


def _is_town_of_hospital(place: LocatedMention, text: str, words: PlaceWords) -> bool:
    """ "He was flown to a trauma center *in Temple*", "died at Lahey Clinic *in Burlington*"."""
    start = place.mention.start
    lies_in = _hospital_in(words.to_hospital, words.hospital)
    return lies_in.search(text, max(0, start - TAKEN_FAR), start) is not None


@lru_cache(maxsize=4)
def _hospital_in(verbs: frozenset[str], hospitals: frozenset[str]) -> re.Pattern[str]:
    """One of the verbs, and a hospital right before "in"."""
    any_verb, any_hospital = ("|".join(sorted(map(re.escape, each))) for each in (verbs, hospitals))
    return re.compile(
        rf"\b(?i:{any_verb})\b[^.;]*\b(?:to|at|in|into|from)\b[^.;]*?\b(?i:{any_hospital})\b"
        rf"(?:,? (?:and|of|for|the|(?i:{any_hospital})|[A-Z][\w’'-]*))*,?\s+in\s+"
        r"(?:nearby\s+|neighbou?ring\s+)?\Z"
    )


@lru_cache(maxsize=4)
def _taken(verbs: frozenset[str]) -> re.Pattern[str]:
    """One of the words, in one sentence with a preposition right before the end."""
    any_verb = "|".join(sorted(map(re.escape, verbs)))
    return re.compile(
        rf"\b(?:{any_verb})\b[^.;]*\b(?:to|at|in|into|from)\s+(?:(?:the|an?|local)\s+)*(nearby\s+)?$",
        re.IGNORECASE,
    )
