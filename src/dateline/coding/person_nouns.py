"""Which noun a number counts, and which people the noun is for."""

from __future__ import annotations

from enum import Enum, auto

from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm, Victims
from dateline.ontology.english import English

NOUN_PHRASE_LENGTH = 9
ENDS_NOUN = frozenset({"ADP", "ADV", "AUX", "CCONJ", "PART", "PRON", "PUNCT", "SCONJ", "VERB"})
"""Parts of speech that no noun phrase goes on with."""
AGE = (frozenset({"year", "yr", "yr.", "month", "week", "day"}), frozenset({"old"}))
NOUN_TAGS = frozenset({"NNS", "NN", "NNP", "NNPS"})
MODIFIER_TAGS = frozenset({"JJ", "VBN", "VBG", "HYPH", "POS", "JJR"})


class _Step(Enum):
    """What a word of a noun phrase does to the search for the noun that its number counts."""

    FOUND = auto()
    GO_ON = auto()
    STOP = auto()


FOUND, GO_ON, STOP = _Step


def is_said_of_people(sentence: Sentence, token: Token, english: English) -> bool:
    """ "scores of *fleeing* civilians", "retreating troops": which people they are, not what happened."""
    if token.tag != "VBG" or token.lemma not in english.events.moving:
        return False
    following = sentence.token(token.i + 1)
    return (
        following is not None
        and following.tag in {"NNS", "NN"}
        and person_class(sentence, following.i, english) is not None
    )


def person_class(sentence: Sentence, i: int, english: English) -> Victims | None:
    """Which people token `i` is a noun for; None when it is no noun for people."""
    token, classes = sentence.tokens[i], english.people.classes
    found = classes.get(token.lower, classes.get(token.lemma))
    if found is None and token.tag == "NNPS":  # "20 Civilians Killed": a headline's capitals
        return classes.get(token.lower.removesuffix("s"))
    return found


def modified_person(sentence: Sentence, at: int, english: English) -> int | None:
    """ "nine displaced *people*": the noun for people before which the word at `at` says who they are."""
    token = sentence.tokens[at]
    does = token.tag == "VBG" and token.lemma in english.harming  # "killing two children"
    if token.dep != "amod" or token.head < at or does:
        return None
    if any(sentence.tokens[i].pos in {"CCONJ", "NUM", "PUNCT"} for i in range(at + 1, token.head)):
        return None  # "822 wounded and 270 dead bodies"
    noun = token.head
    while sentence.deps[noun] == "compound" and sentence.heads[noun] > noun:
        noun = sentence.heads[noun]  # "four kidnapped aid workers"
    return noun if person_class(sentence, noun, english) is not None else None


def is_captive(sentence: Sentence, i: int, english: English) -> bool:
    """ "three hostages", "12 kidnapped children", "girls abducted in May": whom somebody holds, by
    the noun or what says who they are."""
    token = sentence.tokens[i]
    if not english.people.captive.isdisjoint({token.lower, token.lemma}):
        return True
    captured = english.harms[Harm.CAPTURED]
    modifiers = (sentence.tokens[c] for c in sentence.children[i] if sentence.deps[c] in {"amod", "acl"})
    return any(one.lemma in captured.verbs or (one.lower,) in captured.state for one in modifiers)


def is_thing(token: Token, english: English) -> bool:
    """Whether the token is a noun that numbers count without counting people ("town", "tank")."""
    return token.lower in english.people.things or token.lemma in english.people.things


def behind_age(sentence: Sentence, start: int) -> int:
    """The token behind "16-year-old", with or without hyphens, that starts at `start`; `start` for none."""
    at = start + 1
    for words in AGE:
        at += sentence.lower(at) == "-"
        if sentence.lower(at) not in words:
            return start
        at += 1
    return at


