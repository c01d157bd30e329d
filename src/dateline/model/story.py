"""A news text as it was read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache


def stored_text(title: str | None, body: str) -> str:
    """Title, an empty line and the body; the body alone without a title."""
    return f"{title}\n\n{body}" if title else body


@lru_cache(maxsize=8)
def text_hash(text: str) -> str:
    """SHA-256 of a stored text's UTF-8 bytes, in hex (a lone surrogate is hashed as its escape).

    Every claim of a story asks for it.
    """
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Story:
    """One news text with what is known of it.

    `text` is the stored text (see `stored_text`), which all spans count in. `published` is None
    when nothing gives it. `origins` says where outlet, published, title and url came from
    ("story", "stories.csv", "page", "dateline", "option"). `location` is the file, and line for
    JSON Lines, that it was read from. `extra` keeps the input's unknown keys.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    location: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Hash of what was read: identifies a version of the story."""
        return text_hash(self.text)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An input that gave no story, and why.

    `location` names the file (and line); `reason` is one of a small set of codes that a summary
    counts by; `message` says what was wrong and what to do.
    """

    location: str
    reason: str
    message: str
