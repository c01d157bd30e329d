"""Who did it, and to whom."""

from __future__ import annotations

import pytest

from tests.coding.reader import Reader


@pytest.mark.parametrize(
    ("text", "by", "against"),
    [
        ("The army shelled the old quarter on Monday.", "The army", "the old quarter"),
        ("Nine border guards died in fighting over the same days.", "", "Nine border guards"),
        ("A mortar shell hit a bakery, killing six people.", "", "a bakery"),
        ("A suicide bomber attacked the checkpoint.", "A suicide bomber", "the checkpoint"),
        ("Warplanes bombed the bridge at dawn.", "Warplanes", "the bridge"),
        ("There were reports that ten villagers had been killed.", "", "ten villagers"),
        ("The army resumed its offensive on the port town.", "The army", "the port town"),
        ("An attack on the depot was launched by militiamen.", "militiamen", "the depot"),
        ("Rebels shelled the garrison for three days.", "Rebels", "the garrison"),
    ],
)
def test_weapons_days_and_the_dead_did_nothing(read: Reader, text: str, by: str, against: str) -> None:
    claim = read.claims(text)[0]
    assert (claim.by, claim.against) == (by, against)


@pytest.mark.parametrize(
    ("sentence", "by", "against"),
    [
        ("Terrorists fired ten rockets at the palace.", "Terrorists", "the palace"),
        ("In addition, militias ambushed troops on the road.", "militias", "troops"),
        ("Residents fled the village.", "", "Residents"),
        ("The town fell to the rebels.", "the rebels", "The town"),
        ("Troops praised the rebels who shelled the base.", "the rebels", "the base"),
        ("A commander of the state-backed militia was killed in clashes.", "", "A commander"),
    ],
)
def test_parts_in_an_act(read: Reader, sentence: str, by: str, against: str) -> None:
    claim = read.claims(sentence)[0]
    assert (claim.by, claim.against) == (by, against)


@pytest.mark.parametrize(
    "sentence",
    [
        "13 villagers killed, 43 others wounded in rocket attacks on the port.",
        "Another 611 people came out through the crossing on Sunday.",
        "One man died and dozens of others were wounded when a bomb went off.",
    ],
)
def test_who_is_counted_among_the_harmed_did_nothing(read: Reader, sentence: str) -> None:
    assert all(not claim.by for claim in read.claims(sentence))
