"""Whether shots are a clash or an attack on civilians: by who fires them, and at whom.

"Open fire", "gunfire" or "an ambush" tell of one side only. Armed people against armed people are a
clash (UCDP GED: state-based and non-state conflict), against others an attack on civilians (one-sided
violence), and so is a lone gunman who fires at nobody in particular.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actors import heads_of
from dateline.coding.groups import Group
from dateline.coding.noun_kinds import is_armed
from dateline.coding.person_nouns import person_class
from dateline.coding.tokens import Sentence
from dateline.model import EventType, Victims
from dateline.ontology.english import English


def side_told(sentence: Sentence, group: Group, english: English) -> EventType | None:
    """The kind of a group's act by its sides.

    The group's own event unless all its triggers tell of one side only; None when such an act has
    sides that the sentence does not tell.
    """
    if group.event is not EventType.ARMED_CLASH or not all(a.one_sided for a in group.anchors):
        return group.event
    if not group.anchors:
        return group.event
    by, against = heads_of(sentence, group, english)
    if any(is_armed(sentence, head, english) for head in against):
        return EventType.ARMED_CLASH
    if _civilians(sentence, group, against, english) or _is_lone(sentence, by, english):
        return EventType.ATTACK_ON_CIVILIANS
    return EventType.ARMED_CLASH if any(is_armed(sentence, head, english) for head in by) else None


def _civilians(sentence: Sentence, group: Group, against: Sequence[int], english: English) -> bool:
    if any(toll.victims is Victims.COMBATANT for toll in group.tolls):
        return False
    hurt = any(toll.victims is Victims.CIVILIAN for toll in group.tolls)
    return hurt or any(person_class(sentence, head, english) is Victims.CIVILIAN for head in against)


def _is_lone(sentence: Sentence, by: Sequence[int], english: English) -> bool:
    """A gunman, a man, someone: no side of a war."""
    return any(
        sentence.lowers[head] in english.kinds.lone
        or sentence.tokens[head].lemma in english.kinds.lone
        or person_class(sentence, head, english) is Victims.CIVILIAN
        for head in by
    )
