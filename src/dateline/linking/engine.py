"""Pairs of claims found and scored in DuckDB, portion by portion, so that memory is bounded.

The claims' facts and keys go into a table; pairs that share a key at about one time are found by a join
over the exploded keys (`blocking.py`); Splink's statement (`splink_model.py`) scores them. What comes out is
the same whatever the number of threads and the order in which claims came: claims are numbered by
publication, story and place in it, and scores are whole numbers.
"""

from __future__ import annotations

import tempfile
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import pyarrow as pa

from dateline.errors import ResourceError
from dateline.linking.blocking import FILED, FIND, PAIRS, SOUGHT, WORDS
from dateline.linking.fields import APART
from dateline.linking.keys import Row
from dateline.linking.pairs import UNIT, UNSEEN, Member, Pairs, Resources
from dateline.linking.profiles import LOADED, id_bytes, id_text, table_of
from dateline.linking.retold import PUBLISHED
from dateline.linking.roles import Part
from dateline.linking.settings import LinkingSettings
from dateline.linking.splink_model import prepare, scoring_sql
from dateline.linking.unions import Unions

AT_A_TIME = 10_000
"""Claims that are put into the table at a time."""


_APART = f"gamma_{APART.name} <> 0"
# Of two acts that were compared as wholes; Splink counts the levels of a field up from the last.
_WHOLE = f"gamma_{PUBLISHED.name} <> {len(PUBLISHED.levels) - 1}"
_SCORE = f"CAST(round(match_weight * {UNIT}) AS INTEGER)"


# A sum of several acts of which its story then tells one by one.
_SUMS = f"""UPDATE loaded SET part = {Part.OUTSIDE.value} WHERE sums_up AND EXISTS (
    SELECT 1 FROM loaded AS told WHERE told.story = loaded.story AND told.tells
    AND (told.harms & loaded.harms) <> 0 AND (told.quote_start, told.quote_end, told.claim_id)
    > (loaded.quote_start, loaded.quote_end, loaded.claim_id))"""


