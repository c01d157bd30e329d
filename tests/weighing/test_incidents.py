"""An incident's sources, grade, disputes, and its own event, place, days and actors."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.model import Claim, EventType, Grade, Incident, Role, Status, Story
from dateline.model.jsonform import incident_from_json, incident_to_json, json_line
from dateline.weighing import build_incidents, load_weighing_settings, weigh_incident
from tests.linking.building import (
    DARAA,
    HOMS,
    HOMS_PROVINCE,
    QUSAYR,
    actor,
    claim,
    place,
    said_by,
    story,
    toll,
    when,
)

STORIES: dict[str, Story] = {name: story(name, day=number) for number, name in enumerate("abcdef", 4)}
MONITOR = said_by("Northern Monitor", "monitor")
HOSPITAL = said_by("Central Hospital", "medics")
ARMY = actor("Northland army", id="mil:NOR", kind="state-forces")
FRONT = actor("Valley Front", id="ucdp:9", kind="rebels")


def weigh(*claims: Claim, lineages: dict[str, str] | None = None) -> Incident:
    return weigh_incident("i-1", claims, STORIES, lineages or {})


def test_an_incident_needs_a_claim() -> None:
    with pytest.raises(ValueError, match="no claims"):
        weigh()


def test_one_claimant_in_two_stories_is_one_source() -> None:
    incident = weigh(claim("a", by=MONITOR), claim("b", by=MONITOR))
    assert incident.sources == ("Northern Monitor",)
    assert (incident.independent_sources, incident.grade) == (1, Grade.WEAK)


def test_two_claimants_are_fair() -> None:
    incident = weigh(claim("a", by=MONITOR), claim("b", by=HOSPITAL))
    assert (incident.independent_sources, incident.grade) == (2, Grade.FAIR)


def test_copies_in_two_papers_are_one_source() -> None:
    incident = weigh(claim("a"), claim("b"), lineages={"a": "a", "b": "a"})
    assert incident.independent_sources == 1
    assert weigh(claim("a"), claim("b")).independent_sources == 2


def test_unnamed_witnesses_of_two_stories_are_two_sources_but_of_copies_one() -> None:
    witnesses = said_by("witnesses", "witness", named=False)
    assert weigh(claim("a", by=witnesses), claim("b", by=witnesses)).independent_sources == 2
    copies = weigh(claim("a", by=witnesses), claim("b", by=witnesses), lineages={"a": "a", "b": "a"})
    assert copies.independent_sources == 1


@pytest.mark.parametrize("name", ["residents", "Opposition activists", "activists inside Northland"])
def test_a_canonical_name_that_is_none_is_no_one_voice(name: str) -> None:
    unnamed = said_by(name, "activist")
    assert weigh(claim("a", by=unnamed), claim("b", by=unnamed)).independent_sources == 2


@pytest.mark.parametrize(("name", "kind"), [("al-Wadi Front", "armed-group"), ("Samir Haddad", "witness")])
def test_a_named_claimant_is_one_voice_in_all_stories(name: str, kind: str) -> None:
    named = said_by(name, kind)
    assert weigh(claim("a", by=named), claim("b", by=named)).independent_sources == 1


def test_an_outlets_own_words_beside_a_claimant_are_no_second_source() -> None:
    assert weigh(claim("a"), claim("a", 1, by=MONITOR)).independent_sources == 1


def test_background_brings_no_independence() -> None:
    incident = weigh(claim("a", by=MONITOR), claim("b", by=HOSPITAL, background=True))
    assert incident.independent_sources == 1
    assert incident.sources == ("Northern Monitor", "Central Hospital")


def test_a_party_that_accepts_its_act_confirms_it() -> None:
    front = said_by("Valley Front", "armed-group")
    assert weigh(claim("a", event=EventType.BOMBING, by=front, actors=(FRONT,))).grade is Grade.CONFIRMED


def test_a_party_that_tells_of_its_own_dead_confirms_them() -> None:
    own = actor("Northland soldiers", Role.AGAINST, id="mil:NOR", kind="state-forces")
    media = said_by("Northlandic state television", "state-media")
    assert weigh(claim("a", by=media, actors=(own,), tolls=(toll(3, 3),))).grade is Grade.CONFIRMED


def test_a_party_that_boasts_of_a_town_it_took_confirms_nothing() -> None:
    army = said_by("Northland army", "military")
    assert weigh(claim("a", event=EventType.TERRITORY_CAPTURED, by=army, actors=(ARMY,))).grade is Grade.WEAK


def test_a_denial_contests() -> None:
    army = said_by("Northland army", "military")
    incident = weigh(
        claim("a", by=MONITOR, actors=(ARMY,)), claim("a", 1, by=army, actors=(ARMY,), status=Status.DENIED)
    )
    assert (incident.grade, incident.disputed) == (Grade.CONTESTED, ("responsibility",))


def test_two_doers_of_one_blast_are_disputed_but_not_of_a_clash() -> None:
    def told(event: EventType) -> Incident:
        return weigh(
            claim("a", event=event, by=MONITOR, actors=(ARMY,)),
            claim("b", event=event, by=HOSPITAL, actors=(FRONT,)),
        )

    assert told(EventType.BOMBING).disputed == ("responsibility",)
    assert told(EventType.BOMBING).grade is Grade.CONTESTED
    assert told(EventType.ARMED_CLASH).disputed == ()


def test_what_is_said_not_to_have_happened_is_disputed() -> None:
    incident = weigh(claim("a", by=MONITOR), claim("b", by=HOSPITAL, status=Status.NEGATED))
    assert incident.disputed == ("occurrence",)


def test_nobody_hurt_disputes_no_occurrence() -> None:
    nobody = claim("a", 1, by=HOSPITAL, status=Status.NEGATED, tolls=(toll(0, 0),))
    assert weigh(claim("a", by=MONITOR), nobody).disputed == ()


def test_days_and_places_that_two_stories_give_differently_are_disputed() -> None:
    incident = weigh(
        claim("a", by=MONITOR, days=when(2), where=HOMS), claim("b", by=HOSPITAL, days=when(3), where=QUSAYR)
    )
    assert incident.disputed == ("date", "place")


def test_the_incident_bears_the_type_that_tells_most() -> None:
    claims = (
        claim("a", 0, EventType.UNSPECIFIED_VIOLENCE, by=MONITOR),
        claim("a", 1, EventType.UNSPECIFIED_VIOLENCE, by=HOSPITAL),
        claim("b", 0, EventType.AIR_STRIKE),
        claim("b", 1, EventType.ACCUSATION, by=MONITOR),
    )
    assert weigh(*claims).event is EventType.AIR_STRIKE


def test_the_place_is_the_town_before_its_province_and_the_better_attested_town() -> None:
    claims = (
        claim("a", by=MONITOR, where=HOMS_PROVINCE),
        claim("b", by=HOSPITAL, where=QUSAYR),
        claim("c", where=QUSAYR),
        claim("d", where=HOMS),
    )
    assert weigh(*claims).place == QUSAYR
    assert weigh(claims[0]).place == HOMS_PROVINCE
    assert weigh(claim("a", where=None)).place is None


def test_the_days_are_those_that_most_agree_with_and_then_the_fewest() -> None:
    days = [when(2, 4), when(3), when(3, 4), when(9)]
    claims = [claim("abcd"[n], days=one) for n, one in enumerate(days)]
    assert weigh(*claims).date == when(3)
    assert weigh(claim("a")).date is None


def test_a_named_actor_stands_for_the_unnamed_ones_of_its_kind() -> None:
    rebels = actor("gunmen", kind="rebels")
    incident = weigh(claim("a", actors=(rebels,)), claim("b", actors=(FRONT,)), claim("c", actors=(FRONT,)))
    assert incident.actors == (FRONT,)


def test_who_blames_somebody_for_an_attack_did_not_do_it() -> None:
    rival = actor("Southland government", id="gov:SOU", kind="government")
    blamed = replace(ARMY, role=Role.AGAINST)
    accusation = claim("b", event=EventType.ACCUSATION, actors=(rival, blamed))
    assert weigh(claim("a", event=EventType.CHEMICAL_ATTACK), accusation).actors == ()
    assert weigh(claim("a", event=EventType.CHEMICAL_ATTACK, actors=(FRONT,)), accusation).actors == (FRONT,)


def test_incidents_come_by_day_place_and_id() -> None:
    claims = [
        claim("a", 0, days=when(3), where=HOMS),
        claim("b", 0, days=when(3), where=DARAA),
        claim("c", 0, days=when(2), where=HOMS),
        claim("d", 0, where=HOMS),
        claim("e", 0),
    ]
    membership = {"a#0": "i-a", "b#0": "i-b", "c#0": "i-c", "d#0": "i-d", "e#0": None}
    built = build_incidents(STORIES, claims, {}, membership)
    assert [one.id for one in built] == ["i-c", "i-b", "i-a", "i-d"]
    assert build_incidents(STORIES, reversed(claims), {}, membership) == built


def test_an_incident_survives_its_json() -> None:
    incident = weigh(claim("a", by=MONITOR, days=when(3), actors=(FRONT,), tolls=(toll(3),)))
    assert incident_from_json(json.loads(json_line(incident_to_json(incident)))) == incident


def test_unlocated_places_do_not_dispute() -> None:
    lost = place("Nowhere", precision=1)
    assert weigh(claim("a", by=MONITOR, where=lost), claim("b", by=HOSPITAL, where=HOMS)).disputed == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("medics: 1.3", "medics: heavy", r"weighing\.yaml, line \d+: 'medics'.*should be a number"),
        ("open-high: true", "open-high: maybe", r"'open-high'.*true or false"),
        ("  other: 0.8", "  others: 0.8", r"'weights' lacks 'other'"),
        ("answerable: [air-strike", "answerable: [airstrike", r"'answerable'.*airstrike"),
        ("counted-over-time: [besieged", "counted-over-time: [besiged", r"'counted-over-time'.*besiged"),
    ],
)
def test_a_mistake_in_the_settings_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (files("dateline.ontology") / "data" / "weighing.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "weighing.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        load_weighing_settings(tmp_path)


def test_high_can_be_closed_as_ucdp_does(tmp_path: Path) -> None:
    text = (files("dateline.ontology") / "data" / "weighing.yaml").read_text(encoding="utf-8")
    (tmp_path / "weighing.yaml").write_text(
        text.replace("open-high: true", "open-high: false"), encoding="utf-8"
    )
    settings = load_weighing_settings(tmp_path)
    incident = weigh_incident("i-1", [claim("a", tolls=(toll(13),))], STORIES, {}, settings)
    assert [(one.low, one.best, one.high) for one in incident.tolls] == [(13, 13, 13)]
