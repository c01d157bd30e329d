"""The streams of stories that speed.py measures on."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

CONFLICT = "fakes"
OTHERS = ("geovirus", "lgl", "polnear")
SHARE = 20
"""In the mixed stream one story in so many is one of CONFLICT."""


def stories_file(data: Path, name: str = CONFLICT) -> Path:
    """The stories of a corpus in a data folder; a file, or a folder of one corpus, for itself. Raises
    FileNotFoundError when there are none.
    """
    for path in (data, data / name / "stories.jsonl", data / "stories.jsonl"):
        if path.is_file():
            return path
    raise FileNotFoundError(f"{data} is no file of stories and has no {name}/stories.jsonl in it")


def conflict(data: Path, limit: int) -> list[str]:
    """The first `limit` stories about an armed conflict, as lines of JSON."""
    return list(islice(_lines(stories_file(data)), limit))


def mixed(data: Path, limit: int) -> list[str] | None:
    """`limit` stories of which one in twenty is about an armed conflict, in an order drawn once; None
    when the data folder lacks the others.
    """
    files = [data / name / "stories.jsonl" for name in OTHERS]
    if not all(path.is_file() for path in files):
        return None
    draw = random.Random(SHARE)
    others = [line for path in files for line in _lines(path)]
    draw.shuffle(others)
    violent = max(1, limit // SHARE)
    drawn = [*others[: limit - violent], *conflict(data, violent)]
    draw.shuffle(drawn)
    return drawn


def write_repeated(lines: list[str], target: Path, times: int) -> int:
    """Write the stories `times` times over; returns how many were written.

    Copies get an id and an outlet of their own: the same story of the same outlet would be left out.
    """
    with target.open("w", encoding="utf-8") as out:
        for copy in range(times):
            for number, line in enumerate(lines):
                story = json.loads(line)
                story |= {"story": f"{number}-{copy}", "outlet": f"outlet {number % 15}-{copy}"}
                out.write(json.dumps(story, ensure_ascii=False) + "\n")
    return len(lines) * times


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from lines
