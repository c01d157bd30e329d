"""What of its sentence a claim quotes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.attributions import Phrase
from dateline.coding.groups import Group
from dateline.coding.tokens import VERBS, Sentence
from dateline.ontology.english import English

OPENING_WORDS = frozenset({"PUNCT", "CCONJ"})
CLOSING_WORDS = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "DET"})
RELATIVES = frozenset({"who", "which", "that", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SHARING = frozenset({"conj", "xcomp", "advcl", "acl"})
NOUN_PARTS = frozenset({"det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "predet"})
JOINING = frozenset({"as", "while", "after", "when", "because", "although", "though", "whereas", "since"})

BESIDE = 3
"""How many words may stand between what is said and who says it."""


def quote_of(sentence: Sentence, group: Group, others: Sequence[Group], english: English) -> Phrase:
    """First and last token of the group's quote.

    The whole sentence for its only claim; else what its speaker says, without the clauses that
    other claims have to themselves.
    """
    others = [other for other in others if other is not group]
    if not others:
        return 0, len(sentence) - 1
    first, last = min(group.first, group.main), group.last  # a toll may stand far behind its word of harm
    low, high = _said(sentence, group)
    for other in others:
        if other.first > last:
            high = min(high, _clause_start(sentence, other, last, english) - 1)
        elif other.last < first:
            low = max(low, _clause_end(sentence, other, first, english) + 1)
    low, high = min(low, first), _without_speaker(group, others, max(high, last))
    low, high = _with_cue(group, others, low, high)
    low = _with_subject(sentence, group, _whole_name_before(sentence, low))
    while low < first and _only_opens(sentence, low):
        low += 1
    low = _not_at_verb(sentence, group, low, first, english)
    high = _whole_name_behind(sentence, high)
    while low < first and _only_opens(sentence, low):
        low += 1
    while high > last and (
        sentence.tokens[high].pos in CLOSING_WORDS or sentence.lowers[high] in {"which", "that", "who"}
    ):
        high -= 1
    return (low, high) if _holds_verb(sentence, low, high) else _said(sentence, group)


def _holds_verb(sentence: Sentence, low: int, high: int) -> bool:
    """A quote without a verb ("A truce") says nothing by itself."""
    for token in sentence.tokens[low : high + 1]:  # noqa: SIM110 - a generator takes twice as long
        if token.pos in VERBS:
            return True
    return False


def _with_cue(group: Group, others: Sequence[Group], low: int, high: int) -> Phrase:
    """The quote with the speaker and the verb of saying, when they stand right beside it."""
    cue = group.cue
    if cue is None or not cue.has_source:
        return low, high
    own_first, own_last = min(cue.source_first, cue.cue), max(cue.source_last, cue.cue_last)
    if own_last < low <= own_last + BESIDE and not any(own_last < other.first < low for other in others):
        low = own_first
    if own_first - BESIDE <= high < own_first and not any(high < other.first < own_first for other in others):
        high = own_last
    return low, high


def _with_subject(sentence: Sentence, group: Group, low: int) -> int:
    """Where the quote starts when it holds the subject of its verb, or whom its "who" stands for."""
    verb = sentence.clause_of(group.main)
    opens = sentence.tokens[low].lower in RELATIVES
    for at in (verb, *sentence.ancestors(verb)):
        token = sentence.tokens[at]
        subjects = [c for c in sentence.children[at] if sentence.tokens[c].dep in SUBJECTS and c < at]
        if token.dep == "relcl" and (opens or not subjects) and token.head < low:
            return _phrase_start(sentence, token.head)
        if subjects and token.dep == "relcl" and sentence.lowers[subjects[0]] in RELATIVES:
            return min(low, _phrase_start(sentence, token.head))
        if subjects:
            return min(low, _phrase_start(sentence, subjects[0]))
        if token.dep not in SHARING:
            return low
    return low


def _not_at_verb(sentence: Sentence, group: Group, low: int, first: int, english: English) -> int:
    """No quote opens with a verb whose subject stands elsewhere: it starts with the act's own clause, else
    with all that is said. A verb of saying may open one ("said the mayor, who …").
    """
    token = sentence.tokens[low]
    if not token.is_verb or token.lemma in english.cues.say:
        return low
    clause = sentence.subtree(sentence.clause_of(group.main))[0]
    return clause if low < clause <= first else min(low, _said(sentence, group)[0])


def _phrase_start(sentence: Sentence, head: int) -> int:
    starts = (
        sentence.subtree(child)[0]
        for child in sentence.children[head]
        if child < head and sentence.tokens[child].dep in NOUN_PARTS
    )
    return min([head, *starts])


def _whole_name_before(sentence: Sentence, low: int) -> int:
    """No name is cut, and none of two that are joined ("France and Britain")."""
    token = sentence.tokens[low]
    if token.dep in NOUN_PARTS and token.head > low:
        token = sentence.tokens[token.head]  # "X and | its allies"
    if (
        token.dep == "conj"
        and token.is_nominal
        and token.head < low
        and sentence.tokens[token.head].is_nominal
    ):
        return _phrase_start(sentence, token.head)
    while low > 0 and _is_one_name(sentence, low - 1):
        low -= 1
    return low


def _whole_name_behind(sentence: Sentence, high: int) -> int:
    while high + 1 < len(sentence) and _is_one_name(sentence, high):
        high += 1
    return high


def _is_one_name(sentence: Sentence, i: int) -> bool:
    """Whether tokens `i` and `i` + 1 are of one name: both proper nouns, or joined by a hyphen."""
    one, other = sentence.tokens[i], sentence.tokens[i + 1]
    glued = one.end == other.start and "-" in {one.text, other.text}
    proper = one.pos == other.pos == "PROPN" and one.dep == "compound" and one.head >= other.i
    return glued or proper


def _only_opens(sentence: Sentence, i: int) -> bool:
    """A word that only joins the quote to what stood before it."""
    token = sentence.tokens[i]
    if token.pos in OPENING_WORDS or token.lower == "that":
        return True
    if token.dep != "mark" or token.lower not in JOINING:
        return False
    following = sentence.token(i + 1)
    return following is not None and not following.is_verb


def _said(sentence: Sentence, group: Group) -> Phrase:
    if group.cue is None:
        return 0, len(sentence) - 1
    return min(group.cue.content_first, group.first), max(group.cue.content_last, group.last)


def _without_speaker(group: Group, others: Sequence[Group], high: int) -> int:
    """Where the quote ends before another claim's speaker, if it would end with that speaker."""
    for cue in (other.cue for other in others):
        if cue is None or cue is group.cue or not cue.has_source:
            continue
        if group.last < cue.source_first <= high <= cue.source_last + 1:
            high = cue.source_first - 1
    return high


def _clause_start(sentence: Sentence, other: Group, after: int, english: English) -> int:
    """Where the clause of a later claim starts: by the parse, else at a word that parts clauses, else
    nowhere.
    """
    start, _ = sentence.subtree(sentence.clause_of(other.main))
    if after < start <= other.first:
        return start
    cuts = (i for i in range(after + 1, other.first + 1) if _parts_clauses(sentence, i, english))
    return next(cuts, len(sentence))


def _clause_end(sentence: Sentence, other: Group, before: int, english: English) -> int:
    """Where the clause of an earlier claim ends, likewise."""
    _, end = sentence.subtree(sentence.clause_of(other.main))
    if other.last <= end < before:
        return end
    cuts = (i for i in range(before - 1, other.last - 1, -1) if _parts_clauses(sentence, i, english))
    return next(cuts, 0) - 1


def _parts_clauses(sentence: Sentence, i: int, english: English) -> bool:
    """A hyphen does so only as a dash, with a space before it."""
    lower = sentence.lowers[i]
    joined = lower == "-" and i > 0 and sentence.tokens[i].start == sentence.tokens[i - 1].end
    return lower in english.events.boundaries and not joined
