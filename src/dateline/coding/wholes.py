"""Who the people of a number are: "two children, a girl and a boy" are two people, not four."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.counted import JOINS, People, without_owners
from dateline.coding.tokens import Sentence
from dateline.model import Victims
from dateline.ontology.english import English

OPENING = frozenset({",", "-", "--", "–", "—", ":", "("})
CLOSING = frozenset({",", "-", "--", "–", "—", ")", ";", "."})


def told_one_by_one(sentence: Sentence, groups: Sequence[People], english: English) -> list[People]:
    """The groups, in which those who are named one by one behind their number are counted once.

    They become one group with it, or parts of it where they are of several kinds of victims.
    """
    found: list[People] = []
    number = 0
    while number < len(groups):
        whole, number = groups[number], number + 1
        items = _items(sentence, whole, groups[number:])
        if items and _are_of(sentence, whole, items, english):
            number += len(items)
            kinds = {group.victims for group in (whole, *items)} - {Victims.UNKNOWN}
            if len(kinds) < 2:
                found.append(_named_whole(whole, items))
            else:
                found += [whole, *(item._replace(subset=True) for item in items)]
        else:
            found.append(whole)
    return found


def _named_whole(whole: People, items: Sequence[People]) -> People:
    """ "two people, a woman and her son": of the kind of victims that all of them are."""
    victims = whole.victims
    if victims is Victims.UNKNOWN and all(item.victims is items[0].victims for item in items):
        victims = items[0].victims
    return whole._replace(last=items[-1].last, victims=victims)


def _opens_list(sentence: Sentence, whole: People, groups: Sequence[People]) -> bool:
    """Whether groups that may name those of the whole stand right behind it."""
    if not groups or whole.head is None or whole.low is None or whole.low < 2:
        return False
    return groups[0].first == whole.last + 2 and sentence.lowers[whole.last + 1] in OPENING


def _items(sentence: Sentence, whole: People, groups: Sequence[People]) -> list[People]:
    """The groups of the list that opens behind the whole, if they are as many people together."""
    if not _opens_list(sentence, whole, groups):
        return []
    found: list[People] = []
    told = 0
    for group in groups:
        if group.head is None or group.low is None or group.low != group.high or group.more:
            break
        if found and not _goes_on(sentence, found[-1], group):
            break
        found.append(group)
        told += group.low
        if told >= (whole.low or 0):
            break
    return found if len(found) > 1 and told == whole.low else []


def _goes_on(sentence: Sentence, one: People, other: People) -> bool:
    """ "a girl and a boy", "a girl in the kitchen and a boy in the yard"."""
    if without_owners(sentence, one.last + 1, other.first) in JOINS:
        return True
    noun = sentence.tokens[other.head or other.last]
    return noun.dep == "conj" and one.first <= noun.head <= one.last


def _are_of(sentence: Sentence, whole: People, items: Sequence[People], english: English) -> bool:
    """Whether each item may be some of the whole: anybody is one of "five people", a girl is one of "two
    children" and a woman none, and a commander one of "two rebels" where commas stand around the list."""
    words, head = english.people, _noun(sentence, whole)
    if head in words.anyone:
        return True
    if (kinds := words.kinds_of.get(head)) is not None:
        return all(_noun(sentence, item) in kinds for item in items)
    closed = sentence.lower(items[-1].last + 1) in CLOSING
    armed = whole.victims is Victims.COMBATANT and any(item.victims is Victims.COMBATANT for item in items)
    return closed and armed and not any(item.victims is Victims.CIVILIAN for item in items)


def _noun(sentence: Sentence, group: People) -> str:
    token = sentence.tokens[group.head or group.last]
    return token.lemma if token.tag in {"NNS", "NNPS"} else token.lower
