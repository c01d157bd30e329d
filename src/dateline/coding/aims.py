"""Deeds that were only wanted, tried, prevented or talked of: infinitives of aim, and what a verb keeps from
happening.
"""

from __future__ import annotations

from dateline.coding.tokens import Sentence
from dateline.model import Status
from dateline.ontology.english import English, Opens

AIM = "statuses/planned/aim"
"""The rule of an event that was the aim of something under way."""

NOUNS = frozenset({"NOUN", "PROPN"})
INFINITIVES = frozenset({"VB", "VBP"})
MADE_TO = frozenset({"xcomp", "ccomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_aim(sentence: Sentence, at: int, english: English) -> bool:
    """ "a raid today to detain a leader", "attempts by rebels to storm the base", "tried to shell it",
    "tried to force guards to shoot him"."""
    verb = _of_infinitive(sentence, at, english)
    if verb is None:
        return False
    head = sentence.tokens[sentence.tokens[verb].head]
    if _is_aiming(sentence, _to(sentence, verb) - 1, english):
        return True
    noun = head.pos in NOUNS and head.lemma in english.statuses.aiming
    if head.i >= verb:
        return False
    made = head.is_verb and sentence.deps[verb] in MADE_TO and is_aim(sentence, head.i, english)
    return noun or made or head.lemma in english.statuses.attempting


def _is_aiming(sentence: Sentence, i: int, english: English) -> bool:
    """Whether token `i`, or the one before the day that it ends, is a noun for what has an aim."""
    tokens = sentence.tokens
    while i > 0 and (tokens[i].entity == "DATE" or tokens[i].dep == "npadvmod"):
        i -= 1
    return i >= 0 and tokens[i].lemma in english.statuses.aiming and tokens[i].pos in NOUNS


def purpose_of(sentence: Sentence, at: int, english: English) -> tuple[Status, str] | None:
    """The status of what another deed was done for: "sent troops *to retake* the town"; None for what a
    verb says came about ("went on to retake it", "used mortars to shell it").
    """
    verb = _of_infinitive(sentence, at, english)
    if verb is None or sentence.tokens[verb].dep != "advcl":
        return None
    head = sentence.tokens[sentence.tokens[verb].head]
    if head.i > verb and sentence.tokens[head.i].dep not in {"ROOT", "ccomp", "conj"}:
        return None
    if head.lemma in english.statuses.accomplishing or sentence.lower(_to(sentence, verb) - 1) == "only":
        return None
    if head.lemma in english.statuses.of[Status.HYPOTHETICAL].verbs:
        return Status.HYPOTHETICAL, f"statuses/hypothetical/verb/{head.lemma}"
    return Status.PLANNED, AIM


def kept_from(sentence: Sentence, at: int, english: English) -> tuple[Status, str] | None:
    """The status of what was prevented, or of an aim to prevent it; and of what a passive verb plans, fears
    or talks of ("the attack was foiled", "a truce is being negotiated").
    """
    statuses = english.statuses
    for child in sentence.children[at]:
        token = sentence.tokens[child]
        if token.dep == "amod":
            for status, words in statuses.adjectives.items():
                if token.lower in words:
                    return status, f"statuses/{status}/adjective/{token.lower}"
    token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    passive = token.dep == "nsubjpass" and head.tag in {"VBN", "VBD"}
    if not passive:
        return None
    being = any(sentence.lowers[child] == "being" for child in sentence.children[head.i])
    if head.lemma in statuses.preventing:
        return Status.NEGATED, f"statuses/negated/verb/{head.lemma}"
    if being and head.lemma in statuses.talking:
        return Status.PLANNED, f"statuses/planned/verb/{head.lemma}"
    for status in (Status.PLANNED, Status.HYPOTHETICAL):
        if head.lemma in statuses.of[status].verbs - statuses.decided:
            return status, f"statuses/{status}/verb/{head.lemma}"
    return None


def follows_from_condition(sentence: Sentence, at: int, english: English) -> bool:
    """ "If the army attacks, people *will flee*"."""
    if not sentence.places(Opens.CONDITION):
        return False
    verbs = {at, sentence.clause_of(at)}
    return any(
        _has_modal(sentence, verb)
        and any(_is_condition(sentence, child, english) for child in sentence.children[verb])
        for verb in verbs
    )


def _has_modal(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[child].tag == "MD" for child in sentence.children[verb])


def _is_condition(sentence: Sentence, clause: int, english: English) -> bool:
    marks = (sentence.tokens[child] for child in sentence.children[clause])
    return sentence.tokens[clause].dep == "advcl" and any(
        mark.dep == "mark" and mark.lower in english.statuses.conditions for mark in marks
    )


def _of_infinitive(sentence: Sentence, at: int, english: English) -> int | None:
    """The infinitive with "to" that token `at` is, or is joined to ("to kill or *capture*"), or whose object
    it is, if that verb brings it about ("to *stage* an attack").
    """
    token = sentence.tokens[at]
    if token.pos in NOUNS:
        lemma = sentence.lemmas[token.head]
        if token.dep != "dobj":
            return None
        brings = lemma in english.statuses.bringing_about or lemma in english.events.carrying_out
        return _with_to(sentence, token.head) if brings else None
    return _with_to(sentence, at)


def _with_to(sentence: Sentence, verb: int) -> int | None:
    seen = set()
    while verb not in seen:
        seen.add(verb)
        if sentence.tokens[verb].tag not in INFINITIVES:
            return None
        if _to(sentence, verb) >= 0:
            return verb
        if sentence.tokens[verb].dep != "conj":
            return None
        verb = sentence.tokens[verb].head
    return None


def _to(sentence: Sentence, verb: int) -> int:
    for child in sentence.children[verb]:
        if child < verb and sentence.lowers[child] == "to":
            return child
    return -1
