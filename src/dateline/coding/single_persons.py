"""One person: "a woman", "the leader" who is known from before, "rebel leader X", a full name."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.person_nouns import behind_age, counted_noun
from dateline.coding.quantities import Quantity
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm
from dateline.ontology.english import English, Opens

ARTICLES = frozenset({"a", "an", "another"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our"})
OPENING = ARTICLES | POSSESSIVES | {"the"}
PRONOUNS = frozenset({"he", "him", "she", "her", "another"})
SUBJECTS = frozenset({"he", "she"})
HARMED_DEPS = frozenset({"dobj", "obj", "nsubjpass"})
ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
LAST_OF_TWO = frozenset({"second", "other"})
GENITIVES = frozenset({"'s", "’s", "'", "s", "-"})
NUMBERS = frozenset({"dozen", "hundred", "thousand", "score"})
OWNING = frozenset({"'s", "’s"})
OLDEST = 110
SINGULAR = frozenset({"NN", "NNP"})
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
NO_NAME_BEHIND = MODIFIERS | {"DET", "PUNCT"}
COUNTED_OFF = frozenset({"AUX", "PUNCT", "ADP"})
NO_SUBJECT_BEHIND = MODIFIERS | {"DET", "NUM"}


def single_persons(sentence: Sentence, english: English) -> Iterator[Quantity]:
    """The single persons of a sentence; each stands for one from its first token on."""
    objects = [i for i, dep in enumerate(sentence.deps) if dep in HARMED_DEPS]
    yield from _of_names(sentence, english)
    for i in sorted({*sentence.places(Opens.PERSON), *objects}):
        token = sentence.tokens[i]
        lower, harmed = token.lower, token.dep in HARMED_DEPS
        if lower in PRONOUNS and (
            harmed or _dies(sentence, token, english) or _is_another(sentence, i, english)
        ):
            yield Quantity(token.i, token.i, token.i, 1, 1, article=True, definite=True)
        elif lower == "the" and _is_last_of_them(sentence, i, english):
            yield Quantity(i, i, i + 1, 1, 1, article=True, definite=True)
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


def _is_another(sentence: Sentence, i: int, english: English) -> bool:
    """ "three men were killed, and another wounded": one more, before a word of harm."""
    if sentence.lowers[i] != "another":
        return False
    at = i + 1
    while sentence.around[at] in english.grammar.be or sentence.around[at].endswith("ly"):
        at += 1
    token = sentence.token(at)
    following = sentence.token(at + 1)
    if token is None or (following is not None and following.pos in MODIFIERS):
        return False  # "another wounded child"
    return token.lower in english.harmed or token.lemma in english.suffering


def _by_article(sentence: Sentence, i: int, english: English) -> Iterator[Quantity]:
    """ "a woman", "his brother": when the noun is a person's and stands in the singular."""
    token = sentence.tokens[i]
    if sentence.around[i - 2] == "of" and sentence.around[i - 1] in {"them", "whom"}:
        return
    if (first := _named_before(sentence, i, english)) is not None:
        yield Quantity(first, first, i, 2, 2, article=True, definite=True)
        return
    if _is_counted_off(sentence, i):
        yield Quantity(i, i, i + 1, 1, 1, article=True, definite=True)
        return
    head = counted_noun(sentence, i + 1, english)
    if head is None or _is_body(sentence, head, english) or sentence.around[head + 1] in GENITIVES:
        return  # "a soldier's house", "his brother's wife", "a rebel-held town"
    owned = token.pos == "PRON" or token.lower in POSSESSIVES
    if owned and not (_is_listed_kin(sentence, i, head, english) or _is_harmed_kin(sentence, head, english)):
        return
    noun = sentence.tokens[head]
    if noun.lower in english.people.abstract | NUMBERS or (noun.tag not in SINGULAR and noun.lower != "old"):
        return  # "a death", "a dozen caterers"
    pair = pair_of(sentence, head, english) is not None or noun.lower in english.people.twos
    yield Quantity(i, i, i, 1 + pair, 1 + pair, article=True)


def _of_names(sentence: Sentence, english: English) -> Iterator[Quantity]:
    """ "Sara Haddad and *Sara's 11-year-old son* were killed": kin of somebody named, in a list or harmed."""
    for i, lower in enumerate(sentence.lowers):
        if lower not in OWNING or i == 0 or not is_name(sentence.tokens[i - 1], english):
            continue
        head, first = counted_noun(sentence, i + 1, english), i - 1
        if (
            head is None
            or sentence.tokens[head].tag not in SINGULAR
            or sentence.lowers[head] not in english.people.kin
        ):
            continue
        while first > 0 and is_name(sentence.tokens[first - 1], english):
            first -= 1
        behind = sentence.around[head + 1] in GENITIVES
        if not behind and (
            sentence.around[first - 1] in {",", "and"} or _is_harmed_kin(sentence, head, english)
        ):
            yield Quantity(first, i, i, 1, 1, article=True)


def _is_counted_off(sentence: Sentence, i: int) -> bool:
    """ "and a fourth was wounded", not "a fourth of the men", "a fourth soldier"."""
    following = sentence.token(i + 2)
    ordinal = sentence.lowers[i] == "a" and sentence.around[i + 1] in ORDINALS
    return ordinal and (following is None or (following.lower != "of" and following.pos in COUNTED_OFF))


