"""claims.jsonl: every claim on a line of its own, in the form of claim.schema.json."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Record
from dateline.model.jsonform import claim_to_json, json_line
from dateline.publishing.options import PublishingOptions


def claims_jsonl(record: Record, options: PublishingOptions) -> Iterator[str]:  # noqa: ARG001 - every format has this form
    """The lines, in the record's order (story, then quote)."""
    return (json_line(claim_to_json(claim)) + "\n" for claim in record.claims.values())
