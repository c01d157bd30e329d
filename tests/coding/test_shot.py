"""People who were shot: hurt unless the story says that they died, and nobody both."""

from __future__ import annotations

import pytest

from dateline.coding.portraits import Portrait
from tests.coding.reader import Reader


def tolls(read: Reader, text: str) -> list[tuple[str, int | None, int | None, str]]:
    """Harm, low, high and words of every toll of the story, in its order."""
    return [
        (str(toll.harm), toll.low, toll.high, toll.mention.text)
        for claim in read.story(text).claims
        for toll in claim.tolls
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two protesters were shot in Medina on Monday.", [("injured", 2, 2, "Two protesters")]),
        (
            "Four people were shot, one fatally, in Medina on Monday.",
            [("injured", None, 4, "Four people"), ("killed", 1, 1, "one fatally")],
        ),
        (
            "Three people were shot in Medina on Monday. Police said a 23-year-old man died in hospital.",
            [("injured", None, 3, "Three people"), ("killed", 1, 1, "a 23-year-old man")],
        ),
        (
            "A 23-year-old man was shot in Medina. He died. A 19-year-old woman was shot in the leg.",
            [("killed", 1, 1, "He"), ("injured", 1, 1, "A 19-year-old woman")],
        ),
        (
            "Five people were shot in Medina on Monday. Three of them were wounded. Two of them died.",
            [("injured", 3, 3, "Three of them were wounded"), ("killed", 2, 2, "Two of them died")],
        ),
        ("A man was shot several times and died in Medina on Monday.", [("killed", 1, 1, "A man")]),
        ("A 16-year-old was shot in Medina on Monday.", [("injured", 1, 1, "A 16-year-old")]),
        ("A man shot himself in the foot in Medina on Monday.", [("injured", 1, 1, "A man")]),
        ("A soldier shot the driver in the arm in Medina on Monday.", [("injured", 1, 1, "the driver")]),
        ("Gunmen shot dead three men in Medina on Monday.", [("killed", 3, 3, "three men")]),
        ("The army shot down a plane near Medina on Monday.", []),
        ("Two guards shot at a car in Medina on Monday.", []),
        ("Two guards were shot at a market in Medina on Monday.", [("injured", 2, 2, "Two guards")]),
        (
            "Police are looking into the shooting of a 4-year-old boy in Medina.",
            [("injured", 1, 1, "a 4-year-old boy")],
        ),
        (
            "Police are looking into the fatal shooting of a 4-year-old boy in Medina.",
            [("killed", 1, 1, "a 4-year-old boy")],
        ),
        (
            "Medics found a woman with a gunshot wound in Medina on Monday.",
            [("injured", 1, 1, "a woman")],
        ),
        (
            "A boy was hit in the chest in a shooting in Medina on Monday. The boy died in hospital.",
            [("killed", 1, 1, "The boy")],
        ),
        (
            "A guard was killed and a driver was shot in the leg in Medina on Monday.",
            [("killed", 1, 1, "A guard"), ("injured", 1, 1, "a driver")],
        ),
        ("A suspect fatally shot a clerk in Medina on Monday.", [("killed", 1, 1, "a clerk")]),
        ("A clerk was fatally shot in Medina on Monday.", [("killed", 1, 1, "A clerk")]),
        ("Gunmen opened fire in Medina, fatally wounding a clerk.", [("killed", 1, 1, "a clerk")]),
        ("A man shot his wife in Medina on Monday.", [("injured", 1, 1, "his wife")]),
        ("The minister was born in Medina. He died in 2004.", []),
    ],
)
def test_who_was_shot_is_hurt_unless_the_story_says_that_they_died(
    read: Reader, text: str, wanted: list[tuple[str, int, int, str]]
) -> None:
    assert tolls(read, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A boy, 14, was killed in Medina on Monday.", [("killed", 1, 1, "A boy, 14")]),
        (
            "A bomb killed a woman and a man, both 19, in Medina on Monday.",
            [("killed", 2, 2, "a woman and a man")],
        ),
        ("Twenty-five-year-old Dana Hale died in a bombing in Medina on Monday.", []),
        (
            "In Homs, 14, including two children, were killed on Monday.",
            [("killed", 14, 14, "14"), ("killed", 2, 2, "two children")],
        ),
        (
            "Two men are accused of killing a student in Medina on Monday.",
            [("killed", 1, 1, "a student")],
        ),
    ],
)
def test_ages_count_nobody_and_who_is_accused_of_killing_was_not_killed(
    read: Reader, text: str, wanted: list[tuple[str, int, int, str]]
) -> None:
    assert tolls(read, text) == wanted


def test_two_portraits_of_one_person_and_of_two() -> None:
    man, woman = Portrait.of("a 23-year-old man"), Portrait.of("a 19-year-old woman")
    assert not man.can_be(woman)
    assert man.can_be(Portrait.of("the victim"))
    assert man.can_be(Portrait.of("he"))
    assert not man.can_be(Portrait.of("she"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A part of the body behind "hit" tells that a shot hit.
        ("A bullet struck a woman in the leg in Medina.", [("injured", 1, 1, "a woman")]),
        ("Rebels struck a town in the back country.", []),
        # Who shoots is not shot.
        ("Two men were shooting at a wall in Medina.", []),
        ("Four people were found shot to death in Medina.", [("killed", 4, 4, "Four people")]),
        # What somebody does to himself.
        (
            "A man shot and killed two neighbours before killing himself in Medina.",
            [("killed", 1, 1, "A man"), ("killed", 2, 2, "two neighbours")],
        ),
        (
            "A bomber killed himself and nine other people at a market in Medina.",
            [("killed", 1, 1, "A bomber"), ("killed", 9, 9, "nine other people")],
        ),
        ("A boy was left fighting for his life after a shooting in Medina.", [("injured", 1, 1, "A boy")]),
        # Who was hurt and died is dead.
        ("A man wounded in a shooting in Medina died on Friday.", [("killed", 1, 1, "A man")]),
    ],
)
def test_what_shots_do_to_whom(read: Reader, text: str, wanted: list[tuple[str, int, int, str]]) -> None:
    assert tolls(read, text) == wanted


def test_whose_kin_somebody_is_tells_nothing_of_the_person() -> None:
    assert Portrait.of("his mother").can_be(Portrait.of("a woman"))
    assert not Portrait.of("her son").can_be(Portrait.of("a woman"))
