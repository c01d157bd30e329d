"""What a user can choose about the published files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PublishingOptions:
    """`title` heads the report (None: the standing title); `knowledge` is the user's own folder of
    knowledge files, whose files take the place of the package's."""

    title: str | None = None
    knowledge: Path | None = None
