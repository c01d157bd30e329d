"""The attributions of a sentence as plain data: cue, speaker, and what is said."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

Phrase = tuple[int, int]
"""First and last token of a phrase."""


class Reach(StrEnum):
    """Which side of the cue the content stands on."""

    FORWARD = "forward"
    BACKWARD = "backward"
    WHOLE = "whole"


class FoundCue(NamedTuple):
    """A cue before it is known how far it reaches among the others of its sentence.

    Tokens `cue` to `cue_last` are the verb or phrase of saying, `first` to `last` name the speaker, both -1
    when the sentence leaves it out ("adding that …"). `deny` when the speaker denies it, `speech_act` when
    saying it is the deed, `passes_on` for "citing X": X says what whoever cites would else have said.
    `until` is the last token that can be said, where a clause tells it ("the claim that … | was denied").
    """

    cue: int
    cue_last: int
    first: int
    last: int
    reach: Reach
    rule: str
    deny: bool = False
    speech_act: bool = False
    passes_on: bool = False
    until: int | None = None

    @property
    def own_first(self) -> int:
        """First token of speaker and cue."""
        return self.cue if self.first < 0 else min(self.first, self.cue)

    @property
    def own_last(self) -> int:
        """Last token of speaker and cue."""
        return max(self.last, self.cue_last)


class Cue(NamedTuple):
    """One attribution in a sentence.

    Tokens `cue` to `cue_last` are the verb or phrase of saying; `source_first` to `source_last` name
    the speaker, both -1 when the sentence leaves it out ("adding that …"). `content_first` to
    `content_last` is what is said. `deny` when the speaker denies it.
    """

    cue: int
    cue_last: int
    source_first: int
    source_last: int
    reach: Reach
    content_first: int
    content_last: int
    deny: bool
    speech_act: bool
    rule: str

    def covers(self, i: int) -> bool:
        """Whether token `i` is part of what is said."""
        return self.content_first <= i <= self.content_last

    @property
    def has_source(self) -> bool:
        """Whether the sentence names who speaks."""
        return self.source_first >= 0


def cue_for(cues: Iterable[Cue], i: int) -> Cue | None:
    """The cue that token `i` is said under: the nearest that covers it."""
    covering = [cue for cue in cues if cue.content_first <= i <= cue.content_last]
    if len(covering) < 2:
        return covering[0] if covering else None
    return min(covering, key=lambda cue: (abs(cue.cue - i), cue.cue))
