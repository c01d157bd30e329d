"""An older act told beside the news: "Monday's attack came after a blast on Friday that killed 12".

Its dead are not those of the news, and what follows does not lean on its place and day, nor it on theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coding.anchors import Anchor
from dateline.coding.tokens import Sentence, Token
from dateline.model import Harm
from dateline.ontology.english import English

_BEHIND = frozenset({"prep", "advcl", "ccomp", "pcomp"})
LONG_AGO, YEAR = frozenset({"ago", "last", "earlier", "previous"}), re.compile(r"(?:19|20)\d\d")
"""Words of days that are no day of the week or of the calendar."""
APART_WITHIN = 8
"""How far behind "days after" an older event that is only named may stand."""


def earlier_act(sentence: Sentence, word: int, english: English) -> tuple[int, int] | None:
    """ "Monday's attack came after *a blast on Friday that killed 12*", "two days after *a raid*": what is
    told of an act behind a word for what was before, with a day of its own beside the sentence's, or because
    the act of the sentence is said to come after it."""
    events = english.events
    if "whose" in sentence.lowers and (told := _of_others(sentence, word)) is not None:
        return told
    if events.earlier_behind.isdisjoint(sentence.lowers) and events.following.isdisjoint(sentence.lemmas):
        return None  # as nearly always
    above = (word, *sentence.ancestors(word))
    return _what_came_before(sentence, above, english) or _act_of_own_day(sentence, above, english)


def _of_others(sentence: Sentence, word: int) -> tuple[int, int] | None:
    """ "A woman *whose three children were killed last year* was wounded on Monday": what a clause tells of
    somebody's people, with a day of its own beside the sentence's."""
    for at in (word, *sentence.ancestors(word)):
        if sentence.deps[at] == "relcl":
            first, last = sentence.subtree(at)
            dated = any(_tells_day(token) for token in sentence.tokens[first : last + 1])
            beside = any(_tells_day(t) for t in (*sentence.tokens[:first], *sentence.tokens[last + 1 :]))
            told = "whose" in sentence.lowers[first : at + 1] and dated and beside
            return (first, last) if told else None
    return None


def _tells_day(token: Token) -> bool:
    return token.entity == "DATE" or token.lower in LONG_AGO or YEAR.fullmatch(token.lower) is not None


def _act_of_own_day(sentence: Sentence, above: Sequence[int], english: English) -> tuple[int, int] | None:
    """ "*a blast on Friday*" behind "after", where the sentence has another day, or "two days" stand before.
    `above` are a word and all that govern it."""
    events, lowers = english.events, sentence.lowers
    days = [token.i for token in sentence.tokens if token.entity == "DATE"]
    if not days:
        return None
    below = word = above[0]
    for at in above:
        marker = _marker(sentence, at, english)
        in_clause = at == word or sentence.deps[below] in {"relcl", "acl"}
        below = at
        if marker is None or (not in_clause and lowers[marker] in events.earlier_next):
            continue
        first, last = sentence.subtree(at)
        first = max(first, marker + 1)
        if sentence.lemmas[sentence.heads[marker]] in english.harms[Harm.KILLED].agent:
            return None  # "died on Tuesday after a shooting on Monday": of the shooting
        within = [first <= day <= last for day in days]
        apart = sentence.lower(marker - 1) in events.intervals or (any(within) and not all(within))
        return (first, last) if apart else None
    return None


def _what_came_before(sentence: Sentence, above: Sequence[int], english: English) -> tuple[int, int] | None:
    """What the act of the sentence "came after" or "followed"."""
    for at in above:
        if _is_followed(sentence, at, english):
            return sentence.subtree(at)
        if (behind := _behind_coming(sentence, at, english)) is not None:
            return behind
    return None


def _is_followed(sentence: Sentence, at: int, english: English) -> bool:
    """ "The killing followed *a week of attacks that left 60 dead*"."""
    verb = sentence.heads[at]
    return (
        sentence.deps[at] == "dobj"
        and sentence.lemmas[verb] in english.events.following
        and _tells_of_act(sentence, verb, english)
    )


def _behind_coming(sentence: Sentence, at: int, english: English) -> tuple[int, int] | None:
    """What an act "came after": all behind that word but what goes on with the act itself."""
    verb = sentence.heads[at]
    if sentence.lemmas[verb] not in english.events.coming or at < verb or sentence.deps[at] not in _BEHIND:
        return None
    behind = [child for child in sentence.children[verb] if child > verb and sentence.deps[child] in _BEHIND]
    marks = (
        i for child in behind for i in (child, *sentence.children[child]) if sentence.lowers[i] == "after"
    )
    after = min(marks, default=None)
    if after is None or not _tells_of_act(sentence, verb, english):
        return None
    return after + 1, max(sentence.subtree(child)[1] for child in behind)


def _tells_of_act(sentence: Sentence, verb: int, english: English) -> bool:
    """Whether what comes is an act itself: "the arrests came after a blast" are no later blast."""
    subjects = (child for child in sentence.children[verb] if sentence.deps[child] == "nsubj")
    return any(sentence.lemmas[child] in english.events.comers for child in subjects)


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
