"""incidents.jsonl: every incident on a line of its own, in the form of incident.schema.json."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Record
from dateline.model.jsonform import incident_to_json, json_line
from dateline.publishing.options import PublishingOptions


def incidents_jsonl(record: Record, options: PublishingOptions) -> Iterator[str]:  # noqa: ARG001 - every format has this form
    """The lines, in the record's order."""
    return (json_line(incident_to_json(incident)) + "\n" for incident in record.incidents)
