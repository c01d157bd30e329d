"""The speaker's phrase behind its cue: "according to X", "said X, head of Y", "denied by X"."""

from __future__ import annotations

from dateline.coding.attributions import Phrase
from dateline.coding.speaker_nouns import (
    can_speak,
    is_counted,
    is_office,
    is_office_or_name,
    is_someone,
)
from dateline.coding.tokens import QUOTE_MARKS, Sentence, Token
from dateline.ontology.english import English

PART_OF_SPEECH = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
PART_TAGS = frozenset({"HYPH", "POS", "NN", "NNS", "JJ", "NNP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
FINITE_OR_MODAL = FINITE | {"MD"}
PAST_OR_PRESENT = FINITE | {"VBN"}
RELATIVES = frozenset({"who", "which", "whose"})
ATTACHED = frozenset({"relcl", "acl"})


def inverted_speaker(sentence: Sentence, i: int, english: English) -> Phrase | None:
    """The speaker behind the verb at token `i`: "said Rami Abdel Rahman, director of …", "reported the
    agency".
    """
    token = sentence.tokens[i]
    if token.tag not in PAST_OR_PRESENT or token.lemma == "tell" or sentence.lower(i - 1) == "to":
        return None
    if sentence.lower(i + 1) in english.speech.never_inverted:
        return None
    phrase = speaker_from(sentence, i + 1, english)
    if phrase is None or is_counted(sentence, phrase, english) or _acts_behind(sentence, phrase):
        return None
    if sentence.lower(phrase[1] + 1) in RELATIVES:
        return phrase  # "said X, who gave no number"
    behind = sentence.tokens[phrase[1] + 1 : phrase[1] + 4]
    followed = any(t.is_verb and t.tag in FINITE_OR_MODAL and t.dep not in ATTACHED for t in behind)
    return None if followed else phrase


def _acts_behind(sentence: Sentence, phrase: Phrase) -> bool:
    """ "X says | soldiers and their families fled": the subject of a verb further on does not speak."""
    head = next((t for t in sentence.tokens[phrase[0] : phrase[1] + 1] if t.dep.startswith("nsubj")), None)
    return head is not None and head.head > phrase[1] and sentence.lower(phrase[1] + 1) in {"and", "or", ","}


def speaker_from(sentence: Sentence, start: int, english: English, *, sure: bool = False) -> Phrase | None:
    """The noun phrase of a speaker that starts at token `start`, with office and name ("X, head of Y").

    `sure` where the words before it tell that it speaks.
    """
    if sentence.lower(start) in english.cues.pronouns:
        return start, start
    last = -1
    for i in range(start, len(sentence)):
        token = sentence.tokens[i]
        if _is_bound(token, i > start, english):
            break
        if _is_part(sentence, token, english):
            if token.pos in {"NOUN", "PROPN"} or token.text[:1].isupper():
                last = i
        elif not _is_link(sentence, i, last, english):
            other = _joined_speaker(sentence, i, last, english)
            if other is not None:
                return start, other[1]
            break
    if last < start:
        return None
    phrase = start, _without_subject(sentence, start, last, english)
    speaks = is_someone if sure else can_speak
    return phrase if speaks(sentence, phrase, english) else None


def _is_bound(token: Token, inside: bool, english: English) -> bool:
    if token.lower in english.grammar.weekdays or token.lower in QUOTE_MARKS:
        return True
    return inside and token.pos == "NUM"


def _is_part(sentence: Sentence, token: Token, english: English) -> bool:
    if token.pos in PART_OF_SPEECH or token.tag in PART_TAGS or token.lower in english.speech.opening:
        return True
    following = sentence.token(token.i + 1)
    return token.tag in {"VBG", "VBN"} and following is not None and following.pos in {"NOUN", "PROPN"}


def _is_link(sentence: Sentence, i: int, last: int, english: English) -> bool:
    """ "the head *of* the Observatory *for* Human Rights *in* London"."""
    following = sentence.token(i + 1)
    if last != i - 1 or last < 0 or following is None or following.lower in english.grammar.weekdays:
        return False
    if following.pos == "ADV" or following.tag == "VBG":
        return False  # "accused by relief groups | of deliberately shelling villages"
    before, office = sentence.tokens[last], is_office(sentence.tokens[last], english)
    match sentence.lowers[i]:
        case "of" | "for":
            return office or before.text[:1].isupper()
        case "at":
            return (office or before.text[:1].isupper()) and following.pos in {"PROPN", "DET"}
        case "in":
            return office and following.pos in {"PROPN", "DET"}
        case _:
            return False


def _joined_speaker(sentence: Sentence, i: int, last: int, english: English) -> Phrase | None:
    """ "activists *and* a medic said": the second speaker, unless it is the subject of what follows."""
    if sentence.lowers[i] != "and" or last != i - 1 or last < 0 or i + 1 >= len(sentence):
        return None
    if not is_office_or_name(sentence.tokens[last], english):
        return None
    other = speaker_from(sentence, i + 1, english)
    if other is None:
        return None
    behind = sentence.tokens[other[1] + 1 : other[1] + 3]
    return None if any(t.is_verb and t.tag in FINITE_OR_MODAL for t in behind) else other


def _without_subject(sentence: Sentence, start: int, last: int, english: English) -> int:
    """ "according to the bulletin | the fighters executed …": the last words are the subject of what
    follows.
    """
    after = sentence.token(last + 1)
    if after is None or after.tag not in FINITE or after.dep in ATTACHED:
        return last
    for k in range(start, last):
        following = sentence.tokens[k + 1]
        opens = following.pos in {"DET", "PROPN", "NUM"} or following.tag == "NNS"
        if opens and is_office(sentence.tokens[k], english):
            return k
    return last
