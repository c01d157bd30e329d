"""News annotated in TimeML (`.tml`): its text, its day, and the times in it with their TIMEX3 values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

TIME = "TIMEX3"


@dataclass(frozen=True, slots=True)
class TimedStory:
    """A text with `timex`, each with its `start`, `end`, `text` and `val`; `published` from its DCT."""

    name: str
    text: str
    published: date | None
    timex: tuple[dict[str, Any], ...]


def timeml_files(folder: Path) -> list[Path]:
    """The TimeML files below a folder in order of name, without the hidden ones of archives."""
    return sorted(path for path in folder.rglob("*.tml") if not path.name.startswith("."))


def read_timeml(path: Path) -> TimedStory:
    """One document: what stands in its TEXT, and the day of its DCT. Raises ValueError naming the file."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{path}: no TimeML ({error})") from error
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path}: no TimeML (no element TEXT)")
    parts: list[str] = []
    times = tuple(_times(body, parts))
    return TimedStory(path.name, "".join(parts), _day(root.find(f"DCT/{TIME}")), times)


def _day(created: ElementTree.Element | None) -> date | None:
    value = "" if created is None else created.get("value", "")
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _times(element: ElementTree.Element, parts: list[str]) -> Iterator[dict[str, Any]]:
    """The times in an element; adds its text to `parts`. What is nested in a time is part of it."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    inner = [time for child in element for time in (*_times(child, parts), *_tail(child, parts))]
    if element.tag == TIME:
        text = "".join(parts)[start:]
        yield {"start": start, "end": start + len(text), "text": text, "val": element.get("value", "")}
    else:
        yield from inner


def _tail(child: ElementTree.Element, parts: list[str]) -> tuple[()]:
    parts.append(child.tail or "")
    return ()
