"""Events that a sentence only recalls, and the denials that speak of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.anchors import Anchor
from dateline.coding.attributions import Cue
from dateline.coding.denials import tells_apart
from dateline.coding.groups import Group, Kinds, is_violent
from dateline.coding.participants import objects_of
from dateline.coding.tokens import Sentence
from dateline.model import EventType, Status
from dateline.ontology.english import English

RESPONSIBILITY_WITHIN = 6


def is_recall(sentence: Sentence, group: Group, english: English) -> bool:
    """A bare reference ("the attack") tells of no event of its own."""
    if group.tolls or group.harms:
        return False
    indefinite = 0
    for anchor in group.anchors:
        if anchor.part_of_speech != "noun":
            return False
        indefinite += not anchor.definite
    if not indefinite:
        return True
    anchor = group.anchors[0]
    before = sentence.lowers[max(0, anchor.first - 2) : anchor.first]
    if group.event is None and any(lower in english.events.recalling for lower in before):
        return True
    return _is_modifier(sentence, anchor, english)


def is_backdrop(
    sentence: Sentence, group: Group, groups: Sequence[Group], kinds: Kinds, english: English
) -> bool:
    """ "shells hit a convoy delivering aid": the aid only says what was hit."""
    if group.event is not EventType.AID_DELIVERY or group.tolls:
        return False
    hit = [
        sentence.subtree(head)
        for other in groups
        if other is not group and is_violent(other, kinds)
        for anchor in other.anchors
        for head in objects_of(sentence, anchor.first, anchor.last, english)
    ]
    return all(any(low <= anchor.first <= high for low, high in hit) for anchor in group.anchors)


def _is_modifier(sentence: Sentence, anchor: Anchor, english: English) -> bool:
    token = sentence.tokens[anchor.last]
    head = sentence.tokens[token.head]
    if head.lemma in english.triggers_by_first:
        return False  # "suicide bomb attack": the noun it stands before tells of an event too
    return token.dep in {"compound", "amod", "nmod"} and head.pos == "NOUN" and head.i > anchor.last


def find_responsibility(
    sentence: Sentence, groups: Sequence[Group], cues: Sequence[Cue], english: English
) -> Iterator[Group]:
    """ "denied responsibility", "claimed responsibility": of the deed told before."""
    for cue in cues:
        owns = sentence.tokens[cue.cue].lemma in english.events.owning
        if not (cue.deny or owns) or not cue.has_source:
            continue
        if _tells_deed(sentence, [group for group in groups if group.cue is cue], cue, english):
            continue
        words = english.events.responsibility if cue.deny else {"responsibility"}
        window = range(cue.cue + 1, cue.cue + RESPONSIBILITY_WITHIN)
        at = next((i for i in window if sentence.lower(i) in words), None)
        if at is None and cue.deny and _is_all_that(sentence, cue.cue + 1, english):
            at = cue.cue + 1
        if at is None or sentence.lowers[cue.source_first] in {"no", "nobody"}:
            continue
        yield Group(
            event=None,
            cue=cue,
            anchors=[Anchor(cue.cue, at, None, "verb", cue.rule, definite=False)],
            rule=f"{cue.rule}/responsibility",
            responsibility=True,
            forced=Status.DENIED if cue.deny else None,
        )


def _tells_deed(sentence: Sentence, own: Sequence[Group], cue: Cue, english: English) -> bool:
    """Whether the speaker tells of a deed; not "denied a role in *the attack* that killed ten", which recalls
    one and says what it did.
    """
    told = [group for group in own if not group.reference]
    apart = (tells_apart(sentence, cue, [t.harm_at for t in group.tolls], english) for group in told)
    return bool(told) and not (len(told) < len(own) and all(apart))


def _is_all_that(sentence: Sentence, i: int, english: English) -> bool:
    """ "An officer denied *it*.": what was told before, and nothing else."""
    ends = sentence.token(i + 1)
    return sentence.lower(i) in english.events.told_before and (ends is None or ends.pos == "PUNCT")
