"""One person told by name: "Omar Haddad, 25," or whoever a word of harm is said of by a full name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dateline.coding.numbers import opens_number
from dateline.coding.person_nouns import behind_age
from dateline.coding.quantities import AGE_ENDS, may_be_age
from dateline.coding.single_persons import is_kin_of, is_name
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm
from dateline.ontology.english import English, HarmWords

HURT = (Harm.KILLED, Harm.INJURED)
NO_NAME_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
SAID_OF = frozenset({"nsubjpass", "dobj", "obj", "nsubj", "conj", "pobj"})
FIGURES = frozenset({"hurt", "harm"})
NAMES = frozenset({"NNP", "NNPS"})
PARTICLES = frozenset({"abu", "al", "as", "bin", "bint", "da", "de", "del", "el", "ibn", "ul", "van", "von"})
"""Words in lower case inside names."""
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr."})
"""What ends a name behind a comma."""
CLOSING = frozenset({",", ".", ";", ")", "-", "--"})
FOUND = frozenset({"pronounce", "find", "declare"})
"""Verbs by which somebody is told to be dead: "was pronounced dead"."""


class NamedPerson(NamedTuple):
    """Tokens `first` to `last` name one person with his age, if it is told; the name ends at `head`."""

    first: int
    head: int
    last: int


def named_persons(sentence: Sentence, english: English) -> Iterator[NamedPerson]:
    """The persons whom the sentence tells by a full name and an age, or says to have been harmed.

    Titles are left out: their capitals make names of all words.
    """
    if sentence.title:
        return
    yield from _surnames(sentence, english)
    tokens, behind = sentence.tokens, 0
    for token, following in pairwise(tokens):
        begins = following.tag in NAMES or following.lower in PARTICLES
        if not begins or token.i < behind or not _is_in_name(token, english):
            continue
        first, head = token.i, token.i
        while (step := _step_in_name(sentence, head, english)) > 0:
            head += step
        behind = head + 1
        while tokens[head].tag not in NAMES:
            head -= 1
        if head - first < 1 or _is_part_of_noun(sentence, first, head):
            continue
        end = _with_suffix(sentence, head)
        opens, last = _opens_with_age(sentence, first), _closes_with_age(sentence, end)
        aged = opens is not None or last is not None
        if aged or (
            _is_no_body(sentence, first, head, english) and _is_harmed(sentence, first, head, english)
        ):
            behind = max(behind, end + 1)
            yield NamedPerson(first if opens is None else opens, head, end if last is None else last)


def _with_suffix(sentence: Sentence, head: int) -> int:
    """The last token of a name with what stands behind a comma: "Omar Haddad, *Jr.*"."""
    return head + 2 if sentence.lower(head + 1) == "," and sentence.lower(head + 2) in SUFFIXES else head


def _surnames(sentence: Sentence, english: English) -> Iterator[NamedPerson]:
    """ "killing Haddad", "Haddad was killed": who is harmed, by one name of a person told in full before."""
    for token in sentence.tokens:
        if token.tag != "NNP" or token.dep not in SAID_OF or not _is_in_name(token, english):
            continue
        i = token.i
        beside = {t.tag for t in (sentence.token(i - 1), sentence.token(i + 1)) if t is not None}
        if not beside.isdisjoint(NAMES) or _is_part_of_noun(sentence, i, i) or _is_figure(sentence, token):
            continue
        if (
            _is_no_body(sentence, i, i, english)
            and _is_harmed(sentence, i, i, english)
            and _is_told_in_full(sentence, token)
        ):
            yield NamedPerson(i, i, i)


def _is_figure(sentence: Sentence, token: Token) -> bool:
    """ "the vote hurt Haddad" is a figure of speech."""
    return token.dep in {"dobj", "obj"} and sentence.lemmas[token.head] in FIGURES


def _is_told_in_full(sentence: Sentence, token: Token) -> bool:
    """Whether the story gives the name with another before it."""
    before = sentence.story_text[: sentence.start]
    return token.text in before and _full(token.text).search(before) is not None


@lru_cache(maxsize=1024)
def _full(name: str) -> re.Pattern[str]:
    first = r"\b[A-Z][^\W\d_]+[ \t]+"
    between = r"(?:(?:[A-Z]\.?|[“\"'‘][^“”\"'‘’\n]{1,20}[”\"'’]|al|el|bin|ibn|de|van|von)[ \t]+)?"
    return re.compile(first + between + re.escape(name) + r"(?![\w-])")


def _is_in_name(token: Token, english: English) -> bool:
    if token.tag in NAMES and is_name(token, english):
        return True
    lent = token.entity == "GPE" and token.dep == "compound"  # "Jordan Hale"
    return lent and token.head > token.i


def _step_in_name(sentence: Sentence, head: int, english: English) -> int:
    """How many tokens on the name goes on: "Salim Tawil", "Salim al-Tawil", "Anne-Marie"; 0 where it ends."""
    at = head + 1
    at += sentence.around[at] in PARTICLES
    hyphen = sentence.token(at)
    tight = hyphen is not None and hyphen.lower == "-" and hyphen.start == sentence.tokens[at - 1].end
    at += tight
    token = sentence.token(at)
    return at - head if token is not None and _is_in_name(token, english) else 0


def _is_part_of_noun(sentence: Sentence, first: int, head: int) -> bool:
    """ "Omar Haddad's house", "anti-Omar Haddad"."""
    return sentence.lower(first - 1) == "-" or sentence.lower(head + 1) in {"'s", "\u2019s", "'", "-"}


def _is_no_body(sentence: Sentence, first: int, head: int, english: English) -> bool:
    """Whether no word of the name is one of armed bodies, places and things."""
    people, words = english.people, sentence.lowers[first : head + 1]
    bodies = (english.kinds.force, english.kinds.place, people.collective, people.things, people.bodies)
    return all(body.isdisjoint(words) for body in bodies)


def _opens_with_age(sentence: Sentence, first: int) -> int | None:
    """The first token of "25-year-old" right before a name."""
    for start in range(first - 3, first - 6, -1):
        if start >= 0 and may_be_age(sentence.lowers[start]) and behind_age(sentence, start) == first:
            return start
    return None


def _closes_with_age(sentence: Sentence, head: int) -> int | None:
    """The last token of ", 25", "(25)" or ", eight years old" right behind a name."""
    if sentence.lower(head + 1) == "," and sentence.reads(head + 3, ("years", "old")):
        return head + 4 if opens_number(sentence.lower(head + 2)) else None
    age, after = sentence.lower(head + 2), sentence.lower(head + 3)
    if not may_be_age(age):
        return None
    if sentence.lower(head + 1) == "(":
        return head + 3 if after == ")" else None
    closed = after in AGE_ENDS or after in CLOSING or after == ""
    if sentence.lower(head + 1) != "," or not closed:
        return None
    trait = sentence.token(head + 4)
    described = trait is not None and trait.pos == "ADJ" and sentence.lower(head + 5) == ","
    return head + 4 if described and after == "and" else head + 2  # "29 and pregnant,"


def _is_harmed(sentence: Sentence, first: int, head: int, english: English) -> bool:
    """Whether a word of harm is said of the name by the parse."""
    before = sentence.token(first - 1)
    if before is not None and before.pos in NO_NAME_BEFORE:
        return False
    token, seen = sentence.tokens[head], 0
    if token.dep in {"dobj", "obj"} and any(
        _says_who(sentence, child, head) for child in sentence.children[head]
    ):
        return False  # "killing Omar Haddad, a commander": the commander is counted
    if _is_told_of(sentence, head, harms := [english.harms[harm] for harm in HURT]):
        return True
    while token.dep == "conj" and seen < 5:
        token, seen = sentence.tokens[token.head], seen + 1
    governor = sentence.tokens[token.head]
    if token.dep in {"nsubjpass", "dobj", "obj"}:
        return any(_harms(sentence, governor, words) for words in harms) or (
            token.dep == "nsubjpass" and governor.lemma in FOUND and "dead" in sentence.lowers
        )
    if token.dep == "nsubj":
        return any(governor.lemma in words.agent for words in harms)
    noun = sentence.tokens[governor.head]
    return token.dep == "pobj" and governor.lower == "of" and any(noun.lemma in words.of for words in harms)


def _is_told_of(sentence: Sentence, name: int, harms: Sequence[HarmWords]) -> bool:
    """ "Omar Haddad, who was shot dead at his home", "who died there": a clause of its own says so."""
    for child in sentence.children[name]:
        verb = sentence.tokens[child]
        if verb.dep != "relcl":
            continue
        if sentence.has_child(child, {"nsubjpass"}):
            return any(_harms(sentence, verb, words) for words in harms)
        subjects = (sentence.lowers[one] for one in sentence.children[child] if sentence.deps[one] == "nsubj")
        if "who" in subjects:
            return any(verb.lemma in words.agent and not words.agent_needs for words in harms)
    return False


def _says_who(sentence: Sentence, i: int, head: int) -> bool:
    token = sentence.tokens[i]
    return i > head and token.dep == "appos" and token.pos != "NUM" and not is_kin_of(sentence, i)


def _harms(sentence: Sentence, verb: Token, words: HarmWords) -> bool:
    phrases = words.patient_by_first.get(verb.lemma, ())
    return verb.lemma not in words.patient_named and any(
        len(phrase) == 1 or sentence.matches(verb.i, phrase) for phrase in phrases
    )
