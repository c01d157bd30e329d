"""Anchors, tolls and words of harm of a sentence that make one claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.coding.anchors import Anchor
from dateline.coding.attributions import Cue, cue_for
from dateline.coding.earlier_acts import earlier_act
from dateline.coding.harms import HarmWord, SentenceToll
from dateline.coding.tokens import Sentence
from dateline.model import EventType, Status
from dateline.ontology.english import English
from dateline.ontology.event_types import EventKind

Kinds = Mapping[EventType, EventKind]

ONE_DEED = 12
"""How many words may stand between two triggers of the same event that tell of one deed."""


@dataclass(slots=True)
class Group:
    """What makes one claim; grows while the sentence is read.

    `event` is None for harm or an attack of unknown kind. `responsibility` for taking or denying
    the blame for a deed told before, `beside` for harm told beside an act that was only planned,
    `reference` for a mere recall, `forced` a status that the words settle, `total` for one of a sentence
    whose tolls add up a war, `earlier` the first and last token of what is told of an older act beside the
    news.
    """

    event: EventType | None
    cue: Cue | None
    anchors: list[Anchor] = field(default_factory=list)
    tolls: list[SentenceToll] = field(default_factory=list)
    harms: list[HarmWord] = field(default_factory=list)
    rule: str = ""
    responsibility: bool = False
    beside: bool = False
    reference: bool = False
    forced: Status | None = None
    total: bool = False
    earlier: tuple[int, int] | None = None

    @property
    def first(self) -> int:
        """First token of anchors, tolls and harms."""
        firsts = [anchor.first for anchor in self.anchors]
        if self.tolls:
            firsts += [toll.first for toll in self.tolls]
        if self.harms:
            firsts += [harm.first for harm in self.harms]
        return min(firsts) if len(firsts) > 1 else firsts[0]

    @property
    def last(self) -> int:
        """Last token of anchors, tolls (with their words of harm) and harms."""
        lasts = [anchor.last for anchor in self.anchors]
        for toll in self.tolls:
            lasts += toll.last, toll.harm_at
        if self.harms:
            lasts += [harm.last for harm in self.harms]
        return max(lasts) if len(lasts) > 1 else lasts[0]

    @property
    def main(self) -> int:
        """The token that says what happened."""
        if self.anchors:
            for anchor in self.anchors:
                if anchor.part_of_speech == "verb":
                    return anchor.first
            return self.anchors[0].first
        return self.harms[0].first if self.harms else self.tolls[0].harm_at

    def anchors_at(self, i: int) -> bool:
        """Whether token `i` is of one of its anchors."""
        for anchor in self.anchors:  # noqa: SIM110 - a generator takes twice as long
            if anchor.first <= i <= anchor.last:
                return True
        return False


def is_violent(group: Group, kinds: Kinds) -> bool:
    """Whether the event can harm people; an attack of unknown kind can."""
    return group.event is None or kinds[group.event].violent


def group_acts(
    sentence: Sentence, anchors: Sequence[Anchor], cues: Sequence[Cue], english: English, kinds: Kinds
) -> list[Group]:
    """One group for each event that each speaker tells of; deeds without violence told far apart are
    several, and so are acts with days of their own.
    """
    groups: list[Group] = []
    for anchor in anchors:
        earlier = earlier_act(sentence, anchor.last, english)
        cue = cue_for(cues, anchor.first)
        for group in groups:
            if group.cue is cue and group.earlier == earlier and _is_same_act(group, anchor, kinds):
                group.anchors.append(anchor)
                break
        else:
            groups.append(Group(anchor.event, cue, [anchor], rule=anchor.rule, earlier=earlier))
    return groups


def _is_same_act(group: Group, anchor: Anchor, kinds: Kinds) -> bool:
    if group.event != anchor.event:
        return False
    kind = kinds[anchor.event] if anchor.event else None
    return kind is None or kind.violent or not kind.deed or anchor.first - group.last <= ONE_DEED
