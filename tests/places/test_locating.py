"""From a story to its places. All texts are written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.resolving.places import Gazetteer, LocatedMention, locate_story

Locate = Callable[..., dict[str, LocatedMention]]


def locate_all(text: str, gazetteer: Gazetteer) -> list[LocatedMention]:
    return list(locate_story(text, [], gazetteer))


def test_what_happens_in_one_place_as_another_burns_ties_them_not(locate: Locate) -> None:
    found = locate("Five killed in Tripoli as Syria burns\n\nGunmen fought in Tripoli, Lebanon, on Monday.")
    assert found["Tripoli"].place.country == "LBN"


def test_a_name_spelt_otherwise_is_where_the_story_puts_its_namesake(locate: Locate) -> None:
    found = locate(
        "A drone hit a car in the town of Hader, activists in Syria said. The car stood at the entrance of "
        "Hader in Quneitra province. Fighting went on in Aleppo province as well."
    )
    assert found["Hader"].place.admin1 == "Quneitra"


def test_the_two_tripolis_in_one_story(locate: Locate) -> None:
    lebanon = locate(
        "Two people died in Lebanon’s northern city of Tripoli on Monday, a Lebanese security source said."
    )
    assert lebanon["Tripoli"].place.country == "LBN"
    libya = locate(
        "Gunmen stormed a ministry in Tripoli, Libya, on Monday. Libyan officials blamed militias."
    )
    assert libya["Tripoli"].place.country == "LBY"


def test_what_stands_at_a_mention_wins_over_the_rest_of_the_story(locate: Locate) -> None:
    found = locate(
        "Libyan militias fought for the airport of Libya's capital. Libya is divided. "
        "In Lebanon's northern city of Tripoli, a shop burned down."
    )
    assert found["Tripoli"].place.country == "LBN"


def test_qusayr_is_the_syrian_one_and_qusair_is_the_same(locate: Locate) -> None:
    found = locate("Syrian troops shelled Qusayr on Sunday. Rebels still hold parts of the town of Qusair.")
    assert found["Qusayr"].place.geonameid == found["Qusair"].place.geonameid
    assert (found["Qusayr"].place.name, found["Qusayr"].place.admin1) == ("Qusayr", "Homs")
    assert found["Qusayr"].place.precision == 1


def test_province_city_and_countryside_of_one_name(locate: Locate) -> None:
    province = locate("Seven soldiers died in Homs province in Syria.")["Homs"]
    assert (province.kind, province.place.precision) == ("admin1", 4)
    city = locate("Seven soldiers died in the Syrian city of Homs.")["Homs"]
    assert (city.kind, city.place.precision) == ("settlement", 1)
    rural = locate("Seven soldiers died in Aleppo's southern countryside, Syria.")["Aleppo"]
    assert (rural.kind, rural.place.precision) == ("admin1", 4)


def test_a_village_in_no_gazetteer_gets_its_provinces_point(locate: Locate) -> None:
    found = locate(
        "Shells hit the village of Tell Qamaliya in Hasakeh province, in north-eastern Syria.",
    )
    village = found["Tell Qamaliya"]
    assert (village.kind, village.place.geonameid, village.place.precision) == ("unlocated", None, 4)
    assert (village.place.admin1, village.place.country) == ("Hasakah", "SYR")
    assert village.place.latitude == found["Hasakeh"].place.latitude


def test_a_village_tied_to_nothing_gets_no_coordinates(locate: Locate) -> None:
    village = locate("Syrian rebels left the village of Tell Qamaliya. Syria said nothing.")["Tell Qamaliya"]
    assert (village.place.latitude, village.place.longitude) == (None, None)
    assert (village.place.country, village.place.precision) == ("SYR", 6)


def test_a_quarter_gets_its_citys_point_and_keeps_its_name(locate: Locate) -> None:
    found = locate("A rocket hit the Zahabiya district of Aleppo, Syria, on Friday.")
    quarter = found["Zahabiya"]
    assert (quarter.kind, quarter.within) == ("part", "Aleppo")
    assert (quarter.place.geonameid, quarter.place.precision) == (None, 2)
    assert quarter.place.latitude == found["Aleppo"].place.latitude


def test_a_quarter_is_not_the_province_elsewhere_that_bears_its_name(locate: Locate) -> None:
    quarter = locate("A blast shook Aleppo's Salaheddin district, Syrian media said.")["Salaheddin"]
    assert (quarter.kind, quarter.place.country, quarter.within) == ("part", "SYR", "Aleppo")


def test_the_old_city_is_that_of_the_city_at_hand(locate: Locate) -> None:
    found = locate("Buses left Homs, Syria, on Friday. Rebels in the Old City had asked for them.")
    assert (found["Old City"].kind, found["Old City"].within) == ("part", "Homs")


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Jets struck near the Syrian capital overnight.", "the Syrian capital", "Damascus"),
        ("A car bomb went off in Iraq's capital.", "Iraq's capital", "Baghdad"),
        ("Thousands marched in the capital of Yemen.", "the capital of Yemen", "Sanaa"),
    ],
)
def test_capitals_by_description(locate: Locate, text: str, phrase: str, name: str) -> None:
    assert locate(text)[phrase].place.name == name


def test_capital_punishment_is_no_capital(locate: Locate) -> None:
    assert locate("Syria keeps the capital punishment that it had.").keys() == {"Syria"}


def test_lost_apostrophes_and_lost_commas(locate: Locate) -> None:
    found = locate("Strikes on Syrias Aleppo went on, a resident of Zabadani Syria said by phone.")
    assert found["Syria"].kind == "country"
    assert found["Aleppo"].place.country == "SYR"
    assert found["Zabadani"].place.admin1 == "Rif Dimashq"


def test_capital_letters_throughout(locate: Locate) -> None:
    found = locate("GUERRILLAS ATTACKED THE CITY OF SAN MIGUEL, EL SALVADOR, THE ARMY TOLD US.")
    assert found["SAN MIGUEL"].place.country == "SLV"
    assert "US" not in found


@pytest.mark.parametrize(
    "text",
    [
        "The Homs Media Center reported clashes.",
        "The Free Syrian Army denied it.",
        "Fighters of the Islamic State of Iraq fled.",
        "Abu Omar said that his men had won.",
        "President Lincoln spoke for an hour.",
        "The Syrian and the Lebanese agreed.",
        "He read the newspaper Al Hayat in May.",
    ],
)
def test_outfits_persons_and_peoples_are_no_places(locate: Locate, text: str) -> None:
    assert locate(text) == {}


def test_us_is_a_country_but_no_adjective(locate: Locate) -> None:
    assert locate("Talks between the US and Russia failed.").keys() == {"US", "Russia"}
    assert locate("A salvo of US missiles fell.")["US"].attributive
    assert not locate("Talks between the US and Russia failed.")["US"].attributive


def test_a_country_or_state_is_no_village_of_its_name(locate: Locate) -> None:
    ohio = "Two people in Ohio and three in Alabama and Texas fell ill. "
    assert locate(ohio + "The first case was seen in Egypt.")["Egypt"].kind == "country"
    assert locate(ohio + "Another was seen in Oregon.")["Oregon"].kind == "admin1"
    assert locate(ohio + "A man from Paris, Texas, died.")["Paris"].place.admin1 == "Texas"
    assert locate("Floods hit the Philippines in June.")["Philippines"].place.country == "PHL"


def test_a_surname_stays_a_surname(locate: Locate) -> None:
    found = locate("Bruce Fulton worked in Missouri. On Monday Fulton left. Later Fulton wrote a book.")
    assert found.keys() == {"Missouri"}


def test_one_of_a_citys_neighbourhoods_is_not_the_city(locate: Locate) -> None:
    found = locate("A bomb went off in a poor southern Bogota neighbourhood. Bogota is in mourning.")
    assert found["Bogota"].place.precision == 1
    assert found["Bogota"].place.country == "COL"


def test_a_quarter_called_after_a_country_takes_nothing_from_the_country(gazetteer: Gazetteer) -> None:
    text = "Shells hit the Norway quarter of Asmara. Diplomats of Norway met in Geneva."
    found = [item for item in locate_all(text, gazetteer) if item.mention.text == "Norway"]
    assert [item.kind for item in found] == ["part", "country"]


def test_a_word_that_is_written_as_part_of_the_name_belongs_to_it(locate: Locate) -> None:
    assert "Benue State" in locate("Gunmen raided two villages in Benue State, Nigeria.")
    assert "Benue" in locate("Gunmen raided two villages in Benue state, Nigeria.")


def test_a_country_spoken_of_in_passing_does_not_bring_its_small_towns(locate: Locate) -> None:
    found = locate("Syria, Syrians and Syrian rebels: the US wants peace talks on Syria in Geneva.")
    assert found["Geneva"].place.country == "CHE"


def test_near_a_town_is_precision_two(locate: Locate) -> None:
    assert locate("Troops massed outside Zabadani in Syria.")["Zabadani"].place.precision == 2
    found = locate("The village of Tell Qamaliya, 13 kilometres west of Aleppo in Syria, was shelled.")
    assert found["Tell Qamaliya"].place.precision == 2
    assert found["Tell Qamaliya"].place.admin1 == "Aleppo"


def test_a_facility_lies_at_its_town(locate: Locate) -> None:
    airport = locate("Planes bombed Aleppo military airport in Syria.")["Aleppo military airport"]
    assert (airport.kind, airport.within, airport.place.precision) == ("facility", "Aleppo", 2)


def test_a_hand_written_point_is_no_exact_place(locate: Locate) -> None:
    base = locate("Mortars fell on Bagram Air Base in Afghanistan.")["Bagram Air Base"]
    assert (base.kind, base.place.geonameid, base.place.precision) == ("facility", None, 2)


def test_golan_heights_as_the_codebooks_region(locate: Locate) -> None:
    golan = locate("Gunfire from Syria hit the Israeli-controlled Golan Heights.")["Golan Heights"]
    assert (golan.place.country, golan.place.admin1, golan.place.precision) == ("SYR", "Quneitra", 5)


def test_the_sea_is_precision_seven(locate: Locate) -> None:
    assert locate("The ship sank in the Black Sea.")["Black Sea"].place.precision == 7


def test_a_continent_has_no_point(locate: Locate) -> None:
    assert locate("Arms came from Europe.")["Europe"].place.latitude is None


def test_a_parsers_label_is_enough_for_a_name_after_a_preposition(locate: Locate) -> None:
    found = locate("Syrian jets flew over Tell Qamaliya in Idlib province.", ("Tell Qamaliya", "GPE"))
    assert found["Tell Qamaliya"].place.admin1 == "Idlib"


def test_listed_provinces_lie_not_in_one_another(locate: Locate) -> None:
    found = locate("Syrian troops fought in Idlib, Homs and Hama provinces.")
    assert found["Idlib"].place.admin1 == "Idlib"
    assert {item.kind for item in found.values()} == {"admin1"}


def test_a_name_of_two_words_is_not_cut(locate: Locate) -> None:
    found = locate("Afghan forces searched Karam Mota district, Kunar province.")
    assert found["Karam Mota"].place.admin1 == "Kunar"


def test_a_country_is_no_part_of_its_province(locate: Locate) -> None:
    found = locate("Jets bombed a base in Syrias Idlib.")
    assert (found["Syria"].kind, found["Idlib"].place.country) == ("country", "SYR")


def test_an_area_of_a_country_is_the_country(locate: Locate) -> None:
    assert locate("Jets bombed a remote area of eastern Afghanistan.")["Afghanistan"].kind == "country"


def test_a_district_of_the_province_beside_it(locate: Locate) -> None:
    found = locate("KABUL, Afghanistan. In Kunar province, troops searched Karamak district for an hour.")
    assert found["Karamak"].place.admin1 == "Kunar"


def test_a_bare_name_is_the_province_that_the_story_speaks_of(locate: Locate) -> None:
    found = locate("Bombs fell in Syria's Idlib. Jets were heard all over the province of Idlib.")
    assert found["Idlib"].kind == "admin1"


def test_a_lost_comma_before_an_outfit(locate: Locate) -> None:
    assert locate("Bombs fell in the Syrian province of Idlib the Syrian Observatory said.")["Idlib"]


def test_a_district_is_of_the_storys_city(locate: Locate) -> None:
    found = locate("Bombs fell on Homs in Syria. Troops held Homs. Smoke rose over the Hamidiyah district.")
    assert found["Hamidiyah"].place.admin1 == "Homs"


WORDS = st.one_of(
    st.sampled_from(
        ["Homs", "Aleppo", "al-Bab", "Tripoli", "Syria", "Syrias", "Lebanon’s", "İstanbul", "Ḩimş", "US"]
    ),
    st.sampled_from(
        ["the", "of", "in", "near", "province", "city", "village", "capital", "district", "said"]
    ),
    st.sampled_from(
        ["Old", "City", "Syrian", "Army", "Abu", "St.", ",", ".", "\n", "—", "“", "ʿ", "'", "e\u0301"]
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=30), junk=st.text(max_size=20))
def test_spans_are_exact_in_order_and_apart(gazetteer: Gazetteer, words: list[str], junk: str) -> None:
    text = " ".join(words) + junk
    located = locate_story(text, [], gazetteer)
    for item in located:
        item.mention.check(text)
        assert item.place.mention == item.mention
        assert 1 <= item.place.precision <= 7
        assert (item.place.latitude is None) == (item.place.longitude is None)
    for one, other in pairwise(located):
        assert one.mention.end <= other.mention.start
    assert locate_story(text, [], gazetteer) == located


def test_plain_words_in_capitals_are_no_places(locate: Locate) -> None:
    found = locate(
        "POLICE SEIZED DRUG MONEY AT FIRST LIGHT IN MEDELLIN, COLOMBIA, AND THE REST FLED FROM THERE."
    )
    assert set(found) == {"MEDELLIN", "COLOMBIA"}


def test_a_name_over_a_line_break_is_one_name(locate: Locate) -> None:
    line = "GUERRILLAS ATTACKED A PLANT NEAR THE CAPITAL OF EL SALVADOR, SAN\n"
    found = locate(line + "SALVADOR, AND TWO OTHER PLANTS IN THE EAST OF THAT SMALL COUNTRY OF\n" * 4)
    assert "SAN\nSALVADOR" in found
    assert "SAN" not in found


def test_a_street_is_not_in_the_town_of_its_name(locate: Locate) -> None:
    found = locate("Four men were shot on Nashville Street in Columbus, Ohio.")
    assert found["Nashville Street"].place.admin1 != "Tennessee"
    assert found["Columbus"].place.admin1 == "Ohio"


def test_a_hospital_called_after_a_far_city_is_not_there(locate: Locate) -> None:
    found = locate(
        "Shells hit Al-Quds Hospital in the Syrian city of Homs on Monday. Syria's army denied it. "
        "A nurse at Al-Quds Hospital said two people died in Homs."
    )
    hospitals = [one for words, one in found.items() if "Quds" in words]
    assert hospitals and all(one.place.country == "SYR" for one in hospitals)


def test_peoples_and_tribes_are_no_places(locate: Locate) -> None:
    found = locate("Syrian warplanes bombed Kurdish positions in the Syrian city of Qamishli on Friday.")
    assert "Kurdish" not in found


ONE_CITY = "On Monday the walls of the Old City of Raqqa were opened. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ONE_CITY + "Little is left. In the Nahda quarter houses have been burned.", "Nahda"),
        (ONE_CITY + "A mine killed two men near the Qadri mosque.", "Qadri mosque"),
        (ONE_CITY + "People left through the Qadri crossing.", "Qadri crossing"),
        ("Raqqa was shelled. Troops broke into Raqqa. They seized buildings in Qadriyat.", "Qadriyat"),
        (ONE_CITY + "A mine killed two men in Qadriyat.", "Qadriyat"),
    ],
)
def test_in_a_story_of_one_city_its_parts_are_the_citys(locate: Locate, text: str, words: str) -> None:
    found = locate(text, (words, "GPE"))
    assert (found[words].place.admin1, found[words].place.precision) == ("Raqqa", 2)


@pytest.mark.parametrize(
    "text",
    [
        ONE_CITY + "Shells fell in the village of Qadriyat.",
        ONE_CITY + "In Hama people fled. Shells fell in Qadriyat.",
        ONE_CITY + "Aid came over the border by the Qadriyat crossing.",
    ],
)
def test_what_may_lie_elsewhere_gets_no_citys_point(locate: Locate, text: str) -> None:
    found = locate(text, ("Qadriyat", "GPE"))
    (name,) = [words for words in found if words.startswith("Qadriyat")]
    assert found[name].place.precision > 2


def test_a_country_lies_in_no_city_that_the_next_line_begins_with(locate: Locate) -> None:
    found = locate("Air strikes killed 40 people in Syria Moscow said on Monday.")
    assert found["Syria"].place.country == "SYR"


def test_a_town_of_no_gazetteer_is_in_the_province_of_the_sentence_before(locate: Locate) -> None:
    text = (
        "Buses left Homs. Ten captives were freed in Aleppo province. Lorries reached the town of Qadriyat."
    )
    assert locate(text)["Qadriyat"].place.admin1 == "Aleppo"
    assert locate(text.replace("province. L", "province.\n\nL"))["Qadriyat"].place.admin1 is None