def counted_noun(sentence: Sentence, start: int, english: English) -> int | None:
    """The person noun of the noun phrase whose words start at `start`; None when it counts no people."""
    if (behind := behind_age(sentence, start)) > start:
        start = behind
        if start == len(sentence) or sentence.tokens[start].pos in ENDS_NOUN:
            return start - 1  # "a 16-year-old was shot"
    for i in range(start, min(start + NOUN_PHRASE_LENGTH, len(sentence))):
        step = _step(sentence, i, start, english)
        if step is FOUND:
            return i
        if step is STOP:
            return None
    return None


def _step(sentence: Sentence, i: int, start: int, english: English) -> _Step:
    token = sentence.tokens[i]
    if token.pos in {"NOUN", "PROPN"} or token.tag in NOUN_TAGS:
        return _noun(sentence, i, english)
    if token.pos in {"ADJ", "NUM", "DET"} or token.tag in MODIFIER_TAGS or token.dep == "amod":
        return _modifier(sentence, i, start, english)
    named = sentence.tokens[i - 1].pos == "PROPN" and _is_name_at(sentence, i + 1)
    if token.lower in {"of", "(", ")"} and named and i > start:
        return GO_ON  # "an Army of Conquest (AC) commander"
    passed = token.lower in english.people.within and (token.lower != "of" or i == start)
    return GO_ON if passed else STOP


def _is_name_at(sentence: Sentence, i: int) -> bool:
    token = sentence.token(i)
    return token is not None and token.pos in {"PROPN", "NOUN"}


def _noun(sentence: Sentence, i: int, english: English) -> _Step:
    token = sentence.tokens[i]
    if person_class(sentence, i, english) is not None or token.lower in english.people.bodies:
        passed = _modifies_next(sentence, i, english) or _is_name_before_person(sentence, i, english)
        passed = passed or _owns_person(sentence, i, english) or _is_joined_to_person(sentence, i, english)
        return GO_ON if passed else FOUND
    if sentence.around[i + 1] == "-" or _is_before_person(sentence, i, english):
        return GO_ON  # "vehicle-borne bomb makers", "a weapons supplier"
    other_people = token.pos == "NOUN" and token.tag == "NNS" and token.entity != "NORP"
    return STOP if other_people or is_thing(token, english) else GO_ON


def _owns_person(sentence: Sentence, i: int, english: English) -> bool:
    """ "his brother's wife": the wife is meant."""
    owner = sentence.around[i + 1] in {"'s", "\u2019s"} and i + 2 < len(sentence)
    return owner and person_class(sentence, i + 2, english) is not None


def _is_joined_to_person(sentence: Sentence, i: int, english: English) -> bool:
    """ "both hostage-takers": the takers are meant."""
    if sentence.around[i + 1] != "-" or i + 2 >= len(sentence):
        return False
    joined = sentence.tokens[i].end == sentence.tokens[i + 1].start  # not "nine children - dead"
    return joined and person_class(sentence, i + 2, english) is not None


def _is_name_before_person(sentence: Sentence, i: int, english: English) -> bool:
    """ "a Taliban improvised bomb maker": the name of a body of people before the noun for one of them."""
    if sentence.tokens[i].pos != "PROPN" or sentence.lowers[i] not in english.people.collective:
        return False
    last = i
    while (token := sentence.token(last + 1)) is not None and (
        token.pos in {"ADJ", "NOUN", "PROPN"} or token.tag in MODIFIER_TAGS
    ):
        last += 1
    return last > i and person_class(sentence, last, english) is not None


def _is_before_person(sentence: Sentence, i: int, english: English) -> bool:
    if sentence.deps[i] != "compound" or sentence.heads[i] <= i:
        return False
    following = sentence.token(i + 1)
    noun = following is not None and following.tag in {"NN", "NNS"}
    return noun and person_class(sentence, i + 1, english) is not None


