"""Two sides' acts of one day, a toll told a day later, and a town's name for its province."""

from __future__ import annotations

from dataclasses import replace

from dateline.linking import explain_pair, link_claims
from dateline.model import Claim, EventType, Place, Status, Story
from tests.linking.building import HOMS, QUSAYR, actor, claim, place, story, toll, when

STORIES: dict[str, Story] = {name: story(name, day=5) for name in "ab"}
ARMY = actor("government jets", id="mil:SYR", kind="state-forces")
REBELS = actor("rebels", kind="rebels")
PUPILS = actor("pupils", kind="civilians")
NIGHT = (
    "Ottilie Brankov counted them in the school of Quellbach, where the roof fell on the Fessl sisters. "
    "The warden Jarno Perlmutter dug until dawn. "
)


def incidents(*claims: Claim, stories: dict[str, Story] | None = None) -> int:
    """In how many incidents the claims are, all of which are in one."""
    found = link_claims(stories or STORIES, claims, {})
    assert None not in found.values()
    return len(set(found.values()))


def shells(name: str, number: int, dead: int) -> Claim:
    return claim(name, number, days=when(4), actors=(REBELS,), tolls=(toll(dead, dead),))


def raid(name: str, number: int, dead: int, event: EventType = EventType.AIR_STRIKE) -> Claim:
    return claim(name, number, event, days=when(4), actors=(ARMY,), tolls=(toll(dead, dead),))


def test_rebel_shells_and_government_raids_of_one_day_in_one_city_are_two() -> None:
    assert incidents(shells("a", 0, 14), raid("a", 1, 21)) == 2
    assert incidents(shells("a", 0, 14), raid("b", 0, 21)) == 2


def test_raids_of_one_side_are_one() -> None:
    assert incidents(raid("a", 0, 21), raid("b", 0, 24)) == 1


def test_one_toll_laid_on_both_sides_in_one_story_is_no_proof_of_two_acts() -> None:
    blamed = claim("a", 2, days=when(4), tolls=(toll(21, 21),))
    assert incidents(shells("a", 0, 21), raid("a", 1, 21), blamed) == 1


def test_so_rare_an_act_is_one_whoever_is_blamed() -> None:
    gas = raid("a", 0, 70, EventType.CHEMICAL_ATTACK)
    assert incidents(gas, replace(gas, id="a#1", actors=(REBELS,))) == 1


def test_who_is_no_side_of_a_war_and_who_is_said_not_to_have_done_it_part_nothing() -> None:
    assert incidents(raid("a", 0, 21), replace(shells("a", 1, 24), actors=(PUPILS,))) == 1
    denied = replace(shells("a", 1, 24), status=Status.DENIED, tolls=())
    assert incidents(raid("a", 0, 21), denied) == 1


def told_twice(dead: int, body: str) -> int:
    """In how many incidents so many dead are, of whom two stories tell a day apart."""
    pages = {"a": story("a", NIGHT, day=5), "b": story("b", body, day=6)}
    kinds = {"event": EventType.AIR_STRIKE, "tolls": (toll(dead, dead),)}
    return incidents(
        claim("a", days=when(4), **kinds),  # type: ignore[arg-type]
        claim("b", days=when(5), **kinds),  # type: ignore[arg-type]
        stories=pages,
    )


def test_as_many_dead_a_day_later_are_the_same_where_some_words_agree() -> None:
    again = "Jarno Perlmutter said so. "
    assert told_twice(61, again) == 1
    assert told_twice(60, again) == 2  # a round number is anyone's
    assert told_twice(61, "Shells fell on the market. Nobody knew who had fired them. ") == 2


def gassed(name: str, where: Place, event: EventType = EventType.CHEMICAL_ATTACK) -> Claim:
    return claim(name, event=event, where=where, days=when(4))


def test_a_gas_attack_in_a_town_and_in_the_town_its_province_is_named_for_is_one() -> None:
    assert incidents(gassed("a", HOMS), gassed("b", QUSAYR)) == 1
    assert incidents(gassed("a", HOMS, EventType.SHELLING), gassed("b", QUSAYR, EventType.SHELLING)) == 2
    far_town = place("Tadmur", 34.56, 38.27, number=163808, admin1="Homs")
    assert incidents(gassed("a", far_town), gassed("b", QUSAYR)) == 2


def test_a_region_reaches_over_the_border_of_a_province() -> None:
    orchards = place("the Orchards", 34.9, 36.3, number=9, precision=5, admin1="Tartus")

    def level(event: EventType) -> str:
        pair = gassed("a", HOMS, event), gassed("b", orchards, event)
        return next(r.level for r in explain_pair(STORIES, *pair, {}).reasons if r.field == "place")

    assert level(EventType.CHEMICAL_ATTACK) == "stands-for"
    assert level(EventType.SHELLING) == "elsewhere"


def test_two_names_for_one_suicide_bombing_are_one_though_a_sentence_calls_it_a_blast() -> None:
    village = place("Tal al-Rimal", admin1="Homs", precision=4)

    def told(number: int, event: EventType, where: Place) -> Claim:
        return claim("a", number, event, where=where, days=when(4))

    blast = told(1, EventType.BOMBING, village)
    bomber = EventType.SUICIDE_BOMBING
    assert incidents(told(0, bomber, village), blast, told(2, bomber, HOMS)) == 1
    assert incidents(blast, told(2, EventType.BOMBING, HOMS)) == 2
