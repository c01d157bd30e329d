"""The words of English: read, checked, and every mistake named where it stands."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.model import EventType, Harm, Victims
from dateline.ontology.english import English, Opens, load_english, split_words


@pytest.fixture(scope="module")
def english() -> English:
    return load_english()


def test_every_harm_has_its_wordings(english: English) -> None:
    assert set(english.harms) == set(Harm)
    assert ("kill",) in english.harms[Harm.KILLED].patient


def test_every_event_type_has_a_trigger_or_is_what_is_left(english: English) -> None:
    told = {trigger.event for trigger in english.triggers} | {t.otherwise for t in english.triggers}
    assert set(EventType) - told == {EventType.UNSPECIFIED_VIOLENCE}


def test_longer_triggers_are_tried_first(english: English) -> None:
    lengths = [len(trigger.words) for trigger in english.triggers_by_first["suicide"]]
    assert lengths == sorted(lengths, reverse=True)


def test_a_noun_in_two_lists_is_a_combatants_first(english: English) -> None:
    assert english.people.classes["soldier"] is Victims.COMBATANT
    assert english.people.classes["teacher"] is Victims.CIVILIAN
    assert english.people.classes["people"] is Victims.UNKNOWN


def test_a_word_opens_what_it_does_as_printed_and_as_a_lemma(english: English) -> None:
    openings = english.openings
    assert Opens.HARM in openings.of("killings", "killing")
    assert Opens.TRIGGER in openings.of("shelled", "shell")
    assert openings.of("1,200", "1,200") == (Opens.QUANTITY,)
    assert openings.of("xyzzy", "xyzzy") == ()
    kinds = openings.of("killed", "kill")
    assert len(kinds) == len(set(kinds))


def test_what_starts_with_a_word_starts_with_its_printed_form_or_its_lemma(english: English) -> None:
    by_first = english.triggers_by_first
    together = english.triggers_by_forms["bombing", "bomb"]
    assert set(together) == {*by_first["bombing"], *by_first["bomb"]}
    lengths = [len(trigger.words) for trigger in together]
    assert lengths == sorted(lengths, reverse=True)
    assert [opening.words.harm for opening in english.harms_by_forms["killed", "kill"]][:1] == [Harm.KILLED]


def test_expressions_for_totals_are_found_in_any_case(tmp_path: Path) -> None:
    _broken(tmp_path, "statuses.yaml", r"^  totals:\n", "  totals:\n    - '\\bWar Tally\\b'\n")
    statuses = load_english(tmp_path).statuses
    assert [pattern.pattern for pattern in statuses.totals] == ["\\bWar Tally\\b"]
    assert statuses.totals[0].search("the WAR TALLY of the ministry")
    assert statuses.totals_in_lower_case is not None
    assert statuses.totals_in_lower_case.search("the civil war has cost 9,000 lives")


def test_hyphens_stand_alone_as_the_tokenizer_parts_them() -> None:
    assert split_words("No-one") == ("no", "-", "one")


def _broken(folder: Path, name: str, pattern: str, put: str) -> int:
    """Writes the package's file with the first match of `pattern` replaced; the line of the change."""
    text = (files("dateline.ontology") / "data" / "en" / name).read_text(encoding="utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match is not None
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en" / name).write_text(text[: match.start()] + put + text[match.end() :], encoding="utf-8")
    return text[: match.start()].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "pattern", "put", "said"),
    [
        ("tolls.yaml", r'^none: \["no", ', "none: [no, ", 'put it in quotes ("no")'),
        ("speech.yaml", r'^before_that: \["on", ', "before_that: [on, ", 'put it in quotes ("on")'),
        ("grammar.yaml", r"^weekdays: \[monday", "weekdays: [1", 'put it in quotes ("1")'),
        ("kinds.yaml", r"^deal: \[deal,", 'deal: ["",', "an empty word"),
        ("kinds.yaml", r"^deal: ", "deals: ", "'deals'"),
        ("events.yaml", r"^particles: \[.*\n(?:  .*\n)*", "particles: up\n", "expected a list"),
        ("quantities.yaml", r"^  dozens: 24", "  dozens: many", "expected a whole number"),
        ("statuses.yaml", r"^    - '\\bsince", "    - '(\\bsince", "not a regular expression"),
        ("harms.yaml", r"^  patient: \[kill", "  patients: [kill", "no such key 'patients'"),
        ("harms.yaml", r"^injured:", "hurt:", "no such key 'hurt'"),
        ("weapons.yaml", r"^- event: suicide-bombing", "- event: attack", "it cannot be 'attack'"),
        ("triggers.yaml", r"^- event: siege", "- event: seige", "no event type 'seige'"),
        ("triggers.yaml", r"^  needs: \{warn: deed\}", "  needs: {warn: act}", "'act' is nothing to need"),
        ("triggers.yaml", r"^  objects: \{ferry", "  objects: {row", "'row' is not among the words"),
        (
            "triggers.yaml",
            r"^  objects: \{ferry: \[person",
            "  objects: {ferry: [boat",
            "no kind of noun 'boat'",
        ),
        ("cues.yaml", r"^say: \[say", "say: [off", 'put it in quotes ("off")'),
        ("people.yaml", r"^kin: ", "harmed: ", "'harmed' stands here for the second time"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    tmp_path: Path, name: str, pattern: str, put: str, said: str
) -> None:
    line = _broken(tmp_path, name, pattern, put)
    with pytest.raises(KnowledgeError) as caught:
        load_english(tmp_path)
    message = str(caught.value)
    assert said in message
    assert f"en/{name}, line {line}: " in message


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    _broken(tmp_path, "cues.yaml", r"^cite: .*\n", "")
    with pytest.raises(KnowledgeError, match=r"en/cues\.yaml, line \d+: 'cite' is missing"):
        load_english(tmp_path)


def test_what_is_no_yaml_is_named(tmp_path: Path) -> None:
    _broken(tmp_path, "kinds.yaml", r"^deal: \[", "deal: [[")
    with pytest.raises(KnowledgeError, match=r"en/kinds\.yaml, line \d+: not readable as YAML"):
        load_english(tmp_path)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "kinds.yaml").write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"en/kinds\.yaml: the file is empty"):
        load_english(tmp_path)
