"""Where and when, for the whole way from a text to its claims."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import RuleCoder
from dateline.model import Claim, Story
from dateline.resolving.claims import Resolver

WEDNESDAY = date(2016, 6, 1)


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


def claims(resolver: Resolver, text: str) -> list[Claim]:
    (coded,) = RuleCoder().code([Story(id="story", text=text, title=None, published=WEDNESDAY)])
    return resolver.resolve(coded)


def test_an_armed_group_is_no_place(resolver: Resolver) -> None:
    text = "A car bomb in Azaz killed 14 fighters from Jaish al-Islam on Tuesday."
    (claim,) = claims(resolver, text)
    assert claim.place is not None
    assert claim.place.mention.text == "Azaz"


def test_what_is_told_on_tuesday_was_not_on_wednesday(resolver: Resolver) -> None:
    text = (
        "Air strikes killed 15 people in Manbij on Wednesday. "
        "The Observatory said on Tuesday that 23 people had been killed in air strikes in Idlib."
    )
    days = [claim.date.latest for claim in claims(resolver, text) if claim.date is not None]
    assert days == [WEDNESDAY, date(2016, 5, 31)]


def test_nobody_has_died_on_a_day_to_come(resolver: Resolver) -> None:
    text = "More than 900 people have died in the conflict which enters its fifth year next month."
    assert all(claim.date is None or claim.date.mention is None for claim in claims(resolver, text))


def test_the_national_coalition_is_not_the_western_one(resolver: Resolver) -> None:
    text = "Shells killed nine people in Homs, National Coalition leader Ahmed Karim said."
    (claim,) = claims(resolver, text)
    assert claim.attribution is not None
    assert claim.attribution.name == "Syrian National Coalition"


def told(resolver: Resolver, text: str, number: int = -1) -> Claim:
    return claims(resolver, text)[number]


def day(claim: Claim) -> date | None:
    return claim.date.earliest if claim.date else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today, the army confirmed that two men were arrested in Homs on Sunday.", date(2016, 5, 29)),
        ("The army yesterday confirmed the arrest of two men in Homs on May 28.", date(2016, 5, 28)),
        ("Troops arrested two men during an overnight raid in Homs on Monday.", date(2016, 5, 30)),
        ("Troops today arrested a man who was behind Sunday's bombing in Homs.", WEDNESDAY),
        ("Two men were killed in Sunday's clashes in Homs.", date(2016, 5, 29)),
    ],
)
def test_whose_day_it_is(resolver: Resolver, text: str, expected: date) -> None:
    assert day(told(resolver, text, 0)) == expected


def test_the_day_of_the_sentence_before(resolver: Resolver) -> None:
    text = "In Homs last night, troops searched a house. Two men were detained during the search."
    assert day(told(resolver, text)) == date(2016, 5, 31)


def test_late_news_is_no_background(resolver: Resolver) -> None:
    claim = told(resolver, "The army said that a commander was killed in an air strike in Homs on May 20.")
    assert (day(claim), claim.background) == (date(2016, 5, 20), False)


def test_what_was_done_recently_tells_no_other_day(resolver: Resolver) -> None:
    text = "Two men were killed in Homs. The army recently shelled the town."
    assert day(told(resolver, text, 0)) == WEDNESDAY


def test_a_further_event_keeps_its_day_to_itself(resolver: Resolver) -> None:
    text = (
        "Barrel bombs killed 18 people in the village of Karimiya near Aleppo. "
        "Six people were also killed in the village of Ramliya yesterday when jets bombed it."
    )
    days = {claim.place.name: day(claim) for claim in claims(resolver, text) if claim.place}
    assert (days["Karimiya"], days["Ramliya"]) == (WEDNESDAY, date(2016, 5, 31))


def place(resolver: Resolver, text: str, number: int = -1) -> str | None:
    found = told(resolver, text, number).place
    return found.mention.text if found else None


def test_nothing_leans_on_what_stands_in_the_present(resolver: Resolver) -> None:
    text = (
        "Troops searched for a commander in Rastan, Homs province. "
        "The commander leads fighters in Idlib. Two men were detained."
    )
    assert place(resolver, text) == "Rastan"


def test_a_province_will_do_where_no_town_is_named(resolver: Resolver) -> None:
    text = "Troops searched a house in Homs province. Two men were detained."
    assert place(resolver, text) == "Homs"


def test_the_town_that_is_named_after_the_region(resolver: Resolver) -> None:
    text = (
        "Three people were killed in northern Syria. A helicopter flew over Azaz on Monday. "
        "It dropped a bomb, killing two more people."
    )
    assert place(resolver, text) == "Azaz"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops in Homs province killed a commander who operates in Rastan.", "Homs"),
        (
            "Jets bombed Karimiya village. Dozens were hurt in the village, 60 km (37 miles) from Aleppo.",
            "Karimiya",
        ),
    ],
)
def test_a_place_said_in_passing(resolver: Resolver, text: str, expected: str) -> None:
    assert place(resolver, text) == expected


def test_of_provinces_named_together_the_one_told_of_next(resolver: Resolver) -> None:
    text = (
        "Troops detained ten men in Homs and Hama provinces. "
        "In Hama province, troops detained six men during a search."
    )
    assert place(resolver, text, 0) == "Hama"


def test_a_name_that_the_parser_cut_is_one_sentence(resolver: Resolver) -> None:
    text = "Troops killed several fighters while searching for a leader in Rastan district, Homs, yesterday."
    claim = told(resolver, text, 0)
    assert (claim.place is not None, day(claim)) == (True, date(2016, 5, 31))


def test_a_later_sentence_of_another_kind_dates_nothing(resolver: Resolver) -> None:
    text = (
        "The army captured Rastan on Tuesday. Gunmen shelled Karimiya village, injuring two people. "
        "Three hundred civilians were evacuated on Sunday."
    )
    shelling = next(claim for claim in claims(resolver, text) if claim.event.type == "shelling")
    assert day(shelling) != date(2016, 5, 29)


@pytest.mark.parametrize(
    ("title", "events"),
    [
        ("Rebels shell the market of Azaz", ["shelling"]),
        ("Woman struck by stray bullet in Azaz", ["unspecified-violence"]),
        ("Storm batters the coast of Florida", []),
        ("Fighting for peace in our schools", []),
    ],
)
def test_a_headline_alone_tells_of_an_event(resolver: Resolver, title: str, events: list[str]) -> None:
    text = f"{title}\n\nPlease sign in. We have sent you an email; click on its link to read on."
    (coded,) = RuleCoder().code([Story(id="story", text=text, title=title, published=WEDNESDAY)])
    assert [claim.event.type for claim in resolver.resolve(coded)] == events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Air strikes killed 31 people on Tuesday in Idlib province, including 12 in Saraqib.", "Idlib"),
        ("An air strike killed 31 people, including 12 children in Saraqib.", "Saraqib"),
        ("Forty people from Qusayr were evacuated to Lebanon on Tuesday.", "Qusayr"),
    ],
)
def test_where_a_part_of_them_was_is_not_where_all_were(resolver: Resolver, text: str, place: str) -> None:
    (claim,) = claims(resolver, text)
    assert claim.place is not None
    assert claim.place.mention.text.startswith(place)
