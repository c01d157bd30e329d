"""Cells that a spreadsheet shows and does not run.

A spreadsheet takes a cell that begins with = + - @ (or a tab or return before them) for a formula,
so a headline from the web could run in the reader's own program ("CSV injection", OWASP). Such a
text gets one apostrophe in front, the sign by which spreadsheets themselves mark text. Nothing is
lost: texts that already begin with apostrophes and such a sign get one more, so that taking one
away again (`plain_text`) gives back every text exactly. Numbers are never touched: a western
longitude stays -70.5.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

Cell = str | int | float | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """The text as a spreadsheet may see it; `plain_text` undoes it."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA_STARTS) else text


def plain_text(cell: str) -> str:
    """The text that `safe_cell` was given."""
    guarded = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS)
    return cell[1:] if guarded else cell


def csv_line(cells: Iterable[Cell]) -> str:
    """One line of CSV with its newline: commas, quotes where needed, texts made safe, None left empty."""
    buffer = io.StringIO()
    # With this end of line Python quotes a lone carriage return in a cell too, which ends a line for readers.
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def csv_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    """A line for each row of cells by column; a column that a row lacks is left empty."""
    for row in rows:
        yield csv_line(row.get(column) for column in columns)
