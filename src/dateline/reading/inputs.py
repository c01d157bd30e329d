"""Every input of a run, one after another, as stories and left-out records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import BinaryIO

from dateline.model import LeftOut, Story


def read_inputs(
    inputs: Sequence[str],
    *,
    outlet: str | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Story | LeftOut]:
    """Stories of `inputs` (files, folders, "-" for standard input) in order, lazily."""
    raise NotImplementedError
