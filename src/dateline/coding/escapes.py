"""Who escapes: from home, as one of the displaced, or from harm, an attack or custody, to no toll."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.tokens import Sentence, Token
from dateline.ontology.english import English

OUT_OF = frozenset({"from", "out", "of"})
INTO = frozenset({"to", "into", "across", "over"})
WITH_HARM = 2
"""How far behind "escaped" stands the "with" that says what harm somebody came to."""


def leaves_home(sentence: Sentence, verb: int, english: English) -> bool:
    """ "thousands escaped the fighting", "escaped to Turkey"; not "escaped unhurt", "escaped from prison"."""
    return any(
        _is_left(token, english) or (into and _is_reached(token)) for token, into in _escaped(sentence, verb)
    )


def comes_to_harm(sentence: Sentence, verb: int) -> bool:
    """ "ten people escaped with minor injuries"."""
    return "with" in sentence.lowers[verb + 1 : verb + 1 + WITH_HARM]


def _escaped(sentence: Sentence, verb: int) -> Iterator[tuple[Token, bool]]:
    """What is escaped, by the parse, and whether it is rather where somebody escapes to."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.dep in {"dobj", "obj"}:
            yield token, False
        elif token.dep == "prep" and token.lower in OUT_OF | INTO:
            yield from ((sentence.tokens[k], token.lower in INTO) for k in sentence.children[child])


def _is_left(token: Token, english: English) -> bool:
    place = token.lemma in english.kinds.place or token.entity == "GPE"
    return token.lemma in english.tolls.escaped or (place and token.lemma not in english.tolls.custody)


def _is_reached(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity != "DATE"
