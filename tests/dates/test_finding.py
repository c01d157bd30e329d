"""Where news text speaks of time."""

import pytest

from dateline.resolving.dates import TimeKind, find_times


def found(text: str) -> list[str]:
    return [one.mention.text for one in find_times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells hit the market on Tuesday and again late Thursday.", ["Tuesday", "late Thursday"]),
        ("The toll since Friday stands at nine, medics said Monday.", ["since Friday", "Monday"]),
        ("Gunmen attacked the post on Monday 3 Oct 2016 before dawn.", ["Monday 3 Oct 2016", "before dawn"]),
        ("KABUL (Jan. 10, 2011) - Troops found a cache, yesterday.", ["Jan. 10, 2011", "yesterday"]),
        ("LIMA, 17 MAR 90 -- THE ARMY SAID TODAY", ["17 MAR 90", "TODAY"]),
        ("Fighting between 3 and 5 May left 12 dead.", ["3 and 5 May"]),
        ("From Monday to Wednesday no aid came in.", ["From Monday to Wednesday"]),
        ("Tuesdays strike followed last weeks attack.", ["Tuesdays", "last weeks"]),
        ("In March 12 people died, on April 7 20 more.", ["March", "April 7"]),
        ("The war of 2011 and the 2014 truce", ["2011", "2014"]),
        ("the clinic, opened in 2009, was hit", ["2009"]),
        ("More have died since the war began in March 2011.", ["since the war began in March 2011"]),
        ("The town has since been retaken in March.", ["March"]),
        ("early in the morning of 2 June 2014 the", ["early in the morning of 2 June 2014"]),
        ("It was the fifth attack in two days, he said.", ["in two days"]),
    ],
)
def test_times_are_found_word_for_word(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Someone may die, the doctor warned.",
        "They will march on the capital.",
        "Theresa May told the Sunday Times that she may go.",
        "The column, led by Jan Brandt, sat near the sun-baked Mar Elias church.",
        "A 12-year-old boy and a two-month-old baby were hurt.",
        "The man, 34 years old, had a second wound.",
        "He is 19.",
        "At least 2000 people fled; another 1900 fighters stayed.",
        "About 1950 were counted, for $2000 each.",
        "Russia Today showed the film.",
        "Taha Ramadan and the Easter Rising were named.",
        "He is in his sixties.",
        "The 14 March alliance met near 17 July Square.",
        "Friends of the late commander gathered.",
        "12 MAY HAVE DIED",
        "",
        "   \n\n ",
    ],
)
def test_words_that_only_look_like_times_are_passed_over(text: str) -> None:
    assert [one.mention.text for one in find_times(text) if one.dated] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Monday", TimeKind.DAY),
        ("last week", TimeKind.RANGE),
        ("since 2011", TimeKind.SINCE),
        ("for weeks", TimeKind.LASTING),
        ("a day after the raid", TimeKind.OFFSET),
        ("before dawn", TimeKind.PART),
        ("a three-day truce", TimeKind.DURATION),
        ("every Friday", TimeKind.RECURRENT),
        ("now", TimeKind.VAGUE),
    ],
)
def test_kinds(text: str, kind: TimeKind) -> None:
    assert [one.kind for one in find_times(text)] == [kind]


def test_only_some_kinds_can_date_an_event() -> None:
    times = find_times("A three-day truce that now holds was agreed on Sunday after weeks of talks.")
    assert [(one.mention.text, one.dated) for one in times] == [
        ("A three-day", False),
        ("now", False),
        ("Sunday", True),
        ("weeks of", True),
    ]


def test_offsets_are_of_the_full_text() -> None:
    text = "Monday was calm. On Tuesday a bomb went off."
    (only,) = find_times(text, 17)
    assert text[only.mention.start : only.mention.end] == only.mention.text == "Tuesday"


def test_a_stretch_tells_its_two_ends() -> None:
    (only,) = find_times("closed from Monday to Wednesday")
    assert only.bounds is not None
    assert [bound.text for bound in only.bounds] == ["Monday", "Wednesday"]


def test_a_time_does_not_run_over_a_paragraph() -> None:
    assert found("Truce holds until May\n\n20 people were hurt") == ["May"]
