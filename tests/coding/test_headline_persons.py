"""One person in a headline, which leaves the article out."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader

BODY = "Police in Medina are looking into an attack that happened on Monday."


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Man killed in attack in Medina", ["killed 1"]),
        ("Boy, 10, dead in Medina shooting", ["killed 1 civilian"]),
        ("12 year-old girl wounded in weekend attack", ["injured 1 civilian"]),
        ("Man, 44, killed, 5 wounded as gunfire erupts", ["killed 1", "injured 5"]),
        ("Woman, 2 children dead in triple homicide", ["killed 3 civilian"]),
        ("Rebel leader killed in air strike on Medina", ["killed 1 combatant"]),
        ("Man charged in fatal shooting of 13-year-old boy", ["killed 1 civilian"]),
        ("Teen shoots himself in the leg", ["injured 1 civilian"]),
        ("Man kills wife, wounds son", ["killed 1 civilian", "injured 1 civilian"]),
        ("Soldier deaths mount after attack", []),
        ("Police chief: fight led to girl's deadly shooting", []),
        ("Boy's killer still at large", []),
    ],
)
def test_one_person_in_a_headline(read: Reader, title: str, wanted: list[str]) -> None:
    claims = read.claims(BODY, title)
    assert [toll for claim in claims for toll in claim.tolls if not toll.startswith("captured")] == wanted
