"""The weights of linking estimated from claims of which it is known what incident they are of.

Splink counts how often each level comes up among pairs of claims of one incident (m) and among pairs drawn
at random (u); a level's weight is log2 of m / u, and the start log2 of the odds that two claims are of one
incident.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker

from dateline.linking.columns import COLUMNS, FactsTable
from dateline.linking.facts import Facts
from dateline.linking.fields import APART, FIELDS
from dateline.linking.settings import LinkingSettings
from dateline.linking.splink_model import fields_of, prepare, splink_settings

MOST = 10.0
"""The highest weight, and the lowest with a minus: a level that no pair has is no proof."""
PAIRS = 2_000_000
"""Pairs that are drawn at random."""
SEED = 1


@dataclass(frozen=True, slots=True)
class EstimatedLevel:
    """Shares of pairs of one incident (`m`) and of all pairs (`u`) that come to the level, None where Splink
    saw none, and the weight that follows, or the one from before."""

    field: str
    level: str
    m: float | None
    u: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """The start and the weights of all levels, and what they come from."""

    claims: int
    pairs: int
    start: float
    levels: tuple[EstimatedLevel, ...]

    @property
    def weights(self) -> dict[str, dict[str, float]]:
        """The weights by field and level."""
        found: dict[str, dict[str, float]] = {}
        for level in self.levels:
            found.setdefault(level.field, {})[level.level] = level.weight
        return found


def estimate_weights(
    facts: Sequence[Facts], incidents: Mapping[str, str], settings: LinkingSettings, pairs: int = PAIRS
) -> Estimate:
    """Weights from `facts` of claims and the `incidents` that they are known to be of, by claim id.

    Claims that are not in `incidents` are left out. A level of which no pair of one incident, or none at
    random, was seen keeps its weight of `settings`. The same claims give the same weights. Raises
    ValueError when no two claims are of one incident.
    """
    known = sorted((one for one in facts if one.claim in incidents), key=lambda one: one.order)
    sizes = Counter(incidents[one.claim] for one in known)
    matches = sum(size * (size - 1) // 2 for size in sizes.values())
    every = len(known) * (len(known) - 1) // 2
    if not matches or matches == every:
        raise ValueError(
            "the claims are of one incident, or each of another one: there is nothing to compare"
        )
    columns = FactsTable(settings).columns(known)
    table = pa.table(
        {name: pa.array(columns[name], kind) for name, kind in COLUMNS.items()}
        | {"incident": pa.array([incidents[one.claim] for one in known], pa.string())}
    )
    model = _trained(table, settings, pairs)
    levels = []
    for field in FIELDS:
        found = {level["label_for_charts"]: level for level in model[field.name]}
        for level in field.levels:
            m, u = (_share(found[level.name].get(name)) for name in ("m_probability", "u_probability"))
            before = settings.weights[field.name][level.name]
            weight = before if m is None or u is None else max(-MOST, min(MOST, log2(m / u)))
            levels.append(EstimatedLevel(field.name, level.name, m, u, round(weight, 2)))
    start = round(log2(matches / (every - matches)), 2)
    return Estimate(len(known), matches, start, tuple(levels))


def _share(told: Any) -> float | None:
    return float(told) if isinstance(told, float | int) and told > 0 else None


def _trained(table: pa.Table, settings: LinkingSettings, pairs: int) -> dict[str, list[dict[str, Any]]]:
    """The levels of each field as Splink estimates them."""
    weighed = tuple(found for found in fields_of(settings) if found[0].name not in (APART.name, "rarity"))
    # What is drawn at random depends on the number of threads.
    with duckdb.connect(config={"threads": 1}) as connection:
        prepare(connection)
        connection.register("labelled", table)
        connection.execute("CREATE TABLE claims AS FROM labelled ORDER BY unique_id")
        model = splink_settings(settings.start, weighed, estimated=True)
        linker = Linker(
            DuckDBAPI(connection).register("claims"), model, log_level=logging.ERROR, validate_settings=False
        )
        linker.training.estimate_u_using_random_sampling(
            max_pairs=pairs, seed=SEED, min_count_per_level=None, num_chunks=1
        )
        linker.training.estimate_m_from_label_column("incident")
        told = linker.misc.save_model_to_json()
    return {field["output_column_name"]: field["comparison_levels"] for field in told["comparisons"]}


def rewritten(text: str, estimate: Estimate, source: str) -> str:
    """The text of a linking.yaml with these weights in the place of its own; all else in it stays.

    `source` says in its head where the weights come from.
    """
    weights, lines, field, inside = estimate.weights, [], "", False
    for line in text.splitlines():
        if not line.startswith(" ") and line.strip() and not line.startswith("#"):
            inside = line.startswith("claims:")
        if inside and (named := re.match(r"    ([\w-]+):", line)):
            field = named[1]
        value = re.match(r"(  start: |      ([\w-]+): )(-?[\d.]+)(\s*(?:#.*)?)$", line) if inside else None
        if value is not None:
            new = weights.get(field, {}).get(value[2]) if value[2] else estimate.start
            lines.append(line if new is None else f"{value[1]}{new}{value[4]}")
        else:
            lines.append(line)
    head = (
        f"# The weights and the start were estimated with Splink from {estimate.claims} claims of known\n"
        f"# incidents ({estimate.pairs} pairs of one incident): {source}."
    )
    kept = [
        line for line in lines if not line.startswith(("# The weights and the start were", "# incidents ("))
    ]
    return "\n".join([head, *kept]) + "\n"


def half_of(incident: str) -> int:
    """0 or 1: the half of the incidents that this one is in, by its name alone."""
    return sum(incident.encode("utf-8", "replace")) % 2


def agreement(found: Mapping[str, str | None], known: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of B-cubed (Bagga and Baldwin 1998) of claims of known incidents."""
    alone = {name: found.get(name) or f"alone {name}" for name in known}
    ours, theirs = Counter(alone.values()), Counter(known.values())
    both = Counter((alone[name], known[name]) for name in known)
    count = max(1, len(known))
    precision = sum(both[alone[n], known[n]] / ours[alone[n]] for n in known) / count
    recall = sum(both[alone[n], known[n]] / theirs[known[n]] for n in known) / count
    return precision, recall, 2 * precision * recall / (precision + recall) if known else 0.0
