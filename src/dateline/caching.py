"""The folder for what is made once and can be made again, and texts that are kept there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """DATELINE_CACHE, else the user's cache folder."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else platformdirs.user_cache_path("dateline", appauthor=False)


def kept_text(name: str, make: Callable[[], str]) -> str:
    """The text that is kept under a name, which says all that the text hangs on; made when there is none.

    It is written beside its place, under a name of its own as several runs may write at once, and moved there
    whole. Where nothing can be kept it is made each time.
    """
    path = cache_folder() / name
    with suppress(OSError, UnicodeDecodeError):
        return path.read_bytes().decode("utf-8")
    text = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".partial", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(partial).replace(path)
        finally:
            Path(partial).unlink(missing_ok=True)
    return text
