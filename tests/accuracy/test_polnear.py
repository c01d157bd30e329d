"""When a speech and an annotated attribution are the same."""

from __future__ import annotations

from dateline.coding.coder import RuleCoder
from dateline.model import Story
from dateline.ontology.english import load_english
from polnear import Attributed, annotated, edges, score, speeches
from runner import Measured, Sides

TEXT = 'The mayor of Arlen said: "The bridge is gone." Nobody else did.'


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


GOLD = annotated(
    {
        "attributions": [
            {
                "source": [at("The mayor of Arlen")],
                "cue": [at("said:")],
                "content": [at('"The bridge is gone."')],
            }
        ]
    }
)


def measured(*speeches: Attributed) -> Measured:
    found = Measured()
    score(TEXT, GOLD, speeches, found)
    return found


def test_the_edges_of_a_piece_are_its_first_and_last_letters() -> None:
    assert edges(TEXT, [at('"The bridge is gone."')]) == at("The bridge is gone")
    assert edges(TEXT, []) is None


def test_a_speech_with_the_same_words_is_exact() -> None:
    found = measured(Attributed((at("said"),), (at("The mayor of Arlen"),), (at("The bridge is gone"),)))
    for part in ("cue", "source", "content"):
        assert found.agreements[f"{part} exact"] == found.agreements[part] == Sides(1, 1, 1, 1)
    assert found.shares["plain cues"] == (1, 1)


def test_a_part_of_the_words_is_found_but_not_exact() -> None:
    found = measured(Attributed((at("said"),), (at("Arlen"),), (at("The bridge is gone"),)))
    assert found.agreements["source"] == Sides(1, 1, 1, 1)
    assert found.agreements["source most"] == found.agreements["source exact"] == Sides(0, 1, 0, 1)


def test_another_speaker_is_wrong_and_a_speech_of_another_cue_is_spurious() -> None:
    found = measured(
        Attributed((at("said"),), (at("Nobody"),), ()),
        Attributed((at("did"),), (), (at("else"),)),
    )
    assert found.agreements["cue"] == Sides(1, 2, 1, 1)
    assert found.agreements["source"] == Sides(0, 1, 0, 1)
    assert found.agreements["content"] == Sides(0, 1, 0, 1)
    assert found.shares["plain cues"] == (0, 1)
    assert set(found.mistakes) == {"cue spurious", "source wrong", "content wrong"}


def test_the_coders_speeches_are_read_with_their_content() -> None:
    (parsed,) = RuleCoder().parser.parse(
        [Story(id="s1", text="The mayor of Arlen said the bridge was gone.")]
    )
    (speech,) = speeches(parsed, load_english(None))
    (source,) = speech.source
    assert parsed.story.text[slice(*source)] == "The mayor of Arlen"
    assert parsed.story.text[slice(*speech.cue[0])] == "said"
    assert "the bridge was gone" in parsed.story.text[slice(*speech.content[0])]
