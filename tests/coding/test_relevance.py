"""What is worth reading is found before anything is parsed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

from dateline.coding.blocks import find_blocks
from dateline.coding.coder import RuleCoder
from dateline.coding.parsing import DEFAULT_MODEL
from dateline.coding.relevance import Relevance
from dateline.coding.stretches import find_stretches
from dateline.errors import KnowledgeError
from dateline.model import Story
from dateline.ontology.english import forms_of, load_english
from tests.coding.reader import Reader

FILLER = (
    "The council met again on the price of water. Its members could not agree on a date for the summer fair. "
    "A new bakery opened beside the old mill, and the school choir sang at the opening. "
) * 8
RAID = "Warplanes bombed the market of Darat, and rebels said that 14 people were killed. "
OUTBREAK = (
    "Cholera has killed 259 people in the delta since June, the ministry of health said. "
    "More than 3,000 were taken ill, and 40 died in the town of Marbel alone. "
) + FILLER


def read_parts(text: str, title: str | None = None) -> str:
    story = Story(id="s", text=text, title=title)
    return " ".join(text[s.start : s.end] for s in Relevance(load_english()).stretches(story) if s.read)


def test_of_a_story_without_violence_nothing_is_read() -> None:
    assert Relevance(load_english()).stretches(Story(id="s", text=FILLER)) == []


def test_the_dead_of_a_disease_are_no_claim(read: Reader) -> None:
    assert read.claims(OUTBREAK) == []


def test_everything_is_read_when_asked_for() -> None:
    (coded,) = RuleCoder(everything=True).code([Story(id="s", text=OUTBREAK)])
    assert coded.claims


def test_one_violent_sentence_in_a_long_story_is_read_and_the_rest_is_not() -> None:
    found = read_parts(FILLER + RAID + FILLER)
    assert RAID.strip() in found
    assert "bakery" in found  # what it may lean on
    assert found.count("bakery") == 1


def test_a_short_text_is_read_whatever_it_holds() -> None:
    assert read_parts("Two men died at the quarry on Monday.") == "Two men died at the quarry on Monday."


def test_words_count_in_every_form() -> None:
    assert read_parts(FILLER + "Gunmen shot two guards and fought the troops. ").count("Gunmen") == 1


@pytest.mark.parametrize("told", ["was shot in the head", "was shot and killed", "accidentally shot himself"])
def test_one_shot_person_is_worth_reading(told: str) -> None:
    sentence = f"A baker {told} in Marbel on Monday."
    assert sentence in read_parts(f"{FILLER} {sentence} The bullet went through the door. {FILLER}")


@pytest.mark.parametrize("told", ["Four teens shot after a party in Marbel", "Baker fatally shot in Marbel"])
def test_a_headline_on_a_shooting_is_read(told: str) -> None:
    story = Story(id="s", text=f"{told}\n\n{FILLER}", title=told)
    relevance = Relevance(load_english())
    assert [s.block.title for s in relevance.stretches(story) if s.read] == [True]


def test_shots_of_a_film_or_a_game_are_not() -> None:
    assert read_parts(f"{FILLER} The film was shot in Marbel, and the captain took two shots at goal.") == ""


def test_capitals_and_hyphens_make_no_difference() -> None:
    assert "AIR-STRIKES" in read_parts(FILLER + "AIR-STRIKES ON THE CEASE-FIRE LINE KILLED SIX MEN. ")


def test_a_quotation_is_read_to_its_end_for_its_speaker(read: Reader) -> None:
    quote = (
        'He described the night. "Soldiers killed nine villagers in Karam. We ran to the river. '
        'It was very cold. Nobody came to help us," said Osman, a farmer. '
    )
    (claim,) = [c for c in read.claims(FILLER + quote + FILLER) if c.tolls]
    assert claim.source == "Osman"


def test_sentences_passed_over_keep_their_place(read: Reader) -> None:
    parsed = next(iter(read.coder.parser.parse([Story(id="s", text=FILLER + RAID + FILLER)])))
    assert [s.index for s in parsed.sentences] == list(range(len(parsed.sentences)))
    assert {s.read for s in parsed.sentences} == {True, False}
    assert all(a.end <= b.start for a, b in zip(parsed.sentences, parsed.sentences[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Omar spoke. Then he left.", 2),
        ("The U.S. Army said so. It was late.", 2),
        ('"They fled." "All of them?" Nobody knew.', 3),
        ("About 3.5 percent fled. Others stayed.", 2),
    ],
)
def test_rough_sentences_never_end_inside_one(text: str, count: int) -> None:
    (block,) = find_blocks(Story(id="s", text=text), [])
    cut = list(find_stretches(text, block))
    assert len(cut) == count
    assert "".join(text[s.start : s.end] for s in cut) == text


def test_every_irregular_form_of_a_verb_that_a_claim_starts_from_is_known() -> None:
    """The parser's own list of irregular forms is the yardstick."""
    english = load_english()
    lemmatizer: Any = spacy.load(DEFAULT_MODEL).get_pipe("lemmatizer")
    irregular = lemmatizer.lookups.get_table("lemma_exc")["verb"]
    verbs = {t.words[0] for t in english.triggers if t.part_of_speech == "verb" and len(t.words) == 1}
    verbs |= {verb for harm in english.harms.values() for verb in harm.verbs | harm.agent}
    missed = {
        form
        for form, lemmas in irregular.items()
        for lemma in lemmas
        if lemma in verbs and form.isalpha() and (form,) not in forms_of((lemma,), english.forms)
    }
    assert not missed


def test_a_word_that_stands_in_two_lists_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "relevance.yaml").write_text(
        "weights: {plain: 5, deeds: 4, strong: 3, signs: 2, outcomes: 1}\n"
        "short: 60\nbrief: 200\nstory: 4\nnear: 5\n"
        "dense: 3\nleans: 1\nleans_dense: 2\nplain: []\ndeeds: [bomb]\nstrong: []\nsigns: [raid]\n"
        "outcomes: [dead, bomb]\n",
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError, match=r"relevance\.yaml.*line 13.*'bomb'"):
        load_english(tmp_path)


def test_a_headline_that_says_how_many_were_murdered_is_read() -> None:
    title = "Woman, 2 children dead in triple homicide"
    assert read_parts(f"{title}\n\n{FILLER}", title) == title


def test_all_of_a_short_text_on_violence_is_read() -> None:
    short = (
        "Two brothers who ran a bakery were slain on Friday. It stood beside the old mill. Their bread was "
        "known in the whole valley. The school choir sang there. Their guest died as well. "
    )
    assert "guest died" in read_parts(short + FILLER[: len(FILLER) // 2])
    assert "guest died" not in read_parts(short + FILLER)


@pytest.mark.parametrize(
    "text",
    [
        "The outbreak has killed 61 people. The dead were in hospital. Three more people are missing. ",
        "The band shot its film in Marbel. It took three shots, and the critics loved it. ",
    ],
)
def test_no_word_of_disease_or_film_makes_a_short_text_one_on_violence(text: str) -> None:
    assert read_parts(text + FILLER[: len(FILLER) // 2]) == ""


def test_a_headline_is_read_wherever_its_story_is_about_violence() -> None:
    title = "Teen charged with killing uncle"
    far_below = FILLER + "He had held the handgun, and it was fired at a soldier. "
    assert read_parts(f"{title}\n\n{far_below}{FILLER}", title).startswith(title)
    assert title not in read_parts(f"{title}\n\n{FILLER}The army met a visitor. {FILLER}", title)
