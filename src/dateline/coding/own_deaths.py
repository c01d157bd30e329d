"""Who harmed others and then himself: "killed his wife and then himself", "shot two guards before taking his
own life".

He is one of the dead, whoever counts them (UCDP GED counts attackers too). "Turned the gun on himself"
does not say that he died: none or one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.coding.bare_numbers import FATALLY
from dateline.coding.counted import People
from dateline.coding.deeds import ENDS, FAR, LAST, REFLEXIVES, subject_above
from dateline.coding.harms import HarmWord, SentenceToll, is_attempt, is_in_question, is_negated
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm, Victims
from dateline.ontology.english import English, Opens

HURT = frozenset({Harm.KILLED, Harm.INJURED})
DEAD = frozenset({"dead", "fatally"})
TURNED = 5
"""How far before "on himself" the verb of "turned the gun on himself" stands at most."""
SEVERAL = frozenset({"themselves", "lives"})
OBJECTS = frozenset({"dobj", "obj"})
RELATIVES = frozenset({"who", "that", "which"})
RULE = f"harms/{Harm.KILLED}/own"


class End(NamedTuple):
    """How somebody ends himself: the verb at token `verb`, the last word at `last`; `sure` when he died."""

    verb: int
    last: int
    sure: bool


def own_deaths(
    sentence: Sentence, words: Sequence[HarmWord], people: Sequence[People], english: English
) -> Iterator[SentenceToll]:
    """The deaths by their own hand of those who attacked others.

    `words` are the sentence's words of harm and `people` its counted groups.
    """
    for at in sentence.places(Opens.OWN_DEATH):
        end = _end_at(sentence, at, words, english)
        if end is None or not _came_to_it(sentence, end, english):
            continue
        subject = subject_above(sentence, end.verb)
        doer = _antecedent(sentence, subject)
        deed = _deed(sentence, end, words)
        attacker = doer is not None and sentence.lemmas[doer] in english.tolls.attackers
        if end.sure and deed is None and not attacker:
            continue
        group = None if doer is None else next((g for g in people if g.first <= doer <= g.last), None)
        if sentence.lowers[end.last] in SEVERAL and (group is None or group.low == 1):
            continue
        toll = _toll(sentence, end, deed, _named(sentence, end, doer) if group is None else group)
        # "two were shot by a man *who* killed himself after his arrest": it may have been another day
        yield toll._replace(subset=subject != doer and deed is not None and deed < (subject or 0))


def is_own_death(toll: SentenceToll) -> bool:
    """Whether it is of somebody who harmed others, none of whom is part of it."""
    return toll.rule.startswith(RULE)


def _end_at(sentence: Sentence, at: int, words: Sequence[HarmWord], english: English) -> End | None:
    """How somebody ends himself, by the word at token `at` that can tell it."""
    for phrase in english.tolls.own_deaths_by_first.get(sentence.lemmas[at], ()):
        if sentence.matches(at, phrase):
            return End(at, at + len(phrase) - 1, sure=True)
    if sentence.lowers[at] not in REFLEXIVES or at == 0:
        return None
    before = sentence.tokens[at - 1]
    if before.lower in LAST:
        return _last_of_list(sentence, at, words)
    if before.lower == "on":
        return _turned(sentence, at, english)
    return End(before.i, at, sure=True) if _kills(sentence, before, english) else None


def _kills(sentence: Sentence, verb: Token, english: English) -> bool:
    """ "*killed* himself", "fatally *shot* himself", "*shot* himself to death"."""
    killed, injured = english.harms[Harm.KILLED], english.harms[Harm.INJURED]
    if verb.lemma in killed.verbs:
        return verb.lemma not in killed.patient_named
    fatal = sentence.around[verb.i - 1] in FATALLY or sentence.around[verb.i + 2] in DEAD
    return verb.lemma in injured.presumed and (fatal or sentence.reads(verb.i + 2, ("to", "death")))


def _last_of_list(sentence: Sentence, at: int, words: Sequence[HarmWord]) -> End | None:
    """ "killed six and *himself*", "fatally shot his partner, then *himself*"."""
    word = next((word for word in reversed(words) if word.last < at), None)
    if word is None or word.harm is not Harm.KILLED or at - word.last > FAR:
        return None
    deed = [t for t in sentence.tokens[word.first : at] if t.is_verb and t.tag != "VBN"]
    if len(deed) != 1 or not ENDS.isdisjoint(sentence.lowers[word.last : at]):
        return None
    return End(deed[0].i, at, sure=True) if sentence.has_child(deed[0].i, OBJECTS) else None


def _turned(sentence: Sentence, at: int, english: English) -> End | None:
    """ "turned the gun on *himself*"."""
    for i in range(at - 2, max(-1, at - 2 - TURNED), -1):
        if sentence.lemmas[i] == "turn" and sentence.tokens[i].is_verb:
            between = sentence.lemmas[i + 1 : at - 1]
            return None if english.tolls.turned.isdisjoint(between) else End(i, at, sure=False)
    return None


def _came_to_it(sentence: Sentence, end: End, english: English) -> bool:
    """Whether he is said to have done it, not to have tried, threatened or been able to."""
    for verb in _conjoined(sentence, end.verb):
        word = HarmWord(Harm.KILLED, verb, verb, "patient")
        if (
            is_attempt(sentence, word, english)
            or is_in_question(sentence, word)
            or _is_aimed_at(sentence, verb)
        ):
            return False
    return not is_negated(sentence, HarmWord(Harm.KILLED, end.verb, end.verb, "patient"))


def _conjoined(sentence: Sentence, verb: int) -> Iterator[int]:
    """The verb and those that it is joined to: "threatened to *shoot* everyone and *kill* himself"."""
    yield verb
    while sentence.deps[verb] == "conj" and sentence.heads[verb] != verb:
        verb = sentence.heads[verb]
        yield verb


def _is_aimed_at(sentence: Sentence, verb: int) -> bool:
    before = sentence.around[verb - 1] == "to"
    return before or any(sentence.tokens[child].tag == "MD" for child in sentence.children[verb])


def _deed(sentence: Sentence, end: End, words: Sequence[HarmWord]) -> int | None:
    """The last word of harm before it, which tells of others, or its own verb with other objects."""
    if sentence.lowers[end.last - 1] in LAST:
        before = [word.first for word in words if word.last < end.last]
    else:
        before = [
            word.first for word in words if word.last < end.verb and not _is_of_end(sentence, word, end)
        ]
    return before[-1] if before else None


def _is_of_end(sentence: Sentence, word: HarmWord, end: End) -> bool:
    """ "*fatally* shot himself"; missing and captured people are harmed by others."""
    of_end = word.last == end.verb - 1 and sentence.lowers[word.first] in FATALLY
    return of_end or word.harm not in HURT


def _antecedent(sentence: Sentence, subject: int | None) -> int | None:
    """Whom a relative clause is of, else the subject itself."""
    if subject is None or sentence.lowers[subject] not in RELATIVES:
        return subject
    return sentence.heads[sentence.heads[subject]]


def _named(sentence: Sentence, end: End, doer: int | None) -> People:
    """One person whom the sentence does not count: "Haddad", "he", or else only "himself"."""
    first = last = end.last if doer is None else doer
    while doer is not None and first and sentence.deps[first - 1] == "compound":
        first -= 1
    return People(first, last, last, 1, 1, False, Victims.UNKNOWN, False, True, True, False, False)


def _toll(sentence: Sentence, end: End, deed: int | None, group: People) -> SentenceToll:
    many = group.low if group.low is not None and group.low == group.high else 1
    return SentenceToll(
        harm=Harm.KILLED,
        low=many if end.sure else 0,
        high=many,
        approximate=False,
        # Who attacks is no civilian (UCDP GED counts him among his side's deaths).
        victims=group.victims if group.victims is Victims.COMBATANT else Victims.UNKNOWN,
        subset=False,
        first=group.first,
        last=group.last,
        harm_at=end.verb if deed is None else deed,
        mention=sentence.span(group.first, group.last),
        rule=f"{RULE}/{sentence.lowers[end.verb]}",
    )
