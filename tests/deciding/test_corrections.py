"""A correction changes one field and leaves the words; what cannot be a value is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.deciding import Decisions, change_of
from dateline.deciding.values import Readers, read_number, read_value
from dateline.errors import InputError
from dateline.model import EventType, Harm, Role, Status, Victims
from tests.deciding.deciding import corrected, rejected
from tests.ledger.samples import denial, sample_story, toll_claim

STORY = sample_story()
CLAIM = toll_claim(STORY)
DENIAL = denial(STORY)
READERS = Readers()


def after(field: str, written: str, claim: Any = CLAIM) -> Any:
    """The claim after a correction as a person writes it."""
    return change_of(field, read_value(field, written, claim, READERS))(claim)


def test_an_event_type_comes_with_its_codes() -> None:
    event = after("event", "air-strike").event
    assert event.type is EventType.AIR_STRIKE
    assert (event.plover.category, event.trigger) == ("ASSAULT", CLAIM.event.trigger)


def test_status_and_background_are_words() -> None:
    assert after("status", "denied").status is Status.DENIED
    assert after("background", "yes").background is True


def test_days_keep_the_words_and_get_their_precision() -> None:
    when = after("date", "2031-03-04..2031-03-06").date
    assert (when.earliest, when.latest, when.precision) == (date(2031, 3, 4), date(2031, 3, 6), 2)
    assert when.mention == CLAIM.date.mention if CLAIM.date else False
    assert after("date", "none").date is None
    assert after("date", "2031-03-04", DENIAL).date.mention is None


def test_a_place_by_its_number_keeps_the_words() -> None:
    place = after("place", "169577").place
    assert (place.name, place.country, place.precision) == ("Homs", "SYR", 1)
    assert place.mention.text == "the market of Alderford"


def test_a_place_where_the_coder_had_none_rests_on_the_quote() -> None:
    assert after("place", "169577", DENIAL).place.mention == DENIAL.quote


def test_a_name_that_no_gazetteer_holds_is_a_name_without_coordinates() -> None:
    place = after("place", "Upper Alderwick, SYR").place
    assert (place.name, place.country, place.latitude, place.geonameid) == (
        "Upper Alderwick",
        "SYR",
        None,
        None,
    )


def test_a_name_of_several_places_is_no_place_until_its_number_is_given() -> None:
    with pytest.raises(
        InputError, match=r"it may be .*169577 \(Homs, settlement, Homs, SYR\).*give the number"
    ):
        after("place", "Homs")


def test_a_claimant_has_the_name_given_and_the_kind_that_the_lexicon_knows() -> None:
    said = after("claimant", "State media").attribution
    assert (said.name, said.source, said.cue) == ("State media", *_source_and_cue())
    assert said.kind == "state-media"
    assert after("claimant", "none").attribution is None


def _source_and_cue() -> tuple[object, object]:
    assert CLAIM.attribution is not None
    return CLAIM.attribution.source, CLAIM.attribution.cue


def test_actors_of_one_role_are_put_in_the_place_of_those_before() -> None:
    actors = after("by", "Syrian army; Men of the hills").actors
    assert [(actor.role, actor.name) for actor in actors] == [
        (Role.BY, "Military of Syria"),
        (Role.BY, "Men of the hills"),
    ]
    assert [actor.mention.text for actor in actors] == ["Government artillery", CLAIM.quote.text]
    assert after("by", "none").actors == ()


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("7", 7, 7), ("5-7", 5, 7), ("5+", 5, None), ("-7", None, 7), ("5 to 7", 5, 7)],
)
def test_numbers_as_people_write_them(written: str, low: int | None, high: int | None) -> None:
    assert read_number(written) == (low, high)
    (toll,) = after("toll.1", written).tolls
    assert (toll.low, toll.high, toll.mention) == (low, high, CLAIM.tolls[0].mention)


def test_what_a_toll_counts_can_be_corrected_and_a_toll_taken_out() -> None:
    assert after("toll.1.harm", "injured").tolls[0].harm is Harm.INJURED
    assert after("toll.1.victims", "civilian").tolls[0].victims is Victims.CIVILIAN
    assert after("toll.1", "none").tolls == ()


@pytest.mark.parametrize(
    ("field", "written", "what"),
    [
        ("event", "war", "there are armed-clash, "),
        ("background", "perhaps", "write yes or no"),
        ("date", "Thursday", "write 2031-03-06"),
        ("date", "2031-03-06..2031-03-05", "the first is the earlier one"),
        ("place", "999999999", "no place of the gazetteer has this number"),
        ("toll.1", "many", "write 7, 5-7"),
        ("toll.1", "7-5", "7 to 5 is no range"),
        ("toll.2", "7", "the claim has 1 figures, and no figure 2"),
        ("toll.0", "7", "no field 'toll.0' can be corrected; there are event, "),
        ("quote", "x", "no field 'quote' can be corrected"),
    ],
)
def test_what_cannot_be_a_value_is_refused_with_what_can(field: str, written: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        after(field, written)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("background", 1),
        ("date", {"earliest": "2031-03-06", "latest": "2031-03-06"}),
        ("date", {"earliest": "2031-03-06", "latest": "2031-03-06", "precision": True}),
        ("place", "Homs"),
        ("claimant", {"name": " ", "kind": None}),
        ("by", ["Army"]),
        ("toll.1", {"low": -1, "high": None}),
        ("toll.1", {"low": None, "high": None}),
        ("toll.1", {"low": True, "high": 7}),
    ],
)
def test_a_value_of_another_form_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=r"expected|needs|is no range|number of people is needed"):
        change_of(field, value)


def test_corrections_of_several_fields_stand_beside_each_other() -> None:
    rows = [
        corrected(CLAIM, "toll.1", {"low": 9, "high": 9}),
        corrected(CLAIM, "toll.1.victims", "civilian", minute=1),
        corrected(CLAIM, "status", "denied", minute=2),
        corrected(CLAIM, "status", "negated", minute=3),
    ]
    claim = Decisions.of(rows).apply(CLAIM)
    assert claim is not None
    assert (claim.tolls[0].low, claim.tolls[0].victims, claim.status) == (9, Victims.CIVILIAN, Status.NEGATED)
    assert claim.id == CLAIM.id
    assert claim.rule == f"shelling/verb+decided/{rows[1].id}+decided/{rows[3].id}+decided/{rows[0].id}"
    assert [span.text for _, span in claim.spans()] == [span.text for _, span in CLAIM.spans()]


def test_a_rejected_claim_is_none_until_it_is_confirmed() -> None:
    no, yes = rejected(CLAIM), corrected(CLAIM, "background", True, minute=1)
    assert Decisions.of([no, yes]).apply(CLAIM) is None
