"""A toll that a person set takes the place of the weighed one, whose figures stay in its rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.deciding import claim_digest, with_handset_tolls
from dateline.model import Decision, Harm, Incident, Victims, WeighedToll
from dateline.weighing import overall_toll
from tests.deciding.deciding import toll_set
from tests.ledger.samples import denial, sample_incident, sample_story, toll_claim

CLAIMS = (toll_claim(sample_story()), denial(sample_story()))
INCIDENT = sample_incident(*CLAIMS)
DIGESTS = {claim.id: claim_digest(claim) for claim in CLAIMS}


def numbers(best: int, victims: str | None = None, **more: Any) -> dict[str, Any]:
    return {"harm": "killed", "victims": victims, "low": best, "best": best, "high": best, **more}


def tolls(*rows: Decision, incident: Incident = INCIDENT) -> list[tuple[Victims, int | None, str]]:
    (decided,) = with_handset_tolls([incident], rows, DIGESTS.get)
    return [(toll.victims, toll.best, toll.rule) for toll in decided.tolls]


def test_the_number_set_is_shown_with_who_when_why_and_what_the_claims_gave() -> None:
    ((victims, best, rule),) = tolls(toll_set(CLAIMS, numbers(9), why="the names were read out."))
    assert (victims, best) == (Victims.UNKNOWN, 9)
    assert rule == "Set by Ana on 7 Mar 2031: the names were read out; the claims gave at least 7."


def test_one_kind_of_people_is_set_beside_the_others() -> None:
    told = tolls(toll_set(CLAIMS, numbers(2, "combatant")))
    assert [(victims, best) for victims, best, _ in told] == [(Victims.COMBATANT, 2), (Victims.UNKNOWN, 7)]
    assert told[0][2].endswith("the claims gave no number.")


def test_a_number_for_all_takes_the_place_of_every_kind() -> None:
    more = WeighedToll(Harm.KILLED, Victims.CIVILIAN, 5, 5, 6, (CLAIMS[0].id,), "told")
    mixed = replace(INCIDENT, tolls=(more, *INCIDENT.tolls))
    row = toll_set(CLAIMS, numbers(4))
    ((victims, best, rule),) = tolls(row, incident=mixed)
    assert (victims, best) == (Victims.MIXED, 4)
    assert rule.endswith("the claims gave civilian 5–6, unknown at least 7.")
    overall = overall_toll(with_handset_tolls([mixed], [row], DIGESTS.get)[0], Harm.KILLED)
    assert overall is not None
    assert overall.best == 4


def test_the_newest_number_counts_and_speaks_of_the_claims_only() -> None:
    ((_, best, rule),) = tolls(toll_set(CLAIMS, numbers(9)), toll_set(CLAIMS, numbers(8), minute=1))
    assert best == 8
    assert rule.endswith("the claims gave at least 7.")


def test_other_claims_are_not_what_the_person_saw() -> None:
    assert tolls(toll_set(CLAIMS[:1], numbers(9)))[0][1] == 7
    changed = (replace(CLAIMS[0], background=True), CLAIMS[1])
    assert tolls(toll_set(changed, numbers(9)))[0][1] == 7
