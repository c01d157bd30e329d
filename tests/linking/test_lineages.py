"""One wire story is one voice, in however many papers it stands."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking import find_lineages
from tests.linking.building import story

WIRE = (
    "Shells fell on the market of the old town early on Saturday, residents said. The first struck a "
    "bakery where people had queued since dawn, the second a row of shops across the street. Rescuers "
    "dug with their hands for most of the morning and took the wounded to two field clinics. A doctor "
    "at one of them counted nine dead. The army did not comment. The town has changed hands three times "
    "since the winter, and most of its people have left for villages in the hills to the west."
)
OTHER = (
    "Delegates met for a second day on the lake shore to speak about the release of prisoners and a "
    "lorry route for flour and medicine. Neither side would say how far they had come. A diplomat in "
    "the room called the mood better than on the first day, and said that lists of names would be "
    "exchanged before the weekend if nothing happened on the ground in the meantime to sour it again "
    "for everybody."
)


def test_a_copy_in_another_paper_with_another_title_is_one_lineage() -> None:
    stories = [
        story("wire", WIRE, day=4, title="Nine dead as shells hit market"),
        story("paper", f"(Agencies) {WIRE} Read more on page 4", day=5, title="MARKET SHELLED"),
        story("talks", OTHER, day=4),
    ]
    assert find_lineages(stories) == {"paper": "wire", "talks": "talks", "wire": "wire"}


def test_a_paper_that_cut_the_wire_story_still_copies_it() -> None:
    shorter = " ".join(WIRE.split(". ")[:3])
    assert find_lineages([story("wire", WIRE, day=4), story("cut", shorter, day=4)])["wire"] == "cut"


def test_lost_commas_accents_and_curly_quotes_do_not_hide_a_copy() -> None:
    stripped = WIRE.replace(",", "").replace(".", "").upper()
    assert find_lineages([story("a", WIRE), story("b", stripped)]) == {"a": "a", "b": "a"}


def test_the_lineage_is_named_for_the_earliest_and_unknown_dates_come_last() -> None:
    copies = [story("a", WIRE, day=None), story("b", WIRE, day=9), story("c", WIRE, day=7)]
    assert set(find_lineages(copies).values()) == {"c"}


def test_two_stories_on_one_event_in_their_own_words_are_two_lineages() -> None:
    own = (
        "At least nine people died when a bakery was hit by artillery on Saturday, according to a doctor. "
        "Witnesses described chaos as shops burned and clinics ran out of bandages within an hour of the "
        "first explosion."
    )
    assert len(set(find_lineages([story("a", WIRE), story("b", own)]).values())) == 2


def test_short_texts_are_copies_only_when_equal() -> None:
    short = [
        story("a", "Four hurt in blast."),
        story("b", "Four hurt in blast"),
        story("c", "Five hurt in blast."),
    ]
    assert find_lineages(short) == {"a": "a", "b": "a", "c": "c"}


def test_empty_stories_are_no_copies_of_each_other() -> None:
    assert find_lineages([story("a", "..."), story("b", "---")]) == {"a": "a", "b": "b"}


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_stories_does_not_matter(order: list[int]) -> None:
    texts = [WIRE, WIRE + " More follows.", OTHER, OTHER, "Short.", WIRE[: len(WIRE) * 3 // 4]]
    stories = [story(f"s{number}", text, day=number + 1) for number, text in enumerate(texts)]
    assert find_lineages(stories[number] for number in order) == find_lineages(stories)


def test_thousands_of_stories_take_seconds() -> None:
    draw = random.Random(7)
    words = [f"word{number}" for number in range(4000)]
    bodies = [" ".join(draw.choices(words, k=200)) for _ in range(900)]
    stories = [story(f"s{n:04}", bodies[n % 900] + (f" credit {n}" if n >= 900 else "")) for n in range(1000)]
    start = time.perf_counter()
    lineages = find_lineages(stories)
    assert time.perf_counter() - start < 10
    assert lineages["s0950"] == "s0050"
    assert len(set(lineages.values())) == 900


def test_two_outlets_share_half_a_text_only_through_a_wire_but_one_repeats_its_own_background() -> None:
    """Half of the shorter text is the other's: a rewrite elsewhere, furniture at home."""
    words = WIRE.split()
    half = " ".join(words[: len(words) * 2 // 3])
    own = (
        "Nobody had expected such a morning when the ferries left the harbour and the bakers lit their ovens."
    )
    rewrite = f"{half} {own}"
    longer = f"{WIRE} {' '.join(reversed(words))}"
    elsewhere = find_lineages([story("a", longer), story("b", rewrite)])
    assert elsewhere["a"] == elsewhere["b"]
    at_home = find_lineages(
        [story("a", longer, outlet="The Gazette"), story("b", rewrite, outlet="The Gazette")]
    )
    assert at_home["a"] != at_home["b"]


OTHERS_WORDS = (
    "Nobody had expected such a morning when the ferries left the harbour and the bakers lit their ovens. By "
    "noon the quays were empty. Shutters came down along the front, and the first cars with mattresses on "
    "their roofs were seen on the road inland, where police waved them through without a word. A teacher who "
    "had stayed said that she would go when the school did, and not an hour before that. Her pupils, eleven "
    "of forty, were drawing boats on the floor of the gymnasium, and the smallest had asked for a lighthouse."
)
MORE_OF_OTHER = (
    "The hosts had laid places for thirty, of whom nineteen came down for the soup that was served at eight."
)
QUOTED = (
    '"We heard the first one and ran to the stairs, and when we came down again the whole street was '
    'grey and nobody answered," said a baker.'
)


@pytest.mark.parametrize(
    ("shared", "credit", "day", "one_voice"),
    [
        (3, "", 2, True),  # a good part of a text, on the same days
        (3, "", 20, False),  # the same part weeks later is background
        (2, "", 2, False),
        (2, " (AFP)", 2, True),  # less, and both credit one agency
        (2, f" {QUOTED}", 2, True),  # less, and both hold a stranger's words
    ],
)
def test_a_credit_or_a_quotation_tells_a_wire_that_was_cut(
    shared: int, credit: str, day: int, one_voice: bool
) -> None:
    wire = ". ".join(WIRE.split(". ")[:shared]) + "."
    one = f"{wire} {OTHER} {MORE_OF_OTHER}{credit}"
    other = f"{OTHERS_WORDS} {wire}{credit}"
    lineages = find_lineages([story("a", one, day=1), story("b", other, day=day)])
    assert (lineages["a"] == lineages["b"]) is one_voice


def test_a_statement_that_two_papers_quote_makes_them_no_copies() -> None:
    lineages = find_lineages([story("a", f"{WIRE} {QUOTED}"), story("b", f"{OTHERS_WORDS} {OTHER} {QUOTED}")])
    assert lineages["a"] != lineages["b"]
