"""Every input of a run, one after another, as stories and as reports of what gave none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import BinaryIO

from dateline.model import LeftOut, Story
from dateline.reading.drafts import Draft
from dateline.reading.formats import FORMATS, read_sniffed, supported
from dateline.reading.merging import complete
from dateline.reading.reasons import Reason, left_out
from dateline.reading.seen import Seen
from dateline.reading.sheets import SHEET, Row, Sheets
from dateline.reading.walking import STANDARD_INPUT, Folder, Found, unreadable, walk

Drafted = tuple[Draft | LeftOut, Row, str | None]


def read_inputs(
    inputs: Sequence[str],
    *,
    outlet: str | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Story | LeftOut]:
    """Stories of `inputs` (files, folders, "-" for standard input) in order, one at a time.

    What gives no story comes out as LeftOut in its place, with one of the codes of `Reason`. A row of a
    `stories.csv` that cannot be used comes out so too, and its story without it.

    Each of outlet, published, title and url is taken from the first that gives it: the JSON line,
    `stories.csv`, the HTML page, the text's own dateline (the day only), `outlet` and `published`. A
    Story's `origins` says which; it also tells under "encoding" how bytes that were not UTF-8 were read.

    `progress` is called with the bytes done and the bytes in all; standard input counts as none. Memory
    holds one story at a time, and two short hashes for each that was read.
    """
    total = 0
    if progress:
        files = [given for given in inputs if given != STANDARD_INPUT]
        total = sum(item.size for item in walk(files) if isinstance(item, Found))
    done = 0

    def tick(size: int) -> None:
        nonlocal done
        done = min(done + size, total)
        if progress:
            progress(done, total)

    seen = Seen()
    for draft, row, name in _drafts(inputs, stdin, tick):
        story = draft if isinstance(draft, LeftOut) else complete(
            draft, row, name, outlet=outlet, published=published
        )  # fmt: skip
        if isinstance(story, LeftOut):
            yield story
        else:
            yield seen.refusal(story, named=_is_named(draft, row)) or story


def _is_named(draft: Draft | LeftOut, row: Row) -> bool:
    """Whether a story's id was given to it, not made up here."""
    if isinstance(draft, LeftOut):
        return False
    return draft.story is not None or (row.story is not None and draft.origin != "story")


def _drafts(inputs: Sequence[str], stdin: BinaryIO | None, tick: Callable[[int], None]) -> Iterator[Drafted]:
    sheets = Sheets()
    for given in inputs:
        if given == STANDARD_INPUT:
            stream = sys.stdin.buffer if stdin is None else stdin
            for draft in read_sniffed(stream, "standard input", lambda _: None):
                yield draft, Row(), None
            continue
        for item in walk([given]):
            if isinstance(item, LeftOut):
                yield item, Row(), None
            elif isinstance(item, Folder):
                for report in sheets.problems_in(item):
                    yield report, Row(), None
            elif item.path.name != SHEET:
                yield from _file(item, sheets, tick)
            elif item.root is None:
                message = "it tells of the files beside it and holds no story; give its folder"
                yield left_out(item.shown, Reason.UNSUPPORTED_TYPE, message), Row(), None
            else:
                tick(item.size)


def _file(found: Found, sheets: Sheets, tick: Callable[[int], None]) -> Iterator[Drafted]:
    suffix = found.path.suffix.lower()
    reader = FORMATS.get(suffix) if found.regular else read_sniffed
    if reader is None:
        message = f"files of type {suffix} are not read, only {supported()}; save its text as one of these"
        tick(found.size)
        yield left_out(found.shown, Reason.UNSUPPORTED_TYPE, message), Row(), None
        return
    if found.root is None:
        for report in sheets.problems_with(found):
            yield report, Row(), None
    row = sheets.row_of(found)
    try:
        with found.path.open("rb") as stream:
            for draft in reader(stream, found.shown, tick):
                yield draft, row, found.name if _is_one_story(draft, found) else None
    except OSError as error:
        yield unreadable(found.shown, error), Row(), None


def _is_one_story(draft: Draft | LeftOut, found: Found) -> bool:
    """Whether the file's name may serve as the story's id: not for a line among many, nor for a pipe."""
    return found.regular and isinstance(draft, Draft) and draft.origin != "story"
