"""The fields and their weights as a model of Splink, and the SQL with which Splink scores pairs by it."""

from __future__ import annotations

import hashlib
import logging
import re
from importlib.metadata import version
from typing import Any

import duckdb
from duckdb.sqltypes import DOUBLE, VARCHAR
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.comparison_library import CustomComparison
from splink.internals.comparison_level_creator import ComparisonLevelCreator

from dateline import __version__
from dateline.caching import kept_text
from dateline.linking.blocking import PAIRS
from dateline.linking.columns import BITS, COLUMNS, SCHEMA
from dateline.linking.fields import APART, COUNTED_ONCE, FIELDS
from dateline.linking.levels import Field, Level
from dateline.linking.names import likeness
from dateline.linking.retold import RETOLD_OTHER_DAY
from dateline.linking.settings import LinkingSettings

CLAIMS = "claims"
MACROS = (
    # Half the great circle's chord, squared, over the earth's radius; rounding may lift it over 1. (What is
    # unknown makes all of it unknown: SQL's least() would pass over it.)
    """CREATE OR REPLACE MACRO chord(north, east, other_north, other_east) AS
    sin(radians(other_north - north) / 2) ** 2
    + cos(radians(north)) * cos(radians(other_north)) * sin(radians(other_east - east) / 2) ** 2""",
    # What two passages share, lowered somewhat for what they do not: as `words.likeness` has it. (It is asked
    # whether it is enough; rounding may put what is just enough under it.)
    """CREATE OR REPLACE MACRO words_likeness(shared, mass, other_mass) AS
    shared ** 1.25 / (greatest(1.0, mass) * greatest(1.0, other_mass)) ** 0.125 + 0.000000001""",
    """CREATE OR REPLACE MACRO capped(share) AS CASE WHEN share > 1.0 THEN 1.0 ELSE share END""",
    """CREATE OR REPLACE MACRO distance_km(north, east, other_north, other_east) AS
    2 * 6371.0 * asin(sqrt(capped(chord(north, east, other_north, other_east))))""",
)
_INPUT = re.compile(r"__splink__df_pruned_predict_input_([lr])_\w+")
_JOINED, _WITH = "from blocked_with_cols", "from (SELECT *{} FROM blocked_with_cols)"
"""Where Splink's statement takes the pairs with the columns of both claims."""


_WRITERS = ("splink", "sqlglot", "duckdb")
"""The packages whose versions have a say in how Splink writes its statement."""
Weights = tuple[tuple[str, float], ...]
"""The levels of a field and their weights."""


def fields_of(settings: LinkingSettings) -> tuple[tuple[Field, Weights], ...]:
    """Every field that Splink is given, with its weights: those of linking.yaml, the rarity of event types (a
    level for each rare one), and what keeps claims apart, which weighs nothing."""
    rarity = sorted((event, weight) for event, weight in settings.families.rarity.items() if weight)
    # Few acts of a rare type happen within a day of each other; in a month there may be several.
    rare = [
        Level(event.value, f"(event_l = event_r AND event_l = {BITS[event]} AND NOT {RETOLD_OTHER_DAY})")
        for event, _ in rarity
    ]
    weighed = [(field, tuple(settings.weights[field.name].items())) for field in FIELDS]
    return (
        *weighed,
        (
            Field("rarity", (*rare, Level("no", None))),
            (*((event.value, weight) for event, weight in rarity), ("no", 0.0)),
        ),
        (APART, tuple((level.name, 0.0) for level in APART.levels)),
    )


def comparison(field: Field, level_weights: Weights, *, estimated: bool = False) -> CustomComparison:
    """The field as Splink compares it. Of a level's m and u only their ratio, its weight, counts; with
    `estimated` they are left for Splink to find."""
    weights = dict(level_weights)
    levels: list[ComparisonLevelCreator | dict[str, Any]] = []
    for level in field.levels:
        told: dict[str, Any] = {
            "sql_condition": level.condition or "ELSE",
            "label_for_charts": level.name,
        }
        if not estimated:
            m = 2.0 ** (min(0.0, weights[level.name]) - 1)
            told |= {"m_probability": m, "u_probability": m / 2.0 ** weights[level.name]}
        levels.append(told)
    return CustomComparison(levels, output_column_name=field.name)


def splink_settings(
    start: float, fields: tuple[tuple[Field, Weights], ...], *, estimated: bool = False
) -> SettingsCreator:
    """The model that Splink scores pairs of claims with, or whose weights it is to estimate."""
    odds = 2.0**start
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison(field, weights, estimated=estimated) for field, weights in fields],
        probability_two_random_records_match=odds / (1 + odds),
        retain_matching_columns=True,
        retain_intermediate_calculation_columns=True,
    )


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Define what the conditions of the fields call."""
    for macro in MACROS:
        connection.execute(macro)
    connection.create_function("name_likeness", likeness, [VARCHAR, VARCHAR], DOUBLE)


def scoring_sql(settings: LinkingSettings) -> str:
    """Splink's statement for scoring the pairs of table `PAIRS` (join_key_l, join_key_r) from `claims_l`
    and `claims_r`: match_weight, and for each field its level (gamma_…) and weight (mw_…).

    Splink writes it once for a model, which takes it two seconds, and it is kept in the cache; the engine
    runs it for portion after portion.
    """
    start, fields = settings.start, fields_of(settings)
    model = repr((start, fields, COUNTED_ONCE, MACROS, list(COLUMNS.items()), *map(version, _WRITERS)))
    digest = hashlib.sha256(model.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return kept_text(f"linking-{__version__}-{digest}.sql", lambda: _written(start, fields))


def _written(start: float, fields: tuple[tuple[Field, Weights], ...]) -> str:
    with duckdb.connect() as connection:
        prepare(connection)
        connection.register("no_claims", SCHEMA.empty_table())
        connection.execute(f"CREATE TABLE {CLAIMS} AS FROM no_claims")
        connection.execute(f"CREATE TABLE {PAIRS} (match_key VARCHAR, join_key_l BIGINT, join_key_r BIGINT)")
        database = DuckDBAPI(connection)
        # It would warn that fields have no level of Splink's own for what is unknown: they have theirs.
        linker = Linker(
            database.register(CLAIMS),
            splink_settings(start, fields),
            log_level=logging.ERROR,
            validate_settings=False,
        )
        linker.table_management.register_blocked_pairs_for_predict(database.register(PAIRS))
        sql = linker.inference.predict(warning_mode="never").sql_used_to_create
    return _counted_once(_INPUT.sub(rf"{CLAIMS}_\1", sql))


def _counted_once(sql: str) -> str:
    """Splink asks each level by itself; what many of them ask of a pair is counted before all of them."""
    once = {name: " ".join(asked.split()) for name, asked in COUNTED_ONCE.items()}
    if _JOINED not in sql or any(asked not in sql for asked in once.values()):
        raise RuntimeError("Splink's statement has another form than before: see COUNTED_ONCE")
    columns = "".join(f", {asked} AS {name}" for name, asked in once.items())
    for name, asked in once.items():
        sql = sql.replace(asked, name)
    return sql.replace(_JOINED, _WITH.format(columns))


def level_of(field: Field, gamma: int) -> str:
    """The name of the level that Splink numbers so: it counts up from the last one."""
    return field.levels[len(field.levels) - 1 - gamma].name
