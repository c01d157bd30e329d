"""Keys of MUC-4 are read as they are meant, and what a claim answers is counted as the runner says."""

from __future__ import annotations

from datetime import date

from dateline.model import Claim, Harm, Status, Story
from muc4 import score
from muc4keys import Template, read_bounds, read_countries, read_days, read_names, read_places, read_template
from runner import Measured, Sides
from tests.accuracy.claims import coded, toll

FOURTH = date(1990, 2, 4)


def test_days_are_one_day_a_stretch_or_open() -> None:
    assert read_days("04 FEB 90") == ((FOURTH, FOURTH),)
    assert read_days("- 04 FEB 90") == ((None, FOURTH),)
    assert read_days("(04 FEB 90) / (03 FEB 90 - 04 FEB 90)") == (
        (FOURTH, FOURTH),
        (date(1990, 2, 3), FOURTH),
    )
    assert read_days("-") == ()


def test_places_are_those_below_the_country_without_their_kinds() -> None:
    assert read_places("PERU: ANCASH (DEPARTMENT): HUARAZ (CITY)") == ("ANCASH", "HUARAZ")
    assert read_places("(COLOMBIA: PEREIRA (CITY) - BELEN (TOWN)) / (COLOMBIA: CALI (CITY))") == (
        "PEREIRA",
        "BELEN",
        "CALI",
    )
    assert read_places("(COLOMBIA: CALI (CITY)) / (COLOMBIA)") == ()
    assert read_countries("(PERU: LIMA (CITY)) / (BOLIVIA)") == {"PER", "BOL"}


def test_numbers_are_exact_or_bounds() -> None:
    assert read_bounds("7") == {(7, 7)}
    assert read_bounds("7-") == {(7, None)}
    assert read_bounds("~7 / 9") == {(7, 7), (9, 9)}
    assert read_bounds("PLURAL") == set()


def test_names_may_be_given_either_way_and_a_question_mark_makes_them_optional() -> None:
    due, optional = read_names(['"RED BAND" / "THE BAND"', '? "\\"LOS OTROS\\" GROUP"'])
    assert due.names == ("RED BAND", "THE BAND")
    assert due.due
    assert optional.names == ('"LOS OTROS" GROUP',)
    assert not optional.due


def template(**slots: str | list[str]) -> Template:
    filled = {
        "MESSAGE: TEMPLATE": ["1"],
        "INCIDENT: TYPE": ["BOMBING"],
        "INCIDENT: DATE": ["04 FEB 90"],
        "INCIDENT: LOCATION": ["PERU: HUARAZ (CITY)"],
        "PERP: ORGANIZATION ID": ['"RED BAND"'],
        "PERP: INDIVIDUAL ID": ["-"],
        "HUM TGT: NUMBER": ['3: "NURSES"', '1: "MAYOR"'],
        "HUM TGT: EFFECT OF INCIDENT": ['DEATH: "NURSES"', 'DEATH: "MAYOR"'],
    }
    named = {"types": "INCIDENT: TYPE", "number": "MESSAGE: TEMPLATE"}
    filled |= {named[name]: [slot] if isinstance(slot, str) else slot for name, slot in slots.items()}
    found = read_template("s1", filled)
    assert found is not None
    return found


def measured(claims: list[Claim], templates: list[Template]) -> Measured:
    return score([(Story(id="s1", text="A story."), claims)], templates)


BLAST = coded(
    "a bomb killed three nurses",
    "bombing",
    tolls=(toll("three nurses", 3, 3),),
    place="Huaraz",
    country="PER",
    days=("1990-02-04", "1990-02-04"),
    by="the Red Band",
)


def test_groups_are_due_and_a_person_alone_and_the_sum_are_not() -> None:
    assert [(each.bounds, each.due) for each in template().tolls] == [
        ({(3, 3)}, True),
        ({(1, 1)}, False),
        ({(4, 4), (4, None)}, False),
    ]
    assert {each.harm for each in template().tolls} == {Harm.KILLED}


def test_a_claim_that_answers_the_key_is_right_in_every_slot() -> None:
    found = measured([BLAST], [template()]).agreements
    names = ("relevance", "types", "date", "place", "country", "perpetrator", "killed")
    assert {name: found[name] for name in names} == dict.fromkeys(names, Sides(1, 1, 1, 1))


def test_a_claim_of_another_type_answers_nothing() -> None:
    kidnapping = measured([BLAST], [template(types="KIDNAPPING")])
    assert kidnapping.agreements["relevance"] == Sides(1, 1, 1, 1)
    assert kidnapping.agreements["types"] == Sides(0, 1, 0, 1)
    assert kidnapping.agreements["date"] == Sides(0, 0, 0, 1)


def test_a_wrong_number_costs_precision_and_recall() -> None:
    five = coded("a bomb killed five nurses", "bombing", tolls=(toll("five nurses", 5, 5),))
    assert measured([five], [template()]).agreements["killed"] == Sides(0, 1, 0, 1)
    all_four = coded("a bomb killed four people", "bombing", tolls=(toll("four people", 4, 4),))
    assert measured([all_four], [template()]).agreements["killed"] == Sides(1, 1, 0, 1)


def test_an_optional_template_is_neither_missed_nor_spurious() -> None:
    optional = template(number="1 (OPTIONAL)")
    assert measured([], [optional]).agreements["relevance"] == Sides()
    assert measured([], [optional]).agreements["date"] == Sides()
    assert measured([BLAST], [optional]).agreements["date"] == Sides(1, 1, 0, 0)


def test_a_story_without_a_key_is_spurious_when_violence_is_coded() -> None:
    assert measured([BLAST], []).agreements["relevance"] == Sides(0, 1, 0, 0)
    denied = coded("no bomb went off", "bombing", status=Status.NEGATED)
    assert measured([denied], []).agreements["relevance"] == Sides()
    assert measured([coded("talks went on", "negotiation")], []).agreements["relevance"] == Sides()


def test_an_organization_counts_as_named_when_it_says_so_itself() -> None:
    claimed = coded("a bomb killed three nurses", "bombing", claimant="the Red Band")
    assert measured([claimed], [template()]).shares["organization"] == (1, 1)
    assert measured([claimed], [template()]).agreements["perpetrator"] == Sides(0, 0, 0, 1)
