"""The index: what it knows, how fast it opens, and what a bad knowledge file says."""

from __future__ import annotations

import time
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.resolving.places import Gazetteer, build_index
from dateline.resolving.places.index import index_path


def test_one_place_under_all_its_spellings(gazetteer: Gazetteer) -> None:
    ids = {
        next(place.geonameid for place in gazetteer.candidates(name) if place.country == "SYR")
        for name in ("Qusayr", "Qusair", "al-Qusayr", "Al-Quşayr", "Kusayr")
    }
    assert len(ids) == 1


def test_every_place_of_a_name_is_a_candidate(gazetteer: Gazetteer) -> None:
    found = {(place.country, place.kind) for place in gazetteer.candidates("Tripoli")}
    assert {("LBY", "settlement"), ("LBN", "settlement")} <= found


def test_divisions_countries_and_regions_are_there_too(gazetteer: Gazetteer) -> None:
    kinds = {
        name: gazetteer.candidates(name)[0].kind
        for name in ("Helmand", "Golan Heights", "Yemen", "Black Sea", "Nagorno-Karabakh")
    }
    assert kinds == {
        "Helmand": "admin1",
        "Golan Heights": "region",
        "Yemen": "country",
        "Black Sea": "sea",
        "Nagorno-Karabakh": "region",
    }


def test_a_demonym_speaks_for_its_country_and_is_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonym("syrian") == ("SYR",)
    assert gazetteer.demonym("lebanese") == ("LBN",)
    assert gazetteer.capitals["SYR"].name == "Damascus"


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Xyzzyville") == []


def test_it_opens_in_well_under_a_second(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Homs")
    began = time.perf_counter()
    Gazetteer.open().close()
    assert time.perf_counter() - began < 1.0


def test_an_index_that_is_there_is_not_built_again(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Homs")
    before = index_path().stat().st_mtime_ns
    assert build_index() == index_path()
    assert index_path().stat().st_mtime_ns == before


def test_a_bad_number_names_file_and_line_and_leaves_nothing(tmp_path: Path) -> None:
    folder, cache = tmp_path / "mine", tmp_path / "cache"
    folder.mkdir()
    (folder / "places_countries.csv").write_text(
        "country,name,alternates,demonyms,capital,geonameid,population,lat,lon\n"
        "SYR,Syria,,Syrian,Damascus,163843,16906283,north,38\n",
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError, match=r"places_countries\.csv, line 2: lat is 'north'"):
        build_index(cache, folder)
    assert list(cache.iterdir()) == []


def test_a_list_with_a_truth_value_for_a_word_is_refused(tmp_path: Path) -> None:
    own = (files("dateline.ontology") / "data" / "places_words.yaml").read_text(encoding="utf-8")
    (tmp_path / "places_words.yaml").write_text(own.replace('"no"', "no"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="never holds False"):
        Gazetteer.open(tmp_path / "cache", tmp_path)


def test_other_knowledge_is_another_index(tmp_path: Path) -> None:
    (tmp_path / "places_names.csv").write_text("geonameid,name,alternates\n", encoding="utf-8")
    assert index_path(lexicon=tmp_path) != index_path()
