"""A story's words with what the search for place names needs to know of each.

No parse: words, their offsets, whether they are capitalised, and whether the sentence they stand in
is written like a headline, where capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from dateline.coding.blocks import unwrapped
from dateline.resolving.places.names import name_key

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’‘`ʿʾʼ′-](?=[^\W\d_]))*")
_APOSTROPHES = frozenset("'’‘`ʼ′")
_AFTER_PLURAL = frozenset({"' ", "’ "})
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n|[—–]")
_GAP = re.compile(r"[ \t\u00a0]{1,2}|[-‐‑–]|['’]| ['’‘]")
_ABBREVIATIONS = frozenset({"st", "mt", "ft", "pt"})
_HEADLINE_SHARE = 0.85
_sentence_of = itemgetter(3)


class Token(NamedTuple):
    """A word: `text[start:end]` without a possessive ending. `key` is its name key, `lower` its lower case.

    `capital` says that it may begin or end a name; `sentence` numbers the sentence; `first` marks its first
    word; `headline` that its sentence capitalises every word, `shouted` every letter; `joined` that only a
    blank or hyphen parts it from the word before.
    """

    start: int
    end: int
    text: str
    lower: str
    key: str
    capital: bool
    possessive: bool
    sentence: int
    first: bool
    headline: bool
    shouted: bool
    joined: bool


def tokenise(text: str) -> list[Token]:
    """The words of `text` in order."""
    text = unwrapped(text)
    tokens: list[Token] = []
    previous: Token | None = None
    for sentence, group in groupby(_split(text), key=_sentence_of):
        members = [(start, end, possessive, text[start:end]) for start, end, possessive, _ in group]
        plain = [word for *_, word in members]
        headline, shouted = _is_headline(plain), all(word.isupper() for word in plain)
        first = True
        for start, end, possessive, word in members:
            lower, key, capital = _read(word)
            joined = not first and previous is not None and _is_joined(text, previous, start)
            previous = Token(
                start, end, word, lower, key, capital, possessive, sentence, first, headline, shouted, joined
            )
            tokens.append(previous)
            first = False
    return tokens


@lru_cache(maxsize=65536)
def _read(word: str) -> tuple[str, str, bool]:
    """Lower case, key and capital of a word: the same words come back again and again."""
    return word.lower(), name_key(word), _is_capital(word)


def _split(text: str) -> Iterator[tuple[int, int, bool, int]]:
    sentence, previous = 0, 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        # Most words are parted by a blank alone, which ends no sentence.
        if previous and text[previous:start] != " " and _ends_sentence(text, previous, start):
            sentence += 1
        word_end, possessive = end, False
        if text[end - 1] in "sS":
            possessive = text[end : end + 2] in _AFTER_PLURAL
            if end - start > 2 and text[end - 2] in _APOSTROPHES:
                word_end, possessive = end - 2, True
        yield start, word_end, possessive, sentence
        previous = end


def _ends_sentence(text: str, previous: int, start: int) -> bool:
    between = text[previous:start]
    if not _SENTENCE_END.search(between + " "):
        return False
    last = text[max(0, previous - 3) : previous].split()[-1:]
    # "St. Petersburg": the dot of an abbreviation ends nothing.
    return not (between == ". " and last and last[0].lower() in _ABBREVIATIONS)


def _is_joined(text: str, previous: Token, start: int) -> bool:
    if previous.possessive:
        return False
    between = text[previous.end : start]
    if between == " ":
        return True
    return bool(_GAP.fullmatch(between)) or (between == ". " and previous.lower in _ABBREVIATIONS)


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        return True
    # "al-Bab", "ash-Shaykh", "d'Ivoire": the capital stands after the article.
    head, mark, tail = word.partition("-")
    if not mark:
        head, mark, tail = word.partition("'")
    return bool(mark) and len(head) <= 4 and tail[:1].isupper()


def _is_headline(words: list[str]) -> bool:
    telling = [word for word in words if len(word) > 3]
    if len(telling) < 3:
        return all(word.isupper() for word in telling) and bool(telling)
    return sum(_read(word)[2] for word in telling) / len(telling) >= _HEADLINE_SHARE
