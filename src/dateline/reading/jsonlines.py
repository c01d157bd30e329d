"""JSON Lines of the story contract (story.schema.json): one object a line, only `text` required."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import BinaryIO, cast

from dateline.model import LeftOut
from dateline.reading.decoding import NotText, decode
from dateline.reading.drafts import Draft
from dateline.reading.reasons import Reason, left_out

_LONGEST_LINE = 16_000_000
_TEXT_KEYS = ("story", "outlet", "title", "published", "url", "language")


class _WrongTypeError(ValueError):
    """A key's value is not what the contract asks for."""


def read_json_lines(
    stream: BinaryIO, location: str, tick: Callable[[int], None]
) -> Iterator[Draft | LeftOut]:
    """A draft for each line of `stream`, or why it gives none; `tick` gets the bytes of each line.

    One line is held at a time. Blank lines are passed over.
    """
    number = 0
    for number, line in enumerate(_lines(stream), 1):
        where = f"{location}, line {number}"
        tick(len(line))
        if len(line) >= _LONGEST_LINE:
            yield left_out(where, Reason.TOO_LARGE, "a line of over 16 MB; split the text into stories")
        elif line.strip():
            yield _read_line(line, where)
    if number == 0:
        yield left_out(location, Reason.EMPTY, "the file is empty; check how it was saved")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    first = stream.readline(_LONGEST_LINE)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        rest = first + stream.read()
        stream = io.BytesIO(rest.decode("utf-16", "surrogatepass").encode("utf-8", "surrogatepass"))
        first = stream.readline(_LONGEST_LINE)
    line = first.removeprefix(codecs.BOM_UTF8)
    while line:
        yield line
        while len(line) >= _LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE)
        line = stream.readline(_LONGEST_LINE)


def _read_line(line: bytes, where: str) -> Draft | LeftOut:  # noqa: PLR0911 - one for each refusal
    decoded = decode(line)
    if isinstance(decoded, NotText):
        return left_out(where, decoded.reason, f"the line is {decoded.message}")
    try:
        data = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        told = f"column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        message = f"not a JSON object ({told}); write one object a line, as the story contract says"
        return left_out(where, Reason.MALFORMED_JSON, message)
    if not isinstance(data, dict):
        message = f"{_kind(data)} where an object was expected; write one object a line"
        return left_out(where, Reason.WRONG_TYPE, message)
    if b"\\ud" in line.lower() and (half := _half_a_pair(data)):
        return left_out(where, Reason.UNDECODABLE, half)
    if data.get("text") is None:
        known = ", ".join(sorted(map(str, data))[:8]) or "nothing"
        return left_out(where, Reason.NO_TEXT, f'no key "text" (found: {known}); put the story\'s text there')
    try:
        return _draft(cast("dict[str, object]", data), where, decoded.note)
    except _WrongTypeError as error:
        return left_out(where, Reason.WRONG_TYPE, str(error))


def _draft(data: dict[str, object], where: str, note: str | None) -> Draft:
    given = {key: _text(data, key) for key in _TEXT_KEYS}
    body = _text(data, "text") or ""
    published = given.pop("published")
    return Draft(
        location=where,
        body=body,
        origin="story",
        published=None if published is None else _day(published),
        decoding=note,
        extra={key: value for key, value in data.items() if key not in (*_TEXT_KEYS, "text")},
        **given,
    )


def _text(data: dict[str, object], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise _WrongTypeError(f'"{key}" is {_kind(value)}; give a string or leave the key out')
    return value if value is None or key == "text" or value.strip() else None


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError as error:
        message = f'"published" is {words[:40]!r}; give a day as 2013-05-20, or leave the key out'
        raise _WrongTypeError(message) from error


def _kind(value: object) -> str:
    names = {list: "a list", dict: "an object", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _half_a_pair(data: object) -> str | None:
    """A lone surrogate is no character: neither file nor database can hold it."""
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        return f"{half} is half of a character; write the story again from its source"
    return None
