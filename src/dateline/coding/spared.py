"""Counted people of whom none, or only some, came to a harm: "none of the 14 people was hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.counted import People
from dateline.coding.harms import HarmWord
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English, Words

OF = frozenset({"of", "among", "amongst", "from"})
OWNING, NAMES = frozenset({"DT", "PRP$", "JJ", "POS"}), frozenset({"NN", "NNP"})
"""What stands between "none of" and the people: "the", "his", "the minister's"."""

FARTHEST = 6
"""How many words before the people "none" may begin."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "that", "which", "whom"})


def none_before(sentence: Sentence, group: People, word: HarmWord, english: English) -> int | None:
    """The first token of what says that the harm befell none of the people: "*none* of the 14 people was
    hurt", "*not* a single civilian was harmed"; None when nothing does.
    """
    return _opening(sentence, group, word, english.tolls.none_of)


def are_some(sentence: Sentence, group: People, word: HarmWord, english: English) -> bool:
    """ "*some of* the 14 people were hurt", "*neither* the minister *nor* his two guards were": not all whom
    the number counts.
    """
    return _opening(sentence, group, word, english.tolls.some_of) is not None


def _opening(sentence: Sentence, group: People, word: HarmWord, phrases: Sequence[Words]) -> int | None:
    for i in range(group.first - 1, max(-1, group.first - 1 - FARTHEST), -1):
        for phrase in phrases:
            if sentence.reads(i, phrase) and _leads_to(sentence, i + len(phrase), group):
                return None if _only_says_who(sentence, i, group, word) else i
    return None


def _leads_to(sentence: Sentence, start: int, group: People) -> bool:
    """Whether from token `start` to the people only "of", articles and owners stand."""
    start += sentence.lower(start) in OF
    return all(_owns(sentence, i) for i in range(start, group.first))


def _owns(sentence: Sentence, i: int) -> bool:
    """ "the", "his", "the minister's"; not "the majority of this number, some 300 people"."""
    owner, following = sentence.tokens[i].tag in NAMES, sentence.token(i + 1)
    return sentence.tokens[i].tag in OWNING or (owner and following is not None and following.tag == "POS")


def _only_says_who(sentence: Sentence, opening: int, group: People, word: HarmWord) -> bool:
    """ "none of the 14 people *killed* was a soldier", "none of the two *who died* was named"."""
    if word.first > group.last and not RELATIVES.isdisjoint(sentence.lowers[group.last + 1 : word.first]):
        return True
    for i in (opening, *sentence.ancestors(opening)):
        if sentence.deps[i] in SUBJECTS:
            return opening < word.first < sentence.heads[i]
    return False
