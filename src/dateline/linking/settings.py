"""How copies are found and claims linked (linking.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.linking.aggregates import Aggregates, load_aggregates
from dateline.linking.families import EventFamilies, load_event_families
from dateline.linking.fields import FIELDS
from dateline.linking.words import load_word_rarity
from dateline.model import Harm
from dateline.ontology.files import knowledge_file
from dateline.ontology.tables import Table

FILE = "linking.yaml"

LEVELS: Mapping[str, tuple[str, ...]] = {
    field.name: tuple(level.name for level in field.levels) for field in FIELDS
}
"""The fields that two claims are compared by, and the levels of each."""

MEASURED_WORDS = tuple(level for level in LEVELS["words"] if not level.endswith(("aside", "none")))
"""Levels of words that are reached by how much is shared."""


@dataclass(frozen=True, slots=True)
class CopySettings:
    """When two stories are copies; the shares are from 0 to 1."""

    shingle_words: int
    permutations: int
    bands: int
    jaccard: float
    containment: float
    containment_elsewhere: float
    containment_same_days: float
    containment_credited: float
    days_apart: int
    quote_words: int
    least_shingles: int


@dataclass(frozen=True, slots=True)
class LinkingSettings:
    """Everything that linking goes by.

    `weights` by field and level (`LEVELS`), like log2 of odds, start from `start`; `radius_km` by
    UCDP GED where_prec; `assumed_days` and `aggregate_days` in days.
    """

    copies: CopySettings
    families: EventFamilies
    aggregates: Aggregates
    start: float
    doubt: float
    weights: Mapping[str, Mapping[str, float]]
    radius_km: Mapping[int, float]
    assumed_days: int
    aggregate_days: int
    sums_up: tuple[re.Pattern[str], ...]
    counted_over_time: frozenset[Harm]
    official_ids: frozenset[str]
    exclusive_kinds: Mapping[str, int]
    place_words: frozenset[str]
    name_likeness: float
    target_words: frozenset[str]
    scene_words: frozenset[str]
    rarity: Mapping[str, int]
    shared_words: tuple[tuple[str, float], ...]


def _copies(table: Table) -> CopySettings:
    table.only(
        "shingle-words",
        "permutations",
        "bands",
        "jaccard",
        "containment",
        "containment-elsewhere",
        "containment-same-days",
        "containment-credited",
        "days-apart",
        "quote-words",
        "least-shingles",
    )
    copies = CopySettings(
        shingle_words=table.whole("shingle-words", 1),
        permutations=table.whole("permutations", 1),
        bands=table.whole("bands", 1),
        jaccard=table.number("jaccard", 0, 1),
        containment=table.number("containment", 0, 1),
        containment_elsewhere=table.number("containment-elsewhere", 0, 1),
        containment_same_days=table.number("containment-same-days", 0, 1),
        containment_credited=table.number("containment-credited", 0, 1),
        days_apart=table.whole("days-apart", 0),
        quote_words=table.whole("quote-words", 1),
        least_shingles=table.whole("least-shingles", 1),
    )
    if copies.permutations % copies.bands:
        raise table.error(f"{copies.permutations} permutations do not divide into {copies.bands} bands")
    return copies


def _exclusive(table: Table) -> dict[str, int]:
    groups = table.values.get("exclusive-kinds")
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise table.error("'exclusive-kinds' should be a list of lists of kinds")
    return {str(kind): number for number, group in enumerate(groups) for kind in group}


@lru_cache(maxsize=8)
def load_linking_settings(folder: Path | None = None) -> LinkingSettings:
    """The settings of the user's `folder` (linking.yaml, event_families.yaml, aggregates.yaml), or the
    package's own.

    Raises KnowledgeError, naming file and line, when a value is missing, unknown or out of range.
    """
    table = Table.of_file(knowledge_file(FILE, folder))
    table.only(
        "copies",
        "claims",
        "radius-km",
        "assumed-days",
        "aggregate-days",
        "sums-up",
        "counted-over-time",
        "official-ids",
        "exclusive-kinds",
        "place-words",
        "name-likeness",
        "target-words",
        "scene-words",
        "shared-words",
    )
    claims = table.table("claims").only("start", "doubt", "weights")
    weights = claims.table("weights").only(*LEVELS)
    radius = table.table("radius-km")
    return LinkingSettings(
        copies=_copies(table.table("copies")),
        families=load_event_families(folder),
        aggregates=load_aggregates(folder),
        start=claims.number("start"),
        doubt=claims.number("doubt", 0),
        weights={field: weights.table(field).numbers(*levels) for field, levels in LEVELS.items()},
        radius_km={precision: radius.number(precision, 0) for precision in range(1, 8)},
        assumed_days=table.whole("assumed-days"),
        aggregate_days=table.whole("aggregate-days", 1),
        sums_up=tuple(re.compile(pattern, re.IGNORECASE) for pattern in table.words("sums-up")),
        counted_over_time=table.members("counted-over-time", Harm),
        official_ids=frozenset(table.words("official-ids")),
        exclusive_kinds=_exclusive(table),
        place_words=frozenset(table.words("place-words")),
        name_likeness=table.number("name-likeness", 0, 1),
        target_words=frozenset(table.words("target-words")),
        scene_words=frozenset(table.words("scene-words")),
        rarity=load_word_rarity(folder),
        shared_words=tuple(table.table("shared-words").numbers(*MEASURED_WORDS).items()),
    )