def _modifies_next(sentence: Sentence, i: int, english: English) -> bool:
    """ "a rebel force", "fighter planes": the next noun is the head."""
    token, following = sentence.tokens[i], sentence.token(i + 1)
    if following is None or (token.tag == "NNS" and following.tag == "NN"):
        return False  # "killing 10 civilians | activist X said": a plural modifies no singular
    if following.tag in {"NN", "NNS"} and token.dep == "compound" and token.head == i + 1:
        return True
    if (
        token.pos == "PROPN"
        and token.dep in {"compound", "nmod", "amod"}
        and _leads_to_person(sentence, i, english)
    ):
        return True  # "a Taliban senior leader"
    if following.pos != "NOUN" or following.dep == "appos":
        return False
    return person_class(sentence, i + 1, english) is not None or is_thing(following, english)


def _leads_to_person(sentence: Sentence, i: int, english: English) -> bool:
    """Whether only words that stand before a noun lead from token `i` to its head, a noun for people."""
    head = sentence.tokens[i].head
    between = sentence.tokens[i + 1 : head]
    modifiers = all(t.pos in {"ADJ", "NOUN", "PROPN"} or t.tag in MODIFIER_TAGS for t in between)
    return bool(between) and modifiers and person_class(sentence, head, english) is not None


def _modifier(sentence: Sentence, i: int, start: int, english: English) -> _Step:
    token = sentence.tokens[i]
    if token.tag == "CD" and i > start and sentence.tokens[i - 1].tag == "VBG":
        return STOP  # "a number of rockets wounding three people"
    if token.tag in {"VBN", "VBG"} and i == start and not _person_follows(sentence, i, english):
        return STOP
    named = token.entity == "NORP" or person_class(sentence, i, english) is not None
    return FOUND if named and token.lower.endswith("s") else GO_ON


def _person_follows(sentence: Sentence, i: int, english: English) -> bool:
    """ "wounded soldiers": the participle stands before a noun for people."""
    for k in range(i + 1, min(i + 4, len(sentence))):
        if person_class(sentence, k, english) is not None:
            return True
        if sentence.tokens[k].pos not in {"ADJ", "NOUN", "PROPN"}:
            return False
    return False


def victims_of(sentence: Sentence, start: int, noun: int, english: English) -> Victims:
    """Civil or fighting people by the noun and what stands before it ("opposition activists", "rebel
    fighters").
    """
    armed = sentence.lowers[noun] in english.people.bodies
    found = Victims.COMBATANT if armed else person_class(sentence, noun, english) or Victims.UNKNOWN
    if found is Victims.UNKNOWN:
        for i in range(start, noun):
            before = _told(sentence, i, english)
            if before is not None:
                return before
        found = _told_after(sentence, noun, english)
    if sentence.around[noun + 1] == "and" and noun + 2 < len(sentence) and found is not Victims.UNKNOWN:
        other = person_class(sentence, noun + 2, english)
        if other not in {None, found, Victims.UNKNOWN}:
            return Victims.MIXED
    return found


def victims_of_number(sentence: Sentence, last: int, english: English) -> Victims:
    """The people of a number without a noun that ends at token `last`.

    "Of the dead, 17 were civilians", "three of them children".
    """
    if sentence.around[last + 1] == "of" and sentence.around[last + 2] in {"them", "whom"}:
        last += 2
        if last + 1 < len(sentence) and (told := _told(sentence, last + 1, english)) is not None:
            return told
    return _told_after(sentence, last, english)


def _told(sentence: Sentence, i: int, english: English) -> Victims | None:
    """Civil or fighting people, when token `i` is a noun that tells which."""
    found = person_class(sentence, i, english)
    return None if found is Victims.UNKNOWN else found


def _told_after(sentence: Sentence, noun: int, english: English) -> Victims:
    """ "14 of the dead were rebels" tells who they are; "17 people, most of them fighters" that they
    are mixed.
    """
    people = english.people
    for at in (noun + 1, noun + 2):
        identified = at == noun + 1 and sentence.around[at] in people.identified_by
        if not identified and sentence.around[at] not in people.mostly:
            continue
        for token in sentence.tokens[at + 1 : at + 8]:
            said = _told(sentence, token.i, english)
            if said is not None:
                return said if identified else Victims.MIXED
            if token.is_verb:
                break
        break
    return Victims.UNKNOWN
