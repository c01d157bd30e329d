"""The gazetteer: which places a name may mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from dateline.resolving.places.disputed import Territory, disputed_territories
from dateline.resolving.places.division_words import division_words
from dateline.resolving.places.index import build_index
from dateline.resolving.places.names import article_key, name_key, sound_key
from dateline.resolving.places.short_names import Division, short_divisions
from dateline.resolving.places.words import PlaceWords, place_words

_BATCH = 400
_KEPT = 20_000
"""Names whose places are kept in memory."""
_COLUMNS = "p.id, geonameid, name, kind, country, admin1, latitude, longitude, population, capital, within"


class GazetteerPlace(NamedTuple):
    """One place that a name may mean. Degrees WGS84; `country` ISO 3166-1 alpha-3; `number` is its row.

    `form` says how the name found it: 0 its own name, 1 an alternate, 2 without its article, 3 by sound.
    """

    number: int
    geonameid: int | None
    name: str
    kind: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    capital: bool
    within: str | None
    form: int


class Gazetteer:
    """A read-only index of the world's places, safe to open in many processes at once."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: PlaceWords,
        territories: tuple[Territory, ...],
        shorts: Mapping[str, Division],
        called: Mapping[str, frozenset[str]],
    ) -> None:
        self._connection = connection
        self.words = words
        self.territories = territories
        self.shorts = shorts
        self.called = called
        self._written: dict[str, tuple[GazetteerPlace, ...]] = {}
        self._named: dict[str, tuple[GazetteerPlace, ...]] = {}
        self._sounds: dict[str, tuple[GazetteerPlace, ...]] = {}
        self._demonyms = self._read_demonyms()
        self._divisions: dict[tuple[str | None, str | None], GazetteerPlace | None] = {}
        self.capitals = self._read_capitals()
        self._countries = self._read_countries()

    @classmethod
    def open(cls, cache: Path | None = None, lexicon: Path | None = None, places: Path | None = None) -> Self:
        """The gazetteer of the index in `cache`, which is built first where it is missing.

        `lexicon` is a folder whose places_* files take the place of the package's, `places` the folder of the
        user's dumps (see `places_folder`). Raises KnowledgeError on
        a malformed one, OSError when the cache cannot be written.
        """
        path = build_index(cache, lexicon, places)
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection.execute("PRAGMA mmap_size = 268435456")
        return cls(
            connection,
            place_words(lexicon),
            disputed_territories(lexicon),
            short_divisions(lexicon),
            division_words(lexicon),
        )

    def close(self) -> None:
        """Let go of the index file."""
        self._connection.close()

    def candidates(self, name: str) -> list[GazetteerPlace]:
        """Every place that goes by `name`, closest form of the name first, then the most populous.

        Spellings that only sound alike are given where no written form is known.
        """
        key = name_key(name)
        found = self.named([key])[key]
        return list(found or self.sounding(key))

    def written(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Every place that is written so, with or without its article; none that only sounds alike."""
        key = name_key(name)
        return self.named([key])[key]

    def numbered(self, geonameid: int) -> GazetteerPlace | None:
        """The place with this number of GeoNames."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS}, 0 FROM place p WHERE geonameid = ? ORDER BY p.id LIMIT 1",  # noqa: S608 - constant
            (geonameid,),
        ).fetchone()
        return _place(row) if row else None

    def demonym(self, key: str) -> tuple[str, ...]:
        """The countries (alpha-3) that the word with this name key speaks for ("syrian": SYR)."""
        return self._demonyms.get(key, ())

    def named(self, keys: Iterable[str]) -> dict[str, tuple[GazetteerPlace, ...]]:
        """The places of each name key, as written or without articles; empty where there are none."""
        known, keys = self._named, list(keys)
        if missing := [key for key in dict.fromkeys(keys) if key not in known]:
            # A long run over many stories must not grow without bound.
            if len(known) + len(missing) > _KEPT:
                known.clear()
                missing = list(dict.fromkeys(keys))
            bare = {key: article_key(key) for key in missing}
            self._load([*missing, *bare.values()])
            for key in missing:
                known[key] = self._written[key] or self._written[bare[key]]
        return {key: known[key] for key in keys}

    def sounding(self, key: str) -> tuple[GazetteerPlace, ...]:
        """Places whose name sounds like `key`: other transliterations, the most populous first."""
        sound = sound_key(key)
        if len(sound) < 2:
            return ()
        if len(self._sounds) > _KEPT:
            self._sounds.clear()
        if sound not in self._sounds:
            rows = self._connection.execute(
                f"SELECT {_COLUMNS}, 3 FROM sound s JOIN place p ON p.id = s.place WHERE s.key = ?"  # noqa: S608 - constant
                " ORDER BY population DESC, p.id",
                (sound,),
            )
            self._sounds[sound] = tuple(_place(row) for row in rows)
        return self._sounds[sound]

    def spelling(self, place: GazetteerPlace, key: str) -> str | None:
        """The key of the place's name that `key` finds it by; None when that is not told.

        Reads all names for one that is found by its sound: for a person who asks, not for a run.
        """
        bare = article_key(key)
        rows = self._connection.execute("SELECT key FROM name WHERE place = ? ORDER BY key", (place.number,))
        keys = [str(row[0]) for row in rows]
        sound = sound_key(key)
        for fits in (key.__eq__, lambda own: article_key(own) == bare, lambda own: sound_key(own) == sound):
            if found := next(filter(fits, keys), None):
                return found
        return None

    def _load(self, keys: Sequence[str]) -> None:
        missing = [key for key in dict.fromkeys(keys) if key not in self._written]
        if len(self._written) + len(missing) > _KEPT:
            self._written.clear()
            missing = list(dict.fromkeys(keys))
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            for key in batch:
                self._written[key] = ()
            rows = self._connection.execute(
                f"SELECT n.key, {_COLUMNS}, form FROM name n JOIN place p ON p.id = n.place"  # noqa: S608 - constant
                f" WHERE n.key IN ({', '.join('?' * len(batch))})"
                " ORDER BY n.key, form, population DESC, p.id",
                batch,
            )
            grouped: dict[str, list[GazetteerPlace]] = {}
            for row in rows:
                grouped.setdefault(row[0], []).append(_place(row[1:]))
            for key, places in grouped.items():
                self._written[key] = tuple(places)

    def country(self, code: str) -> GazetteerPlace | None:
        """The country with this alpha-3 code."""
        return self._countries.get(code)

    def division(self, country: str | None, admin1: str | None) -> GazetteerPlace | None:
        """The first-level division of this name in the country."""
        if (country, admin1) not in self._divisions:
            row = self._connection.execute(
                f"SELECT {_COLUMNS}, 0 FROM place p WHERE kind = 'admin1' AND country = ? AND name = ?"  # noqa: S608 - constant
                " ORDER BY p.id LIMIT 1",
                (country, admin1),
            ).fetchone()
            self._divisions[country, admin1] = _place(row) if row else None
        return self._divisions[country, admin1]

    def _read_countries(self) -> dict[str, GazetteerPlace]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS}, 0 FROM place p WHERE kind = 'country' ORDER BY p.id"  # noqa: S608 - constant
        )
        return {place.country: place for row in rows if (place := _place(row)).country}

    def _read_demonyms(self) -> dict[str, tuple[str, ...]]:
        demonyms: dict[str, tuple[str, ...]] = {}
        for key, country in self._connection.execute(
            "SELECT key, country FROM demonym ORDER BY key, country"
        ):
            demonyms[key] = (*demonyms.get(key, ()), country)
        plurals = {f"{key}s": countries for key, countries in demonyms.items() if len(key) > 3}
        return plurals | demonyms

    def _read_capitals(self) -> dict[str, GazetteerPlace]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS}, 0 FROM place p WHERE capital = 1 ORDER BY population, p.id"  # noqa: S608 - constant
        )
        return {place.country: place for row in rows if (place := _place(row)).country}


def _place(row: Sequence[object]) -> GazetteerPlace:
    values = list(row)
    values[9] = bool(values[9])
    return GazetteerPlace._make(values)
