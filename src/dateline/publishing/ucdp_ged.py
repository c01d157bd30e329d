"""To come."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Record
from dateline.publishing.options import PublishingOptions


def incidents_ged_csv(record: Record, options: PublishingOptions) -> Iterator[str]:  # noqa: ARG001
    """To come."""
    return iter(())
