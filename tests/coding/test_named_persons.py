"""Persons told by name: one each, by age or by what was done to them, and never twice."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader
from tests.coding.test_shot import tolls

Tolls = list[tuple[str, int, int, str]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Amal Rizk, 31, was killed in Medina on Monday.", [("killed", 1, 1, "Amal Rizk, 31")]),
        ("Amal Rizk (31) died in an attack in Medina on Monday.", [("killed", 1, 1, "Amal Rizk (31)")]),
        ("Gunmen killed 31-year-old Amal Rizk in Medina.", [("killed", 1, 1, "31-year-old Amal Rizk")]),
        (
            "Amal Rizk, a local baker, was shot and killed in Medina on Monday.",
            [("killed", 1, 1, "Amal Rizk, a local baker,")],
        ),
        ("Amal Rizk was wounded in the attack on Medina.", [("injured", 1, 1, "Amal Rizk")]),
        ("The murder of Amal Rizk in Medina was condemned.", [("killed", 1, 1, "Amal Rizk")]),
        ("The murder of Amal Rizk, Jr. in Medina was condemned.", [("killed", 1, 1, "Amal Rizk, Jr.")]),
        (
            "Amal Rizk, Jr., 31, and Omar Tell, 28, were killed in Medina on Monday.",
            [("killed", 1, 1, "Amal Rizk, Jr., 31"), ("killed", 1, 1, "Omar Tell, 28")],
        ),
        (
            "Amal Rizk, 31, and Nour Saad, 28, were killed, and Omar Tell was hurt in an attack in Medina.",
            [
                ("killed", 1, 1, "Amal Rizk, 31"),
                ("killed", 1, 1, "Nour Saad, 28"),
                ("injured", 1, 1, "Omar Tell"),
            ],
        ),
    ],
)
def test_a_person_harmed_is_one_by_name(read: Reader, text: str, wanted: Tolls) -> None:
    assert tolls(read, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Who speaks, acts or is arrested is not harmed.
        (
            "Police spokesman Amal Rizk, 45, said five people were killed in Medina.",
            [("killed", 5, 5, "five people")],
        ),
        ("Amal Rizk, 45, shot and killed a woman in Medina on Monday.", [("killed", 1, 1, "a woman")]),
        ("Amal Rizk, 45, was arrested in Medina on Monday.", []),
        ("Amal Rizk's house was shelled, and two guards were killed.", [("killed", 2, 2, "two guards")]),
        # Who is named is among those whom the sentence counts.
        (
            "An attack killed two boys, Omar Rizk, 5, and Sami Rizk, 8, in Medina on Monday.",
            [("killed", 2, 2, "two boys")],
        ),
        (
            "An attack killed his wife, Amal Rizk, in Medina on Monday.",
            [("killed", 1, 1, "his wife, Amal Rizk")],
        ),
        ("Gunmen killed Amal Rizk, a commander.", [("killed", 1, 1, "a commander")]),
    ],
)
def test_who_is_named_beside_is_not_counted(read: Reader, text: str, wanted: Tolls) -> None:
    claims = read.story(text).claims
    wholes = [t for claim in claims for t in claim.tolls if not t.subset]
    assert [(str(t.harm), t.low, t.high, t.mention.text) for t in wholes] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sami Rizk, a baker, left the shop. Gunmen opened fire, killing Rizk in Medina.",
            [("killed", 1, 1, "Rizk")],
        ),
        ("Officer Sami Rizk had been on duty. Rizk was shot in Medina.", [("injured", 1, 1, "Rizk")]),
        (
            "An attack left Sami Rizk, 61, and Omar Aziz, 10, dead in Medina.",
            [("killed", 1, 1, "Sami Rizk, 61"), ("killed", 1, 1, "Omar Aziz, 10")],
        ),
        (
            "The shelling led to the death of 5-month-old Amal Rizk.",
            [("killed", 1, 1, "5-month-old Amal Rizk")],
        ),
        ("Sami Rizk fled. A shell hit the car, mortally wounding Rizk.", [("killed", 1, 1, "Rizk")]),
        # Nobody is told by one name alone, nor hurt by a figure of speech.
        ("Gunmen opened fire, killing Rizk in Medina.", []),
        ("Sami Rizk ran for mayor. A bomb went off, and the talk of the attack hurt Rizk in the polls.", []),
    ],
)
def test_a_name_told_in_full_before_is_one_person(read: Reader, text: str, wanted: Tolls) -> None:
    assert tolls(read, text) == wanted
