"""Who takes part in what a verb or noun tells: its doers and whom or what it is done to, by the parse."""

from __future__ import annotations

from collections.abc import Iterable, Set

from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

SHARED = frozenset({"conj", "xcomp", "advcl", "acl"})
"""Verbs that stand so share the subject of the verb above them."""

PASSIVE_DEPS = frozenset({"nsubjpass", "auxpass"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})


def subjects_of(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Who does it: subjects of the active verb, the by-phrase of the passive; shared over coordinations."""
    seen = set()
    at: int | None = verb
    while at is not None and at not in seen:
        seen.add(at)
        passive = sentence.has_child(at, PASSIVE_DEPS)
        found = _doers(sentence, at, verb, passive=passive)
        if found:
            return _with_conjuncts(sentence, found)
        token = sentence.tokens[at]
        if token.dep == "relcl" and not passive:
            return _with_conjuncts(sentence, [token.head])
        at = token.head if token.dep in SHARED and not passive else None
    return ()


def _doers(sentence: Sentence, at: int, verb: int, *, passive: bool) -> list[int]:
    participle = passive or sentence.tokens[at].tag == "VBN"
    found: list[int] = []
    for child in sentence.children[at]:
        dep = sentence.deps[child]
        if dep == "nsubj" and not passive and child < verb:
            found.append(child)
        elif dep == "agent" or (dep == "prep" and participle and sentence.lowers[child] == "by"):
            found += _objects_of_preposition(sentence, child)
    return found


def objects_of(sentence: Sentence, verb: int, last: int, english: English) -> tuple[int, ...]:
    """What it is done to: objects of the active verb, the subject of the passive, objects of its preposition.

    Tokens `verb` to `last` are the verb's phrase.
    """
    found: set[int] = set()
    for at in {verb, last}:
        for child in sentence.children[at]:
            dep = sentence.deps[child]
            joins = dep == "prep" and sentence.lowers[child] in english.events.object_prepositions
            if dep in {"dobj", "nsubjpass", "obj"}:
                found.add(child)
            elif dep == "prt" or joins:
                found.update(_objects_of_preposition(sentence, child))
    token = sentence.tokens[verb]
    own_subject = sentence.has_child(verb, SUBJECT_DEPS)  # "reports that ten were killed"
    described = token.dep == "acl" and not own_subject  # "the base shelled by rebels"
    if token.tag == "VBN" and (described or (token.dep == "relcl" and _undergoes(sentence, verb))):
        found.add(token.head)
    return _with_conjuncts(sentence, sorted(found), english.events.depicting)


def direct_objects(sentence: Sentence, verb: int, heads: Iterable[int]) -> tuple[int, ...]:
    """Those of the verb's objects that no preposition joins to it; all of them when there are no such."""
    heads = tuple(heads)
    return tuple(head for head in heads if not _is_prepositional(sentence, verb, head)) or heads


def _is_prepositional(sentence: Sentence, verb: int, head: int) -> bool:
    token = sentence.tokens[head]
    while token.dep == "conj" or (token.dep == "pobj" and sentence.lowers[token.head] == "of"):
        above = token.head if token.dep == "conj" else sentence.tokens[token.head].head
        if above == token.i:
            return False
        token = sentence.tokens[above]
    return token.dep == "pobj" and token.i > verb


def _undergoes(sentence: Sentence, verb: int) -> bool:
    """ "the base which was shelled", "the base which rebels have shelled"; not "rebels who shelled it"."""
    subjects = (child for child in sentence.children[verb] if sentence.tokens[child].dep == "nsubj")
    active = any(sentence.lowers[child] not in {"who", "which", "that"} for child in subjects)
    return active or sentence.has_child(verb, PASSIVE_DEPS)


def _objects_of_preposition(sentence: Sentence, preposition: int) -> list[int]:
    deps = sentence.deps
    return [k for k in sentence.children[preposition] if deps[k] == "pobj"]


def _with_conjuncts(
    sentence: Sentence, heads: Iterable[int], depicting: Set[str] = frozenset()
) -> tuple[int, ...]:
    """The heads with what is joined to them, and what stands behind their "of" unless they only depict it."""
    found: list[int] = []
    for head in heads:
        found.append(head)
        for child in sentence.children[head]:
            if sentence.deps[child] == "conj" and sentence.tokens[child].is_nominal:
                found.append(child)
            if sentence.lowers[child] == "of" and sentence.lemmas[head] not in depicting:
                found += _objects_of_preposition(sentence, child)
    return tuple(found)


def doers_of_noun(sentence: Sentence, noun: int, english: English) -> list[int]:
    """Who does what a noun tells: "*Army* shelling", "*Syria*'s offensive", "the shelling by *the army*" and
    "*the army* launched an offensive"."""
    found: list[int] = []
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if token.dep in {"compound", "amod", "poss", "nmod"} and _is_doer(token, english):
            found.append(child)
        elif token.dep == "acl" and token.tag == "VBN":
            agents = (c for c in sentence.children[child] if sentence.lowers[c] == "by")
            found += [doer for agent in agents for doer in sentence.children[agent]]
        elif token.dep in {"prep", "agent"} and token.lower == "by":
            found += _objects_of_preposition(sentence, child)
    verb = _carried_out_by(sentence, noun, english)
    if not found and verb is not None:
        found += subjects_of(sentence, verb)
    return found


def _carried_out_by(sentence: Sentence, noun: int, english: English) -> int | None:
    """The verb whose subject does what the noun tells: "the army *launched* an offensive"."""
    above = sentence.heads[noun]
    carries = sentence.lemmas[above] in english.events.carrying_out and sentence.tokens[above].is_verb
    return above if carries and sentence.deps[noun] in {"dobj", "nsubjpass"} else None


def blamed_for(sentence: Sentence, noun: int, english: English) -> list[int]:
    """Whom a deed told by a noun is put down to: "the bombing was attributed to *the front*"."""
    children = [child for child in sentence.children[noun] if sentence.deps[child] == "acl"]
    return [
        doer
        for verb in (sentence.heads[noun], *children)
        if sentence.lemmas[verb] in english.events.attributing and sentence.tokens[verb].is_verb
        for preposition in sentence.children[verb]
        if sentence.lowers[preposition] in {"to", "on"}
        for doer in _objects_of_preposition(sentence, preposition)
    ]


def _is_doer(token: Token, english: English) -> bool:
    if token.entity in {"NORP", "GPE", "ORG"}:
        return True
    fights = token.lower in english.kinds.force or token.lemma in english.kinds.force
    # "convoy attack": what is attacked stands there as well
    return fights and (
        token.dep == "poss" or (token.dep == "compound" and token.lemma not in english.kinds.target)
    )


def targets_of_noun(sentence: Sentence, noun: int, english: English) -> list[int]:
    """What a deed told by a noun is done to: "the shelling of *the town*", "an attack on *a convoy*"."""
    verb = _carried_out_by(sentence, noun, english)
    behind = sentence.children[noun] if verb is None else (*sentence.children[noun], *sentence.children[verb])
    return [
        target
        for child in behind
        if sentence.deps[child] == "prep" and sentence.lowers[child] in english.events.target_prepositions
        for target in _objects_of_preposition(sentence, child)
        if sentence.tokens[target].entity != "DATE"
    ]
