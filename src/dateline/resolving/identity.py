"""The stable id of a claim."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dateline.model import Attribution, Event, Span, Status, Story, Toll


def claim_id(
    story: Story,
    *,
    quote: Span,
    event: Event,
    tolls: Sequence[Toll],
    attribution: Attribution | None,
    status: Status,
) -> str:
    """ "c-" and 16 hex digits of a hash over the story and its text, the quote, the event, its tolls, who
    says it and how. What is looked up (places, days, actors) does not enter, so that a better
    gazetteer leaves ids alone.
    """
    parts = [
        story.id,
        story.sha256,
        f"{quote.start}-{quote.end}",
        str(event.type),
        str(event.trigger.start),
        ";".join([f"{t.harm}:{t.low}:{t.high}:{t.mention.start}" for t in tolls]),
        str(attribution.source.start) if attribution else "",
        str(status),
    ]
    return "c-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]
