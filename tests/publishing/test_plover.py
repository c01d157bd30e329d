"""PLOVER events (manual, draft 2.0)."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.model import EventType, Harm, Victims, WeighedToll
from dateline.publishing.plover import plover_event
from dateline.publishing.plover_rules import read_plover_rules
from tests.publishing.sample_record import sample_record
from tests.publishing.test_ged import IS, against, by, incident

RULES = read_plover_rules()
RECORD = sample_record()


def test_a_shelling_of_civilians() -> None:
    event = plover_event(RECORD.incidents[0], RECORD, RULES)
    assert (event["id"], event["date"], event["enddate"]) == ("i-harbour", "2013-05-20", "2013-05-20")
    assert (event["event"], event["mode"], event["quad_code"]) == (["ASSAULT"], ["heavy-weapons"], 4)
    assert event["context"] == ["military"]
    assert [(one["code"], one["sector"]) for one in event["actor"]] == [("SYR", "MIL")]
    assert [(one["sector"], one["entity_text"]) for one in event["recipient"]] == [("CVL", "civilians")]
    assert event["size"] == {"dead": 31, "dead_low": 31, "dead_high": 40}
    location = event["event_loc"]
    assert (location["resolved_place"], location["lat"], location["lon"]) == ("Tamra", 34.5, 36.25)
    assert (location["country_code"], location["province"], location["resolution"]) == ("SYR", "Coast", 4)
    assert [cite["publication"] for cite in event["cite_info"]] == [
        *("Evening Post (sample)", "Coast Gazette (sample)")
    ]


def test_where_nobody_is_said_to_have_done_it_the_actor_is_unknown() -> None:
    event = plover_event(incident(against("civilians")), RECORD, RULES)
    assert [(one["sector"], one["entity_text"]) for one in event["actor"]] == [("UNK", None)]


def test_people_who_are_not_identified_are_armed_only_in_what_is_violent() -> None:
    for event_type, sector in ((EventType.SHELLING, "UAF"), (EventType.NEGOTIATION, "UNK")):
        event = plover_event(incident(by("unidentified"), event=event_type), RECORD, RULES)
        assert [one["sector"] for one in event["actor"]] == [sector]


def test_every_event_and_mode_is_plovers_and_every_type_has_a_line() -> None:
    for event_type in EventType:
        event = plover_event(incident(by("armed-group", *IS), event=event_type), RECORD, RULES)
        assert event["dateline"]["event"] == event_type
        assert all(name in RULES.quad for name in event["event"])
        assert bool(event["event"]) == (event["quad_code"] is not None)


def test_numbers_have_plovers_names_or_their_own() -> None:
    harms = (Harm.CAPTURED, Harm.DISPLACED)
    tolls = [WeighedToll(harm, Victims.UNKNOWN, 5, 5, None, (), "") for harm in harms]
    size = plover_event(incident(tolls=tolls), RECORD, RULES)["size"]
    assert (size["arrested"], size["arrested_high"], size["displaced"]) == (5, None, 5)


@pytest.mark.parametrize(
    ("types", "message"),
    [
        ("[ASSAULT, tickle]", "modes: ASSAULT tickle, which armed-clash is"),
        ("[HUG, null]", "quad: HUG, which"),
    ],
)
def test_an_event_or_mode_that_plover_has_not_is_named(types: str, message: str, tmp_path: Path) -> None:
    package = Path(__file__).parents[2] / "src" / "dateline" / "ontology" / "data" / "event_types.yaml"
    text = package.read_text(encoding="utf-8").replace("[ASSAULT, firearms]", types, 1)
    (tmp_path / "event_types.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_plover_rules(tmp_path)