def _is_last_of_them(sentence: Sentence, i: int, english: English) -> bool:
    """ "three were killed and the fourth was captured", "two were shot and the third wounded"."""
    following = sentence.token(i + 2)
    if not is_last_of_several(sentence, i) or following is None or i == 0:
        return False
    harmed = following.lemma in english.harming and following.tag in {"VBN", "VBD"}
    return following.pos == "AUX" or harmed or following.lemma in english.suffering


def is_last_of_several(sentence: Sentence, i: int) -> bool:
    """ "the fourth", "the other"."""
    return sentence.lowers[i] == "the" and sentence.around[i + 1] in ORDINALS | LAST_OF_TWO


def pair_of(sentence: Sentence, head: int, english: English) -> int | None:
    """ "a woman and *child* were killed", "killed his wife and 12-year-old *daughter*": the second noun
    behind one article, where they are two people by what follows or by being kin of one."""
    if sentence.around[head + 1] != "and" or sentence.around[head + 2] in OPENING:
        return None
    second = counted_noun(sentence, head + 2, english)
    if second is None or sentence.tokens[second].tag != "NN":
        return None
    nouns = {sentence.lowers[head], sentence.lowers[second]}
    told = sentence.around[second + 1] in {"were", "are", "have"}
    kin = nouns <= english.people.kin and sentence.around[second + 1] not in GENITIVES
    return second if nouns <= english.people.summed and (told or kin) else None


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
    head = counted_noun(sentence, i + 1, english) if alone and harmed else None
    return first if head is not None and _is_listed_kin(sentence, i, head, english) else None


def _is_body(sentence: Sentence, noun: int, english: English) -> bool:
    """Whether the noun is a body of people's name, of which "a" makes no person ("a Taliban bomb")."""
    return sentence.tokens[noun].pos == "PROPN" and sentence.lowers[noun] in english.people.collective


def _is_listed_kin(sentence: Sentence, i: int, head: int, english: English) -> bool:
    """ "a boy and his mother", "a woman and her 6-year-old son", "was killed with her son"."""
    before, harm = sentence.around[i - 1], sentence.around[i - 2]
    listed = before in {",", ";", "and"} or (before == "with" and (harm in english.harmed or harm == "died"))
    return listed and sentence.lowers[head] in english.people.kin


def _is_harmed_kin(sentence: Sentence, head: int, english: English) -> bool:
    """ "shot his wife", "her 9-year-old son was killed", "the death of his daughter": of kin whom a word of
    harm is said of."""
    noun = sentence.tokens[head]
    if noun.lower not in english.people.kin or sentence.title:
        return False
    verb, harms = sentence.tokens[noun.head], [english.harms[harm] for harm in (Harm.KILLED, Harm.INJURED)]
    if noun.dep in HARMED_DEPS:
        if verb.lower == "dead":  # "shot dead his wife": hers, by the parse
            return sentence.lemmas[verb.i - 1] in english.tolls.fatal_deeds
        return any(
            sentence.matches(verb.i, phrase)
            for words in harms
            for phrase in words.patient_by_first.get(verb.lemma, ())
        )
    if noun.dep == "pobj" and verb.lower == "of":
        return any(sentence.tokens[verb.head].lemma in words.of for words in harms)
    return noun.dep == "nsubj" and verb.lemma in english.harms[Harm.KILLED].agent


def _known(sentence: Sentence, i: int, english: English) -> Iterator[Quantity]:
    """ "the leader", not "the police" nor "the leader's house"."""
    head = counted_noun(sentence, i + 1, english)
    if head is None or not (sentence.lowers[head] == "old" or is_rank(sentence.tokens[head], english)):
        return
    noun = sentence.tokens[head]
    if noun.lower == "old" and behind_age(sentence, i + 1) == head + 1:
        yield Quantity(i, i, i, 1, 1, article=True, definite=True)  # "the 2-year-old"
        return
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
    if sentence.around[name_behind(sentence, noun, english) + 1] in GENITIVES - {"-"}:
        return  # "Prince George's Hospital"
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
    if any(one.dep == "appos" and one.pos != "NUM" and not is_kin_of(sentence, one.i) for one in apposed):
        return None  # "Omar Haddad, a commander": the commander is counted
    first = last.i + 1
    while first > 0 and _is_in_name(sentence.tokens[first - 1], last, english):
        first -= 1
    before, words = sentence.token(first - 1), sentence.lowers[first : last.i + 1]
    if last.dep == "nsubjpass":
        alone = before is None or before.pos not in NO_SUBJECT_BEHIND
    else:
        alone = first - 1 == last.head  # "killed Omar Haddad", nothing between
    if not alone or (len(words) < 2 and not _is_aged(sentence, last.i)):
        return None
    bodies = (english.kinds.force, english.kinds.place, english.people.collective, english.people.things)
    return first if all(body.isdisjoint(words) for body in bodies) else None


def _is_aged(sentence: Sentence, name: int) -> bool:
    """ "killed *Haddad, 43*, who owned it": an age behind the name, between commas."""
    age = sentence.around[name + 2]
    closed = sentence.around[name + 1] == "," and sentence.around[name + 3] in {",", "."}
    return closed and age.isdigit() and int(age) < OLDEST


def is_kin_of(sentence: Sentence, noun: int) -> bool:
    """ "Omar Haddad, *his wife* and their children": one more person, not who Omar Haddad is."""
    return any(
        sentence.deps[child] == "poss" and sentence.lowers[child] in POSSESSIVES
        for child in sentence.children[noun]
    )


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
