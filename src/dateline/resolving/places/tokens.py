"""A story's words with what the search for place names needs to know of each.

No parse: words, their offsets, whether they are capitalised, and whether the sentence they stand in
is written like a headline, where capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from dateline.coding.blocks import unwrapped
from dateline.resolving.places.names import name_key

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’‘`ʿʾʼ′-](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’‘`ʼ′][sS]$")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n|[—–]")
_GAP = re.compile(r"[ \t\u00a0]{1,2}|[-‐‑–]|['’]| ['’‘]")
_ABBREVIATIONS = frozenset({"st", "mt", "ft", "pt"})
_HEADLINE_SHARE = 0.85
# Words come back again and again; their keys are the costliest part of reading a story.
_key = lru_cache(maxsize=65536)(name_key)


@dataclass(frozen=True, slots=True)
class Token:
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
    words = list(_split(text))
    tokens: list[Token] = []
    for sentence, group in groupby(words, key=lambda word: word[3]):
        members = list(group)
        plain = [text[start:end] for start, end, _, _ in members]
        headline, shouted = _is_headline(plain), all(word.isupper() for word in plain)
        for position, (start, end, possessive, _) in enumerate(members):
            word = text[start:end]
            previous = tokens[-1] if tokens else None
            tokens.append(
                Token(
                    start=start,
                    end=end,
                    text=word,
                    lower=word.lower(),
                    key=_key(word),
                    capital=_is_capital(word),
                    possessive=possessive,
                    sentence=sentence,
                    first=position == 0,
                    headline=headline,
                    shouted=shouted,
                    joined=position > 0 and previous is not None and _is_joined(text, previous, start),
                )
            )
    return tokens


def _split(text: str) -> Iterator[tuple[int, int, bool, int]]:
    sentence, previous = 0, 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        between = text[previous:start]
        if previous and _SENTENCE_END.search(between + " "):
            last = text[max(0, previous - 3) : previous].split()[-1:]
            # "St. Petersburg": the dot of an abbreviation ends nothing.
            if not (between == ". " and last and last[0].lower() in _ABBREVIATIONS):
                sentence += 1
        possessive = _POSSESSIVE.search(found.group())
        word_end = start + possessive.start() if possessive else end
        bare_possessive = found.group()[-1:] in "sS" and text[end : end + 2] in ("' ", "’ ")
        yield start, word_end, bool(possessive) or bare_possessive, sentence
        previous = end


def _is_joined(text: str, previous: Token, start: int) -> bool:
    if previous.possessive:
        return False
    between = text[previous.end : start]
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
    return sum(_is_capital(word) for word in telling) / len(telling) >= _HEADLINE_SHARE
