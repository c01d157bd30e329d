"""UCDP GED: type of violence, sides, clarity and deaths by its codebook (version 24.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dateline.model import Actor, EventType, Harm, Incident, Record, Role, Span, Victims, WeighedToll, When
from dateline.publishing.parties import parties, party
from dateline.publishing.spreadsheet import Cell
from dateline.publishing.ucdp_ged import ged_row, read_ged_rules
from tests.publishing.sample_record import sample_record

RULES = read_ged_rules()
RECORD = sample_record()


def who(
    role: Role, kind: str | None, id_: str | None = None, name: str | None = None, country: str | None = None
) -> Actor:
    words = name or kind or "a bridge"
    return Actor(role, Span(0, len(words), words), id_, name, kind, country)


def by(kind: str | None, *named: str | None) -> Actor:
    return who(Role.BY, kind, *named)


def against(kind: str | None, *named: str | None) -> Actor:
    return who(Role.AGAINST, kind, *named)


SYRIA = ("mil:SYR", "Military of Syria", "SYR")
RUSSIA = ("mil:RUS", "Military of Russia", "RUS")
IS = ("ucdp:234", "Islamic State", None)
HEZBOLLAH = ("ucdp:366", "Hezbollah", "LBN")


def incident(
    *actors: Actor,
    event: EventType = EventType.SHELLING,
    tolls: Sequence[WeighedToll] = (),
    disputed: str = "",
) -> Incident:
    told = tuple(filter(None, [disputed]))
    return replace(RECORD.incidents[0], event=event, actors=actors, tolls=tuple(tolls), disputed=told)


def row(found: Incident, record: Record = RECORD) -> dict[str, Cell]:
    return ged_row(found, record, RULES)


def sides(found: Incident) -> tuple[Cell, ...]:
    cells = row(found)
    return cells["type_of_violence"], cells["side_a"], cells["side_b"]


@pytest.mark.parametrize(
    ("actors", "told"),
    [
        # state-based: the government is side A, whoever attacked
        ((by("armed-group", *IS), against("state-forces", *SYRIA)), (1, "Government of Syria", "IS")),
        (
            (by("state-forces", *RUSSIA), against("armed-group", *IS)),
            (1, "Government of Russia (Soviet Union)", "IS"),
        ),
        # between groups
        ((by("armed-group", *IS), against("militia", *HEZBOLLAH)), (2, "IS", "Hezbollah")),
        ((by("militia", *HEZBOLLAH), against("rebels")), (2, "Hezbollah", "rebels")),
        # one-sided, against whom UCDP takes for civilians
        ((by("state-forces", *SYRIA), against("protesters")), (3, "Government of Syria", "Civilians")),
        ((by("armed-group", *IS), against("aid")), (3, "IS", "Civilians")),
        # those who are hit in a fight between sides are no one-sided violence
        (
            (by("state-forces", *SYRIA), against("civilians"), against("armed-group", *IS)),
            (1, "Government of Syria", "IS"),
        ),
        # people of whom nothing is known, and places, are no side
        (
            (by("state-forces", *SYRIA), against("unidentified"), against("civilians")),
            (3, "Government of Syria", "Civilians"),
        ),
        ((by("state-forces", *SYRIA), against(None)), (None, "Government of Syria", None)),
        # killed in custody: left out by UCDP
        ((by("state-forces", *SYRIA), against("prisoners")), (None, "Government of Syria", "prisoners")),
        # nobody knows by whom, or by a gang
        ((against("civilians"),), (None, None, "Civilians")),
        ((by("unidentified"), against("civilians")), (None, "unidentified", "Civilians")),
        # two groups that nobody names
        ((by("rebels"), against("militia")), (None, "rebels", "militia")),
        # one and the same
        (
            (by("state-forces", *SYRIA), against("government", "gov:SYR", "Government of Syria", "SYR")),
            (None, "Government of Syria", None),
        ),
    ],
)
def test_types_of_violence_and_sides(actors: tuple[Actor, ...], told: tuple[Cell, ...]) -> None:
    assert sides(incident(*actors)) == told


def test_two_parties_that_fight_are_the_sides_of_a_clash_only() -> None:
    actors = (by("armed-group", *IS), by("state-forces", *SYRIA))
    assert sides(incident(*actors, event=EventType.ARMED_CLASH)) == (1, "Government of Syria", "IS")
    assert sides(incident(*actors, event=EventType.BOMBING))[0] is None


def test_where_it_is_disputed_which_of_two_did_it_no_side_is_said() -> None:
    actors = (by("state-forces", *SYRIA), by("armed-group", *IS), against("civilians"))
    assert sides(incident(*actors, disputed="responsibility")) == (None, None, None)
    assert sides(incident(actors[0], actors[2], disputed="responsibility"))[0] == 3


@pytest.mark.parametrize("event", [EventType.ARREST, EventType.SIEGE, EventType.NEGOTIATION])
def test_what_is_no_violence_has_no_type(event: EventType) -> None:
    assert sides(incident(by("armed-group", *IS), against("civilians"), event=event))[0] is None


def test_ids_of_groups_states_and_civilians_are_ucdps() -> None:
    cells = row(incident(by("armed-group", *IS), against("state-forces", *SYRIA)))
    assert (cells["side_b_new_id"], cells["gwnoa"], cells["gwnob"]) == (234, 652, None)
    assert cells["dyad_name"] == "Government of Syria - IS"
    cells = row(incident(by("armed-group", *IS), against("civilians")))
    assert (cells["side_a_new_id"], cells["side_b_new_id"]) == (234, 9999)


def killed(victims: Victims, best: int, *claims: str, low: int | None = None) -> WeighedToll:
    return WeighedToll(Harm.KILLED, victims, best if low is None else low, best, best, claims, "")


def deaths(found: Incident, record: Record = RECORD) -> tuple[Cell, ...]:
    cells = row(found, record)
    names = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best")
    return tuple(cells.get(name) for name in names)


def told_by(*hit: Actor) -> Record:
    """A record in which the claim behind the combatants' deaths says that these were hit."""
    claim = replace(RECORD.claims["c-harbour-1"], actors=hit)
    return replace(RECORD, claims={**RECORD.claims, claim.id: claim})


