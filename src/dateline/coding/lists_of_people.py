"""Groups that are counted together: further sides, parts of a whole, and groups with a word of harm of
their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.counted import JOINS, People, are_names_of_list, without_owners
from dateline.coding.harms import HarmWord
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English

COMPANY = frozenset({("along", "with"), ("together", "with")})
INCLUDING = frozenset({("including",), (",", "including")})
RELATIVES = frozenset({"who", "that", "whom"})
SEVERAL = frozenset({"were", "are", "have", "both"})
"""Verbs of several people."""
LONGEST_BETWEEN = 14
LONGEST_SIDE = 10
"""Tokens between people of two sides that are counted together."""

NEAR_THE_DEAD = 5
"""How far before "the dead" those who were among them stand at most."""

HARM_BEHIND = frozenset({"state", "patient", "agent"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "obj"})


def listed_before(
    sentence: Sentence,
    group: People,
    people: Sequence[People],
    words: Sequence[HarmWord],
    english: English,
) -> list[People]:
    """The group, the parts enumerated with it, and the whole that they are parts of, unless the whole has a
    word of harm of its own ("20 people were hurt, and two of them are dead")."""
    found = [group]
    for before in reversed(people[: people.index(group)]):
        last = found[-1]
        between = sentence.lowers[before.last + 1 : last.first]
        joined = without_owners(sentence, before.last + 1, last.first) in JOINS
        joined = joined or between in INCLUDING or are_names_of_list(sentence, before, last)
        joined = joined or _are_conjoined(sentence, before, last, words)
        if last.subset and _are_told_apart(sentence, last, words):
            break
        if joined and last.bare and not last.subset and between == (",",):
            break  # "six people, one fatally"
        if (
            joined
            and _starts_clause(sentence, before, last)
            and not _is_told_harmed(sentence, before, english)
        ):
            break
        if joined and before.subset and not last.subset:
            break  # "including three children, and 43 others were injured"
        if not joined and not (last.subset and _in_one_clause(sentence, before.last, last.first)):
            break
        if any(before.last < w.first < last.first and w.how in HARM_BEHIND for w in words):
            break
        if last.subset and any(w.last == before.first - 1 for w in words):
            break  # "killed 12 and wounded 30, and five of the wounded died"
        found.append(before)
    return found


def _are_told_apart(sentence: Sentence, group: People, words: Sequence[HarmWord]) -> bool:
    """ "ten friends, including *the boy who was killed*": the harm is told of these alone."""
    who = group.last + 1
    if sentence.lower(who) == "who" and any(who < word.first <= who + 2 for word in words):
        return True
    return any(
        sentence.deps[word.first] == "relcl" and group.first <= sentence.heads[word.first] <= group.last
        for word in words
    )


def listed_behind(
    sentence: Sentence,
    group: People,
    people: Sequence[People],
    *,
    words: Sequence[HarmWord],
    word: HarmWord,
    english: English,
) -> list[People]:
    """The group and what is counted with it: further sides ("63 rebels and 21 fighters") and parts
    ("including …").
    """
    found = [group]
    for other in people[people.index(group) + 1 :]:
        last = found[-1]
        joined = without_owners(sentence, last.last + 1, other.first) in JOINS
        joined = joined or _is_side(sentence, last, other) or _is_conjunct(sentence, last, other)
        joined = joined or are_names_of_list(sentence, last, other)
        joined = joined or _is_companion(sentence, last, other, words)
        part = other.subset and _in_one_clause(sentence, last.last, other.first)
        if not (joined or part) or has_own_harm(sentence, other, words, word, english):
            break
        if joined and ((other.bare and not other.subset) or _starts_clause(sentence, last, other)):
            break
        found.append(other)
    return found


def _are_conjoined(sentence: Sentence, one: People, last: People, words: Sequence[HarmWord]) -> bool:
    """ "*A guard* at the school and *a man* died", "*a woman* who had come in and *a boy* were shot": what
    says who the first is stands between them. Behind a clause the verb must tell of several."""
    between = sentence.tokens[one.last + 1 : last.first - 1]
    if sentence.lower(last.first - 1) != "and" or not 1 < len(between) <= LONGEST_BETWEEN or one.head is None:
        return False
    if sentence.tokens[one.head].dep in OBJECTS or any(one.last < word.first < last.first for word in words):
        return False
    if between[0].tag == "IN" and not any(token.is_verb or token.pos == "PUNCT" for token in between):
        return True
    told = next((word.first for word in words if word.first > last.last), last.last + 2)
    several = last.low == 1 and not SEVERAL.isdisjoint(sentence.lowers[last.last + 1 : told])
    return several and between[0].lower in RELATIVES


def _starts_clause(sentence: Sentence, one: People, other: People) -> bool:
    """ "gunmen freed 17 militants and two policemen were killed": an object, and the next subject."""
    if one.head is None or other.head is None:
        return False
    noun, subject = sentence.tokens[one.head], sentence.tokens[other.head]
    return noun.dep in OBJECTS and subject.dep in SUBJECTS and subject.head > other.last


def _is_told_harmed(sentence: Sentence, group: People, english: English) -> bool:
    """ "the raid left 17 militants, two policemen killed": the verb leads to what is said of both."""
    verb = sentence.tokens[sentence.tokens[group.head or group.last].head]
    told = verb.lower in english.tolls.between or verb.lemma in english.cues.say
    return told or verb.lemma in english.tolls.leaving


def _is_conjunct(sentence: Sentence, one: People, other: People) -> bool:
    """ "the planner of the attack and 12 accomplices": what says who the first is stands between them."""
    if one.head is None or other.head is None or sentence.lower(other.first - 1) != "and":
        return False
    noun = sentence.tokens[other.head]
    return noun.dep == "conj" and noun.head == one.head


def _is_companion(sentence: Sentence, one: People, other: People, words: Sequence[HarmWord]) -> bool:
    """ "detained a leader on Monday along with one courier", "a leader who …, along with one courier"."""
    between = sentence.tokens[one.last + 1 : other.first]
    if sentence.reads(other.first - 3, ("as", "well", "as")):
        return not any(token.is_verb for token in between)
    opening = sentence.lowers[max(0, other.first - 2) : other.first]
    if opening not in COMPANY or any(one.last < word.first < other.first for word in words):
        return False
    comma = sentence.lower(other.first - 3) == ","
    return comma or _in_one_clause(sentence, one.last, other.first)


def _is_side(sentence: Sentence, one: People, other: People) -> bool:
    """ "two men from one group and three from another": counted together, their sides between them."""
    between = sentence.tokens[one.last + 1 : other.first]
    if not 2 < len(between) <= LONGEST_SIDE or between[0].lower != "from" or between[-1].lower != "and":
        return False
    subject = other.head is not None and sentence.tokens[other.head].dep.startswith("nsubj")
    return not subject and not any(token.is_verb for token in between)


def _in_one_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Whether no finite verb stands between tokens `first` and `last`."""
    between = sentence.tokens[first + 1 : last]
    return not any(t.pos == "VERB" and t.tag in FINITE and t.lower != "including" for t in between)


