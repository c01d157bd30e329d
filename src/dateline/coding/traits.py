"""What somebody is known for or does for a living: violence that is no news of this story.

"Troops captured a man responsible for planning bombings": the capture is the news. The bombings are older
context, and neither their place nor their kind is the story's.
"""

from __future__ import annotations

from dateline.coding.anchors import Anchor
from dateline.coding.groups import Group
from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

ABOVE = 7
"""How many words above an event in the parse may say that it is a trait."""

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD"}
PLURAL = frozenset({"NNS", "NNPS"})
NEAR = 8
"""How many words behind an event its day may stand: deeds of a day are no trait."""


def is_trait(sentence: Sentence, group: Group, english: English) -> bool:
    """Whether the group tells of deeds of a kind, of no number and no occasion, as somebody's trait.

    Present habits are told in the body alone: a headline tells the news in the present.
    """
    if group.tolls or group.harms or group.responsibility or not group.anchors:
        return False
    return all(_are_deeds_of_a_kind(sentence, anchor, english) for anchor in group.anchors)


def _are_deeds_of_a_kind(sentence: Sentence, anchor: Anchor, english: English) -> bool:
    token = sentence.tokens[anchor.last]
    if token.tag not in PLURAL or anchor.definite:
        return False
    if any(other.entity == "DATE" for other in sentence.tokens[token.i + 1 : token.i + 1 + NEAR]):
        return False
    for above in list(sentence.ancestors(token.i))[:ABOVE]:
        head = sentence.tokens[above]
        if not english.statuses.traits.states.isdisjoint({head.lower, head.lemma}) and head.i < token.i:
            return True
        if head.is_verb and _tells_habit(sentence, head, english):
            return True
        if head.tag in FINITE and head.dep != "aux":
            return False
    return False


def _tells_habit(sentence: Sentence, verb: Token, english: English) -> bool:
    """ "plans and leads attacks", "coordinated attacks"; not "carried out attacks", which may be the news."""
    words = english.statuses.traits
    if verb.lemma in words.planning:
        return verb.tag in FINITE | {"VBN"} and not sentence.title
    return verb.lemma in words.habits and verb.tag in PRESENT and not sentence.title
