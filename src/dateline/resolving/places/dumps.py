"""GeoNames country dumps: the places of a file such as SY.zip that an event can be at.

A dump is a text of tab-separated lines, 19 columns each, or a zip archive that holds one
(https://download.geonames.org/export/dump/readme.txt). Which feature codes count stands in
places_features.yaml. Files are read line by line, whatever their size.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline.errors import InputError
from dateline.ontology.files import LINE, knowledge_file, read_yaml
from dateline.resolving.places.sources import ADMIN2, PART, SETTLEMENT, SPOT, TRACT

COLUMNS = 19
_KINDS = (SETTLEMENT, PART, ADMIN2, SPOT, TRACT)
_FROM = "download the country's file again from https://download.geonames.org/export/dump/"


@dataclass(frozen=True, slots=True)
class DumpLine:
    """A line of a dump: `names` begin with its own. `country` is ISO 3166-1 alpha-2, `admin1` GeoNames' code,
    `feature` class and code ("P.PPL"); degrees WGS84; `text` the line itself, as it is kept."""

    geonameid: int
    names: tuple[str, ...]
    latitude: float
    longitude: float
    feature: str
    country: str
    admin1: str
    population: int
    text: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no place: where it stands (counted from 1) and what is wrong with it."""

    number: int
    message: str


def read_features(folder: Path | None = None) -> dict[str, str]:
    """The kind of place for each feature code ("P.PPL": settlement).

    Raises KnowledgeError, naming the file, when places_features.yaml is not as it should be.
    """
    file = knowledge_file("places_features.yaml", folder)
    document = read_yaml(file)
    if not isinstance(document, dict):
        raise file.error(1, f"should be lists of feature codes under {', '.join(_KINDS)}")
    kinds: dict[str, str] = {}
    for kind, codes in document.items():
        if kind == LINE:
            continue
        if kind not in _KINDS or not isinstance(codes, list):
            raise file.error(None, f"{kind} should be one of {', '.join(_KINDS)}, with a list of codes")
        for code in codes:
            if not (isinstance(code, str) and code[1:2] == "." and code.isupper()):
                raise file.error(None, f"{kind} holds {code!r}; a code is a class and a code, as in P.PPL")
            if kinds.setdefault(code, kind) != kind:
                raise file.error(None, f"{code} stands under {kinds[code]} and under {kind}; keep one")
    return kinds


def read_dump(path: Path) -> Iterator[DumpLine | BadLine]:
    """The lines of a dump in their order, bad ones among them; a bad line costs no other.

    Raises InputError when the file is missing, no zip archive or text of UTF-8, or has no dump in it.
    """
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            text = line.rstrip(b"\r\n")
            if text.strip():
                yield _parsed(number, text)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if not path.is_file():
        raise InputError(f"{path}: no such file; {_FROM}")
    try:
        if not zipfile.is_zipfile(path):
            if path.suffix.lower() == ".zip":
                raise InputError(f"{path}: not a zip archive, or a broken one; {_FROM}")
            with path.open("rb") as lines:
                yield lines
            return
        with zipfile.ZipFile(path) as archive:
            texts = [
                info
                for info in archive.infolist()
                if info.filename.lower().endswith(".txt") and not info.filename.lower().endswith("readme.txt")
            ]
            if len(texts) != 1:
                raise InputError(
                    f"{path}: holds {len(texts)} files of text beside its readme, not one; unpack it and add "
                    "the text of the country"
                )
            with archive.open(texts[0]) as lines:
                yield lines
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise InputError(f"{path}: cannot be read ({error}); {_FROM}") from error


def _parsed(number: int, line: bytes) -> DumpLine | BadLine:  # noqa: PLR0911 - one for each thing that may be wrong
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return BadLine(number, "is not UTF-8")
    cells = text.removeprefix("\ufeff").split("\t")
    if len(cells) != COLUMNS:
        return BadLine(
            number, f"has {len(cells)} columns, where a GeoNames dump has {COLUMNS}, parted by tabs"
        )
    if not cells[0].isdecimal() or len(cells[0]) > 12:
        return BadLine(number, f"geonameid is {cells[0]!r}, no whole number")
    try:
        latitude, longitude = float(cells[4]), float(cells[5])
    except ValueError:
        return BadLine(number, f"latitude and longitude are {cells[4]!r} and {cells[5]!r}, no numbers")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return BadLine(number, f"{latitude}, {longitude} is no place on Earth")
    if not cells[1].strip():
        return BadLine(number, "has no name")
    if cells[14] and not cells[14].lstrip("-").isdecimal():
        return BadLine(number, f"population is {cells[14]!r}, no whole number")
    names = dict.fromkeys(
        name for cell in (cells[1], cells[2], *cells[3].split(",")) if (name := cell.strip())
    )
    return DumpLine(
        geonameid=int(cells[0]),
        names=tuple(names),
        latitude=latitude,
        longitude=longitude,
        feature=f"{cells[6]}.{cells[7]}",
        country=cells[8],
        admin1=cells[10],
        population=max(0, int(cells[14] or 0)),
        text="\t".join(cells),
    )
