"""Which of many places of one name a story means. All texts are written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.resolving.places import Gazetteer, LocatedMention, locate_story
from dateline.resolving.places.division_words import division_words
from dateline.resolving.places.outlets import outlet_country, outlet_towns
from dateline.resolving.places.short_names import short_divisions

Locate = Callable[..., dict[str, LocatedMention]]


def where(found: LocatedMention) -> tuple[str | None, str | None]:
    return found.place.country, found.place.admin1


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("FOREST, Miss. (XYZ) - A man was shot on Monday.", "FOREST", "Mississippi"),
        ("A man was shot in Newton, N.C., on Monday.", "Newton", "North Carolina"),
        ("A man was shot in Lincoln, NE on Monday.", "Lincoln", "Nebraska"),
        ("A man was shot in Windsor, Ont., on Monday.", "Windsor", "Ontario"),
        ("A man was shot in Tulsa, Oklahoma.", "Tulsa", "Oklahoma"),
    ],
)
def test_a_division_behind_a_town_in_short_or_long(locate: Locate, text: str, name: str, admin1: str) -> None:
    assert locate(text)[name].place.admin1 == admin1


def test_short_forms_are_words_elsewhere(locate: Locate) -> None:
    found = locate("In Macon, Miss Brown felt ill. OK, she said, or so Mass told us in Goma.")
    assert not {"Miss", "OK", "Mass"} & set(found)


def test_a_table_of_short_forms_with_a_form_twice_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "places_short.csv"
    file.write_text("country,admin1,written,code\nUSA,Ohio,Oh,OH\nUSA,Utah,Oh,UT\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"places_short\.csv.*line 3.*'Oh\.' stands for Ohio already"):
        short_divisions(tmp_path)
    file.write_text("country,admin1,written,code\nUSA,,Oh,OH\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"line 2.*should not be empty"):
        short_divisions(tmp_path)


def test_a_division_does_not_hide_a_larger_town(locate: Locate) -> None:
    # One of the Seychelles' districts, and a province of Senegal, are called so as well.
    assert where(locate("Two men were killed in St. Louis.")["St. Louis"]) == ("USA", "Missouri")


def test_a_town_called_after_its_division_is_not_what_the_division_means(locate: Locate) -> None:
    found = locate(
        "A boy was killed in Tulsa. Oklahoma has many such deaths, and a small Oklahoma town mourns."
    )
    assert found["Oklahoma"].kind == "admin1"


def test_a_city_is_not_the_division_that_its_name_begins_with(locate: Locate) -> None:
    assert locate("Kansas City police named the victim.")["Kansas City"].place.admin1 == "Missouri"


def test_names_that_lie_in_one_country_together_say_which(locate: Locate) -> None:
    found = locate("Shots were heard in Dubuque, Epworth, Peosta and Cascade.")
    assert {where(place) for place in found.values()} == {("USA", "Iowa")}


def test_one_such_name_says_nothing_against_a_country_that_is_named(locate: Locate) -> None:
    found = locate(
        "Troops in Syria left Salamiyah. The road from Dubuque and Peosta, a film, was shown in Homs."
    )
    assert found["Salamiyah"].place.country == "SYR"


def test_a_foreign_division_of_the_name_does_not_take_a_county(locate: Locate) -> None:
    found = locate("Deputies in Pasco County were called to Dade City and to Zephyrhills on Monday.")
    assert where(found["Pasco County"] if "Pasco County" in found else found["Pasco"]) == ("USA", "Florida")


def test_a_bare_name_beside_its_county_is_the_county(locate: Locate) -> None:
    found = locate("A boy was hunting in Pasco, the Pasco County sheriff said.")
    assert {place.kind for place in found.values()} == {"admin2"}


def test_a_table_of_what_divisions_are_called_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "places_divisions.csv"
    file.write_text("word,countries\nCounty,USA\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"places_divisions\.csv.*line 2.*'County' should be a word"):
        division_words(tmp_path)
    file.write_text("word,countries\ncounty,US\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"line 2.*'US' is no ISO 3166-1"):
        division_words(tmp_path)


def test_a_county_is_that_of_the_storys_city(locate: Locate) -> None:
    found = locate("Two were shot in Detroit. The Wayne County prosecutor spoke in Detroit on Monday.")
    assert all(place.place.admin1 == "Michigan" for place in found.values())


@pytest.mark.parametrize(
    "text",
    [
        "In Chicago a man was shot in the 3000 block of Utah. Chicago police came.",
        "In Chicago shots were fired at the corner of Madison and Main. Chicago police came.",
        "In Chicago shots were fired on Fulton Mill Road. Chicago police came.",
        "In Chicago he was taken to Loretto Hospital. Chicago police came.",
        "In Chicago he died at Mount Sinai Hospital. Later Mount Sinai said so. Chicago police came.",
        "In Pittsburgh a man was killed in Homewood. Pittsburgh police came.",
        "Chicago police named Lakota Washington, 16, of Chicago. Washington was rushed away from Chicago.",
        "In Chicago a shot was heard at Carver's home. Chicago police came.",
        "Chicago police took Mendoza away. Anthony Mendoza, 17, is charged, Chicago police said.",
    ],
)
def test_what_has_a_far_towns_name_is_not_there(locate: Locate, text: str) -> None:
    far = {place.mention.text: where(place) for place in locate(text).values()}
    assert set(far.values()) - {("USA", "Illinois"), ("USA", "Pennsylvania")} <= {
        (None, None),
        ("USA", None),
    }, far


def test_a_plain_word_is_no_far_towns_second_name(locate: Locate) -> None:
    assert "North Side" not in locate("Five were shot on the North Side, police in Chicago said.")
    assert "Side" not in locate("Five were shot on the Near West Side, police in Chicago said.")


@pytest.mark.parametrize(
    ("outlet", "towns"),
    [
        ("www.chicagotribune.com", {"Chicago"}),
        ("detroit.example.com", {"Detroit"}),
        ("Kyiv Post", {"Kyiv"}),
        ("onlineathens.com", {"Athens"}),
        ("example.com", set()),
        ("dailynews.example", set()),
        (None, set()),
    ],
)
def test_the_towns_that_an_outlet_may_be_called_after(
    gazetteer: Gazetteer, outlet: str | None, towns: set[str]
) -> None:
    assert {place.name for place in outlet_towns(outlet, gazetteer)} == towns


def test_an_outlets_town_says_which_of_several_is_near(gazetteer: Gazetteer) -> None:
    text = "A boy was killed in Winterville on Monday, and his friend in Watkinsville was hurt."
    near = {
        p.mention.text: p.place.admin1 for p in locate_story(text, [], gazetteer, outlet="onlineathens.com")
    }
    assert near["Winterville"] == "Georgia"


def test_an_outlets_country_is_its_domains() -> None:
    assert (outlet_country("paper.co.uk"), outlet_country("paper.ua"), outlet_country("paper.com")) == (
        "GBR",
        "UKR",
        None,
    )
