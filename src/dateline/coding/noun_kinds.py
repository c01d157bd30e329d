"""Kinds of nouns that triggers ask for: force, place, person, weapon, deal, talks, … (kinds.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from dateline.coding.person_nouns import is_captive, person_class
from dateline.coding.tokens import Sentence
from dateline.model import Victims
from dateline.ontology.english import English

FORCE_ENTITIES = frozenset({"ORG", "NORP", "GPE"})

YEAR = 4
"""Digits of a year."""


def any_is(sentence: Sentence, heads: Iterable[int], kinds: Iterable[str], english: English) -> bool:
    """Whether the noun phrase of one of the tokens is of one of the kinds."""
    wanted = [CHECKS[kind] for kind in kinds]
    return any(check(sentence, head, english) for head in heads for check in wanted)


class Check(Protocol):
    """Whether the noun phrase of token `i` is of one kind."""

    def __call__(self, sentence: Sentence, i: int, english: English) -> bool: ...


def is_fighting(sentence: Sentence, i: int, english: English) -> bool:
    """Whether token `i` is a word for who fights, or a pronoun for people ("they")."""
    lower = sentence.lowers[i]
    return lower in english.kinds.force or lower in english.kinds.force_pronouns


def _is_force(sentence: Sentence, i: int, english: English) -> bool:
    token, kinds = sentence.tokens[i], english.kinds
    return (
        is_fighting(sentence, i, english)
        or token.lower in kinds.side_pronouns
        or token.lemma in kinds.force
        or token.lemma in kinds.force_pronouns
        or token.lemma in kinds.side_pronouns
        or token.entity in FORCE_ENTITIES
        or token.pos == "PROPN"
        or person_class(sentence, i, english) is Victims.COMBATANT
    )


def is_place(sentence: Sentence, i: int, english: English) -> bool:
    """Where one fights, or what one takes: by its noun or as a name."""
    token, places = sentence.tokens[i], english.kinds.place
    if token.lower in places or token.lemma in places or token.entity == "GPE":
        return True
    return token.pos == "PROPN" and token.entity != "DATE" and not _is_titled(sentence, i, english)


def _is_titled(sentence: Sentence, i: int, english: English) -> bool:
    """ "commander Ali Hadi", "Ali Hadi, a commander": a name of a person."""
    around = (c for c in sentence.children[i] if sentence.tokens[c].dep in {"compound", "appos"})
    return any(
        sentence.tokens[c].lower not in english.kinds.place and person_class(sentence, c, english) is not None
        for c in around
    )


def _is_person(sentence: Sentence, i: int, english: English) -> bool:
    token = sentence.tokens[i]
    year = token.lower.isdigit() and len(token.lower) == YEAR and sentence.lower(i - 1) in {"in", "since"}
    number = token.pos == "NUM" and not year
    if token.lemma in english.kinds.place and sentence.has_child(i, {"amod"}):
        return False  # "its western half"
    counted = number or token.lower in english.kinds.person_pronouns
    return counted or person_class(sentence, i, english) is not None


def _is_target(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.tokens[i].lemma in english.kinds.target


def _is_deal(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.tokens[i].lemma in english.kinds.deal


def _is_talks(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.lowers[i] in english.kinds.talks


def _is_fighter(sentence: Sentence, i: int, english: English) -> bool:
    """A force by its noun, not by a pronoun or a name: only such "leave" a town in the sense of war."""
    token = sentence.tokens[i]
    named = token.lower in english.kinds.force or token.lemma in english.kinds.force
    return named or person_class(sentence, i, english) is Victims.COMBATANT


def _is_attack(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.tokens[i].lemma in english.kinds.attack


def _is_weapon(sentence: Sentence, i: int, english: English) -> bool:
    token = sentence.tokens[i]
    return token.lemma in english.weapon_heads or token.lower in english.weapon_heads


def is_armed(sentence: Sentence, i: int, english: English) -> bool:
    """Whether token `i` is a noun for who bears arms, or for their post: a side of a war, no lone gunman."""
    token, kinds = sentence.tokens[i], english.kinds
    if token.lower in kinds.lone or token.lemma in kinds.lone:
        return False
    posted = token.lower in kinds.armed_post or token.lemma in kinds.armed_post
    return posted or _is_fighter(sentence, i, english)


def _is_aircraft(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.tokens[i].lemma in english.kinds.aircraft


def is_ammunition(sentence: Sentence, i: int, english: English) -> bool:
    """What is fired, dropped or thrown: a shell, a bomb, a shot."""
    if sentence.tokens[i].lemma in english.kinds.ammunition:
        return True
    for child in sentence.children[i]:
        if sentence.lowers[child] == "of":  # "a number of shells"
            counted = sentence.children[child]
            if any(sentence.lemmas[k] in english.kinds.ammunition for k in counted):
                return True
    return False


def is_no_doer(sentence: Sentence, i: int, english: English) -> bool:
    """A weapon, an attack, a thing or a stretch of time by its noun: none is a party to a conflict."""
    (lower, lemma), kinds = sentence.forms[i], english.kinds
    if lower in kinds.force or lemma in kinds.force or person_class(sentence, i, english) is not None:
        return False
    weapon = lemma in english.weapon_heads or lower in english.weapon_heads
    return weapon or lemma in kinds.attack or lemma in kinds.period or lemma in kinds.no_doer


def is_period(sentence: Sentence, i: int, english: English) -> bool:
    """A stretch of time by its noun: "over the same *days*"."""
    return sentence.tokens[i].lemma in english.kinds.period


def _is_thing(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.tokens[i].pos == "NOUN" and person_class(sentence, i, english) is None


CHECKS: Mapping[str, Check] = {
    "force": _is_force,
    "place": is_place,
    "person": _is_person,
    "captive": is_captive,
    "target": _is_target,
    "deal": _is_deal,
    "attack": _is_attack,
    "talks": _is_talks,
    "fighter": _is_fighter,
    "weapon": _is_weapon,
    "thing": _is_thing,
    "aircraft": _is_aircraft,
    "ammunition": is_ammunition,
}
