"""To come."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Record
from dateline.publishing.options import PublishingOptions


def report_html(record: Record, options: PublishingOptions) -> Iterator[str]:  # noqa: ARG001
    """To come."""
    return iter(())
