"""Which of the places that a sentence names its event took place at, from the text to the claim."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import RuleCoder
from dateline.model import Story
from dateline.resolving.claims import Resolver


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


def first_place(resolver: Resolver, text: str) -> str | None:
    """The words of the first claim's place."""
    (coded,) = RuleCoder().code([Story(id="story", text=text, title=None, published=date(2019, 3, 6))])
    place = resolver.resolve(coded)[0].place
    return None if place is None or place.mention is None else place.mention.text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # A part before its whole, whichever stands nearer.
        ("Gunmen shot dead two policemen in Mogadishu's Hodan district on Monday.", "Hodan"),
        ("A car bomb killed nine people in the Maiduguri suburb of Gwange on Monday.", "Gwange"),
        ("Militants killed four soldiers in Kolofata, Far North region, on Monday.", "Kolofata"),
        # What a distance is measured from.
        (
            "In Mubi, 200 kilometres (125 miles) north of Yola, gunmen killed ten people on Sunday.",
            "Mubi",
        ),
        ("Rebels killed six miners near a village 30 km south of Beni on Sunday.", "Beni"),
        # The event's own clause before the one above it.
        (
            "The army opened an offensive in southern Taiz on Friday, shelling the town of Mokha.",
            "Taiz",
        ),
        # Who is from there, who says so, who acts.
        ("An air strike on Hajjah killed three traders from Marib on Friday.", "Hajjah"),
        ("Five people were killed in Goma on Friday, a diplomat said in Geneva.", "Goma"),
        ("Troops captured Bentiu on Friday and 20 rebels were killed, a spokesman in Juba said.", "Bentiu"),
        # A country that something is done to, and one whose missiles they are.
        ("US missiles killed 12 people in Jalalabad on Friday.", "Jalalabad"),
    ],
)
def test_the_place_of_the_event(resolver: Resolver, text: str, place: str) -> None:
    assert first_place(resolver, text) == place


def test_nothing_leans_on_where_a_speaker_is(resolver: Resolver) -> None:
    text = (
        "Gunmen attacked the town of Djibo on Monday. "
        "A doctor in Ouagadougou told reporters that many were hurt. "
        "At least 12 people were killed."
    )
    (coded,) = RuleCoder().code([Story(id="story", text=text, title=None, published=date(2019, 3, 6))])
    last = resolver.resolve(coded)[-1]
    assert last.place is not None
    assert last.place.name == "Djibo"
