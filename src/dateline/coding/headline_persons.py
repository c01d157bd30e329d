"""One person in a headline, which leaves the article out: "Man killed in shooting", "16-year-old shot"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.person_nouns import behind_age
from dateline.coding.single_persons import is_rank
from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

NO_MODIFIER = frozenset({"ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SCONJ"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Parts of speech that stand in no phrase for one person; a headline's capitals make names of the others."""
OPENING = frozenset(
    {",", ":", ";", "-", "–", "—", "|", "and", "&", "of", "after", "as", "if", "when", "where", "on"}
)
"""What may stand before a person without an article, besides words of harm and the headline's start."""

LONGEST = 5


def headline_persons(sentence: Sentence, english: English) -> Iterator[tuple[int, int]]:
    """The single persons of a headline that stand without an article: first token and noun of each."""
    if not sentence.title:
        return
    behind = 0
    for i in range(len(sentence)):
        if i < behind or not _opens(sentence, i, english):
            continue
        head = _head(sentence, i, english)
        if head is not None:
            behind = head + 1
            yield i, head


def _opens(sentence: Sentence, i: int, english: English) -> bool:
    """Whether a noun phrase without an article can start at token `i`."""
    before = sentence.token(i - 1)
    if _is_harm(sentence.tokens[i], english) and sentence.lowers[i] not in english.people.captive:
        return False
    return before is None or before.lower in OPENING or before.tag in FINITE or _is_harm(before, english)


def _is_harm(token: Token | None, english: English) -> bool:
    if token is None:
        return False
    lemmas = token.lemma in english.harming or token.lemma in english.suffering
    return lemmas or token.lower in english.harmed


def _head(sentence: Sentence, i: int, english: English) -> int | None:
    """The person's noun of the phrase that starts at token `i`; None for another phrase."""
    aged = behind_age(sentence, i) if sentence.lowers[i].isdigit() else i
    if sentence.lowers[i].isdigit() and aged == i:
        return None
    if aged > i and (aged == len(sentence) or _is_harm(sentence.tokens[aged], english)):
        return aged - 1  # "16-year-old shot in head"
    for token in sentence.tokens[aged : aged + LONGEST]:
        if is_rank(token, english) and _is_one(sentence, token, english):
            return token.i
        if (
            token.pos in NO_MODIFIER
            or token.tag in FINITE
            or _is_harm(token, english)
            or token.lower.isdigit()
        ):
            return None
    return None


def _is_one(sentence: Sentence, token: Token, english: English) -> bool:
    """Whether a person's noun stands for one and is no part of another noun ("boys", "soldier deaths")."""
    plural = token.tag in {"NNS", "NNPS"} or token.lower.endswith(("s", "men", "children"))
    following = sentence.token(token.i + 1)
    if plural or following is None:
        return not plural
    goes_on = following.pos in {"NOUN", "PROPN"} and not _is_harm(following, english)
    parent = sentence.reads(token.i + 1, ("-", "of"))  # "father-of-three"
    owner = following.lower in {"'s", "\u2019s", "-"} and not parent
    return not (goes_on or owner) and following.tag not in {"NNS", "NNPS"}
