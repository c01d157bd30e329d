"""What a trigger asks of its subject, its object and its sentence before it tells of an event."""

from __future__ import annotations

from dateline.coding.noun_kinds import any_is
from dateline.coding.numbers import is_of_game
from dateline.coding.participants import direct_objects, objects_of, subjects_of, targets_of_noun
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English, Trigger

COUNTED_WITHIN = 4
"""How far before a noun the number that it needs may stand."""

FOLLOWING = 4
"""Words behind a verb among which one makes it another thing ("airlifted to a trauma center")."""


def holds(sentence: Sentence, first: int, last: int, trigger: Trigger, english: English) -> bool:
    """Whether what the trigger asks of its subject, object and sentence is there."""
    if (trigger.not_before and _is_unlike(sentence, last, trigger)) or is_of_game(sentence, last):
        return False
    if trigger.not_with and _is_joined(sentence, first, trigger):
        return False
    if trigger.subjects and not any_is(sentence, subjects_of(sentence, first), trigger.subjects, english):
        return False
    return _has_objects(sentence, first, last, trigger, english) and _has_needs(
        sentence, first, last, trigger, english
    )


def _has_objects(sentence: Sentence, first: int, last: int, trigger: Trigger, english: English) -> bool:
    if trigger.part_of_speech == "noun":
        of = _objects_of_noun(sentence, last, english) if trigger.objects else []
        return not trigger.objects or any_is(sentence, of, trigger.objects, english)
    if not (trigger.objects or trigger.if_object):
        return True
    objects = objects_of(sentence, first, last, english)
    direct = direct_objects(sentence, first, objects)  # "captured a leader in a town" takes no town
    if trigger.objects and not any_is(sentence, direct, trigger.objects, english):
        return False
    what = [o for o in objects if sentence.tokens[o].entity != "DATE"]
    return not (trigger.if_object and what) or any_is(sentence, what, trigger.if_object, english)


def _has_needs(sentence: Sentence, first: int, last: int, trigger: Trigger, english: English) -> bool:
    if trigger.needs == "number":
        near = first - COUNTED_WITHIN if trigger.part_of_speech == "noun" else 0
        counted = sentence.tokens[max(0, near) :]
        return any(token.pos == "NUM" or token.lower in english.events.many for token in counted)
    if trigger.needs == "crossing":
        abroad = any(token.entity == "NORP" for token in sentence.tokens[first : last + 1])
        return abroad or any(token.lower in english.events.crossing for token in sentence.tokens)
    if trigger.needs == "complement":
        return _has_complement(sentence, first)
    return trigger.needs != "deed" or _tells_deed(sentence, first, last, english)


def _is_unlike(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """ "ruled out a robbery": a word behind it makes it another thing."""
    following = sentence.tokens[last + 1 : last + 1 + FOLLOWING]
    return any(token.lower in trigger.not_before or token.lemma in trigger.not_before for token in following)


def _is_joined(sentence: Sentence, verb: int, trigger: Trigger) -> bool:
    """ "took the wounded *to* a hospital": a preposition of the verb's own makes it another thing."""
    return any(
        sentence.deps[child] == "prep" and sentence.lowers[child] in trigger.not_with
        for child in sentence.children[verb]
    )


def _objects_of_noun(sentence: Sentence, noun: int, english: English) -> list[int]:
    """ "the capture of *two leaders*", "*commander* captured"."""
    before = [c for c in sentence.children[noun] if sentence.tokens[c].dep in {"compound", "poss", "nmod"}]
    return [*targets_of_noun(sentence, noun, english), *before]


def _has_complement(sentence: Sentence, verb: int) -> bool:
    """ "agreed to a truce", "a deal agreed by both sides"; not "the mayor agreed"."""
    if sentence.tokens[verb].tag == "VBN":
        return True
    children = [sentence.tokens[child] for child in sentence.children[verb]]
    joined = any(child.dep == "prep" and child.lower in {"to", "on", "upon"} for child in children)
    return joined or any(child.dep in {"xcomp", "dobj"} for child in children)


def _tells_deed(sentence: Sentence, first: int, last: int, english: English) -> bool:
    """Whether a word outside tokens `first` to `last` triggers an event of a known kind by itself."""
    others = (token for token in sentence.tokens if not first <= token.i <= last)
    return any(
        len(trigger.words) == 1 and trigger.event is not None
        for token in others
        for trigger in english.triggers_by_forms[token.lower, token.lemma]
    )
