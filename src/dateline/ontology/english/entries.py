"""Entries of the English knowledge files, each with its line, so that any mistake can be named where
it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

import yaml

from dateline.errors import KnowledgeError
from dateline.ontology.files import KnowledgeFile, SafeLoader, knowledge_file

Words = tuple[str, ...]


class Record(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Lists = TypeVar("Lists", bound=Record)
Kind = TypeVar("Kind")
Found = TypeVar("Found")

STRING = "tag:yaml.org,2002:str"
INTEGER = "tag:yaml.org,2002:int"
BOOLEAN = "tag:yaml.org,2002:bool"
NULL = "tag:yaml.org,2002:null"


def read_as_fields(record: type[Kind]) -> type[Kind]:
    """A dataclass whose cached properties become fields, worked out when an object is made, in their order.

    An attribute of the class under the same name would keep the interpreter from its short way to the
    object's own, and rules read these for every word.
    """
    properties = {name: found.func for name, found in vars(record).items() if type(found) is cached_property}
    for name in properties:
        delattr(record, name)
    read = record.__init__

    @wraps(read)
    def made(self: Kind, *args: Any, **kwargs: Any) -> None:
        read(self, *args, **kwargs)
        for name, work_out in properties.items():
            object.__setattr__(self, name, work_out(self))

    record.__init__ = made  # type: ignore[method-assign,assignment]
    return record


class ByForms(dict[tuple[str, str], Found]):
    """What can start with a word, by the word as printed and by its lemma; worked out at the first look."""

    def __init__(self, work_out: Callable[[str, str], Found]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, forms: tuple[str, str]) -> Found:
        found = self[forms] = self._work_out(*forms)
        return found


def split_words(phrase: str) -> Words:
    """The words of a phrase as the tokenizer parts them: hyphens stand alone."""
    return tuple(phrase.lower().replace("-", " - ").split())


@dataclass(frozen=True)
class Entry:
    """A value of a knowledge file. All of its readings raise KnowledgeError, naming file and line."""

    file: KnowledgeFile
    node: yaml.Node

    def error(self, message: str) -> KnowledgeError:
        """An error at this entry's line."""
        return self.file.error(self.node.start_mark.line + 1, message)

    @cached_property
    def values(self) -> dict[str, Entry]:
        """The values of a mapping by key."""
        return {key.word(): value for key, value in self._pairs()}

    def _pairs(self) -> list[tuple[Entry, Entry]]:
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("expected keys with values (key: ...)")
        pairs = [(Entry(self.file, key), Entry(self.file, value)) for key, value in self.node.value]
        seen: set[str] = set()
        for key, _ in pairs:
            if key.word() in seen:
                raise key.error(f"{key.word()!r} stands here for the second time")
            seen.add(key.word())
        return pairs

    def only(self, *names: str) -> None:
        """Refuse keys that are not among `names`: a misspelt key would be passed over in silence."""
        for key, _ in self._pairs():
            if key.word() not in names:
                raise key.error(f"no such key {key.word()!r}; the keys here are {', '.join(names)}")

    def __getitem__(self, name: str) -> Entry:
        if name not in self.values:
            raise self.error(f"{name!r} is missing here")
        return self.values[name]

    def get(self, name: str) -> Entry | None:
        """The value of a key that may be left out."""
        return self.values.get(name)

    def items(self) -> list[Entry]:
        """The items of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error("expected a list: [one, another]")
        return [Entry(self.file, item) for item in self.node.value]

    def word(self) -> str:
        """A word or phrase. YAML takes a bare yes, no, on, off or a number for something else."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error("expected a word")
        if self.node.tag != STRING:
            raise self.error(
                f'{self.node.value} is not read as a word here: put it in quotes ("{self.node.value}")'
            )
        if not self.node.value.strip():
            raise self.error("an empty word")
        return str(self.node.value)

    def number(self) -> int:
        """A whole number."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag != INTEGER:
            raise self.error("expected a whole number")
        return int(self.node.value.replace("_", ""))

    def number_or_null(self) -> int | None:
        """A whole number, or null for one that is not known."""
        return None if self.node.tag == NULL else self.number()

    def flag(self) -> bool:
        """true or false."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag != BOOLEAN:
            raise self.error("expected true or false")
        return bool(self.node.value.lower() in {"true", "yes", "on"})

    def words(self) -> frozenset[str]:
        """A list of words, in lower case."""
        return frozenset(item.word().lower() for item in self.items())

    def phrases(self) -> tuple[Words, ...]:
        """A list of phrases, parted into words; longest first, so that the longest match is tried first."""
        return longest_first(split_words(item.word()) for item in self.items())


def longest_first(phrases: Iterator[Words]) -> tuple[Words, ...]:
    """Each phrase once, the longest first and else by the alphabet."""
    return tuple(sorted(set(phrases), key=lambda words: (-len(words), words)))


def by_first(phrases: Iterable[Words]) -> Mapping[str, tuple[Words, ...]]:
    """Phrases by their first word, each group in the order given."""
    found: dict[str, tuple[Words, ...]] = {}
    for words in phrases:
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def by_second(phrases: Iterable[Words]) -> Mapping[str, tuple[Words, ...]]:
    """Phrases by their second word, empty for none, each group in the order given."""
    found: dict[str, tuple[Words, ...]] = {}
    for words in phrases:
        second = words[1] if len(words) > 1 else ""
        found[second] = (*found.get(second, ()), words)
    return found


def open_entry(name: str, folder: Path | None = None) -> Entry:
    """The whole of `en/name.yaml`, of the user's folder if it is there, else of the package.

    Raises KnowledgeError, naming file and line, when it is not YAML or empty.
    """
    file = knowledge_file(f"en/{name}.yaml", folder)
    try:
        node = yaml.compose(file.text, SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise file.error(line, f"not readable as YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise file.error(None, f"not readable as YAML: {error}") from error
    if node is None:
        raise file.error(None, "the file is empty; leave it out to use the package's own")
    return Entry(file, node)


def read_lists(entry: Entry, kind: type[Lists]) -> Lists:
    """An instance of a dataclass whose fields are sets of words, each the list under its field's name."""
    names = [field.name for field in fields(kind)]
    entry.only(*names)
    lists: dict[str, Any] = {name: entry[name].words() for name in names}
    return kind(**lists)
