"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """Write the pieces, text as UTF-8, to `path`, which is replaced only once all are on the disk.

    A lone surrogate, which UTF-8 cannot hold, is written as its escape (in JSON the same string).
    Raises OSError.
    """
    part = path.with_name(f".{path.name}.part")  # one name, so that a killed run leaves one at most
    try:
        with part.open("wb") as file:
            file.writelines(
                piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
                for piece in pieces
            )
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path
