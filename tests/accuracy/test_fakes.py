"""What must hold for every claim is found out when it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Claim, Harm, Place, Span, Story, Toll, Victims
from fakes import same_governorate, score, violations
from tests.accuracy.claims import coded

TEXT = "Shells hit Marun. They killed 12 people there, including 3 children, a doctor said."
STORY = Story(id="s1", text=TEXT, extra={"governorate": "deir ezzor"})


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def toll(words: str, low: int | None, high: int | None, *, subset: bool = False) -> Toll:
    return Toll(Harm.KILLED, low, high, False, Victims.UNKNOWN, subset, None, at(words))


def claim(*tolls: Toll, quote: str = "They killed 12 people there, including 3 children") -> Claim:
    made = coded(quote, tolls=tolls)
    return replace(made, quote=at(quote), event=replace(made.event, trigger=at("killed")))


SOUND = claim(toll("12 people", 12, 12), toll("3 children", 3, 3, subset=True))


def names(made: Claim) -> list[str]:
    return [name for name, _ in violations(made, STORY)]


def test_a_sound_claim_violates_nothing() -> None:
    assert names(SOUND) == []


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (replace(SOUND, quote=Span(0, 4, "They")), "span not in the text"),
        (claim(quote="Shells hit Marun"), "trigger outside the quote"),
        (claim(toll("12 people", 12, 12), quote="They killed"), "number outside the quote"),
        (claim(toll("12 people", 12, 2)), "high below low"),
        (claim(toll("12 people", 2, 2)), "less than the numeral"),
        (claim(toll("3 children", 3, 3), toll("12 people", 12, 12, subset=True)), "part above its whole"),
    ],
)
def test_each_violation_is_named(made: Claim, name: str) -> None:
    assert name in names(made)


def test_governorates_are_known_by_the_corpus_s_names() -> None:
    assert same_governorate("deir ezzor", "Deir ez-Zor")
    assert same_governorate("damascus", "Rif Dimashq")
    assert same_governorate("homs", "Homs")
    assert not same_governorate("homs", "Hama")


def test_what_comes_out_is_counted() -> None:
    placed = replace(SOUND, place=Place(at("Marun"), "Marun", None, None, None, "Deir ez-Zor", "SYR", 1))
    measured = score([(STORY, [placed]), (replace(STORY, id="s2"), [])])
    assert measured.counts["stories"] == 2
    assert measured.counts["stories with claims"] == 1
    assert measured.counts["event: shelling"] == 1
    assert measured.counts["number: killed"] == 2
    assert measured.counts["violations"] == 0
    assert measured.shares["stories' governorate"] == (1, 2)
    assert measured.shares["claims in the governorate"] == (1, 1)
