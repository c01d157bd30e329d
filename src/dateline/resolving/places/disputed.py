"""Which country is written for a place in a territory that several states claim (places_disputed.csv).

GeoNames files Katzrin under Israel and Majdal Shams under Syria, though both lie on the Golan Heights: a
record that follows it says of two neighbours that they are in two countries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.ontology.files import KnowledgeFile, knowledge_file, read_csv
from dateline.resolving.places.sources import ADMIN1, COUNTRY

if TYPE_CHECKING:
    from dateline.resolving.places.gazetteer import GazetteerPlace

FILE = "places_disputed.csv"
SIDES = ("south", "west", "north", "east")
COLUMNS = ("territory", "written", "admin1", "claimed", "held", "filed", *SIDES, "source")
CODE = 3


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory: the country and division written, who claims it, and how its places are told.

    `box` is south, west, north and east in degrees; `filed` the division that GeoNames puts them in.
    """

    name: str
    written: str | None
    admin1: str | None
    claimed: frozenset[str]
    filed: str | None
    box: tuple[float, float, float, float] | None

    def holds(self, place: GazetteerPlace) -> bool:
        """Whether a settlement or smaller place that one of the claimants is given for lies there."""
        if place.country not in self.claimed or place.kind in (COUNTRY, ADMIN1):
            return False
        if self.filed is not None and place.admin1 == self.filed:
            return True
        if self.box is None or place.latitude is None or place.longitude is None:
            return False
        south, west, north, east = self.box
        return south <= place.latitude <= north and west <= place.longitude <= east


@lru_cache(maxsize=4)
def disputed_territories(folder: Path | None = None) -> tuple[Territory, ...]:
    """The territories of the file, the user's before the package's.

    Raises KnowledgeError naming file and line where a code, a box or a name is wrong.
    """
    file = knowledge_file(FILE, folder)
    return tuple(_territory(file, line, row) for line, row in read_csv(file, COLUMNS))


def written_for(place: GazetteerPlace, territories: tuple[Territory, ...]) -> tuple[str | None, str | None]:
    """Country and first-level division to write for the place: its own, but for disputed territory."""
    for territory in territories:
        if place.country in territory.claimed and territory.holds(place):
            return territory.written, territory.admin1
    return place.country, place.admin1


def _territory(file: KnowledgeFile, line: int, row: dict[str, str]) -> Territory:
    claimed = frozenset(code for code in row["claimed"].split("|") if code)
    codes = claimed | ({row["written"]} if row["written"] else set())
    for code in sorted(codes):
        if len(code) != CODE or not code.isupper():
            raise file.error(line, f"{code!r} is no ISO 3166-1 alpha-3 code")
    if not row["territory"] or not claimed:
        raise file.error(line, "territory and claimed should not be empty")
    return Territory(
        row["territory"],
        row["written"] or None,
        row["admin1"] or None,
        claimed,
        row["filed"] or None,
        _box(file, line, row),
    )


def _box(file: KnowledgeFile, line: int, row: dict[str, str]) -> tuple[float, float, float, float] | None:
    told = [row[side] for side in SIDES]
    if not any(told):
        return None
    try:
        south, west, north, east = (float(value) for value in told)
    except ValueError as error:
        raise file.error(line, f"the box is {','.join(told)}; it should be four degrees or empty") from error
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        raise file.error(line, f"the box {','.join(told)} is not south, west, north, east")
    return south, west, north, east
