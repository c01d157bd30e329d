"""Statements told by a noun: "the claim by activists that …", "a statement by the army said"."""

from __future__ import annotations

from dateline.coding.attributions import FoundCue, Phrase, Reach
from dateline.coding.speaker_nouns import can_speak, is_office
from dateline.coding.speakers_after import speaker_from
from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

DENIED_WITHIN = 4
"""How far before "reports that" a verb of denial may stand, which then is the cue."""

AUTHOR_WITHIN = 4
"""How far behind "a statement" the "by" of its author may stand ("a statement issued by")."""

BY = frozenset({"by", "from"})


def statement_cue(sentence: Sentence, token: Token, english: English) -> FoundCue | None:
    """The attribution of noun `token`, if it is one of saying, with a that-clause: its author's or nobody's.

    None where a verb of denial before it is the cue.
    """
    claims = token.lemma in english.cues.unnamed or token.lemma in english.speech.claiming
    if not claims:
        return None
    before = sentence.tokens[max(0, token.i - DENIED_WITHIN) : token.i]
    if any(other.lemma in english.cues.deny for other in before):
        return None
    rule = f"cues/unnamed/{token.lemma}"
    author = _author_behind(sentence, token.i, english) or _owner(sentence, token.i, english)
    last = token.i if author is None else max(token.i, author[1])
    if sentence.lower(last + 1) != "that" or _is_relative(sentence, last + 1):
        return None
    until = _end_of_clause(sentence, last + 1)
    if author is not None:
        return FoundCue(token.i, token.i, *author, Reach.FORWARD, rule, until=until)
    if token.lemma not in english.cues.unnamed or sentence.has_child(token.i, {"poss"}):
        return None
    return FoundCue(
        token.i, token.i, _noun_start(sentence, token.i), token.i, Reach.FORWARD, rule, until=until
    )


def author_of(sentence: Sentence, phrase: Phrase, english: English) -> Phrase:
    """Who made the statement that a speaker's phrase names ("a statement issued by *the army*"), else the
    phrase itself.
    """
    for i in range(phrase[0], phrase[1] + 1):
        if sentence.tokens[i].lemma in english.cues.statement_nouns:
            return _author_behind(sentence, i, english) or phrase
    return phrase


def _author_behind(sentence: Sentence, i: int, english: English) -> Phrase | None:
    for k in range(i + 1, min(i + AUTHOR_WITHIN, len(sentence))):
        token = sentence.tokens[k]
        if token.lower in BY:
            author = speaker_from(sentence, k + 1, english)
            return author if token.lower == "by" or _is_named_speaker(sentence, author, english) else None
        if token.tag not in {"VBN", "VBD"} and token.pos != "ADV":
            return None
    return None


def _is_named_speaker(sentence: Sentence, author: Phrase | None, english: English) -> bool:
    """ "a report from the ministry", not "a report from the north"."""
    return author is not None and any(
        is_office(token, english) for token in sentence.tokens[author[0] : author[1] + 1]
    )


def _owner(sentence: Sentence, i: int, english: English) -> Phrase | None:
    """ "the activists' claim"."""
    for child in sentence.children[i]:
        if sentence.tokens[child].dep == "poss":
            first, last = sentence.subtree(child)
            if sentence.tokens[last].tag == "POS":
                last -= 1
            return (first, last) if last >= first and can_speak(sentence, (first, last), english) else None
    return None


def _is_relative(sentence: Sentence, i: int) -> bool:
    """ "the report *that* was published" says nothing of what is in it."""
    return sentence.tokens[i].dep in {"nsubj", "nsubjpass", "dobj"}


def _end_of_clause(sentence: Sentence, that: int) -> int | None:
    """The last token of the that-clause; None when the parser does not tell."""
    verb = sentence.tokens[that].head
    last = sentence.subtree(verb)[1]
    return last if sentence.tokens[that].dep == "mark" and last > that else None


def _noun_start(sentence: Sentence, i: int) -> int:
    while (before := sentence.token(i - 1)) is not None and (
        before.pos in {"ADJ", "NOUN"} and before.dep in {"amod", "compound"}
    ):
        i -= 1
    return i
