"""Knowledge files: the package's own, or a user's of the same name that takes its place.

A YAML file is read with the line of every mapping and list item, so that an error can name it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class KnowledgeFile:
    """A knowledge file's text and where it was read from."""

    path: str
    text: str

    def error(self, line: int | None, message: str) -> KnowledgeError:
        """An error that names this file and, when known, the line (counted from 1)."""
        where = self.path if line is None else f"{self.path}, line {line}"
        return KnowledgeError(f"{where}: {message}")


def knowledge_file(name: str, folder: Path | None = None) -> KnowledgeFile:
    """The file `name` of the user's `folder` if it is there, else the package's own.

    Raises KnowledgeError when it cannot be read as UTF-8.
    """
    if folder is not None and (path := folder / name).is_file():
        try:
            return KnowledgeFile(str(path), path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise KnowledgeError(f"{path}: cannot be read ({error}); save it as UTF-8 text") from error
    return KnowledgeFile(name, (files("dateline.ontology") / "data" / name).read_text(encoding="utf-8"))


LINE = "__line__"


SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one, written in C, where PyYAML was built with it."""


class _LineLoader(SafeLoader):  # type: ignore[valid-type,misc]
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: ARG002 - PyYAML's signature
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=True)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


def read_yaml(file: KnowledgeFile) -> Any:
    """The document, with each mapping's first line under the key `LINE`.

    Raises KnowledgeError, naming the line, when it is not YAML.
    """
    try:
        return yaml.load(file.text, _LineLoader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise file.error(line, f"not readable as YAML: {error.problem}") from error


def read_csv(file: KnowledgeFile, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with their line numbers; lines that start with # are comments.

    Raises KnowledgeError when one of `columns` is not in the header or a row has the wrong length.
    """
    lines = file.text.splitlines()
    kept = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    ]
    if not kept:
        raise file.error(None, f"empty; its header should hold {', '.join(columns)}")
    header = next(csv.reader(io.StringIO(kept[0][1])))
    missing = [column for column in columns if column not in header]
    if missing:
        raise file.error(kept[0][0], f"the header lacks {', '.join(missing)}")
    rows = []
    for number, line in kept[1:]:
        values = next(csv.reader(io.StringIO(line)))
        if len(values) != len(header):
            raise file.error(number, f"{len(values)} values under a header of {len(header)}")
        rows.append((number, dict(zip(header, values, strict=True))))
    return rows
