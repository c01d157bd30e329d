"""Keys under which a place name is found however a paper writes it.

Three keys, from strict to loose: `name_key` (case, diacritics, apostrophes and hyphens do not
count), `article_key` (Arabic articles do not count either) and `sound_key` (nor does the way a name
was put into Latin letters: Qusayr, Qusair, Koussair). The looser two serve only where a stricter
one gives nothing that fits the story.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_WHOLE_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ə": "a", "ǝ": "a", "ħ": "h", "ŧ": "t", "ŋ": "n",
    }
)  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘`´ʼʻʿʾ′ʹʺ\"“”ʽ]")
_BREAKS = re.compile(r"[^a-z0-9]+")
_ASCII = re.compile(r"[a-z0-9 ]+")
_LATIN = re.compile(r"[\u0000-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2032]+")
_SAINT = re.compile(r"\bsaint\b")
_MARKS = re.compile(r"[\u0300-\u036f]")

ARTICLES = frozenset({"al", "el", "ad", "as", "ash", "an", "at", "ar", "az", "ez", "es", "esh", "en", "et",
                      "er", "ed", "adh", "ath", "edh", "ul", "ud", "uz", "us", "ur", "l"})  # fmt: skip


def is_latin(name: str) -> bool:
    """Whether `name` is written in Latin letters, transliteration marks included."""
    return _LATIN.fullmatch(name) is not None


def name_key(name: str) -> str:
    """The exact key: lower case, no diacritics, no apostrophes, hyphens and dots as spaces."""
    text = name.casefold()
    if not _ASCII.fullmatch(text):
        text = _APOSTROPHES.sub("", text).translate(_WHOLE_LETTERS)
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = _BREAKS.sub(" ", text).strip()
    return _SAINT.sub("st", text) if "saint" in text else text


def article_key(key: str) -> str:
    """An exact key without its Arabic articles ("dayr az zawr" to "dayr zawr"); never empty."""
    words = key.split()
    if ARTICLES.isdisjoint(words):
        return key
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept) if kept else key


_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        # A glued article has doubled its sun letter: "ezzor", "assuwayda", "arraqqa".
        (r"\b[aeu](?:sh(?=sh)|th(?=th)|dh(?=dh)|([sznrtdl])(?=\1))", ""),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"ch", "sh"),
        (r"gh", "g"),
        (r"[qc]", "k"),
        (r"p", "b"),
        (r"x", "ks"),
        # The helping vowel of "Suwayda". That of "-iya" is none: Karimiya is not Karima.
        (r"(?<=[^aeiou])u(?=w[aei])", ""),
        (r"(?<=[aeiou])y(?=[aeiou])", "Y"),
        (r"(?<=[aeiou])w(?=[aeiou])", "W"),
        (r"([bdfghjklmnrstvz])\1+", r"\1"),
        (r"\b[aeiou]+", "a"),
        (r"(?:a[uw]|o[uwo]?|u)+", "u"),
        (r"(?:[aei]|y)+", "a"),
        # -a, -ah, -eh and -e stand for one ending.
        (r"(?<=..)ah?\b", ""),
    )
)


def sound_key(key: str) -> str:
    """A fallback key: one spelling for the usual transliterations of a name.

    Long and short front vowels fall together, so do back vowels, doubled consonants, q and k, p and b,
    and the endings -a, -ah, -e, -eh.
    """
    return "".join([_sound(word) for word in article_key(key).split()])


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word
