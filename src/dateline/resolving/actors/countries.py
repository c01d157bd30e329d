"""Countries by name, adjective, seat of government and leader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.ontology.files import KnowledgeFile, knowledge_file, read_csv
from dateline.resolving.actors.phrasebook import Phrasebook


class Naming(StrEnum):
    """How a phrase names a country."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class CountryName:
    """A way to name a country; a leader's name holds from one year to another (None: still).

    `leader` is the leader's own name in its usual spelling.
    """

    alpha3: str
    naming: Naming
    leader: str | None = None
    first_year: int | None = None
    last_year: int | None = None

    def holds(self, on: date | None) -> bool:
        """Whether the name stood for the country on that day; always when the day is not known."""
        if on is None or self.naming is not Naming.LEADER:
            return True
        return (self.first_year or 0) <= on.year <= (self.last_year or 9999)


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries' usual English names by ISO alpha-3 code, and a book of all ways to name one."""

    names: dict[str, str]
    book: Phrasebook[CountryName]

    @classmethod
    def load(cls, lexicon: Path | None, words_in_capitals: frozenset[str]) -> Countries:
        """Read countries.csv and actors_leaders.csv; raises KnowledgeError with file and line."""
        file = knowledge_file("countries.csv", lexicon)
        names: dict[str, str] = {}
        book: Phrasebook[CountryName] = Phrasebook(words_in_capitals=words_in_capitals)
        columns = ("alpha3", "alpha2", "name", "aliases", "demonyms", "seat")
        for line, row in read_csv(file, columns):
            code = row["alpha3"]
            if len(code) != 3 or not code.isupper():
                raise file.error(line, f"alpha3 is {code!r}; it should be three capitals as in ISO 3166-1")
            if code in names:
                raise file.error(line, f"{code} stands in the file twice")
            names[code] = row["name"]
            for phrase in (row["name"], *split_list(row["aliases"])):
                book.add(phrase, CountryName(code, Naming.NAME))
            for phrase in split_list(row["demonyms"]):
                book.add(phrase, CountryName(code, Naming.DEMONYM))
            for phrase in split_list(row["seat"]):
                book.add(phrase, CountryName(code, Naming.SEAT))
        _add_leaders(knowledge_file("actors_leaders.csv", lexicon), names, book)
        return cls(names, book)


def split_list(cell: str) -> list[str]:
    """The items of a cell that ";" separates."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def _add_leaders(file: KnowledgeFile, names: dict[str, str], book: Phrasebook[CountryName]) -> None:
    for line, row in read_csv(file, ("name", "names", "country", "from", "to")):
        if row["country"] not in names:
            raise file.error(line, f"no country {row['country']!r} in countries.csv")
        first = _year(file, line, row["from"])
        last = _year(file, line, row["to"])
        leader = CountryName(row["country"], Naming.LEADER, row["name"], first, last)
        for phrase in dict.fromkeys((row["name"], *split_list(row["names"]))):
            book.add(phrase, leader)


def _year(file: KnowledgeFile, line: int, cell: str) -> int | None:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError:
        wrong: KnowledgeError = file.error(line, f"{cell!r} is no year")
        raise wrong from None
