"""`stories.csv`: what a folder's keeper says of its files.

Columns: `file` (name, or path below the folder), and any of story, outlet, published (2013-05-20), title,
url, language; further columns are kept with the story. Commas, semicolons or tabs part the values.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.model import LeftOut
from dateline.reading.decoding import NotText, decode
from dateline.reading.reasons import Reason, left_out
from dateline.reading.walking import Folder, Found

SHEET = "stories.csv"
_OWN = ("file", "story", "outlet", "published", "title", "url", "language")


@dataclass(frozen=True, slots=True)
class Row:
    """What a sheet says of one file; None where a cell is empty or the column is not there."""

    story: str | None = None
    outlet: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows by the file that they name, and what was wrong: (the file it concerns, the report)."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    problems: tuple[tuple[str | None, LeftOut], ...] = ()


def read_sheet(folder: Path, shown: str) -> Sheet:
    """The sheet in `folder`, or an empty one; `shown` is how reports name the sheet.

    A row that cannot be used is reported and costs only itself: its story is read without it.
    """
    path = folder / SHEET
    try:
        if not path.is_file():
            return Sheet()
        decoded = decode(path.read_bytes())
    except OSError as error:
        message = f"cannot be read ({error.strerror}); outlets and days that it gives are not known"
        return Sheet({}, ((None, left_out(shown, Reason.UNREADABLE, message)),))
    if isinstance(decoded, NotText):
        return Sheet({}, ((None, left_out(shown, decoded.reason, f"the sheet: {decoded.message}")),))
    return _parse(decoded.text, folder, shown)


def _parse(text: str, folder: Path, shown: str) -> Sheet:
    header_line = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=header_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: dict[str, Row] = {}
    problems: list[tuple[str | None, LeftOut]] = []
    header: list[str] | None = None

    def report(line: int, file: str | None, message: str) -> None:
        problems.append((file, left_out(f"{shown}, line {line}", Reason.METADATA_ROW, message)))

    line = 0
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            report(line, None, f"not readable as CSV ({error}); mend this line and those after it")
            break
        if not any(value.strip() for value in values):
            continue
        if header is None:
            header = [value.strip().lower() for value in values]
            if "file" not in header:
                report(line, None, f'the header lacks "file"; it may hold {", ".join(_OWN)}')
                break
            continue
        file = values[header.index("file")].strip() if header.index("file") < len(values) else ""
        if len(values) != len(header):
            report(
                line, file or None,
                f"{len(values)} values under a header of {len(header)}; put values with a comma in quotes",
            )  # fmt: skip
            continue
        cells = {name: value.strip() for name, value in zip(header, values, strict=True) if value.strip()}
        if message := _refusal(file, rows, folder):
            report(line, file or None, message)
            continue
        published, complaint = _day(cells.get("published"))
        if complaint:
            report(line, file, complaint)
        rows[file] = Row(
            story=cells.get("story"),
            outlet=cells.get("outlet"),
            published=published,
            title=cells.get("title"),
            url=cells.get("url"),
            language=cells.get("language"),
            extra={name: value for name, value in cells.items() if name not in _OWN},
        )
    return Sheet(rows, tuple(problems))


def _refusal(file: str, rows: Mapping[str, Row], folder: Path) -> str | None:
    if not file:
        return "no file is named; write its name in the column file"
    if file in rows:
        return f"{file} has a row already; keep one of them"
    try:
        there = (folder / file).exists()
    except (OSError, ValueError):
        there = False
    return None if there else f"there is no file {file} beside it; mend the name or remove the row"


def _day(words: str | None) -> tuple[date | None, str | None]:
    if words is None:
        return None, None
    try:
        return date.fromisoformat(words), None
    except ValueError:
        return None, f"published is {words[:40]!r}, which is no day; write it as 2013-05-20"


class Sheets:
    """The sheets of the folders that are being read: of a folder, those above it and no others."""

    def __init__(self) -> None:
        self._kept: dict[Path, Sheet] = {}

    def problems_in(self, folder: Folder) -> Iterator[LeftOut]:
        """What was wrong with a folder's sheet."""
        for _, report in self._sheet(folder.path, f"{folder.shown}/{SHEET}").problems:
            yield report

    def problems_with(self, found: Found) -> Iterator[LeftOut]:
        """What concerns a file that was given by itself; its neighbours are none of this run's."""
        folder = found.path.parent
        for file, report in self._sheet(folder, str(folder / SHEET)).problems:
            if file in (None, found.path.name):
                yield report

    def row_of(self, found: Found) -> Row:
        """What the nearest sheet says of a file, up to the given folder; an empty row when none does."""
        for folder in found.path.parents:
            row = self._sheet(folder, str(folder / SHEET)).rows.get(found.path.relative_to(folder).as_posix())
            if row is not None:
                return row
            if found.root is None or folder == found.root:
                break
        return Row()

    def _sheet(self, folder: Path, shown: str) -> Sheet:
        if folder not in self._kept:
            for other in [kept for kept in self._kept if kept not in folder.parents]:
                del self._kept[other]
            self._kept[folder] = read_sheet(folder, shown)
        return self._kept[folder]
