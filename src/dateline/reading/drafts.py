"""A story as its own input gives it, before what stands beside it is filled in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.model import stored_text

SIZE_LIMIT = 2_000_000
"""The most bytes of UTF-8 that a story's stored text may have: 2 MB."""

TOO_LARGE = "a text of over 2 MB; split it into its stories"


@dataclass(frozen=True, slots=True)
class Draft:
    """One text and what its own line or page says of it.

    `origin` is how a Story's `origins` names that input: "story" for a JSON line, "page" for an HTML
    page, "text" for plain text, which says nothing of itself. `decoding` tells how the bytes were
    read when they were not UTF-8.
    """

    location: str
    body: str
    origin: str
    story: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    decoding: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


def content_id(outlet: str | None, title: str | None, body: str) -> str:
    """An id of 16 hex digits for a story that was given none: the same outlet and text give the same."""
    content = json.dumps([outlet, stored_text(title, body)])
    return hashlib.sha256(content.encode("ascii")).hexdigest()[:16]


def is_too_large(text: str) -> bool:
    """Whether `text` has more than SIZE_LIMIT bytes of UTF-8."""
    return len(text) > SIZE_LIMIT // 4 and len(text.encode("utf-8", "backslashreplace")) > SIZE_LIMIT
