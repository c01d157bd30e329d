"""What a sentence tells of its tokens, over any tree of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.coding import single_persons
from dateline.coding.tokens import EDGE, Sentence, Token
from dateline.ontology.english import FUNCTION_WORDS, Opens

RELATIONS = ("nsubj", "dobj", "prep", "pobj")


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """Words of one letter, each but the roots hanging on another, no two on each other."""
    length = draw(st.integers(1, 12))
    order = draw(st.permutations(range(length)))
    heads = list(range(length))
    for place, i in enumerate(order[1:], 1):
        if draw(st.integers(0, 5)):
            heads[i] = order[draw(st.integers(0, place - 1))]
    words = [draw(st.sampled_from("abcd")) for _ in heads]
    tokens = [
        Token(
            i,
            words[i],
            words[i],
            words[i],
            "X",
            "XX",
            draw(st.sampled_from(RELATIONS)),
            head,
            "",
            2 * i,
            2 * i + 1,
        )
        for i, head in enumerate(heads)
    ]
    return Sentence(" ".join(words), 0, False, 0, tuple(tokens), True)


@given(sentences())
def test_what_hangs_on_a_word_is_what_has_it_for_a_head(sentence: Sentence) -> None:
    for i in range(len(sentence)):
        below = [t.i for t in sentence.tokens if t.head == i != t.i]
        assert list(sentence.children[i]) == below
        assert sentence.has_child(i, {"nsubj"}) == any(sentence.deps[child] == "nsubj" for child in below)


@given(sentences())
def test_a_subtree_reaches_as_far_as_what_is_under_its_word(sentence: Sentence) -> None:
    for i in range(len(sentence)):
        under = [k for k in range(len(sentence)) if i in (k, *sentence.ancestors(k))]
        assert sentence.subtree(i) == (min(under), max(under))


@given(sentences())
def test_around_a_sentence_stands_nothing(sentence: Sentence) -> None:
    for i in range(-EDGE, len(sentence) + EDGE):
        assert sentence.around[i] == sentence.lower(i)


@given(sentences(), st.lists(st.text("abcd", min_size=1, max_size=3).map(tuple), max_size=6))
def test_the_first_phrase_that_stands_is_the_first_of_all_that_do(
    sentence: Sentence, phrases: list[tuple[str, ...]]
) -> None:
    for i, lower in enumerate(sentence.lowers):
        opened = [words for words in phrases if words[0] == lower]
        standing = sentence.standing(i, opened)
        assert list(standing) == [words for words in opened if sentence.reads(i, words)]
        assert sentence.first_standing(i, opened) == next(iter(standing), ())


def test_function_words_are_those_that_the_rules_ask_for() -> None:
    person = single_persons.OPENING | single_persons.SUBJECTS
    assert FUNCTION_WORDS[Opens.PERSON] == person
