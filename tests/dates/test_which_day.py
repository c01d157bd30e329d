"""Which time of a story is the day of an event; stories are of Wednesday 1 June 2016."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.coding.coder import RuleCoder
from dateline.model import Story, When
from dateline.resolving.claims import Resolver

WEDNESDAY = date(2016, 6, 1)


@pytest.fixture(scope="module")
def coder() -> RuleCoder:
    return RuleCoder()


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


Days = Callable[[str], dict[str, str]]


@pytest.fixture
def days(coder: RuleCoder, resolver: Resolver) -> Days:
    """Of a text, what each toll's words are dated to: "2016-05-30", "2016-05-30..2016-05-31", "none"."""

    def read(text: str) -> dict[str, str]:
        (coded,) = coder.code([Story(id="story", text=text, title=None, published=WEDNESDAY)])
        return {toll.mention.text: told(c.date) for c in resolver.resolve(coded) for toll in c.tolls}

    return read


def told(when: When | None) -> str:
    if when is None or when.earliest is None:
        return "none"
    return f"{when.earliest}" if when.earliest == when.latest else f"{when.earliest}..{when.latest}"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # the day of a deed, not of those who tell of it
        (
            "Shelling killed six people in Mosul on Monday, a doctor said on Tuesday.",
            "six people",
            "2016-05-30",
        ),
        ("Shelling killed six people in Mosul, a doctor said on Tuesday.", "six people", "2016-05-31"),
        # of the violence, not of the day on which people died of it
        (
            "Two men died on Monday of wounds suffered in a bombing in Mosul on Friday.",
            "Two men",
            "2016-05-27",
        ),
        ("A child died on Monday after being shot in Mosul on Friday.", "A child", "2016-05-27"),
        (
            "A boy was shot in Mosul on 27 May. On Monday the boy was pronounced dead.",
            "the boy",
            "2016-05-27",
        ),
        (
            "A bombing in Mosul on Friday wounded two guards. One of the guards died on Monday.",
            "One",
            "2016-05-27",
        ),
        ("Five people died on Monday in a bombing in Mosul.", "Five people", "2016-05-30"),
        (
            "Gunmen attacked a market in Mosul on Friday. The mayor died on Monday when a bomb exploded.",
            "The mayor",
            "2016-05-30",
        ),
        # a house number is no year
        ("One man is dead after a shooting at a bar (1816 N. Water) in Mosul.", "One man", "2016-06-01"),
        # of an act beside the day of the arrest that it led to
        (
            "Police arrested a man on Monday over a bombing that killed nine people in Mosul on 12 May.",
            "nine people",
            "2016-05-12",
        ),
        (
            "A man was arrested on Monday in Mosul over Sunday's bombing, which killed nine people.",
            "nine people",
            "2016-05-29",
        ),
        (
            "Troops arrested a man on Monday in Mosul after a bombing that killed nine people.",
            "nine people",
            "2016-05-30",
        ),
        # of the lead the next sentence may say better
        (
            (
                "An air strike on a camp near Raqqa killed nine people, a medic said Wednesday. "
                "Jets bombed the camp late Tuesday."
            ),
            "nine people",
            "2016-05-31",
        ),
        # who is trapped now is counted on the day of the story
        (
            "About 3,000 people are believed to be trapped in Daraya, besieged by the army since 2012.",
            "About 3,000 people",
            "2016-06-01",
        ),
        # "four days after" is of what stands behind it, and "since" of what has lasted
        (
            (
                "Evacuations from Zabadani resumed on Wednesday four days after an ambush on evacuees. "
                "Some 400 people were evacuated from Zabadani by bus."
            ),
            "Some 400 people",
            "2016-06-01",
        ),
        (
            "Lorries were held up since Sunday by a siege of Fuah. Gunmen shot two drivers dead in Idlib.",
            "two drivers",
            "2016-06-01",
        ),
        # stretches of the calendar date what happened in them
        (
            "In the first week of May shells killed 30 people in Aleppo.",
            "30 people",
            "2016-05-01..2016-05-07",
        ),
        (
            "A bomb killed 12 people at a market in Baghdad on the first day of Ramadan last year.",
            "12 people",
            "2015-06-18..2015-06-19",
        ),
        # the day right before the deed's own clause
        (
            "They have camped in Mosul since 15 May, when police shot dead two men.",
            "two men",
            "2016-05-15",
        ),
        ("The siege of Mosul began on Friday, when rebels killed 12 soldiers.", "12 soldiers", "2016-05-27"),
        # not that of what its clause only describes
        (
            "Six people were killed on Monday when rebels attacked a town in the north that troops took.",
            "Six people",
            "2016-05-30",
        ),
        ("It is almost seven months since a bomb in Mosul killed 50 people.", "50 people", "none"),
    ],
)
def test_the_day_of_a_toll(days: Days, text: str, words: str, expected: str) -> None:
    assert days(text).get(words) == expected


def test_the_morning_after_a_night_is_that_of_its_second_day(days: Days) -> None:
    text = (
        "Rebels fought the army in Jobar overnight and killed five soldiers. "
        "Seven fighters were killed that morning in Jobar."
    )
    assert days(text) == {"five soldiers": "2016-05-31..2016-06-01", "Seven fighters": "2016-06-01"}


def test_who_was_trapped_on_a_day_is_counted_on_it(days: Days) -> None:
    text = "Some 900 people were trapped in Kafr Zita on Monday."
    assert set(days(text).values()) <= {"2016-05-30"}


def test_the_same_days_are_those_of_the_stretch_that_was_told(days: Days) -> None:
    text = (
        "Shelling has killed 30 civilians in Harasta since Sunday, the Observatory said. "
        "Nine soldiers died over the same days, it added."
    )
    assert days(text) == {
        "30 civilians": "2016-05-29..2016-06-01",
        "Nine soldiers": "2016-05-29..2016-06-01",
    }


def test_a_title_has_the_day_of_the_lead_that_it_stands_over(coder: RuleCoder, resolver: Resolver) -> None:
    title = "Two killed in market blast"
    body = "The stalls of Mosul were full late on Monday. Then came the bomb."
    text = f"{title}\n\n{body}"
    (coded,) = coder.code([Story(id="story", text=text, title=title, published=WEDNESDAY)])
    first = resolver.resolve(coded)[0]
    assert (first.tolls[0].mention.text, told(first.date)) == ("Two killed", "2016-05-30")
