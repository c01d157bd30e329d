"""Words of a phrase as the lexicon compares them: without case, accents, possessives and quotes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʼ`´][^\W_]+)*(?:['’](?=\s|$|[,.;]))?")
_QUOTE = re.compile(r"['’‘ʼ`´.]")
_POSSESSIVE = re.compile(r"['’‘ʼ`´][sS]$")
_TELLING = 20
"""Letters that it takes to tell capitals throughout from an abbreviation."""
_JOINING = frozenset("-‐‑–/")
# Arabic articles come and go in print ("Nusra Front", "al-Nusra Front", "Al Nusra Front").
_ARTICLES = frozenset({"al"})


class Word(NamedTuple):
    """A word of a text: offsets, the text itself, and its key for comparison.

    `bare` is the key without a final s, for plurals and lost apostrophes ("Syrias", "rebels");
    `joined` says that a hyphen joins it to the next word; `apart` that something other than blanks
    and hyphens stands between it and the word before; `singulars` are the keys that a noun may have in the
    singular, the word's own first.
    """

    start: int
    end: int
    text: str
    key: str
    bare: str
    joined: bool
    apart: bool
    singulars: tuple[str, ...]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, no quotes or dots, no possessive ending."""
    text = _POSSESSIVE.sub("", text)
    text = _QUOTE.sub("", text).lower()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def _keys(text: str) -> tuple[str, str, tuple[str, ...]]:
    """The key of a word, the key without a final s, and those that it may have in the singular."""
    key = fold(text)
    if len(key) <= 2 or not key.endswith("s"):
        return key, key, (key,)
    forms = [key, key[:-1]]
    if key.endswith("es"):
        forms.append(key[:-2])
    if key.endswith("ies"):
        forms.append(key[:-3] + "y")
    return key, key[:-1], tuple(forms)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text` in order. Arabic articles are left out, abbreviations lose their dots."""
    words: list[Word] = []
    last_end, last = 0, len(text) - 1
    for match in _WORD.finditer(text):
        start, end = match.span()
        printed = text[start:end]
        key, bare, singulars = _keys(printed)
        if not key or key in _ARTICLES:
            continue
        between = text[last_end:start]
        apart = (
            between != " "
            and bool(words)
            and not all(
                letter.isspace() or letter in _JOINING or letter in "'’‘"
                for letter in _without_articles(between)
            )
        )
        if apart and between.strip() == "." and _is_title(words[-1]):
            apart = False
        joined = end < last and text[end] in _JOINING and text[end + 1].isalnum()
        words.append(Word(start, end, printed, key, bare, joined, apart, singulars))
        last_end = end
    return tuple(words)


def _is_title(word: Word) -> bool:
    """Whether a dot behind it ends an abbreviation and no sentence: "Lt.", "Gen.", "Dr."."""
    return len(word.text) <= 4 and word.text[0].isupper() and word.text[1:].islower()


def _without_articles(between: str) -> str:
    stripped = between.strip(" -‐‑–")
    return "" if stripped.lower() in _ARTICLES else between


def is_shouted(text: str) -> bool:
    """Whether a text is printed all in capitals, so that case says nothing."""
    if sum(map(str.isupper, text)) <= 0.9 * _TELLING:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _TELLING and sum(map(str.isupper, letters)) > 0.9 * len(letters)


def keys_of(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's words, as `words_of` gives them."""
    if phrase.isascii() and phrase.replace(" ", "").isalnum():
        return tuple(key for key in phrase.lower().split() if key not in _ARTICLES)
    return tuple(word.key for word in words_of(phrase))
