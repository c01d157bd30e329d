"""claims.parquet and incidents.parquet: the JSON Lines as typed tables for DuckDB, pandas, R or Spark.

Columns and nested fields have the names and the order of claim.schema.json and incident.schema.json; days
are dates, numbers integers or doubles, and lists (actors, tolls, claims, sources) lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from dateline.model import Record
from dateline.model.jsonform import claim_to_json, incident_to_json
from dateline.publishing.options import PublishingOptions

ROWS = 10_000
"""Rows of a group, which are in memory at a time."""


def claims_parquet(record: Record, options: PublishingOptions) -> Iterator[bytes]:  # noqa: ARG001 - every format has this form
    """The bytes of the table of claims, in the record's order."""
    from dateline.publishing.parquet_schemas import claim_schema  # noqa: PLC0415 - pyarrow takes its time

    return _pieces((claim_to_json(claim) for claim in record.claims.values()), claim_schema())


def incidents_parquet(record: Record, options: PublishingOptions) -> Iterator[bytes]:  # noqa: ARG001 - every format has this form
    """The bytes of the table of incidents, in the record's order."""
    from dateline.publishing.parquet_schemas import incident_schema  # noqa: PLC0415 - pyarrow takes its time

    return _pieces((incident_to_json(incident) for incident in record.incidents), incident_schema())


class _Pieces:
    """A file that is handed on as it is written."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.closed = False

    def write(self, piece: bytes) -> int:
        self.written.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def close(self) -> None:
        self.closed = True

    def taken(self) -> list[bytes]:
        """What was written since it was last asked for."""
        taken, self.written = self.written, []
        return taken


def _pieces(rows: Iterable[dict[str, Any]], schema: Any) -> Iterator[bytes]:
    import pyarrow as pa  # noqa: PLC0415 - takes its time
    from pyarrow import parquet  # noqa: PLC0415

    pieces, rows = _Pieces(), iter(rows)
    with parquet.ParquetWriter(pieces, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_table(
                pa.Table.from_pylist([_fitting(row, schema) for row in group], schema=schema),
                row_group_size=ROWS,
            )
            yield from pieces.taken()
    yield from pieces.taken()


def _fitting(value: Any, kind: Any) -> Any:
    """The JSON value as the schema's type wants it: days as dates, no half characters in texts."""
    import pyarrow as pa  # noqa: PLC0415

    if value is None:
        return None
    if isinstance(kind, pa.Schema) or pa.types.is_struct(kind):
        return {field.name: _fitting(value[field.name], field.type) for field in kind}
    if pa.types.is_list(kind):
        return [_fitting(item, kind.value_type) for item in value]
    if pa.types.is_date(kind):
        return date.fromisoformat(value)
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
