"""Claims annotated by hand, as a gold file (JSON Lines, one object per story) holds them.

The form is described in examples/README.md. Only what scoring compares is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NARRATOR = "narrator"


@dataclass(frozen=True, slots=True)
class GoldToll:
    """A number of people; `high` is None for "at least", both are None where no bound is known."""

    harm: str
    low: int | None
    high: int | None
    words: str
    victims: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim as a careful reader wrote it down. `claimant` is None in the outlet's own voice."""

    quote: str
    event: str
    incident: str | None
    days: tuple[str, str] | None
    places: tuple[str, ...]
    tolls: tuple[GoldToll, ...]
    claimant: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story's id and its claims."""

    story: str
    claims: tuple[GoldClaim, ...]


def read_gold(path: Path) -> tuple[GoldStory, ...]:
    """The stories of a gold file, in its order.

    Raises ValueError, naming file and line, for a line that is not in the form.
    """
    stories = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                stories.append(gold_story(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path}, line {number}: not an annotated story ({error!r})") from error
    return tuple(stories)


def gold_story(data: Mapping[str, Any]) -> GoldStory:
    """One story from its JSON object. Raises KeyError when a field is missing."""
    return GoldStory(data["story"], tuple(_claim(claim) for claim in data["claims"]))


def _claim(data: Mapping[str, Any]) -> GoldClaim:
    days = data.get("date")
    return GoldClaim(
        quote=data["quote"],
        event=data["event"],
        incident=data.get("incident"),
        days=(days[0], days[1]) if days else None,
        places=tuple(name for name in (data.get("place"), data.get("settlement")) if name),
        tolls=tuple(_toll(toll) for toll in data.get("tolls", ())),
        claimant=None if data["claimant"] == NARRATOR else data["claimant"],
        optional=bool(data.get("optional")),
    )


def _toll(data: Mapping[str, Any]) -> GoldToll:
    return GoldToll(data["harm"], data["low"], data.get("high"), data["words"], data["victims"])
