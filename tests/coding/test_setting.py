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