class Engine:
    """Claims in a table, their pairs scored; a context manager, which removes what it put on the disk."""

    def __init__(self, settings: LinkingSettings, resources: Resources | None = None) -> None:
        self._settings = settings
        self._resources = resources or Resources()
        self._folder = tempfile.TemporaryDirectory(prefix="dateline-linking-")
        config: dict[str, Any] = {
            "memory_limit": f"{self._resources.memory_mb}MB",
            "temp_directory": str(Path(self._folder.name) / "spilled"),
            "preserve_insertion_order": False,
        }
        if self._resources.threads is not None:
            config["threads"] = self._resources.threads
        self._duckdb = duckdb.connect(config=config)
        prepare(self._duckdb)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._duckdb.close()
        self._folder.cleanup()
        if isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException):
            raise ResourceError(
                f"linking needs more room for its tables than {self._resources.memory_mb} MB of memory and, "
                f"beyond that, the disk of {Path(self._folder.name).parent}: make room there, or set TMPDIR "
                "to a folder on a larger disk, and run again; what was coded is kept "
                f"({str(error).splitlines()[0]})"
            ) from error

    def load(self, rows: Iterable[Row], context: Container[str] = ()) -> None:
        """Put the claims into the table, in any order.

        Those with an id in `context` are further claims of their stories, which are not linked: what one
        story sums up it may tell one by one elsewhere.
        """
        run = self._duckdb.execute
        self._duckdb.register("portion", pa.schema(list(LOADED.items())).empty_table())
        run("CREATE TABLE loaded AS FROM portion")
        rest = iter(rows)
        while some := list(islice(rest, AT_A_TIME)):
            self._duckdb.register("portion", table_of(some, context))
            run("INSERT INTO loaded FROM portion")
        self._duckdb.unregister("portion")
        run(_SUMS)
        order = "published, story_id, quote_start, quote_end, claim_id"
        run(
            "CREATE TABLE claims AS SELECT * REPLACE "
            f"(row_number() OVER (ORDER BY {order}) - 1 AS unique_id) "
            "FROM loaded WHERE linked ORDER BY unique_id"
        )
        run("DROP TABLE loaded")

    def members(self) -> list[Member]:
        """The claims by number."""
        query = (
            "SELECT claim_id, part, story, lineage, main AND retold AS main, "
            f"coalesce(act AND act_retold, FALSE) AND part = {Part.NEWS.value} AS act "
            "FROM claims ORDER BY unique_id"
        )
        found = [
            Member(
                id_text(row["claim_id"]),
                Part(row["part"]),
                row["story"],
                row["lineage"],
                main=row["main"],
                main_act=row["act"],
            )
            for batch in self._batches(query)
            for row in batch.to_pylist()
        ]
        led_to = (
            "SELECT one.unique_id, list(act.unique_id ORDER BY act.unique_id) FROM claims one "
            "JOIN claims act ON one.story = act.story AND list_contains(one.acts, act.claim_id) "
            f"WHERE one.part = {Part.FOLLOWER.value} GROUP BY one.unique_id"
        )
        for number, acts in self._duckdb.execute(led_to).fetchall():
            found[number] = replace(found[number], acts=tuple(acts))
        return found

    def _batches(self, query: str) -> Iterator[pa.RecordBatch]:
        # A cursor of its own: what is asked of the engine meanwhile does not end it.
        yield from self._duckdb.cursor().sql(query).to_arrow_reader(AT_A_TIME)

    def score(self, only: str = "TRUE") -> None:
        """Find and score the pairs that are worth comparing; `only` is a condition in SQL on `one` and
        `other`."""
        run = self._duckdb.execute
        run(FILED)
        run(SOUGHT)
        run(WORDS)
        run("CREATE TABLE scores (one BIGINT, other BIGINT, score INTEGER, apart BOOLEAN)")
        count = run("SELECT count(*) FROM claims").fetchone()
        for first in range(0, count[0] if count else 0, self._resources.portion):
            self._score_portion(first, first + self._resources.portion, only)
        run("DROP TABLE filed")
        run("DROP TABLE sought")
        run("DROP TABLE by_words")
        run("DROP TABLE province_words")

    def _score_portion(self, first: int, last: int, only: str) -> None:
        run = self._duckdb.execute
        run(f"CREATE OR REPLACE TABLE {PAIRS} (match_key VARCHAR, join_key_l BIGINT, join_key_r BIGINT)")
        run(f"{FIND} AND ({only})", {"first": first, "last": last})
        run(
            "CREATE OR REPLACE VIEW claims_l AS FROM claims "
            f"WHERE unique_id >= {first} AND unique_id < {last}"
        )
        run(
            "CREATE OR REPLACE TABLE claims_r AS FROM claims "
            f"WHERE unique_id IN (SELECT join_key_r FROM {PAIRS}) ORDER BY unique_id"
        )
        scored = f"SELECT unique_id_l, unique_id_r, {_SCORE} AS score, {_APART} AS apart, {_WHOLE} AS whole"
        run(
            f"INSERT INTO scores WITH scored AS MATERIALIZED ({scored} FROM ({scoring_sql(self._settings)})) "
            f"SELECT unique_id_l, unique_id_r, greatest({UNSEEN}, score), apart FROM scored "
            f"WHERE apart OR whole OR score > {UNSEEN}"
        )

    def speaking_for(self, claims: Iterable[str]) -> set[str]:
        """Of the other claims the ids of those that speak for one incident with any of these."""
        self._duckdb.register("named", pa.table({"claim_id": pa.array(map(id_bytes, claims), pa.binary())}))
        self._duckdb.execute(
            "CREATE TABLE wanted AS SELECT unique_id AS id FROM claims WHERE claim_id IN (FROM named)"
        )
        self.score(only="one IN (FROM wanted) <> other IN (FROM wanted)")
        query = (
            "SELECT DISTINCT claim_id FROM scores JOIN claims ON unique_id = one OR unique_id = other "
            "WHERE score > 0 AND NOT apart AND unique_id NOT IN (FROM wanted)"
        )
        return {id_text(name) for (name,) in self._duckdb.execute(query).fetchall()}

    def components(self, count: int, joined: Iterable[tuple[int, int]]) -> Iterator[tuple[list[int], Pairs]]:
        """The claims in groups that no pair over 0 leads out of, each with the pairs inside it.

        Claims of two groups are never of one incident, so each can be grouped by itself. `joined` are
        pairs that are of one group whatever their score.
        """
        unions: Unions[int] = Unions()
        for one, other in joined:
            unions.join(one, other)
        for batch in self._batches("SELECT one, other FROM scores WHERE score > 0 AND NOT apart"):
            for one, other in zip(batch["one"].to_pylist(), batch["other"].to_pylist(), strict=True):
                unions.join(one, other)
        numbers = range(count)
        roots = [unions.root(number) for number in numbers]
        members: dict[int, list[int]] = {}
        for number, root in zip(numbers, roots, strict=True):
            members.setdefault(root, []).append(number)
        self._duckdb.register(
            "roots", pa.table({"id": pa.array(numbers, pa.int64()), "root": pa.array(roots, pa.int64())})
        )
        self._duckdb.execute("CREATE TABLE grouped AS FROM roots")
        # Step by step: joined by their roots, all claims of a group would stand beside each other.
        inside = (
            "WITH of_one AS MATERIALIZED (SELECT root, scores.* FROM scores JOIN grouped ON id = one) "
            "SELECT of_one.* FROM of_one JOIN grouped ON id = other WHERE grouped.root = of_one.root "
            "ORDER BY of_one.root, one, other"
        )
        held = Pairs()
        last: int | None = None
        for batch in self._batches(inside):
            columns = (batch[name].to_pylist() for name in ("root", "one", "other", "score", "apart"))
            for root, one, other, score, apart in zip(*columns, strict=True):
                if root != last and last is not None:
                    yield members.pop(last), held
                    held = Pairs()
                last = root
                held.append((one, other, score, apart))
        if last is not None:
            yield members.pop(last), held
        for alone in members.values():
            yield alone, Pairs()

    def compare(self) -> dict[str, Any]:
        """How the first two claims compare: match_weight, and gamma_… and mw_… of each field."""
        run = self._duckdb.execute
        run(f"CREATE OR REPLACE TABLE {PAIRS} AS SELECT '0' AS match_key, 0 AS join_key_l, 1 AS join_key_r")
        run("CREATE OR REPLACE VIEW claims_l AS FROM claims")
        run("CREATE OR REPLACE VIEW claims_r AS FROM claims")
        found = run(scoring_sql(self._settings))
        names = [column[0] for column in found.description]
        return dict(zip(names, found.fetchone() or (), strict=True))
