"""Names of countries and their people, for telling names in a sentence (countries.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import knowledge_file, read_csv

FILE = "countries.csv"
COLUMNS = ("name", "aliases", "demonyms")


@dataclass(frozen=True, slots=True)
class Nations:
    """`countries` as words in lower case ("united", "states"); `shouted` are those that count in capitals
    only ("US"); `demonyms` in lower case, singular and plural."""

    countries: frozenset[tuple[str, ...]]
    shouted: frozenset[str]
    demonyms: frozenset[str]


@lru_cache(maxsize=4)
def load_nations(folder: Path | None = None) -> Nations:
    """Read the file, the user's before the package's. Raises KnowledgeError, naming file and line."""
    countries: set[tuple[str, ...]] = set()
    shouted: set[str] = set()
    demonyms: set[str] = set()
    for _, row in read_csv(knowledge_file(FILE, folder), COLUMNS):
        for name in _listed(f"{row['name']};{row['aliases']}"):
            if name.isupper():
                shouted.add(name)
            else:
                countries.add(tuple(name.lower().split()))
        for name in _listed(row["demonyms"]):
            demonyms |= {name.lower(), f"{name.lower()}s"}
    return Nations(frozenset(countries), frozenset(shouted), frozenset(demonyms))


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(";") if name.strip()]
