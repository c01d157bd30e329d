"""Incidents that little holds together, and the parts into which they would fall."""

from __future__ import annotations

from dataclasses import replace

from dateline.linking import link, load_linking_settings
from dateline.model import EventType
from tests.linking.building import HOMS, claim, place, story, toll, when

SETTINGS = load_linking_settings()
STORIES = {name: story(name, day=number) for number, name in enumerate("abcd", 4)}
AROUND = place("Talbis", 34.84, 36.73, number=3, admin1="Homs")
SURE = (claim("a", days=when(3), tolls=(toll(5, 5),)), claim("b", days=when(3), tolls=(toll(5, 5),)))
# The same day, near the town, and a toll that may be another's.
UNSURE = claim("c", days=when(3, 4), where=replace(HOMS, precision=2), tolls=(toll(9, 9),))


def test_what_much_speaks_for_is_not_in_doubt() -> None:
    found = link(STORIES, SURE, {}, SETTINGS)
    assert len(set(found.incidents.values())) == 1
    assert found.parts == {}


def test_an_incident_that_would_fall_apart_names_its_parts_by_their_founders() -> None:
    found = link(STORIES, (*SURE, UNSURE), {}, SETTINGS)
    assert len(set(found.incidents.values())) == 1
    assert found.parts == {SURE[0].id: SURE[0].id, SURE[1].id: SURE[0].id, UNSURE.id: UNSURE.id}


def test_what_one_story_and_its_copies_tell_as_one_event_is_not_doubted() -> None:
    copies = {"a": "a", "b": "a", "c": "a"}
    assert link(STORIES, (*SURE, UNSURE), copies, SETTINGS).parts == {}


def test_without_doubt_in_the_settings_nothing_is() -> None:
    assert link(STORIES, (*SURE, UNSURE), {}, replace(SETTINGS, doubt=0.0)).parts == {}


def test_what_a_person_said_is_one_is_one() -> None:
    same = [(SURE[0].id, UNSURE.id)]
    assert link(STORIES, (*SURE, UNSURE), {}, SETTINGS, same=same).parts == {}


def test_an_arrest_of_no_day_follows_the_act_that_its_story_recalls() -> None:
    act = claim("d", 0, EventType.ATTACK_ON_CIVILIANS, days=when(1), background=True)
    undated = claim("d", 5, EventType.ARREST, days=None)
    found = link(STORIES, (act, undated), {}, SETTINGS).incidents
    assert found[act.id] == found[undated.id] is not None
