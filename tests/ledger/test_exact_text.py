"""Any text that Python can hold comes back from the ledger, with its spans."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ledger import Ledger, check_ledger
from dateline.ledger.exact import original_form, stored_form
from dateline.model import Actor, Claim, Event, EventType, Role, Span, Status, Story

# Lone surrogates, NUL, the ledger's own escape character and what follows it, beside everything else.
ODD = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("\x00\x1a0d8ae\\u\r\n\u2028\ufeff\ufffe👩‍👧é"),
    ),
    min_size=1,
)


@given(ODD)
def test_the_stored_form_is_plain_text_and_gives_the_original_back(text: str) -> None:
    stored = stored_form(text)
    stored.encode("utf-8")
    assert "\x00" not in stored
    assert original_form(stored) == text


def test_ordinary_text_is_stored_as_it_is() -> None:
    assert stored_form("“Homs” — حمص\r\n") == "“Homs” — حمص\r\n"


def odd_claim(story: Story, quote: Span, number: int) -> Claim:
    return Claim(
        story=story.id,
        id=f"{story.id}-{number}",
        quote=quote,
        event=Event(EventType.RIOT, quote, None, None),
        actors=(Actor(Role.BY, quote, None, quote.text, None, None),),
        place=None,
        date=None,
        tolls=(),
        attribution=None,
        status=Status.ASSERTED,
        background=False,
        incident=None,
        rule=quote.text,
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(ODD, ODD, st.data()), min_size=1, max_size=8))
def test_texts_and_spans_come_back_to_the_character(parts: list[tuple[str, str, st.DataObject]]) -> None:
    coded = []
    for number, (text, title, data) in enumerate(parts):
        story = Story(
            f"s{number}-{title}", text, title=title, outlet=title, extra={title: text}, location=title
        )
        cuts = data.draw(
            st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=3)
        )
        claims = [
            odd_claim(story, Span.of(text, start, min(start + length, len(text))), cut)
            for cut, (start, length) in enumerate(cuts)
        ]
        coded.append((story, sorted(claims, key=lambda claim: (claim.quote.start, claim.id))))
    with tempfile.TemporaryDirectory() as folder:
        with Ledger.open(Path(folder) / "ledger.sqlite") as ledger:
            ledger.add(coded, coder="c")
        with Ledger.open(Path(folder) / "ledger.sqlite", create=False) as ledger:
            for story, claims in coded:
                assert ledger.story(story.id) == story
                assert list(ledger.claims(story.id)) == claims
                assert ledger.known(story, "c")
            assert check_ledger(ledger) == []


def test_a_lone_surrogate_and_its_escape_are_two_texts(tmp_path: Path) -> None:
    """Their hashes are one, since a surrogate is hashed as its escape; the ledger is not misled."""
    lone, spelled = Story("s", "Blast in \ud83d"), Story("s", "Blast in \\ud83d")
    assert lone.sha256 == spelled.sha256
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        ledger.add([(lone, [])], coder="c")
        assert not ledger.known(spelled, "c")
        ledger.add([(spelled, [odd_claim(spelled, Span.of(spelled.text, 9, 15), 1)])], coder="c")
        assert [version.story.text for version in ledger.versions("s")] == [lone.text, spelled.text]
        assert check_ledger(ledger) == []


def test_two_halves_of_a_pair_stay_two_characters(tmp_path: Path) -> None:
    story = Story("s", "\ud83d\ude00", extra={"\ud83d\ude00": 1})
    claim = replace(odd_claim(story, Span(1, 2, "\ude00"), 1), rule="\ud83d\ude00")
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        ledger.add([(story, [claim])], coder="c")
        assert ledger.story("s") == story
        assert len(ledger.story("s").text) == 2
        assert list(ledger.claims()) == [claim]
