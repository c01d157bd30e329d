"""Disputed territory: which country is written, and what a wrong file says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.resolving.places import Gazetteer, LocatedMention
from dateline.resolving.places.disputed import disputed_territories, written_for

Locate = Callable[..., dict[str, LocatedMention]]
HEADER = "territory,written,admin1,claimed,held,filed,south,west,north,east,source"


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Katzrin", "SYR", "Quneitra"),  # GeoNames: Israel
        ("Majdal Shams", "SYR", "Quneitra"),
        ("Tiberias", "ISR", None),
        ("Simferopol", "UKR", "Crimea"),
        ("Temryuk", "RUS", None),  # across the strait
        ("Ma'ale Adumim", "PSE", "West Bank"),
        ("Stepanakert", "AZE", None),
        ("Abyei", None, "Abyei"),
    ],
)
def test_the_country_written_for_a_town(
    gazetteer: Gazetteer, name: str, country: str | None, admin1: str | None
) -> None:
    place = next(p for p in gazetteer.candidates(name) if p.kind == "settlement")
    written = written_for(place, gazetteer.territories)
    assert written[0] == country
    if admin1 is not None:
        assert written[1] == admin1


def test_a_story_writes_the_golan_heights_as_one(locate: Locate) -> None:
    found = locate("Rockets fell in Katzrin and in Majdal Shams on the Golan Heights, the Israeli army said.")
    assert {item.place.country for item in found.values()} == {"SYR"}
    assert found["Golan Heights"].place.precision == 5


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Freeland,Syria,,SYR,SYR,,,,,,ours", "'Syria' is no ISO"),
        (",SYR,,SYR,SYR,,,,,,ours", "should not be empty"),
        ("Freeland,SYR,,SYR,SYR,,33,x,34,36,ours", "four degrees"),
        ("Freeland,SYR,,SYR,SYR,,34,35,33,36,ours", "south, west, north, east"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, told: str) -> None:
    (tmp_path / "places_disputed.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"line 2.*{told}"):
        disputed_territories(tmp_path)