def has_own_harm(
    sentence: Sentence, group: People, words: Sequence[HarmWord], word: HarmWord, english: English
) -> bool:
    """ "20 killed 55 wounded", "12 of whom died": the group has another word of harm right behind it."""
    after = group.last + (3 if sentence.reads(group.last + 1, ("of", "whom")) else 1)
    own = {w.first for w in words if w is not word and w.how in HARM_BEHIND and not _does_harm(sentence, w)}
    while after not in own and _is_passed(sentence.lower(after), english):
        after += 1
    return after in own


def _is_passed(lower: str, english: English) -> bool:
    """ "5 more wounded", "a boy critically hurt", "two had been shot"."""
    aside = lower in english.grammar.passive or lower in english.tolls.auxiliaries
    return aside or lower == "more" or lower.endswith("ly")


def _does_harm(sentence: Sentence, word: HarmWord) -> bool:
    """ "killing two children wounding nine others": a comma is lost, the children wounded nobody."""
    return word.how == "patient" and sentence.lowers[word.first].endswith("ing")


def parts_of_the_dead(sentence: Sentence, word: HarmWord, people: Sequence[People]) -> list[People]:
    """ "Of the dead, 17 were civilians", "among the dead were five children": parts of a toll told before."""
    if inside := [g for g in people if g.first <= word.first <= g.last]:
        return [inside[0]._replace(subset=True)]  # "14 of the dead"
    before = [g for g in people if g.last < word.first]
    if before and word.first - before[-1].last <= NEAR_THE_DEAD:
        return [g._replace(subset=True) for g in _enumerated_before(sentence, before)]
    after = [g for g in people if word.last < g.first <= word.last + 4]
    return [g._replace(subset=True) for g in after[:1]] if word.first <= 3 else []


def _enumerated_before(sentence: Sentence, people: Sequence[People]) -> list[People]:
    """The last group and those that are enumerated with it ("three children and two women")."""
    found = [people[-1]]
    for group in reversed(people[:-1]):
        if group.bare or sentence.lowers[group.last + 1 : found[-1].first] not in JOINS:
            break
        found.append(group)
    return found
