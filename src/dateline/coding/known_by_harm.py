"""People who are only told apart by a harm of before: "the nine displaced people were killed"."""

from __future__ import annotations

from dateline.coding.harms import SentenceToll
from dateline.coding.parts import Tolls
from dateline.coding.person_nouns import is_captive, modified_person
from dateline.coding.tokens import Sentence
from dateline.model import Harm
from dateline.ontology.english import English

ENDED_BY = {
    Harm.INJURED: frozenset({Harm.KILLED}),
    Harm.CAPTURED: frozenset(Harm) - {Harm.CAPTURED},
    Harm.DISPLACED: frozenset(Harm) - {Harm.DISPLACED},
    Harm.MISSING: frozenset(Harm) - {Harm.MISSING},
    Harm.BESIEGED: frozenset(Harm) - {Harm.BESIEGED},
}
"""Harms of which people may have been told before, and what they then came to is the news."""

ENDED_BY_FREEING = frozenset({Harm.CAPTURED, Harm.MISSING})
OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WHERE = frozenset({"to", "for", "at", "among", "on", "against", "near", "with"})
"""Before displaced people: these say where they live ("a camp for 200 displaced people")."""


def is_known_by_harm(sentence: Sentence, toll: SentenceToll, tolls: Tolls, english: English) -> bool:
    """Whether the toll's harm only says who the people are to whom something else happens."""
    if toll.harm is Harm.EVACUATED:
        return _is_release(sentence, toll, english)
    if toll.harm is Harm.MISSING and _is_found_dead(toll, tolls):
        return True
    noun = _told_by_harm(sentence, toll, english) if toll.harm in ENDED_BY else None
    if noun is None:
        return False
    if any((harm, toll.first) in tolls for harm in ENDED_BY[toll.harm]):
        return True
    if toll.harm is Harm.DISPLACED:
        return _lives_there(sentence, toll, noun, english)
    return toll.harm in ENDED_BY_FREEING and _is_freed(sentence, noun, english)


def _told_by_harm(sentence: Sentence, toll: SentenceToll, english: English) -> int | None:
    """The people's noun, where the word of harm stands before it or is that noun ("three hostages")."""
    if (noun := modified_person(sentence, toll.harm_at, english)) is not None:
        return noun
    inside = toll.first <= toll.harm_at <= toll.last
    captive = toll.harm is Harm.CAPTURED and inside and is_captive(sentence, toll.harm_at, english)
    return toll.harm_at if captive else None


def _is_found_dead(toll: SentenceToll, tolls: Tolls) -> bool:
    """ "the remains of 14 people missing since March"."""
    dead = tolls.get((Harm.KILLED, toll.first))
    return dead is not None and dead.harm_at < toll.first <= toll.last < toll.harm_at


def _lives_there(sentence: Sentence, toll: SentenceToll, noun: int, english: English) -> bool:
    """ "home to 25,000 displaced people", "a camp sheltering 200 displaced people"."""
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.i < toll.first:
        return above.lower in WHERE and not _is_said_of_place(sentence, above.head)
    return token.dep in {"dobj", "obj"} and above.lemma in english.tolls.sheltering


def _is_said_of_place(sentence: Sentence, noun: int) -> bool:
    """ "the town *is home* to 900,000 displaced people": that they are there is what is told."""
    return sentence.lowers[noun] == "home" and sentence.lemmas[sentence.heads[noun]] == "be"


def _is_freed(sentence: Sentence, noun: int, english: English) -> bool:
    """ "seventeen of the 43 missing students have been found", "troops freed 12 kidnapped children"."""
    token = sentence.tokens[noun]
    behind = (sentence.tokens[child] for child in sentence.children[noun])
    if any(one.dep == "acl" and one.tag == "VBN" and one.lemma in english.tolls.freeing for one in behind):
        return True  # a headline's "12 kidnapped girls freed"
    while token.dep == "pobj" and sentence.lowers[token.head] == "of" and token.head != token.i:
        token = sentence.tokens[sentence.tokens[token.head].head]
    verb = sentence.tokens[token.head]
    if verb.lemma not in english.tolls.freeing or "neg" in sentence.child_deps(verb.i):
        return False
    if token.dep in SUBJECTS and sentence.title and not sentence.has_child(verb.i, OBJECTS):
        return True  # a headline's "nine nurses freed", taken for who frees
    return token.dep in OBJECTS or (token.dep in SUBJECTS and verb.lemma in english.tolls.escaping)


def _is_release(sentence: Sentence, toll: SentenceToll, english: English) -> bool:
    """ "12 hostages were rescued": who held them lost them, nobody moved them out of a war."""
    if sentence.tokens[toll.harm_at].lemma not in english.tolls.freeing:
        return False
    people = range(toll.first, toll.last + 1)
    return any(sentence.tokens[i].is_nominal and is_captive(sentence, i, english) for i in people)
