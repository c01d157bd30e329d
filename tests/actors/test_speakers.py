"""Who "he", "the group" or "rebels" are, from the text to the claimant."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import RuleCoder
from dateline.model import Story
from dateline.resolving.claims import Resolver


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


def last_claimant(resolver: Resolver, text: str) -> str | None:
    """The name of the last claim's claimant."""
    (coded,) = RuleCoder().code([Story(id="story", text=text, title=None, published=date(2019, 3, 6))])
    attribution = resolver.resolve(coded)[-1].attribution
    return None if attribution is None else attribution.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Somebody of an organisation that has just spoken; of one that spoke before, nobody knows who.
        (
            "The town's civil council said ten men were killed in Goma. He said five others were wounded.",
            "town's civil council",
        ),
        (
            "The council said ten men were killed in Goma. The road stayed shut. He said five were wounded.",
            None,
        ),
        # An officer who denied something is who goes on to speak.
        (
            "The council said ten men were shot. An officer, who gave no name, denied it. He said 40 fled.",
            "officer",
        ),
        # Bare "rebels" are some rebels, "the group" is the one that spoke.
        (
            "Boko Haram said it killed ten soldiers in Biu. Rebels said 40 soldiers had surrendered.",
            "Rebels",
        ),
        (
            "Boko Haram said it killed ten soldiers in Biu. The group said 40 soldiers had surrendered.",
            "Boko Haram",
        ),
    ],
)
def test_the_last_claimant(resolver: Resolver, text: str, name: str | None) -> None:
    assert last_claimant(resolver, text) == name
