"""report.html: the record as one page that works with the network off."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Record
from dateline.publishing.options import PublishingOptions

STANDING_TITLE = "Who said what happened"


def report_html(record: Record, options: PublishingOptions) -> Iterator[str]:
    """The page, piece by piece. Raises KnowledgeError when report_words.yaml is wrong."""
    # the chart libraries take a second to load, which the other formats should not pay for
    from dateline.publishing.report.page import page  # noqa: PLC0415
    from dateline.publishing.report.view import report_view  # noqa: PLC0415
    from dateline.publishing.report.words import read_words  # noqa: PLC0415

    view = report_view(record, options.title or STANDING_TITLE, read_words(options.knowledge))
    return page(view)
