"""Small country dumps in GeoNames' form, of invented places."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path


def dump_line(
    geonameid: int,
    name: str,
    feature: str = "P.PPL",
    *,
    at: tuple[float, float] = (34.9, 36.6),
    alternates: str = "",
    country: str = "SY",
    admin1: str = "11",
    population: str = "0",
) -> str:
    """A line of 19 columns; `feature` is class and code."""
    feature_class, _, code = feature.partition(".")
    cells = [str(geonameid), name, name, alternates, str(at[0]), str(at[1]), feature_class, code, country, ""]
    cells += [admin1, "", "", "", population, "", "512", "Asia/Damascus", "2021-03-04"]
    return "\t".join(cells)


def write_dump(path: Path, lines: Iterable[str | bytes]) -> Path:
    """A dump as GeoNames publishes it: zipped beside a readme, or as text."""
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n"
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "The data is provided as is.")
            archive.writestr(f"{path.stem}.txt", content)
    else:
        path.write_bytes(content)
    return path
