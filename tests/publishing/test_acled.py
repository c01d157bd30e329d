"""ACLED: event types, actors, inter codes, days and numbers by its codebook (October 2024)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.model import EventType, Harm, Incident, Victims, WeighedToll, When
from dateline.publishing.acled import COLUMNS, acled_row, interaction, middle
from dateline.publishing.acled_rules import read_acled_rules, read_countries
from dateline.publishing.spreadsheet import Cell
from tests.publishing.sample_record import sample_record
from tests.publishing.test_ged import HEZBOLLAH, IS, RUSSIA, SYRIA, against, by, incident

RULES = read_acled_rules()
RECORD = sample_record()
CODEBOOK = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}


def row(found: Incident) -> dict[str, Cell]:
    return acled_row(found, RECORD, RULES)


def code(found: Incident) -> tuple[Cell, Cell]:
    cells = row(found)
    return cells.get("event_type"), cells.get("sub_event_type")


def test_the_columns_are_those_of_acled_in_its_order() -> None:
    assert len(COLUMNS) == 31
    assert COLUMNS[:7] == (
        *("event_id_cnty", "event_date", "year", "time_precision"),
        *("disorder_type", "event_type", "sub_event_type"),
    )
    assert COLUMNS[-5:] == ("source_scale", "notes", "fatalities", "tags", "timestamp")


def test_every_code_is_one_of_the_codebook() -> None:
    codes = [*RULES.types.values(), *(entry.code for entry in RULES.refine)]
    assert all(found.detail in CODEBOOK[found.category] for found in codes if found)


def test_a_shelling_of_civilians() -> None:
    cells = row(RECORD.incidents[0])
    assert cells["event_id_cnty"] == "i-harbour"
    assert (cells["event_date"], cells["year"], cells["time_precision"]) == ("2013-05-20", 2013, 1)
    assert (cells["disorder_type"], *code(RECORD.incidents[0])) == (
        *("Political violence", "Explosions/Remote violence"),
        "Shelling/artillery/missile attack",
    )
    assert (cells["actor1"], cells["inter1"]) == ("Military Forces of Syria", 1)
    assert (cells["actor2"], cells["inter2"]) == ("Civilians (Syria)", 7)
    assert (cells["interaction"], cells["civilian_targeting"]) == (17, "Civilian targeting")
    assert (cells["iso"], cells["region"], cells["country"]) == (760, "Middle East", "Syria")
    assert (cells["admin1"], cells["location"], cells["geo_precision"]) == ("Coast", "Tamra", 1)
    assert cells["source"] == "Evening Post (sample); Coast Gazette (sample)"
    assert cells["fatalities"] == 31
    assert cells["tags"] == (
        "dateline event=shelling; days=2013-05-20/2013-05-20; killed=31/31/40; grade=contested; "
        "disputed=toll, responsibility; independent sources=3"
    )


def test_notes_give_a_claim_in_its_words_with_who_says_so_and_how_the_number_came_about() -> None:
    assert row(RECORD.incidents[0])["notes"] == (
        "“Shells fired by the army killed at least 31 civilians in Tamra on Monday” (the Coast Monitor; "
        "Evening Post (sample), 2013-05-21, Harbour shelled (agency)). "
        "Killed: Low and best 31 are the Coast Monitor’s; high 40 is State radio’s."
    )


def test_nobody_gives_a_number_and_nobody_died_are_two_things() -> None:
    assert row(incident())["fatalities"] is None
    none = (WeighedToll(Harm.KILLED, Victims.UNKNOWN, 0, 0, 0, (), ""),)
    assert row(incident(tolls=none))["fatalities"] == 0


TAKEN, CLASH, PROTEST = EventType.TERRITORY_CAPTURED, EventType.ARMED_CLASH, EventType.PROTEST
ATTACK = ("Violence against civilians", "Attack")
FIGHT = ("Battles", "Armed clash")
HURT = (WeighedToll(Harm.INJURED, Victims.CIVILIAN, 2, 2, 2, (), ""),)
ARMY, GROUP = ("state-forces", *SYRIA), ("armed-group", *IS)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (incident(by(*ARMY), event=TAKEN), ("Battles", "Government regains territory")),
        (incident(by(*GROUP), event=TAKEN), ("Battles", "Non-state actor overtakes territory")),
        (
            incident(by("state-forces", *RUSSIA), event=TAKEN),
            ("Battles", "Non-state actor overtakes territory"),
        ),
        (incident(event=TAKEN), FIGHT),
        (incident(by(*GROUP), against("civilians"), event=CLASH), ATTACK),
        (incident(by(*GROUP), against(*ARMY), event=CLASH), FIGHT),
        (incident(by(*GROUP), against(*ARMY), event=EventType.UNSPECIFIED_VIOLENCE), FIGHT),
        (incident(by(*GROUP), event=EventType.ATTACK_ON_CIVILIANS), ATTACK),
        (incident(by("protesters"), event=PROTEST), ("Protests", "Peaceful protest")),
        (
            incident(by("protesters"), against("police"), event=PROTEST),
            ("Protests", "Protest with intervention"),
        ),
        (
            incident(by("protesters"), against("police"), event=PROTEST, tolls=HURT),
            ("Protests", "Excessive force against protesters"),
        ),
        (incident(event=EventType.NEGOTIATION), ("Strategic developments", "Agreement")),
        (incident(event=EventType.DEMAND), (None, None)),
    ],
)
def test_what_an_incident_is_besides_its_type(found: Incident, told: tuple[Cell, Cell]) -> None:
    assert code(found) == told


def test_protesters_who_were_hurt_are_both_political_violence_and_demonstrations() -> None:
    cells = row(incident(by("protesters"), against("police"), event=PROTEST, tolls=HURT))
    assert cells["disorder_type"] == "Political violence; Demonstrations"
    assert cells["civilian_targeting"] == "Civilian targeting"


def test_who_was_hit_by_unspecified_violence_is_not_said_where_nobody_is_known() -> None:
    violence = EventType.UNSPECIFIED_VIOLENCE
    assert row(incident(event=violence))["civilian_targeting"] is None
    assert row(incident(against("civilians"), event=violence))["civilian_targeting"] == "Civilian targeting"
    attack = incident(event=EventType.ATTACK_ON_CIVILIANS)
    assert row(attack)["civilian_targeting"] == "Civilian targeting"


def actors(found: Incident) -> tuple[Cell, ...]:
    cells = row(found)
    return tuple(cells[name] for name in ("actor1", "inter1", "actor2", "inter2", "interaction"))


def test_actors_are_called_as_acled_calls_them() -> None:
    russia = by("state-forces", *RUSSIA)
    assert actors(incident(russia, against("rebels"))) == (
        *("Military Forces of Russia", 8),
        *("Unidentified Armed Group (Syria)", 2, 28),
    )
    assert actors(incident(by("militia", *HEZBOLLAH), against("medical"))) == (
        *("Hezbollah", 3),
        *("Civilians (Syria)", 7, 37),
    )
    assert actors(incident(against("civilians"))) == (None, 0, "Civilians (Syria)", 7, 70)
    assert actors(incident(by("protesters"), event=EventType.RIOT)) == ("Rioters (Syria)", 5, None, 0, 50)
    assert actors(incident()) == (None, 0, None, 0, 0)
    soldiers = replace(incident(by("state-forces"), against("aid")), place=None)
    assert actors(soldiers) == ("Unidentified Military Forces", 1, "Civilians", 7, 17)


def test_people_who_are_not_identified_are_armed_only_in_what_is_violent() -> None:
    armed = incident(by("unidentified"), against("civilians"))
    assert actors(armed)[:2] == ("Unidentified Armed Group (Syria)", 3)
    assert actors(incident(by("unidentified"), event=EventType.NEGOTIATION))[:2] == ("unidentified", 0)


def test_more_actors_of_a_side_are_associated() -> None:
    cells = row(
        incident(by(*ARMY), by("militia", *HEZBOLLAH), by("state-forces", *RUSSIA), against("rebels"))
    )
    assert cells["assoc_actor_1"] == "Hezbollah; Military Forces of Russia"


def test_the_lower_inter_code_comes_first() -> None:
    assert [interaction(*codes) for codes in ((7, 1), (1, 7), (6, 0), (0, 7), (2, 2), (0, 0))] == [
        *(17, 17, 60, 70, 22, 0)
    ]


def test_what_is_known_by_week_or_month_stands_at_its_middle() -> None:
    assert middle(date(2014, 2, 3), date(2014, 2, 9)) == date(2014, 2, 6)
    assert middle(date(2014, 2, 1), date(2014, 2, 28)) == date(2014, 2, 14)
    when = When(None, date(2014, 2, 1), date(2014, 2, 28), 4)
    cells = row(replace(RECORD.incidents[0], date=when))
    assert (cells["event_date"], cells["time_precision"]) == ("2014-02-14", 3)
    assert "days=2014-02-01/2014-02-28" in str(cells["tags"])


def test_countries_have_distinct_codes_and_a_region_each() -> None:
    countries = read_countries()
    numbers = [country.iso for country in countries.values() if country.iso is not None]
    assert len(numbers) == len(set(numbers)) > 200
    assert all(country.region and country.name for country in countries.values())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  police: 1\n", "  police: 9\n", "no inter code 9; there are 1 to 8"),
        (
            "types: [protest]",
            "types: [parade]",
            r"acled.yaml, line \d+: types: no event type is called parade",
        ),
        ("Civilians ({country})", "Civilians ({land})", "only {country} can stand in braces"),
        ("  Battles: Political violence\n", "", "disorder: nothing is said of 'Battles'"),
        ("inter-riot: 5", "", "acled.yaml, line 8: the file lacks 'inter-riot'"),
    ],
)
def test_a_mistake_in_the_users_file_is_named(old: str, new: str, message: str, tmp_path: Path) -> None:
    package = Path(__file__).parents[2] / "src" / "dateline" / "ontology" / "data" / "acled.yaml"
    text = package.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "acled.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message.replace("{", r"\{")):
        read_acled_rules(tmp_path)
