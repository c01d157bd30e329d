"""Whatever a text holds: coding never fails, every span reads what it says, and a story stands for itself."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.coding.coder import RuleCoder
from dateline.model import Claim, Story, stored_text
from dateline.resolving.claims import Resolver
from tests.coding.reader import Reader

SENTENCES = (
    "Rebels shelled the base near Tamar on Monday, killing 12 soldiers, the army said.",
    "“They shot my brother — and burned our house,” said Amina Yusuf, a teacher.",
    "At least 20 people, including five children, were killed or wounded in the attack.",
    "No one was hurt when a rocket hit the airport, according to state media.",
    "The government denied that its forces had used chlorine against the town.",
    "20 KILLED, 55 WOUNDED IN MARKET BOMBING: POLICE",
)
ODD = (
    *("\u0301", "e\u0301\u0323", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202b", "\u00ad"),
    *("\r\n", "\u2028", "\u2029", "\u00a0", "\u3000", "\x0b", "\x00", "\t\t"),
    *("😀", "🇸🇾", "👩‍👩‍👧", "𝟙𝟚", "𐎠", "حمص", "שלום", "İ", "ß", "ﬁ", "½", "٣", "一二"),
    *('"', "”", "«", "''", "``", "(", "—", "--", "...", "$", "%", "12", "-", "\n", "\n\n"),
)
PIECES = st.one_of(
    st.sampled_from(ODD), st.text(max_size=6).filter(lambda text: max(text, default="") < "\ud800")
)


@st.composite
def odd_texts(draw: st.DrawFn) -> str:
    """Sentences of news with odd characters put into and around them."""
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at:]
    return text


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load(None)


def _claims(coder: RuleCoder, resolver: Resolver, stories: list[Story]) -> list[list[Claim]]:
    return [list(resolver.resolve(coded)) for coded in coder.code(stories)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.one_of(st.none(), odd_texts()), body=odd_texts())
def test_every_span_reads_what_it_says(
    read: Reader, resolver: Resolver, title: str | None, body: str
) -> None:
    story = Story(id="odd", text=stored_text(title, body), title=title or None)
    for claim in _claims(read.coder, resolver, [story])[0]:
        for _, span in claim.spans():
            span.check(story.text)


STORIES = [Story(id=f"story-{i}", text=sentence) for i, sentence in enumerate(SENTENCES)]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batch=st.lists(st.sampled_from(STORIES), min_size=1, max_size=6))
def test_a_story_is_coded_by_itself(read: Reader, resolver: Resolver, batch: list[Story]) -> None:
    """Its claims depend neither on the other stories of the batch nor on how often it was coded."""
    together = _claims(read.coder, resolver, batch)
    alone = [_claims(read.coder, resolver, [story])[0] for story in batch]
    assert together == alone


def test_a_second_coder_gives_the_same_claims(read: Reader, resolver: Resolver) -> None:
    assert _claims(RuleCoder(), resolver, STORIES) == _claims(read.coder, resolver, STORIES)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "12", '"', ".", "said", "killed 12"])
def test_texts_of_next_to_nothing(read: Reader, text: str) -> None:
    assert read.story(text).parsed.story.text == text
