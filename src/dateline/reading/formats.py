"""The kinds of input that can be read, each registered with the suffixes that it goes by."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from dateline.model import LeftOut
from dateline.reading.decoding import NotText, decode
from dateline.reading.drafts import SIZE_LIMIT, TOO_LARGE, Draft
from dateline.reading.jsonlines import read_json_lines
from dateline.reading.pages import looks_like_page, read_page
from dateline.reading.reasons import Reason, left_out

Tick = Callable[[int], None]
Reader = Callable[[BinaryIO, str, Tick], Iterator[Draft | LeftOut]]

# Markup and pictures within a page may be many times its text; a text in UTF-32 is four times its UTF-8.
_PAGE_BYTES = 10 * SIZE_LIMIT
_TEXT_BYTES = 4 * SIZE_LIMIT


def read_text(stream: BinaryIO, location: str, tick: Tick) -> Iterator[Draft | LeftOut]:
    """The one story of a plain text; a page under a text's name is read as a page."""
    data = _read(stream, _TEXT_BYTES, tick)
    if data is None:
        yield left_out(location, Reason.TOO_LARGE, TOO_LARGE)
    elif looks_like_page(data):
        yield read_page(data, location)
    elif not data.strip():
        yield left_out(location, Reason.EMPTY, "the file is empty; check how it was saved")
    else:
        decoded = decode(data)
        if isinstance(decoded, NotText):
            yield left_out(location, decoded.reason, f"the file: {decoded.message}")
        else:
            yield Draft(location, decoded.text, "text", decoding=decoded.note)


def read_html(stream: BinaryIO, location: str, tick: Tick) -> Iterator[Draft | LeftOut]:
    """The one article of an HTML page."""
    data = _read(stream, _PAGE_BYTES, tick)
    if data is None:
        yield left_out(location, Reason.TOO_LARGE, "a page of over 20 MB; save the article's text as .txt")
    else:
        yield read_page(data, location)


def read_sniffed(stream: BinaryIO, location: str, tick: Tick) -> Iterator[Draft | LeftOut]:
    """JSON Lines, a page or plain text, by how it begins."""
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(cast("io.RawIOBase", stream))
    head = cast("io.BufferedReader", buffered).peek(2048)
    if _looks_like_json(head):
        reader: Reader = read_json_lines
    elif looks_like_page(head):
        reader = read_html
    else:
        reader = read_text
    yield from reader(buffered, location, tick)


FORMATS: dict[str, Reader] = {
    "": read_sniffed,
    ".txt": read_text,
    ".text": read_text,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
"""Suffix, in lower case with its dot, to reader; a new format adds its module and a line here."""


def supported() -> str:
    """The suffixes that can be read, for a message."""
    return ", ".join(suffix for suffix in FORMATS if suffix)


def _read(stream: BinaryIO, limit: int, tick: Tick) -> bytes | None:
    data = stream.read(limit + 1)
    tick(len(data))
    return None if len(data) > limit else data


def _looks_like_json(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\x00", b"")
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
