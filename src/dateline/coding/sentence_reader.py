"""From a sentence to the groups that make its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.anchors import Anchor, find_anchors
from dateline.coding.attributions import Cue
from dateline.coding.earlier_acts import is_set_apart
from dateline.coding.groups import Group, Kinds, group_acts, is_violent
from dateline.coding.harms import find_harms
from dateline.coding.homes import HarmSorter
from dateline.coding.kinds_of_attack import merge_acts, tell_kind
from dateline.coding.recalls import find_responsibility, is_backdrop, is_recall
from dateline.coding.status import is_total
from dateline.coding.tokens import Sentence
from dateline.coding.tolls import find_tolls
from dateline.model import EventType
from dateline.ontology.english import English, Opens

DEEDS_OF_SAYING = frozenset({EventType.THREAT, EventType.ACCUSATION, EventType.DEMAND})


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """Reads sentences into groups with one lexicon."""

    english: English
    kinds: Kinds

    def groups(self, sentence: Sentence, cues: Sequence[Cue]) -> list[Group]:
        """The claims of a sentence as groups, in order of their first token."""
        english = self.english
        anchors = [a for a in find_anchors(sentence, english) if not _is_cue_word(a, cues)]
        speaking = {i for c in cues if c.has_source for i in range(c.source_first, c.source_last + 1)}
        words = find_harms(sentence, english)
        tolls = find_tolls(sentence, words, english, speaking)
        acts = [anchor for anchor in anchors if not is_set_apart(sentence, anchor, english)]
        groups = group_acts(sentence, acts, cues, english, self.kinds)
        HarmSorter(sentence, cues, english, self.kinds).add_to(groups, tolls, words)
        if all(group.earlier is not None for group in groups):
            for group in groups:  # "aid was stopped after a raid on Monday": the raid is the news
                group.earlier = None
        for group in groups:
            group.reference = is_recall(sentence, group, english)
        groups = [g for g in groups if not g.reference or is_violent(g, self.kinds)]
        if any(group.event is EventType.AID_DELIVERY for group in groups):
            groups = [g for g in groups if not is_backdrop(sentence, g, groups, self.kinds, english)]
        if tolls and is_total(sentence, english):
            groups = [g for g in groups if g.tolls]  # "the war, which began with protests, has killed …"
            for group in groups:
                group.total = True
        groups += find_responsibility(sentence, groups, cues, english)
        taken: set[int] = set()
        if sentence.places(Opens.WEAPON):
            taken = {i for anchor in anchors for i in range(anchor.first, anchor.last + 1)}
        for group in groups:
            tell_kind(sentence, group, taken, english, self.kinds)
        merged = merge_acts(sentence, groups, self.kinds)
        return sorted(merged, key=lambda g: (g.first, g.last)) if len(merged) > 1 else merged


def _is_cue_word(anchor: Anchor, cues: Sequence[Cue]) -> bool:
    """A verb of saying is a trigger only when saying is the deed; a speaker's words are never one."""
    for cue in cues:
        if cue.has_source and cue.source_first <= anchor.first <= cue.source_last:
            return True
        if cue.cue == anchor.first and not cue.speech_act and anchor.event not in DEEDS_OF_SAYING:
            return True
    return False
