"""A story's words with what the search for place names needs to know of each.

No parse: words, their offsets, whether they are capitalised, and whether the sentence they stand in
is written like a headline, where capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.coding.blocks import unwrapped
from dateline.resolving.places.names import name_key

_WORD = re.compile(r"((?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’‘`ʿʾʼ′-](?=[^\W\d_]))*)")
_APOSTROPHES = frozenset("'’‘`ʼ′")
_AFTER_PLURAL = frozenset({"' ", "’ "})
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n|[—–]")
_GAP = re.compile(r"[ \t\u00a0]{1,2}|[-‐‑–]|['’]| ['’‘]")
_ABBREVIATIONS = frozenset({"st", "mt", "ft", "pt"})
_HEADLINE_SHARE = 0.85


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
    words: list[_Word] = []
    last_end, lower, possessive = 0, "", False
    pieces = _WORD.split(text)
    for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
        start = last_end + len(gap)
        end = start + len(word)
        joined = not possessive
        # Most words are parted by a blank alone, which ends no sentence.
        if gap != " ":
            if words and _ends_sentence(gap, text, last_end):
                tokens += _sentence(words, tokens)
                words = []
            joined = joined and _is_joining(gap, lower)
        last_end, possessive = end, False
        if word[-1] in "sS":
            possessive = text[end : end + 2] in _AFTER_PLURAL
            if end - start > 2 and word[-2] in _APOSTROPHES:
                end, possessive = end - 2, True
        name = word[:-2] if end < last_end else word
        lower, key, capital = _read(name)
        words.append((start, end, name, lower, key, capital, possessive, joined))
    return tokens + _sentence(words, tokens)


_Word = tuple[int, int, str, str, str, bool, bool, bool]


def _sentence(words: list[_Word], before: list[Token]) -> list[Token]:
    """The words of one sentence as tokens, which follow on those `before`."""
    number = before[-1].sentence + 1 if before else 0
    texts = [word[2] for word in words]
    headline, shouted = _is_headline(words), all(map(str.isupper, texts))
    make = Token._make
    tokens = [
        make((start, end, text, lower, key, capital, possessive, number, False, headline, shouted, joined))
        for start, end, text, lower, key, capital, possessive, joined in words
    ]
    return [tokens[0]._replace(first=True, joined=False), *tokens[1:]] if tokens else []


@lru_cache(maxsize=65536)
def _read(word: str) -> tuple[str, str, bool]:
    """Lower case, key and capital of a word: the same words come back again and again."""
    return word.lower(), name_key(word), _is_capital(word)


def _ends_sentence(gap: str, text: str, last_end: int) -> bool:
    if not _SENTENCE_END.search(gap + " "):
        return False
    last = text[max(0, last_end - 3) : last_end].split()[-1:]
    # "St. Petersburg": the dot of an abbreviation ends nothing.
    return not (gap == ". " and last and last[0].lower() in _ABBREVIATIONS)


def _is_joining(gap: str, before: str) -> bool:
    """Whether what stands between two words joins them to one name; `before` is the first in lower case."""
    return bool(_GAP.fullmatch(gap)) or (gap == ". " and before in _ABBREVIATIONS)


def _is_capital(word: str) -> bool:
    if word[0].isupper():
        return True
    # "al-Bab", "ash-Shaykh", "d'Ivoire": the capital stands after the article.
    head, mark, tail = word.partition("-")
    if not mark:
        head, mark, tail = word.partition("'")
    return bool(mark) and len(head) <= 4 and tail[:1].isupper()


def _is_headline(words: Sequence[_Word]) -> bool:
    """Whether a sentence writes its telling words, those of some length, with capitals."""
    telling = [(word, capital) for _, _, word, _, _, capital, _, _ in words if len(word) > 3]
    if len(telling) < 3:
        return all(word.isupper() for word, _ in telling) and bool(telling)
    return sum(capital for _, capital in telling) / len(telling) >= _HEADLINE_SHARE
