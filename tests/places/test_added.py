"""Country dumps of the user's: what is added, what is told of bad ones, and what a story makes of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.places.dumps import dump_line, write_dump

from dateline.errors import InputError, KnowledgeError, NotFoundError
from dateline.resolving.places import Gazetteer, gazetteer_label, locate_story
from dateline.resolving.places.added import add_dump, added_files, places_digest, remove_dump
from dateline.resolving.places.dumps import read_features
from dateline.running.settings import RunSettings

LINES = [
    dump_line(90000001, "Tall Wardan", alternates="Tell Wardan,تل وردان"),
    dump_line(90000002, "Harat an Nahr", "P.PPLX", at=(34.73, 36.71)),
    dump_line(90000003, "Jabal Rummanah", "T.HLL", at=(34.8, 36.4)),
    dump_line(90000004, "Jisr Sadaf", "S.BDG", at=(34.75, 36.68)),
    dump_line(90000005, "Wadi Qarnas", "H.WAD", at=(34.6, 36.9)),
    dump_line(90000006, "Qabr Qadim", "S.TOMB"),
    dump_line(90000007, "Homs Airfield", "S.AIRF", at=(34.70, 36.78)),
]


@pytest.fixture(scope="session")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("added")
    add_dump(write_dump(folder / "SY.zip", LINES), read_features(), folder / "places")
    return folder / "places"


@pytest.fixture(scope="session")
def village_gazetteer(added: Path) -> Iterator[Gazetteer]:
    opened = Gazetteer.open(places=added)
    yield opened
    opened.close()


def test_places_that_an_event_can_be_at_are_added(tmp_path: Path) -> None:
    done = add_dump(write_dump(tmp_path / "SY.zip", LINES), read_features(), tmp_path / "places")
    assert done.places == {"part": 1, "settlement": 1, "spot": 3, "tract": 1}
    assert (done.passed_over, done.bad, done.replaced) == (1, 0, False)
    assert [path.name for path in added_files(tmp_path / "places")] == ["SY.txt"]


def test_the_text_in_the_archive_is_as_good_as_the_archive(tmp_path: Path) -> None:
    zipped = add_dump(write_dump(tmp_path / "SY.zip", LINES), read_features(), tmp_path / "a")
    plain = add_dump(write_dump(tmp_path / "SY.txt", LINES), read_features(), tmp_path / "b")
    assert plain.path.read_bytes() == zipped.path.read_bytes()
    assert places_digest(tmp_path / "a") == places_digest(tmp_path / "b")


def test_a_bad_line_is_told_and_costs_no_other(tmp_path: Path) -> None:
    lines: list[str | bytes] = [
        LINES[0],
        "90000010\tToo short",
        dump_line(90000011, "Nowhere", at=(134.9, 36.6)),
        dump_line(90000012, "Many", population="many"),
        LINES[0].replace("34.9", "north").replace("90000001", "90000013"),
        b"90000014\t\xff\xfe" + b"\t" * 17,
        dump_line(90000015, ""),
        LINES[2],
    ]
    done = add_dump(write_dump(tmp_path / "SY.zip", lines), read_features(), tmp_path / "places")
    assert sum(done.places.values()) == 2
    assert done.bad == 6
    told = {line.number: line.message for line in done.told}
    assert "has 2 columns" in told[2]
    assert "no place on Earth" in told[3]
    assert "population is 'many'" in told[4]
    assert "'north'" in told[5]
    assert "not UTF-8" in told[6]
    assert "no name" in told[7]


def test_a_file_that_is_no_dump_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "SY.zip"
    broken.write_bytes(b"PK\x03\x04 and then nothing")
    other = tmp_path / "notes.txt"
    other.write_text("a list of villages\n", encoding="utf-8")
    two = tmp_path / "two.zip"
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("SY.txt", LINES[0])
        archive.writestr("LB.txt", LINES[1])
    for path, message in (
        (tmp_path / "LB.zip", "no such file"),
        (broken, "not a zip archive"),
        (other, "line 1 has 1 columns"),
        (two, "holds 2 files"),
    ):
        with pytest.raises(InputError, match=message):
            add_dump(path, read_features(), tmp_path / "places")
    assert not list((tmp_path / "places").glob("*"))


def test_a_dump_of_the_same_name_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    add_dump(write_dump(tmp_path / "SY.zip", LINES), read_features(), folder)
    again = add_dump(write_dump(tmp_path / "SY.zip", LINES[:2]), read_features(), folder)
    assert again.replaced
    assert len(again.path.read_text("utf-8").splitlines()) == 2


def test_what_was_added_can_be_removed(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    add_dump(write_dump(tmp_path / "SY.zip", LINES), read_features(), folder)
    with pytest.raises(NotFoundError, match="there are: SY"):
        remove_dump("LB", folder)
    remove_dump("SY", folder)
    assert places_digest(folder) is None


def test_the_gazetteer_is_part_of_what_names_a_coder(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    folder.mkdir()
    bare = RunSettings(places=folder).coder
    add_dump(write_dump(tmp_path / "SY.zip", LINES), read_features(), folder)
    one = RunSettings(places=folder).coder
    add_dump(write_dump(tmp_path / "SY.zip", LINES[:3]), read_features(), folder)
    other = RunSettings(places=folder).coder
    assert len({bare, one, other}) == 3
    assert gazetteer_label(folder) in other


def test_added_places_are_found_by_any_of_their_names(village_gazetteer: Gazetteer) -> None:
    for name in ("Tall Wardan", "TELL WARDAN", "Tell-Wardan", "Tal Wardaan"):
        (found,) = village_gazetteer.candidates(name)
        assert (found.geonameid, found.kind, found.country, found.admin1) == (
            *(90000001, "settlement"),
            *("SYR", "Homs"),
        )
    assert village_gazetteer.candidates("Qabr Qadim") == []
    assert 169577 in {place.geonameid for place in village_gazetteer.candidates("Homs")}


@pytest.mark.parametrize(
    ("text", "words", "kind", "precision", "geonameid"),
    [
        ("Shelling hit Tall Wardan in Syria.", "Tall Wardan", "settlement", 1, 90000001),
        ("Two died in Harat an Nahr in Homs, Syria.", "Harat an Nahr", "part", 1, 90000002),
        ("Troops fired from Jabal Rummanah in Syria.", "Jabal Rummanah", "facility", 1, 90000003),
        ("A bomb went off at Jisr Sadaf in Homs, Syria.", "Jisr Sadaf", "facility", 1, 90000004),
        ("Fighting went on in Wadi Qarnas in Syria.", "Wadi Qarnas", "region", 5, 90000005),
        ("Jets bombed Homs airfield in Syria.", "Homs airfield", "facility", 1, 90000007),
    ],
)
def test_a_story_finds_them_with_the_precision_of_their_kind(
    village_gazetteer: Gazetteer, text: str, words: str, kind: str, precision: int, geonameid: int
) -> None:
    found = {item.mention.text: item for item in locate_story(text, [], village_gazetteer)}
    place = found[words].place
    assert (found[words].kind, place.precision, place.geonameid) == (kind, precision, geonameid)


def test_a_hill_is_not_known_the_world_over(village_gazetteer: Gazetteer) -> None:
    text = "Two hikers were rescued in Jabal Rummanah in Peru on Friday."
    assert not any(
        item.place.latitude and item.kind != "country" for item in locate_story(text, [], village_gazetteer)
    )


def test_features_are_checked(tmp_path: Path) -> None:
    for content, message in (
        ("castle: [S.CSTL]", "castle should be one of"),
        ("spot: [HLL]", "'HLL'"),
        ("spot: [T.HLL]\ntract: [T.HLL]", "stands under spot and under tract"),
    ):
        (tmp_path / "places_features.yaml").write_text(content, encoding="utf-8")
        with pytest.raises(KnowledgeError, match=message):
            read_features(tmp_path)
