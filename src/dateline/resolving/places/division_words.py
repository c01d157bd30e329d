"""In which countries divisions are called what a story calls one: counties, governorates, raions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import knowledge_file, read_csv

FILE = "places_divisions.csv"
COLUMNS = ("word", "countries")
_CODE = 3


@lru_cache(maxsize=4)
def division_words(folder: Path | None = None) -> Mapping[str, frozenset[str]]:
    """The countries (ISO 3166-1 alpha-3) by the word, lower case.

    Raises KnowledgeError naming file and line where a word or a code is none.
    """
    file = knowledge_file(FILE, folder)
    found: dict[str, frozenset[str]] = {}
    for line, row in read_csv(file, COLUMNS):
        codes = row["countries"].split("|")
        if not row["word"] or row["word"] != row["word"].lower():
            raise file.error(line, f"{row['word']!r} should be a word in lower case")
        for code in codes:
            if len(code) != _CODE or not code.isupper():
                raise file.error(line, f"{code!r} is no ISO 3166-1 alpha-3 code")
        found[row["word"]] = frozenset(codes)
    return found
