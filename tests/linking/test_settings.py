"""Settings and families are files of the user's to change; a mistake is named with file and line."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.linking import load_linking_settings
from dateline.linking.families import Kinship, load_event_families
from dateline.model import EventType

DATA = files("dateline.ontology") / "data"


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    text = (DATA / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_packages_own_settings_load() -> None:
    assert load_linking_settings().start < 0


def test_every_type_is_kin_to_itself_and_kinship_has_no_direction() -> None:
    families = load_event_families()
    for one in EventType:
        assert families.kinship(one, one) is Kinship.SAME
        for other in EventType:
            assert families.kinship(one, other) is families.kinship(other, one)
            assert families.exclude(one, other) == families.exclude(other, one)
            assert families.lasts(one, other) == families.lasts(other, one)


def test_a_blast_may_be_a_suicide_bombing_but_no_ceasefire() -> None:
    families = load_event_families()
    assert families.kinship(EventType.BOMBING, EventType.SUICIDE_BOMBING) is Kinship.FAMILY
    assert families.exclude(EventType.BOMBING, EventType.CEASEFIRE)


def test_a_users_file_takes_the_packages_place(tmp_path: Path) -> None:
    assert load_linking_settings(changed(tmp_path, "linking.yaml", "start: -4.5", "start: -9")).start == -9


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "linking.yaml",
            "jaccard: 0.5",
            "jaccard: 5",
            r"linking\.yaml, line \d+: 'jaccard'.*between 0 and 1",
        ),
        (
            "linking.yaml",
            "start: -4.5",
            "begin: -4.5",
            r"linking\.yaml, line \d+: .*'begin'; known are start",
        ),
        ("linking.yaml", "      same: 3.0 ", "      equal: 3.0 ", r"line \d+: 'place' lacks 'same'"),
        ("linking.yaml", "bands: 64", "bands: 33", r"line \d+: 128 permutations do not divide into 33"),
        ("linking.yaml", "assumed-days: 2", "assumed-days: two", r"'assumed-days'.*whole number"),
        (
            "event_families.yaml",
            "accord: [agreement",
            "accord: [agrement",
            r"line \d+: 'agrement'.*no event type",
        ),
        ("event_families.yaml", "  siege: 365", "  sieg: 365", r"line \d+: 'sieg'.*no event type"),
        ("linking.yaml", "claims:", "claims: [", r"linking\.yaml, line \d+: not readable as YAML"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load_linking_settings(changed(tmp_path, name, old, new))
