"""Adding stories: versions, codings, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from dateline.errors import LedgerError, NotFoundError, SpanError
from dateline.ledger import Additions, Ledger, check_claims, check_ledger
from dateline.model import Span
from tests.ledger.samples import CODER, add_sample, denial, sample_story, toll_claim


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened
        assert check_ledger(opened) == []


def test_a_story_and_its_claims_come_back_as_they_were(ledger: Ledger) -> None:
    story = sample_story()
    claims = [toll_claim(story), denial(story)]
    assert ledger.add([(story, claims)], coder=CODER) == Additions(new=1, claims=2)
    assert ledger.story("alder-1") == story
    assert list(ledger.claims("alder-1")) == claims
    assert ledger.claim("alder-1-army") == claims[1]


def test_claims_are_ordered_by_story_quote_and_id(ledger: Ledger) -> None:
    second, first = sample_story("b"), sample_story("a")
    twin = toll_claim(first, "a-another")
    ledger.add(
        [(second, [denial(second), toll_claim(second)]), (first, [denial(first), toll_claim(first), twin])],
        coder=CODER,
    )
    assert [claim.id for claim in ledger.claims()] == [
        "a-another",
        "a-monitor",
        "a-army",
        "b-monitor",
        "b-army",
    ]
    assert [story.id for story in ledger.stories()] == ["a", "b"]


def test_the_same_again_changes_nothing(ledger: Ledger) -> None:
    add_sample(ledger, "alder-1")
    story = sample_story()
    assert ledger.known(story, CODER)
    assert ledger.add([(story, [toll_claim(story)])], coder=CODER) == Additions(unchanged=1)


def test_where_a_story_lies_does_not_make_it_another(ledger: Ledger) -> None:
    add_sample(ledger, "alder-1")
    assert ledger.known(replace(sample_story(), location="elsewhere/alder.jsonl, line 9"), CODER)


def test_a_story_without_claims_is_known_too(ledger: Ledger) -> None:
    story = sample_story()
    assert not ledger.known(story, CODER)
    ledger.add([(story, [])], coder=CODER)
    assert ledger.known(story, CODER)
    assert not ledger.known(story, "rules 1.1 abc")


def test_another_text_is_a_new_version_and_the_old_one_is_kept(ledger: Ledger) -> None:
    add_sample(ledger, "alder-1")
    revised = sample_story(killed=9)
    assert not ledger.known(revised, CODER)
    added = ledger.add([(revised, [toll_claim(revised, killed=9)])], coder=CODER)
    assert added == Additions(changed=1, claims=1)
    assert ledger.story("alder-1").text == revised.text
    assert [claim.tolls[0].low for claim in ledger.claims()] == [9]
    old, new = ledger.versions("alder-1")
    assert (old.number, old.story, old.coder, old.current) == (1, sample_story(), CODER, False)
    assert (new.number, new.story, new.coder, new.current) == (2, revised, CODER, True)
    with pytest.raises(NotFoundError, match="earlier version or coding of story 'alder-1'"):
        ledger.claim("alder-1-army")


def test_a_text_that_comes_back_is_again_the_newest(ledger: Ledger) -> None:
    for killed in (7, 9, 7):
        story = sample_story(killed=killed)
        ledger.add([(story, [toll_claim(story, killed=killed)])], coder=CODER)
    assert [version.current for version in ledger.versions("alder-1")] == [False, False, True]
    assert [claim.tolls[0].low for claim in ledger.claims()] == [7]


def test_other_metadata_is_kept_in_the_same_version_and_needs_coding_again(ledger: Ledger) -> None:
    add_sample(ledger, "alder-1")
    dated = sample_story(published=date(2031, 3, 7))
    assert not ledger.known(dated, CODER)
    assert ledger.add([(dated, [toll_claim(dated)])], coder=CODER) == Additions(changed=1, claims=1)
    assert [version.story.published for version in ledger.versions("alder-1")] == [date(2031, 3, 7)]
    assert [claim.id for claim in ledger.claims()] == ["alder-1-monitor"]
    assert ledger.known(dated, CODER)


def test_another_coder_takes_over_and_back(ledger: Ledger) -> None:
    add_sample(ledger, "alder-1")
    story = sample_story()
    assert ledger.add([(story, [denial(story)])], coder="rules 2.0") == Additions(recoded=1, claims=1)
    assert [claim.id for claim in ledger.claims()] == ["alder-1-army"]
    assert not ledger.known(story, CODER)
    assert ledger.add([(story, [toll_claim(story)])], coder=CODER) == Additions(recoded=1, claims=1)
    assert [claim.id for claim in ledger.claims()] == ["alder-1-monitor"]


def test_a_claim_that_misquotes_is_refused_and_nothing_of_its_batch_is_added(ledger: Ledger) -> None:
    good, bad = sample_story("good"), sample_story("bad")
    misquote = replace(toll_claim(bad), quote=Span(3, 9, "seven!"))
    with pytest.raises(SpanError, match=r"story 'bad', claim 'bad-monitor', quote: characters 3-9 read"):
        ledger.add([(good, [toll_claim(good)]), (bad, [misquote])], coder=CODER)
    assert list(ledger.stories()) == []


def test_every_mention_is_checked_and_not_the_quote_alone() -> None:
    story = sample_story()
    claim = toll_claim(story)
    assert claim.attribution is not None
    wrong = replace(claim, attribution=replace(claim.attribution, cue=Span(0, 4, "said")))
    with pytest.raises(SpanError, match=r"attribution\.cue"):
        check_claims(story, [wrong])


def test_a_claim_of_another_story_is_refused(ledger: Ledger) -> None:
    story = sample_story()
    with pytest.raises(LedgerError, match="says that it is of story 'alder-1', but came with story 'other'"):
        ledger.add([(sample_story("other"), [toll_claim(story)])], coder=CODER)


def test_an_id_that_stands_twice_is_refused(ledger: Ledger) -> None:
    one, two = sample_story("one"), sample_story("two")
    with pytest.raises(LedgerError, match="two claims have the id 'x'"):
        ledger.add([(one, [toll_claim(one, "x"), denial(one, "x")])], coder=CODER)
    with pytest.raises(LedgerError, match="claim id 'x' stands in two stories, 'one' and 'two'"):
        ledger.add([(one, [toll_claim(one, "x")]), (two, [toll_claim(two, "x")])], coder=CODER)
    with pytest.raises(LedgerError, match="story 'one' stands twice"):
        ledger.add([(one, []), (one, [])], coder=CODER)
    ledger.add([(one, [toll_claim(one, "x")])], coder=CODER)
    with pytest.raises(
        LedgerError, match="claim id 'x' of story 'two' is already that of a claim of story 'one'"
    ):
        ledger.add([(two, [toll_claim(two, "x")])], coder=CODER)


def test_metadata_that_is_no_json_is_refused(ledger: Ledger) -> None:
    story = replace(sample_story(), extra={"when": date(2031, 3, 6)})
    with pytest.raises(LedgerError, match="story 'alder-1': its metadata cannot be kept as JSON"):
        ledger.add([(story, [])], coder=CODER)


def test_a_field_of_another_type_is_refused(ledger: Ledger) -> None:
    story = sample_story()
    claim = toll_claim(story)
    truthful = replace(claim, tolls=(replace(claim.tolls[0], low=True),))
    with pytest.raises(LedgerError, match=r"claim 'alder-1-monitor': tolls\[0\]\.low is True"):
        ledger.add([(story, [truthful])], coder=CODER)
    with pytest.raises(LedgerError, match="which is not a day"):
        ledger.add([(replace(story, published=datetime(2031, 3, 6, 12)), [])], coder=CODER)


def test_what_is_not_there_is_said_with_what_is_near(ledger: Ledger) -> None:
    add_sample(ledger, "alder-1", "alder-2", "birch-1")
    with pytest.raises(NotFoundError, match=r"no story 'alder' in .*; near it: alder-1, alder-2"):
        ledger.story("alder")
    with pytest.raises(NotFoundError, match=r"near it: birch-1$"):
        ledger.versions("brich-1")
    with pytest.raises(NotFoundError, match="no story 'nowhere'"):
        ledger.claims("nowhere")
    with pytest.raises(NotFoundError, match="near it: birch-1-monitor"):
        ledger.claim("birch-1-moniter")
    with pytest.raises(NotFoundError, match=r"no incident 'x' in .*sqlite$"):
        ledger.incident("x")


def test_more_stories_than_a_page_are_all_read(ledger: Ledger) -> None:
    ids = [f"story-{number:04}" for number in range(700)]
    add_sample(ledger, *reversed(ids))
    assert [story.id for story in ledger.stories()] == ids
    assert [claim.story for claim in ledger.claims()] == [id for id in ids for _ in range(2)]


def test_stories_can_be_added_while_others_are_read(ledger: Ledger) -> None:
    add_sample(ledger, "a", "c")
    reading = ledger.stories()
    assert next(reading).id == "a"
    add_sample(ledger, "d")
    assert [story.id for story in reading] == ["c", "d"]
