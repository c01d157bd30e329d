"""Who can speak: the words by which a noun phrase names a speaker."""

from __future__ import annotations

from dateline.coding.attributions import Phrase
from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

NAMES = frozenset({"ORG", "GPE", "NORP"})


def can_speak(sentence: Sentence, phrase: Phrase, english: English) -> bool:
    """Whether the head of the noun phrase names someone who can speak."""
    quantifiers, pronouns = english.speech.quantifiers, english.cues.pronouns
    tokens, end = sentence.tokens, phrase[1]
    for i in range(phrase[0], end + 1):
        token, following = tokens[i], tokens[i + 1] if i < end else None
        if token.lower in quantifiers and following and following.lower in {"of", "local", "other"}:
            continue
        if token.pos in {"ADP", "SCONJ"} and i > phrase[0] and tokens[phrase[0]].lower not in quantifiers:
            return False  # what follows a preposition is not the head
        if token.lower in pronouns or _speaks_as_head(token, following, english):
            return True
        if (token.entity or token.pos == "PROPN") and _is_last_name(token, following, english):
            return True
    return False


def _speaks_as_head(token: Token, following: Token | None, english: English) -> bool:
    """A noun for speakers that no further noun makes a mere modifier ("the army base")."""
    if not is_office(token, english):
        return False
    modifies = following is not None and following.tag in {"NN", "NNS"} and following.text.islower()
    return not modifies or (following is not None and following.lower in english.cues.speakers)


def _is_last_name(token: Token, following: Token | None, english: English) -> bool:
    named = token.entity in NAMES or (token.pos == "PROPN" and not _is_day(token, english))
    return named and (following is None or following.pos in {"ADP", "VERB", "PUNCT", "CCONJ"})


def _is_day(token: Token, english: English) -> bool:
    return token.entity == "DATE" or token.lower in english.grammar.days


def is_someone(sentence: Sentence, phrase: Phrase, english: English) -> bool:
    """Whether the phrase may name someone where its place tells that it speaks ("according to …"): in
    capitals any noun that tells of no event, for names are not told from nouns there.
    """
    if can_speak(sentence, phrase, english):
        return True
    head = sentence.tokens[phrase[1]]
    thing = head.lemma in english.triggers_by_first or head.lemma in english.kinds.period
    thing = thing or head.lemma in english.speech.unspoken or head.lower in english.harmed
    named = head.pos in {"NOUN", "PROPN"} and head.lower not in english.speech.determiners
    return sentence.shouted and named and not thing and not _is_day(head, english)


def is_office(token: Token | None, english: English) -> bool:
    """Whether the token is a noun for someone who speaks ("spokesman", "ministry")."""
    speakers = english.cues.speakers
    return token is not None and (token.lower in speakers or token.lemma in speakers)


def is_office_or_name(token: Token, english: English) -> bool:
    """Whether the token can end the first of two speakers ("the army and police said")."""
    return token.lower in english.cues.speakers or token.text[:1].isupper()


def is_counted(sentence: Sentence, phrase: Phrase, english: English) -> bool:
    """Whether the phrase counts people: they were harmed and say nothing."""
    tokens = sentence.tokens[phrase[0] : phrase[1] + 1]
    return any(token.pos == "NUM" or token.lower in english.speech.counted_people for token in tokens)
