"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[str]) -> Path:
    """Write the pieces as UTF-8 to `path`, which is replaced only once all are on the disk.

    A lone surrogate, which UTF-8 cannot hold, is written as its escape (in JSON the same string).
    Raises OSError.
    """
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part = Path(temporary)
        # mkstemp makes files private; a record is meant to be passed on like any other file
        umask = os.umask(0)
        os.umask(umask)
        part.chmod(0o666 & ~umask)
        part.replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
