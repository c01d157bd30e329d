"""Shots are a clash or an attack on civilians by who fires at whom; words that only look like an event."""

import pytest

from dateline.coding.coder import RuleCoder
from tests.coding.reader import Reader


@pytest.fixture(scope="module")
def read() -> Reader:
    """Reads every sentence, also those that speak little of violence."""
    return Reader(RuleCoder(everything=True))


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("A man opened fire outside a bakery on Friday.", "attack-on-civilians"),
        ("Gunmen opened fire on worshippers in the square.", "attack-on-civilians"),
        ("Soldiers opened fire on protesters near the bridge.", "attack-on-civilians"),
        ("Rebels opened fire on an army patrol.", "armed-clash"),
        ("Gunmen opened fire on a checkpoint.", "armed-clash"),
        ("Guerrillas ambushed a convoy of soldiers.", "armed-clash"),
        ("The deputies and the robbers exchanged gunfire.", "armed-clash"),
        ("He was charged with aggravated assault.", "attack-on-civilians"),
    ],
)
def test_shots_by_their_sides(read: Reader, sentence: str, event: str) -> None:
    assert event in [claim.event for claim in read.claims(sentence)]


def test_gunfire_is_of_the_kind_of_the_story(read: Reader) -> None:
    claims = read.claims("A man stabbed two women on Sunday. Neighbours heard gunfire too.")
    assert [claim.event for claim in claims] == ["attack-on-civilians", "attack-on-civilians"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Her wounds are not life-threatening.",
        "The sheriff declined to comment.",
        "The witness refused to give her name.",
        "The boy was rushed to a nearby hospital.",
        "She was airlifted to a trauma center.",
    ],
)
def test_no_threat_no_refusal_no_evacuation(read: Reader, sentence: str) -> None:
    events = {claim.event for claim in read.claims(sentence)}
    assert not events & {"threat", "refusal", "evacuation"}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The rebels threatened to storm the port.", "threat"),
        ("The general refused to leave the palace.", "refusal"),
        ("Nine fighters were taken to Danish hospitals across the border.", "evacuation"),
    ],
)
def test_threats_refusals_and_evacuations(read: Reader, sentence: str, event: str) -> None:
    assert event in [claim.event for claim in read.claims(sentence)]


@pytest.mark.parametrize(
    ("sentence", "whole", "part"),
    [
        ("Six children were among at least 22 people killed in the raid.", "22", "6"),
        ("Four people were killed, including three boys, and 43 others were injured.", "4", "3"),
        ("A further 546 people, among them many children, were injured.", "546", ""),
    ],
)
def test_wholes_and_parts(read: Reader, sentence: str, whole: str, part: str) -> None:
    tolls = read.story(sentence).claims[0].tolls
    assert str(next(toll.low for toll in tolls if not toll.subset)) == whole
    assert [str(toll.low) for toll in tolls if toll.subset] == ([part] if part else [])


def test_a_part_is_never_above_its_whole(read: Reader) -> None:
    claims = read.story("The army ambushed a group of rebels, killing 15 and injuring dozens of them.").claims
    assert not [t for c in claims for t in c.tolls if t.subset and t.harm == "killed"]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("The bombing of the mill was attributed to the front.", "the front"),
        ("The shock wave destroyed the mill.", ""),
    ],
)
def test_who_is_said_to_have_done_it(read: Reader, sentence: str, by: str) -> None:
    events = [c for c in read.claims(sentence) if c.event in {"bombing", "property-destruction"}]
    assert [claim.by for claim in events] == [by]
