"""Where a text may name a place, and what stands around the name.

A `Sighting` is a stretch of words with what its `surroundings` say: the descriptor beside it ("province",
"village of"), a preposition, a parser's label, and a score of how likely it is a place at all. What
place it is, is decided later and for the story as a whole (`ranking`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.resolving.places.gazetteer import GazetteerPlace
from dateline.resolving.places.sources import ADMIN1, COUNTRY, REGION

Entity = tuple[int, int, str]
Places = tuple[GazetteerPlace, ...]

_METROPOLIS = 500_000
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(slots=True)
class Sighting:
    """Words `first` to `last` (token indexes, inclusive) that may name a place.

    `score` of 2 and more is taken for a place. `words` are the descriptors beside the name by kind (keys:
    settlement, part, admin1, admin2, surroundings, facility); `facility_end` is the offset where the words
    "military airport" end; `near` says that the place is only near it; `is_street`
    that the name is a street's, which says nothing of where it lies; `is_person` that a title or another name
    stands before it; `attributive` that it says of what country something is ("US missiles"); `label` is the
    parser's.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: Places
    score: int = 0
    label: str | None = None
    located: bool = False
    near: bool = False
    directed: bool = False
    is_medium: bool = False
    is_person: bool = False
    attributive: bool = False
    is_street: bool = False
    facility_end: int | None = None
    words: set[str] = field(default_factory=set)


def may_be_known(seen: Sighting) -> bool:
    """Whether the name is a country's or a large city's, which persons share rarely."""
    return any(
        place.kind in (COUNTRY, ADMIN1, REGION) or place.population >= _METROPOLIS
        for place in seen.candidates
        if place.form <= 1
    )