def test_combatants_are_the_dead_of_the_side_that_was_hit_and_civilians_apart() -> None:
    tolls = (killed(Victims.COMBATANT, 12, "c-harbour-1"), killed(Victims.CIVILIAN, 3))
    group, army = by("armed-group", *IS), against("state-forces", *SYRIA)
    found = incident(group, army, tolls=tolls)
    assert deaths(found, told_by(army)) == (12, 0, 3, 0, 15)
    assert deaths(found, told_by(against("armed-group", *IS))) == (0, 12, 3, 0, 15)
    assert deaths(found, told_by(army, against("armed-group", *IS))) == (0, 0, 3, 12, 15)
    assert deaths(found, told_by()) == (0, 0, 3, 12, 15)


def test_one_sided_violence_kills_nobody_of_a_side() -> None:
    tolls = (killed(Victims.COMBATANT, 2, "c-harbour-1"), killed(Victims.CIVILIAN, 3))
    found = incident(by("armed-group", *IS), against("civilians"), tolls=tolls)
    assert deaths(found, told_by(against("civilians"))) == (0, 0, 3, 2, 5)


def test_where_nobody_gives_a_number_the_deaths_are_empty() -> None:
    assert deaths(incident(by("armed-group", *IS), against("civilians"))) == (None,) * 5


@pytest.mark.parametrize(
    ("last", "precision", "clarity"), [(20, 1, 1), (26, 1, 1), (27, 1, 2), (20, 5, 1), (20, 6, 2)]
)
def test_what_may_sum_up_several_events_is_less_clear(last: int, precision: int, clarity: int) -> None:
    found = RECORD.incidents[0]
    assert found.place is not None
    when = When(None, date(2013, 5, 20), date(2013, 5, last), 2)
    assert (
        row(replace(found, date=when, place=replace(found.place, precision=precision)))["event_clarity"]
        == clarity
    )


def test_status_is_clear_for_what_ged_would_hold() -> None:
    found = incident(by("armed-group", *IS), against("civilians"), tolls=(killed(Victims.CIVILIAN, 4),))
    assert row(found)["code_status"] == "Clear"
    nobody = replace(found, tolls=(killed(Victims.CIVILIAN, 0),))
    assert row(nobody)["code_status"] == "Check: lacks a death"
    assert row(replace(found, place=None, date=None))["code_status"] == "Check: lacks coordinates, a date"


def test_an_army_and_its_government_are_one_party_and_so_are_nameless_rebels() -> None:
    assert party(by("state-forces", *SYRIA)) == party(
        against("government", "gov:SYR", "Government of Syria", "SYR")
    )
    assert party(by("rebels")) == party(against("rebels"))
    assert party(by("armed-group", *IS)) != party(by("armed-group"))


def test_parties_are_told_once_and_those_with_others_are_the_other_side_where_nobody_is() -> None:
    with_others = who(Role.WITH, "rebels")
    found = parties(incident(by("militia", *HEZBOLLAH), by("militia", *HEZBOLLAH), with_others))
    assert (len(found.doers), found.targets) == (1, (with_others,))
    alone = parties(incident(with_others, who(Role.WITH, "militia", *HEZBOLLAH)))
    assert (alone.doers, len(alone.targets)) == ((with_others,), 1)
    against_both = parties(incident(by("militia", *HEZBOLLAH), with_others, against("civilians")))
    assert (len(against_both.doers), len(against_both.targets)) == (2, 1)
