"""Which verbs put what is said into someone's mouth here, and which only look like it."""

from __future__ import annotations

from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

VERB_TAGS = frozenset({"VBD", "VBN", "VBZ", "VBG", "VBP"})
PASSIVE_DEPS = frozenset({"auxpass", "nsubjpass"})
RECORDED_WITHIN = 8
"""How far behind a verb of recording what it records may stand."""

BLAMING = frozenset({"accuse", "charge", "blame", "suspect", "condemn"})
"""Verbs that want an object right behind them, or else are passives that lost their verb."""

LIVES_WITHIN = 5
"""How far behind "claimed" the lives may stand."""

DENIED_WITHIN = 4
"""How many words behind "denied" the part in a deed that is denied may stand."""


def is_speech_verb(sentence: Sentence, token: Token, english: English) -> bool:
    """Whether the token is a verb of cues.yaml, used to attribute."""
    if token.lemma not in english.cues.verbs or (not token.is_verb and token.tag not in VERB_TAGS):
        return False
    if _is_other_use(sentence, token, english):
        return False
    if not _is_passive(sentence, token, english) or sentence.reads(token.i + 1, ("as", "saying")):
        return True
    return sentence.around[token.i + 1] == "by"


def _is_other_use(sentence: Sentence, token: Token, english: English) -> bool:
    """ "to report", "reportedly", "the reported attack", "a letter read ...", the nouns "state" and
    "report".
    """
    cues = english.cues
    infinitive = token.tag == "VB" and sentence.around[token.i - 1] == "to"
    counting = token.lemma in cues.count and token.lemma not in cues.say
    attached = token.tag == "VBN" and token.dep == "acl" and sentence.around[token.i + 1] != "by"
    attached = attached and not sentence.has_child(token.i, {"ccomp"})
    return (
        (infinitive and token.lemma not in cues.speech_act)
        or (counting and not _records(sentence, token, english))
        or (infinitive and sentence.around[token.i - 2] in english.grammar.be)  # "X is to blame"
        or token.lower.endswith("ly")
        or token.dep == "amod"
        or attached
        or token.lower == "state"
        or (token.lower == "report" and token.pos == "NOUN")
        or sentence.around[token.i + 1] in english.speech.greetings
        or _claims_lives(sentence, token, english)
        or _names_a_thing(sentence, token)
        or _is_counted_noun(sentence, token)
        or _is_headline_passive(sentence, token, english)
    )


def _claims_lives(sentence: Sentence, token: Token, english: English) -> bool:
    """ "claiming the lives of ten people"."""
    behind = sentence.tokens[token.i + 1 : token.i + LIVES_WITHIN]
    return token.lemma == "claim" and any(other.lemma in english.speech.lives for other in behind)


def _names_a_thing(sentence: Sentence, token: Token) -> bool:
    """ "A quarter once called the capital of the revolt": nobody calls for anything."""
    deps = sentence.child_deps(token.i)
    return token.lemma == "call" and "oprd" in deps and "nsubj" not in deps


def _is_headline_passive(sentence: Sentence, token: Token, english: English) -> bool:
    """ "Man accused of murder": who is accused does not speak."""
    accuses = token.lemma in english.cues.speech_act and token.lower.endswith("ed")
    return accuses and token.lemma in BLAMING and sentence.around[token.i + 1] in {"of", "in", "over", "with"}


def _is_counted_noun(sentence: Sentence, token: Token) -> bool:
    """ "three command posts": the parser takes the plural for a verb, which would have to be one too."""
    if token.tag != "VBZ":
        return False
    before, number = sentence.token(token.i - 1), sentence.token(token.i - 2)
    plural = number is not None and number.pos == "NUM" and number.lower not in {"one", "1"}
    return plural and before is not None and before.tag == "NN"


def _records(sentence: Sentence, token: Token, english: English) -> bool:
    """ "gave a toll of", "put the number at", "recorded 12 deaths": the verb records people."""
    if token.lemma in english.speech.recording:
        return True
    window = sentence.tokens[token.i + 1 : token.i + RECORDED_WITHIN]
    return any(other.lemma in english.speech.counted for other in window)


def _is_passive(sentence: Sentence, token: Token, english: English) -> bool:
    if token.tag == "VBD" and sentence.around[token.i - 1] in english.cues.pronouns:
        return False  # "… since 4 am he told reporters": what ran in is no auxiliary
    if sentence.has_child(token.i, PASSIVE_DEPS):
        return True
    before = sentence.lowers[max(0, token.i - 3) : token.i]
    return token.tag == "VBN" and not english.grammar.be.isdisjoint(before)


def is_progressive(sentence: Sentence, i: int, english: English) -> bool:
    """Whether the participle at token `i` is the verb of its clause ("was saying")."""
    before, grammar = sentence.lowers[max(0, i - 2) : i], english.grammar
    return not (grammar.be.isdisjoint(before) and grammar.contracted_be.isdisjoint(before))


def denies_a_part(sentence: Sentence, i: int, english: English) -> bool:
    """ "a blast killed ten; rebels *denied any role*": that ten were killed is not what they deny."""
    for token in sentence.tokens[i + 1 : i + 1 + DENIED_WITHIN]:
        if token.lower in english.events.taking_part:
            return True
        if token.pos not in {"DET", "ADJ", "PRON"}:
            return False
    return False
