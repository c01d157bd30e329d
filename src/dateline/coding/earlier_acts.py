"""An older act told beside the news: "Monday's attack came after a blast on Friday that killed 12".

Its dead are not those of the news, and what follows does not lean on its place and day.
"""

from __future__ import annotations

from dateline.coding.anchors import Anchor
from dateline.coding.tokens import Sentence
from dateline.model import Harm
from dateline.ontology.english import English

APART_WITHIN = 8
"""How far behind "days after" an older event that is only named may stand."""


def earlier_act(sentence: Sentence, word: int, english: English) -> tuple[int, int] | None:
    """ "Monday's attack came after *a blast on Friday that killed 12*", "two days after *a raid*": what is
    told of an act behind a word for what was before, with a day of its own beside the sentence's."""
    if english.events.earlier_behind.isdisjoint(sentence.lowers):
        return None  # as nearly always
    days = [token.i for token in sentence.tokens if token.entity == "DATE"]
    if not days:
        return None
    for at in (word, *sentence.ancestors(word)):
        marker = _marker(sentence, at, english)
        if marker is None or (at != word and sentence.lowers[marker] in english.events.earlier_next):
            continue
        if sentence.lemmas[sentence.heads[marker]] in english.harms[Harm.KILLED].agent:
            return None  # "died on Tuesday after a shooting on Monday": of the shooting
        first, last = sentence.subtree(at)
        within = [first <= day <= last for day in days]
        apart = sentence.lower(marker - 1) in english.events.intervals or (any(within) and not all(within))
        return (max(first, marker + 1), last) if apart else None
    return None


def _marker(sentence: Sentence, at: int, english: English) -> int | None:
    """The word for what was before that token `at`, a noun or a verb, stands behind."""
    head, behind = sentence.heads[at], english.events.earlier_behind
    if sentence.deps[at] in {"pobj", "dobj", "pcomp"} and sentence.lowers[head] in behind:
        return head
    marks = (child for child in sentence.children[at] if sentence.deps[child] in {"mark", "prep"})
    return next((child for child in marks if child < at and sentence.lowers[child] in behind), None)


def is_set_apart(sentence: Sentence, anchor: Anchor, english: English) -> bool:
    """Whether a noun only tells how long before the news an older event was: "days after an air strike"."""
    near = sentence.lowers[max(0, anchor.first - APART_WITHIN) + 1 : anchor.first]
    if anchor.part_of_speech != "noun" or english.events.setting_apart.isdisjoint(near):
        return False
    if not _is_object(sentence, anchor.last):
        return False
    if sentence.has_child(anchor.last, {"relcl", "acl"}):
        return False  # "days after a blast that killed ten"
    for i in range(anchor.first - 1, max(0, anchor.first - APART_WITHIN), -1):
        if sentence.tokens[i].is_verb:
            return False
        if sentence.lowers[i] in english.events.setting_apart:
            return sentence.tokens[i - 1].lemma in english.kinds.period
    return False


def _is_object(sentence: Sentence, i: int) -> bool:
    """Whether the noun phrase of token `i` stands behind a preposition."""
    while sentence.tokens[i].dep == "compound":
        i = sentence.tokens[i].head
    return sentence.tokens[i].dep == "pobj"
