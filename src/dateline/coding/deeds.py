"""What the verb of a word of harm says of who does it: to others, to oneself, or by a participle nobody."""

from __future__ import annotations

from dateline.coding.harms import HarmWord
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm
from dateline.ontology.english import FUNCTION_WORDS, English, Opens

REFLEXIVES = FUNCTION_WORDS[Opens.OWN_DEATH] | {"itself"}
LAST = frozenset({"and", ",", "then"})
CONJOINING = frozenset({"and", "or", "/"})
ENDS = frozenset({".", ";", ":"})
FAR = 18
"""How far behind a verb its last object may stand."""
ABOVE = 4
"""How many verbs above who does it is looked for."""


def is_on_oneself(sentence: Sentence, word: HarmWord) -> bool:
    """ "a man shot himself"."""
    return sentence.lower(word.last + 1) in REFLEXIVES


def subject_above(sentence: Sentence, verb: int) -> int | None:
    """The subject of the verb, or of the nearest above it that has one ("a man shot his wife before *killing*
    himself")."""
    for above in [verb, *list(sentence.ancestors(verb))[:ABOVE]]:
        for child in sentence.children[above]:
            if sentence.deps[child] == "nsubj" and child < verb:
                return child
    return None


def is_under_way(sentence: Sentence, word: HarmWord, english: English) -> bool:
    """ "two men were shooting": who shoots is not shot."""
    token = sentence.tokens[word.first]
    presumed = token.tag == "VBG" and token.lemma in english.harms[word.harm].presumed
    return presumed and sentence.lower(word.first - 1) != "being" and not is_on_oneself(sentence, word)


def is_found(sentence: Sentence, word: HarmWord) -> bool:
    """ "four people found shot to death": a participle without an object."""
    participle = sentence.tokens[word.first].tag == "VBN" or sentence.lower(word.first - 1) == "found"
    return participle and not has_object(sentence, word.first)


def is_deed_of_others(sentence: Sentence, word: HarmWord, english: English) -> bool:
    """ "two men accused of killing a woman", "two men shot Omar Haddad": who stands before did it."""
    token = sentence.tokens[word.first]
    if token.tag == "VBG" and sentence.lower(word.first - 1) == "of":
        return sentence.lower(word.first - 2) in english.tolls.blame
    return token.lemma in english.harms[word.harm].presumed and has_object(sentence, word.first)


def is_perfect(sentence: Sentence, word: HarmWord) -> bool:
    """ "who has killed many"."""
    children = (sentence.tokens[child] for child in sentence.children[word.first])
    return any(token.lemma == "have" and token.dep == "aux" for token in children)


def is_undergone(token: Token, english: English) -> bool:
    """Whether the token is a participle, or looks like one, of a verb that kills or hurts its object."""
    harms = (english.harms[harm] for harm in (Harm.KILLED, Harm.INJURED))
    return token.tag in {"VBN", "VBD"} and any(token.lemma in words.verbs for words in harms)


def fatal_verb(sentence: Sentence, word: HarmWord) -> int | None:
    """ "the suspect fatally shot a clerk": the verb, where it has an object that is not oneself."""
    token = sentence.tokens[word.first]
    verb = sentence.tokens[token.head]
    fatally = word.how == "state" and token.lower.endswith("ly")
    if not (fatally and verb.is_verb and has_object(sentence, verb.i)):
        return None
    return None if sentence.lower(verb.i + 1) in REFLEXIVES else verb.i


def told_deed(sentence: Sentence, word: HarmWord, english: English) -> int | None:
    """ "gunman fatally shoots two policemen", "soldier shoots dead three comrades": the verb, in the present,
    in which only who does it stands before it, whatever a headline's capitals make of the parse."""
    if word.how != "state":
        return None
    verb = word.first + 1 if sentence.lowers[word.first].endswith("ly") else word.first - 1
    lower, deeds = sentence.lower(verb), english.tolls.fatal_deeds
    present = lower in deeds or (lower.endswith("s") and lower[:-1] in deeds)
    return verb if present else None


def has_object(sentence: Sentence, verb: int) -> bool:
    """Whether the verb has an object by the parse."""
    return sentence.has_child(verb, {"dobj", "obj"})


def is_passed(sentence: Sentence, i: int, english: English) -> bool:
    """Whether token `i` may stand between people and their word of harm ("five were also killed")."""
    token = sentence.tokens[i]
    if token.lower in CONJOINING:  # "killed or wounded"
        return i > 0 and _is_harm(sentence.tokens[i - 1], english)
    passed = token.lower in english.tolls.between or token.pos in {"ADV", "AUX", "PART"}
    return passed or _is_harm(token, english)


def _is_harm(token: Token, english: English) -> bool:
    return token.lower in english.harmed or token.lemma in english.harming


def tells_of_some(sentence: Sentence, last: int, word: HarmWord) -> bool:
    """ "100 captives, a third of whom died": not of all that token `last` ends."""
    return any(sentence.reads(i, ("of", "whom")) for i in range(last + 2, word.first - 1))
