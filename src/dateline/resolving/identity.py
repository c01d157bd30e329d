"""The stable id of a claim."""

from __future__ import annotations

import hashlib

from dateline.model import Claim


def claim_id(claim: Claim, story_sha256: str) -> str:
    """ "c-" and 16 hex digits of a hash over the story and its text, the quote, the event, its tolls, who
    says it and how. What is looked up (places, days, actors) does not enter, so that a better
    gazetteer leaves ids alone.
    """
    parts = [
        claim.story,
        story_sha256,
        f"{claim.quote.start}-{claim.quote.end}",
        str(claim.event.type),
        str(claim.event.trigger.start),
        ";".join(f"{t.harm}:{t.low}:{t.high}:{t.mention.start}" for t in claim.tolls),
        str(claim.attribution.source.start) if claim.attribution else "",
        str(claim.status),
    ]
    return "c-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]
