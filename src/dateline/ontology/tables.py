"""A mapping of a settings file that knows its file and line, so that a wrong value can be named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from dateline.errors import KnowledgeError
from dateline.ontology.files import LINE, KnowledgeFile, read_yaml

Term = TypeVar("Term", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping and where it stands. Every getter raises KnowledgeError, naming file and line."""

    file: KnowledgeFile
    name: str
    values: Mapping[Any, Any]

    @classmethod
    def of_file(cls, file: KnowledgeFile) -> Table:
        """The file's top mapping."""
        return cls._of(file, "the file", read_yaml(file), None)

    @classmethod
    def _of(cls, file: KnowledgeFile, name: str, values: Any, line: int | None) -> Table:
        if not isinstance(values, dict):
            raise file.error(line, f"{name} should be a mapping of names to values")
        return cls(file, name, values)

    @property
    def line(self) -> int | None:
        """The mapping's first line."""
        line = self.values.get(LINE)
        return line if isinstance(line, int) else None

    def error(self, message: str) -> KnowledgeError:
        """An error that names the file and the mapping's first line."""
        return self.file.error(self.line, message)

    def names(self) -> list[Any]:
        """The names in the mapping, in the file's order."""
        return [key for key in self.values if key != LINE]

    def only(self, *known: str) -> Table:
        """This table; an error when it holds a name that is not `known`, as after a slip of the pen."""
        for key in self.names():
            if key not in known:
                raise self.error(f"{self.name} holds {key!r}; known are {', '.join(known)}")
        return self

    def table(self, key: Any) -> Table:
        """The mapping under `key`."""
        return self._of(self.file, f"{key!r}", self.value(key), self.line)

    def number(self, key: Any, low: float = float("-inf"), high: float = float("inf")) -> float:
        """The number under `key`, from `low` to `high`."""
        value = self.value(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(f"{key!r} in {self.name} should be a number, not {value!r}")
        if not low <= value <= high:
            raise self.error(f"{key!r} in {self.name} should lie between {low} and {high}, not be {value!r}")
        return float(value)

    def whole(self, key: Any, low: int = 0) -> int:
        """The whole number under `key`, at least `low`."""
        value = self.value(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < low:
            raise self.error(f"{key!r} in {self.name} should be a whole number from {low} up, not {value!r}")
        return value

    def flag(self, key: Any, default: bool | None = None) -> bool:
        """True or false under `key`."""
        value = self.values.get(key, default) if default is not None else self.value(key)
        if not isinstance(value, bool):
            raise self.error(f"{key!r} in {self.name} should be true or false, not {value!r}")
        return value

    def words(self, key: Any) -> tuple[str, ...]:
        """The list of words under `key`."""
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.error(f"{key!r} in {self.name} should be a list of words, not {value!r}")
        return tuple(value)

    def members(self, key: Any, terms: type[Term]) -> frozenset[Term]:
        """The list under `key` as words of one of the contract's lists of terms."""
        try:
            return frozenset(terms(word) for word in self.words(key))
        except ValueError as error:
            raise self.error(f"under {key!r}: {error}") from None

    def mapping(self, key: Any) -> dict[Any, Any]:
        """The names under `key` with their values, whatever these are."""
        return {name: value for name, value in self.table(key).values.items() if name != LINE}

    def lists(self, key: Any) -> dict[Any, tuple[str, ...]]:
        """The names under `key` with their lists of words."""
        found = self.table(key)
        return {name: found.words(name) for name in found.names()}

    def numbers(self, *names: str) -> dict[str, float]:
        """Every number of the mapping; with `names`, exactly these."""
        for name in names:
            self.value(name)
        if names:
            self.only(*names)
        return {key: self.number(key) for key in self.names()}

    def value(self, key: Any) -> Any:
        """Whatever stands under `key`."""
        if key not in self.values:
            raise self.error(f"{self.name} lacks {key!r}")
        return self.values[key]
