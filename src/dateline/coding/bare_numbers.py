"""Whether a number without a noun counts people: "killed 19", "both were shot", "dozens wounded"."""

from __future__ import annotations

from dateline.coding.quantities import Quantity
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English

FATALLY = frozenset({"fatally", "mortally"})
RECALLED = frozenset({"them", "whom", "the", "those"})
"""Behind "of": people named before ("six of them")."""


def is_of_two(sentence: Sentence, head: int | None, after: int, english: English) -> bool:
    """ "both men were killed", "both were shot", "both died"; not "both soldiers and civilians", "both killed
    and maimed"."""
    if head is not None:
        return sentence.around[head + 1] not in {"and", "or"}
    following = sentence.token(after)
    told = following is not None and (following.lower in english.grammar.be or following.lower == "of")
    return told or (following is not None and following.lemma in english.suffering)


def may_stand_alone(sentence: Sentence, quantity: Quantity, english: English) -> bool:
    """Whether a number without a noun can count people: "killed 19", "five were killed", "dozens wounded"."""
    if quantity.article or _is_age(sentence, quantity) or _is_act(sentence, quantity, english):
        return False
    after = sentence.token(quantity.last + 1)
    if after is None:
        return True
    words = english.people
    if after.lower in words.never_alone_before:
        return after.lower == "of" and sentence.around[quantity.last + 2] in RECALLED
    several_shot = after.lower == "shot" and quantity.low != 1  # "3 shot dead": three rounds are "shots"
    if after.lower in words.harmed or after.lower in FATALLY or several_shot:
        return True
    if after.pos in {"NOUN", "PROPN"} and after.tag in {"NN", "NNS"}:
        return False
    # "several improvised bombs": the participle stands before the noun that is counted.
    modifies = after.pos == "ADJ" or (after.tag == "VBN" and after.dep == "amod")
    return not (modifies and _nominal_follows(sentence, after.i))


def _is_act(sentence: Sentence, quantity: Quantity, english: English) -> bool:
    """ "airstrikes, including one near a clinic"."""
    part = sentence.around[quantity.first - 1] == "including"
    return part and sentence.around[quantity.last + 1] in english.people.act_before


def _is_age(sentence: Sentence, quantity: Quantity) -> bool:
    """ "James Gaylord, 71, died", "His wife, 58, was hurt"."""
    k = quantity.first
    return (
        k > 1
        and sentence.lowers[k - 1] == ","
        and (sentence.tokens[k - 2].pos == "PROPN" or sentence.tokens[k - 2].tag == "NN")
        and sentence.around[quantity.last + 1] in {",", ".", ""}
    )


def _nominal_follows(sentence: Sentence, i: int) -> bool:
    following = sentence.token(i + 1)
    return following is not None and following.pos in {"NOUN", "ADJ"}
