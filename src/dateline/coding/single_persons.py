"""One person: "a woman", "the leader" who is known from before, "rebel leader X", a full name."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.person_nouns import counted_noun
from dateline.coding.quantities import Quantity
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm
from dateline.ontology.english import English, Opens

ARTICLES = frozenset({"a", "an", "another"})
POSSESSIVES = frozenset({"his", "her", "their"})
OPENING = ARTICLES | POSSESSIVES | {"the"}
PRONOUNS = frozenset({"he", "him", "she", "her", "another"})
SUBJECTS = frozenset({"he", "she"})
HARMED_DEPS = frozenset({"dobj", "obj", "nsubjpass"})
GENITIVES = frozenset({"'s", "’s", "'", "s", "-"})
SINGULAR = frozenset({"NN", "NNP"})
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
NO_NAME_BEHIND = MODIFIERS | {"DET", "PUNCT"}
NO_SUBJECT_BEHIND = MODIFIERS | {"DET", "NUM"}


def single_persons(sentence: Sentence, english: English) -> Iterator[Quantity]:
    """The single persons of a sentence; each stands for one from its first token on."""
    objects = [i for i, dep in enumerate(sentence.deps) if dep in HARMED_DEPS]
    for i in sorted({*sentence.places(Opens.PERSON), *objects}):
        token = sentence.tokens[i]
        lower, harmed = token.lower, token.dep in HARMED_DEPS
        if lower in PRONOUNS and (harmed or _dies(sentence, token, english)):
            yield Quantity(token.i, token.i, token.i, 1, 1, article=True, definite=True)
        elif lower == "the":
            yield from _known(sentence, token.i, english)
        elif lower in OPENING:
            yield from _by_article(sentence, token.i, english)
        elif harmed and (first := _full_name(sentence, token, english)) is not None:
            yield Quantity(first, first, token.i, 1, 1, article=True, definite=True)
        elif token.tag in SINGULAR and is_rank(token, english):
            yield from _by_name(sentence, token.i, english)


def _dies(sentence: Sentence, token: Token, english: English) -> bool:
    """ "he died", which tells of a death by violence only if the story tells how he was hurt."""
    verb = sentence.tokens[token.head]
    return token.lower in SUBJECTS and token.dep == "nsubj" and verb.lemma in english.harms[Harm.KILLED].agent


def _by_article(sentence: Sentence, i: int, english: English) -> Iterator[Quantity]:
    """ "a woman", "his brother": when the noun is a person's and stands in the singular."""
    token = sentence.tokens[i]
    if sentence.around[i - 2] == "of" and sentence.around[i - 1] in {"them", "whom"}:
        return
    if (first := _named_before(sentence, i, english)) is not None:
        yield Quantity(first, first, i, 2, 2, article=True, definite=True)
        return
    owned = token.pos == "PRON" or token.lower in POSSESSIVES
    if owned and not (_is_listed_kin(sentence, i, english) or _is_harmed_kin(sentence, i, english)):
        return
    head = counted_noun(sentence, i + 1, english)
    if head is None or _is_body(sentence, head, english):
        return
    if sentence.tokens[head].tag not in SINGULAR and sentence.lowers[head] != "old":
        return
    if sentence.lowers[head] in english.people.abstract or sentence.around[head + 1] == "-":
        return  # "a rebel-held town" is no rebel
    yield Quantity(i, i, i, 1, 1, article=True)


def _named_before(sentence: Sentence, i: int, english: English) -> int | None:
    """The first token of the name in "X and his companion", who are two."""
    if sentence.lowers[i] not in POSSESSIVES or sentence.around[i - 1] != "and":
        return None
    first = i - 1
    while first > 0 and is_name(sentence.tokens[first - 1], english):
        first -= 1
    before = sentence.token(first - 1)
    alone = before is None or before.pos not in NO_NAME_BEHIND
    harmed = first < i - 1 and sentence.tokens[i - 2].dep in {"dobj", "obj", "nsubjpass"}
    return first if alone and harmed and _is_listed_kin(sentence, i, english) else None


def _is_body(sentence: Sentence, noun: int, english: English) -> bool:
    """Whether the noun is a body of people's name, of which "a" makes no person ("a Taliban bomb")."""
    return sentence.tokens[noun].pos == "PROPN" and sentence.lowers[noun] in english.people.collective


