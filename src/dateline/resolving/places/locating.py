"""stub"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Place, Span
from dateline.resolving.places.gazetteer import Gazetteer

type_ = None
Entity = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class LocatedMention:
    """A place that a story names, found in the gazetteer or not."""

    mention: Span
    place: Place
    kind: str
    within: str | None


def locate_story(
    text: str, entities: Sequence[Entity], gazetteer: Gazetteer, *, outlet: str | None = None
) -> tuple[LocatedMention, ...]:
    """The places that a story names."""
    return ()
