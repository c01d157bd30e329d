"""Where a text speaks of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Span


class TimeKind(StrEnum):
    """What a time expression says."""

    DAY = "day"
    RANGE = "range"
    SINCE = "since"
    LASTING = "lasting"
    OFFSET = "offset"
    PART = "part"
    DURATION = "duration"
    RECURRENT = "recurrent"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression; `mention` counts in the full text."""

    mention: Span
    kind: TimeKind

    @property
    def dated(self) -> bool:
        """Whether such words can give an event its days."""
        return self.kind in (TimeKind.DAY, TimeKind.RANGE, TimeKind.SINCE, TimeKind.LASTING)


def find_times(text: str, start: int = 0, end: int | None = None) -> list[TimeMention]:
    """The time expressions of `text[start:end]` in their order; offsets are of the full text."""
    del text, start, end
    return []
