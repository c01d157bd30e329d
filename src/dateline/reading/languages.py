"""Whether a text is in English, the language that Dateline's coder reads.

Running English is known by its commonest words at once; only what does not look like it is given to
a language detector, so that a run of English stories never loads one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.ontology.files import knowledge_file, read_yaml

if TYPE_CHECKING:
    from lingua import LanguageDetector

_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_OR_NOT = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """English words that no other candidate shares as often, the candidates, and the bounds."""

    function_words: frozenset[str]
    share: float
    doubtful: float
    distinct: int
    fewest_words: int
    candidates: tuple[str, ...]


@cache
def language_rules(folder: Path | None = None) -> LanguageRules:
    """The rules of `reading_language.yaml`, a user's own in `folder` first."""
    file = knowledge_file("reading_language.yaml", folder)
    data = read_yaml(file)
    try:
        return LanguageRules(
            frozenset(str(data["function_words"]).split()),
            float(data["share"]),
            float(data["doubtful"]),
            int(data["distinct"]),
            int(data["fewest_words"]),
            tuple(data["candidates"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise file.error(
            None, f"function_words, share, doubtful, distinct, fewest_words, candidates: {error!r}"
        ) from error


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or None when it is too short to be judged,
    or a list of names in which English and other languages look alike.

    A short text in another script is judged: that needs no statistics.
    """
    rules = language_rules()
    sample = text[:_SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    letters = _LATIN_OR_NOT.findall(sample)
    foreign = sum(letter > "\u024f" for letter in letters)
    other_script = len(letters) >= 40 and foreign > 0.6 * len(letters)
    if len(words) < rules.fewest_words and not other_script:
        return None
    known = [word for word in words if word in rules.function_words]
    if not other_script and len(known) >= rules.doubtful * len(words):
        enough = len(known) >= rules.share * len(words) and len(set(known)) >= rules.distinct
        return "en" if enough else None
    found = _detector(rules.candidates).detect_language_of(sample)
    return None if found is None else found.iso_code_639_1.name.lower()


def language_name(code: str) -> str:
    """The English name of a language, for a message."""
    from pycountry import languages  # noqa: PLC0415 - only for a message

    language = languages.get(alpha_2=code)
    return str(language.name) if language else code


@cache
def _detector(candidates: tuple[str, ...]) -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 - loaded for doubtful texts only

    chosen = [getattr(Language, name.upper()) for name in candidates]
    # Low accuracy keeps it under 20 MB; on whole paragraphs it is as good.
    return LanguageDetectorBuilder.from_languages(*chosen).with_low_accuracy_mode().build()
