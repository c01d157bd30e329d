"""What the coder hands to resolving: claims in the story's own words, nothing looked up yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dateline.coding.tokens import ParsedStory
from dateline.model import EventType, Role, Span, Status, Toll


class Speech(NamedTuple):
    """One attribution of the story: the speaker's words and the cue; `source` None when left out."""

    sentence: int
    source: Span | None
    cue: Span
    title: bool
    quoted: bool


class DraftActor(NamedTuple):
    """A part in the event, in the story's words."""

    role: Role
    mention: Span


class DraftClaim(NamedTuple):
    """A claim before places, days, actors and claimants are resolved.

    `event` is None for harm or an attack of a kind that the sentence does not tell; `otherwise` what it
    is when the story does not either. `sides_untold` marks shots of which it is not told who fired them
    at whom. `reference` marks a mere recall ("the attack"), which helps to
    place what it recalls and is no claim. `scopes` are
    stretches of the stored text, nearest first, in which its place and day are looked for;
    `excluded` are stretches that speak of the speaker, not of the event. `speech` indexes the
    story's speeches; None in the outlet's own voice. `under_way` marks the aim of something that went on
    at its place and day. `aggregate` marks totals of a war or period. `presumed` are the starts of the
    tolls of people who were shot, and of whom the sentence does not say whether they lived. `earlier` is
    the stretch that tells of an older act beside the news ("two days after a raid"); None for the news.
    """

    sentence: int
    title: bool
    quote: Span
    trigger: Span
    event: EventType | None
    otherwise: EventType | None
    sides_untold: bool
    reference: bool
    actors: tuple[DraftActor, ...]
    tolls: tuple[Toll, ...]
    speech: int | None
    status: Status
    background: bool
    aggregate: bool
    responsibility: bool
    under_way: bool
    scopes: tuple[tuple[int, int], ...]
    excluded: tuple[tuple[int, int], ...]
    rule: str
    presumed: tuple[int, ...] = ()
    earlier: Span | None = None


@dataclass(frozen=True, slots=True)
class CodedStory:
    """All that was found in a story, in its own words."""

    parsed: ParsedStory
    speeches: tuple[Speech, ...]
    claims: tuple[DraftClaim, ...]
