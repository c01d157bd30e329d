"""How the claimant puts an event, and whether it is older context."""

from __future__ import annotations

import re

from dateline.coding.tokens import Sentence
from dateline.model import Status
from dateline.ontology.english import English

WINDOW = 6
AGGREGATE = re.compile(
    r"\bsince (?:the )?(?:\w+ ){0,3}(?:conflict|war|uprising|crisis|revolution|fighting|insurgency|violence|revolt|rebellion|\w+ (?:19|20)\d\d|(?:19|20)\d\d)\b"
    r"|\b(?:conflict|war|uprising|insurgency|revolt) (?:has|have|had) (?:killed|claimed|left|cost|displaced)\b"
    r"|\b(?:conflict|war|uprising|violence) (?:has|have|had)? ?(?:taken|cost|claimed)\b"
    r"|\bin (?:the|this|its) (?:\w+ ){0,2}(?:civil )?(?:war|conflict)\b|\bthroughout the (?:\w+ )?(?:war|conflict)\b"
    r"|\b(?:civil|\d+-year|year-long|years-long) (?:war|conflict|uprising)\b"
    r"|\bin (?:more than |over |nearly |almost )?(?:\w+ )?years? of (?:war|conflict|fighting|violence)\b"
    r"|\b(?:conflict|war|uprising) (?:that|which)? ?(?:has|have) (?:so far )?(?:killed|claimed|left|cost|displaced)\b",
    re.IGNORECASE,
)


def status_of(sentence: Sentence, at: int, last: int, english: English) -> tuple[Status, str]:
    """Status of the event whose trigger is tokens `at` to `last`, by its auxiliaries, what governs it and its clause."""
    chain = [
        at,
        *[
            a
            for a in sentence.ancestors(at)
            if sentence.tokens[a].dep
            in {
                "xcomp",
                "ccomp",
                "aux",
                "advcl",
                "pobj",
                "prep",
                "dobj",
                "ROOT",
                "conj",
                "pcomp",
                "acl",
                "nsubj",
            }
        ][:4],
    ]
    carrier = _carrier(sentence, at)
    if _is_negated(sentence, at, english) or (
        carrier is not None and _is_negated(sentence, carrier, english)
    ):
        return Status.NEGATED, "statuses/negated"
    for status in (Status.THREATENED, Status.HYPOTHETICAL, Status.PLANNED):
        words = english.statuses[status]
        if _has_auxiliary(sentence, at, words.auxiliaries) or (
            carrier is not None and _has_auxiliary(sentence, carrier, words.auxiliaries)
        ):
            if status is Status.HYPOTHETICAL and _is_reported_future(sentence, at):
                return Status.PLANNED, "statuses/planned/would"
            return status, f"statuses/{status}/auxiliary"
        for governor in chain[1:]:
            token = sentence.tokens[governor]
            if (
                token.is_verb
                and token.lemma in words.verbs
                and token.i < at
                and _governs(sentence, governor, at)
            ):
                return status, f"statuses/{status}/verb/{token.lemma}"
        before = f" {' '.join(sentence.lowers[max(0, at - WINDOW) : last + 1])} "
        for phrase in words.phrases:
            if f" {phrase} " in before:
                return status, f"statuses/{status}/phrase/{phrase}"
    return Status.ASSERTED, ""


LIGHT = frozenset(
    {
        "carry",
        "conduct",
        "launch",
        "stage",
        "use",
        "make",
        "commit",
        "mount",
        "undertake",
        "begin",
        "start",
        "be",
        "take",
        "hold",
        "execute",
        "order",
        "continue",
        "happen",
        "occur",
        "hit",
    }
)


def _carrier(sentence: Sentence, at: int) -> int | None:
    """The light verb that carries an event told by a noun: "had not carried out air strikes"."""
    token = sentence.tokens[at]
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    for node in (at, *sentence.ancestors(at)):
        head = sentence.tokens[sentence.tokens[node].head]
        if head.is_verb:
            return (
                head.i
                if head.lemma in LIGHT
                and sentence.tokens[node].dep in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}
                else None
            )
        if head.pos not in {"NOUN", "PROPN"}:
            return None
    return None


def _is_reported_future(sentence: Sentence, at: int) -> bool:
    """ "said it would launch": the future of the past is a plan."""
    return any(sentence.lowers[c] == "would" for c in sentence.children[at])


def _governs(sentence: Sentence, governor: int, at: int) -> bool:
    """Whether the verb's complement holds the event: "plans to attack", "threatened attacks"."""
    for node in (at, *sentence.ancestors(at)):
        if sentence.tokens[node].head == governor:
            return (
                sentence.tokens[node].dep in {"xcomp", "dobj", "prep", "ccomp", "pcomp"}
                and sentence.tokens[governor].tag not in {"VBN"} | set()
            )
        if node == governor:
            return False
    return False


def _has_auxiliary(sentence: Sentence, at: int, auxiliaries: frozenset[str]) -> bool:
    for verb in (
        at,
        *[a for a in sentence.ancestors(at) if sentence.tokens[at].dep in {"conj", "xcomp"}][:1],
    ):
        for child in sentence.children[verb]:
            token = sentence.tokens[child]
            if (
                token.dep == "aux"
                and (token.lower in auxiliaries or token.lemma in auxiliaries)
                and child < at
            ):
                return True
    return False


def _is_negated(sentence: Sentence, at: int, english: English) -> bool:
    for child in sentence.children[at]:
        token = sentence.tokens[child]
        if (
            child < at
            and (token.dep == "neg" or token.lower in english.negations)
            and token.lower not in {"without"}
        ):
            return True
    token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    if (
        head.i < at
        and head.pos in {"NOUN", "PROPN"}
        and (token.dep == "acl" or token.dep == "conj" and token.pos in {"NOUN", "PROPN"})
        and any(sentence.lowers[c] == "no" for c in sentence.children[head.i])
    ):
        return True  # "no shots fired", "no casualties or damage"
    if token.dep in {"xcomp", "ccomp", "conj"} and token.head != at:
        return (
            any(sentence.tokens[c].dep == "neg" and c < at for c in sentence.children[token.head])
            and token.dep != "conj"
            and sentence.tokens[token.head].lemma not in {"know", "say"}
        )
    return at > 0 and sentence.lowers[at - 1] in {"not", "never"}


def is_background(sentence: Sentence, english: English) -> bool:
    """Whether the sentence itself tells of older context (its dates are looked at when they are resolved)."""
    text = f" {' '.join(sentence.lowers)} "
    return any(f" {phrase} " in text or f" {phrase}," in text for phrase in english.background)


def is_aggregate(sentence: Sentence) -> bool:
    """Whether its tolls add up a war or a long period."""
    return bool(AGGREGATE.search(sentence.text))
