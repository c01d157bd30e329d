"""From what was named on the command line to the files to read, in a fixed order."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.model import LeftOut
from dateline.reading.reasons import Reason, left_out

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `shown` names it in reports; `name` is its story id unless it is given another.

    `root` is the given folder that it was found in, None for a file that was given itself. A file that
    is no regular one (a pipe) has no size.
    """

    path: Path
    shown: str
    name: str
    root: Path | None
    size: int
    regular: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is about to be read."""

    path: Path
    shown: str


def walk(inputs: Sequence[str]) -> Iterator[Found | Folder | LeftOut]:
    """Files of `inputs` in the order given, those of a folder sorted by name, subfolders too.

    Hidden files and folders (a name with a leading dot) are passed over. Links are followed, but not
    into a folder that holds them.
    """
    for given in inputs:
        path = Path(given)
        try:
            status = path.stat()
        except OSError as error:
            yield _unreachable(given, path, error)
            continue
        except ValueError:
            yield left_out(given, Reason.MISSING, "no path can be named so; check its spelling")
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, path, given.rstrip("/") or given, ((status.st_dev, status.st_ino),))
        else:
            regular = stat.S_ISREG(status.st_mode)
            yield Found(path, given, path.stem, None, status.st_size if regular else 0, regular)


def _folder(
    root: Path, folder: Path, shown: str, above: tuple[tuple[int, int], ...]
) -> Iterator[Found | Folder | LeftOut]:
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208 - names
    except OSError as error:
        yield _unreachable(shown, folder, error)
        return
    yield Folder(folder, shown)
    for name in names:
        path, where = folder / name, f"{shown}/{name}"
        try:
            status = path.stat()
        except OSError as error:
            yield _unreachable(where, path, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            identity = (status.st_dev, status.st_ino)
            if identity in above:
                message = "a link back to a folder that holds it; remove the link"
                yield left_out(where, Reason.LINK_LOOP, message)
            else:
                yield from _folder(root, path, where, (*above, identity))
        elif stat.S_ISREG(status.st_mode):
            name_in_root = path.relative_to(root).with_suffix("").as_posix()
            yield Found(path, where, name_in_root, root, status.st_size, True)
        else:
            message = "no ordinary file (a pipe, socket or device); give it by itself to read it"
            yield left_out(where, Reason.UNSUPPORTED_TYPE, message)


def _unreachable(shown: str, path: Path, error: OSError) -> LeftOut:
    if error.errno == errno.ELOOP:
        return left_out(shown, Reason.LINK_LOOP, "a link that leads back to itself; remove the link")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if path.is_symlink():
            return left_out(shown, Reason.MISSING, "a link to a file that is not there; mend the link")
        return left_out(shown, Reason.MISSING, "there is no such file or folder; check its spelling")
    return unreadable(shown, error)


def unreadable(shown: str, error: OSError) -> LeftOut:
    """The report of a file or folder that is there and cannot be read."""
    message = f"cannot be read ({error.strerror or error}); check that you may read it (chmod u+r)"
    return left_out(shown, Reason.UNREADABLE, message)