def _is_listed_kin(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.around[i - 1] in {",", "and"} and sentence.around[i + 1] in english.people.kin


def _is_harmed_kin(sentence: Sentence, i: int, english: English) -> bool:
    """ "shot his wife", "her son was killed": of kin whom a verb of harm is said of."""
    noun = sentence.token(i + 1)
    if noun is None or noun.lower not in english.people.kin or sentence.title:
        return False
    verb = sentence.tokens[noun.head]
    if noun.dep in HARMED_DEPS:
        return any(verb.lemma in english.harms[harm].verbs for harm in (Harm.KILLED, Harm.INJURED))
    return noun.dep == "nsubj" and verb.lemma in english.harms[Harm.KILLED].agent


def _known(sentence: Sentence, i: int, english: English) -> Iterator[Quantity]:
    """ "the leader", not "the police" nor "the leader's house"."""
    head = counted_noun(sentence, i + 1, english)
    if head is None or not is_rank(sentence.tokens[head], english):
        return
    noun = sentence.tokens[head]
    if noun.tag != "NN" and not (noun.tag == "NNP" and noun.text.islower()):
        return
    if sentence.around[head + 1] in GENITIVES:
        return
    yield Quantity(i, i, i, 1, 1, article=True, definite=True)


def is_rank(token: Token, english: English) -> bool:
    """Whether a noun in the singular is one person's, and no body of people's."""
    people, lower = english.people, token.lower
    return lower in people.classes and lower not in people.collective and lower not in people.abstract


def _by_name(sentence: Sentence, noun: int, english: English) -> Iterator[Quantity]:
    """ "rebel leader X": a person's noun right before a name, and no article or number before it."""
    if sentence.title or sentence.tokens[noun].entity or name_behind(sentence, noun, english) == noun:
        return
    first = noun
    while first > 0 and sentence.tokens[first - 1].pos in MODIFIERS:
        first -= 1
    before = sentence.token(first - 1)
    if before is not None and (
        before.pos in {"DET", "NUM"} or before.lower == "-" or before.lower in POSSESSIVES
    ):
        return
    if counted_noun(sentence, first, english) == noun:
        yield Quantity(first, first, first - 1, 1, 1, article=True, definite=True)


def _full_name(sentence: Sentence, last: Token, english: English) -> int | None:
    """The first token of a name of several words that somebody killed has ("killing Omar Haddad")."""
    killed, verb = english.harms[Harm.KILLED], sentence.lemmas[last.head]
    if sentence.title or verb not in killed.verbs or verb in killed.patient_named:
        return None
    apposed = [sentence.tokens[child] for child in sentence.children[last.i] if child > last.i]
    if any(one.dep == "appos" and one.pos != "NUM" for one in apposed):
        return None  # "Omar Haddad, a commander": the commander is counted
    first = last.i + 1
    while first > 0 and _is_in_name(sentence.tokens[first - 1], last, english):
        first -= 1
    before, words = sentence.token(first - 1), sentence.lowers[first : last.i + 1]
    if last.dep == "nsubjpass":
        alone = before is None or before.pos not in NO_SUBJECT_BEHIND
    else:
        alone = first - 1 == last.head  # "killed Omar Haddad", nothing between
    if not alone or len(words) < 2:
        return None
    bodies = (english.kinds.force, english.kinds.place, english.people.collective, english.people.things)
    return first if all(body.isdisjoint(words) for body in bodies) else None


def _is_in_name(token: Token, last: Token, english: English) -> bool:
    """Countries lend their names to people ("Jordan Hale"), and some surnames look like plurals."""
    if token.i == last.i:
        return token.tag in {"NNP", "NNPS"} and _may_be_name(token, english)
    lent = token.entity == "GPE" and token.dep == "compound" and token.head == last.i
    return lent or is_name(token, english)


def name_behind(sentence: Sentence, noun: int, english: English) -> int:
    """The last token of the name behind a person's noun ("leader X", "a leader, X,"), or the noun."""
    last = _name_end(sentence, noun, english)
    if last > noun or sentence.around[noun + 1] != ",":
        return last
    last = _name_end(sentence, noun + 1, english)
    closed = last > noun + 1 and sentence.around[last + 1] in {",", "."}
    return last if closed else noun


def _name_end(sentence: Sentence, before: int, english: English) -> int:
    last = before
    while (token := sentence.token(last + 1)) is not None and is_name(token, english):
        last += 1
    return last


def is_name(token: Token, english: English) -> bool:
    """Whether the token can be part of a person's name."""
    return token.tag == "NNP" and _may_be_name(token, english)


def _may_be_name(token: Token, english: English) -> bool:
    if token.entity or not token.text[:1].isupper():
        return False
    return token.lower not in english.harmed and token.lemma not in english.harming
