"""`look_up`: the places that a name may mean, what their points are made of, and why one wins."""

from __future__ import annotations

import pytest

from dateline.errors import NotFoundError
from dateline.resolving.places import Gazetteer
from dateline.resolving.places.lookup import PARTS, look_up


def test_the_weightier_of_two_wins_when_nothing_else_is_known(gazetteer: Gazetteer) -> None:
    finding = look_up("Tripoli", gazetteer)
    assert finding.candidates[0].place.country == "LBY"
    assert "the settlement rather than the province" in finding.why


def test_what_is_near_wins_over_what_is_larger(gazetteer: Gazetteer) -> None:
    finding = look_up("Tripoli", gazetteer, near="Homs")
    assert finding.candidates[0].place.country == "LBN"
    assert "km from Homs" in finding.why
    assert "not by size" in finding.why


@pytest.mark.parametrize("country", ["GR", "GRC", "grc", "Greece"])
def test_the_country_may_be_named_or_coded(gazetteer: Gazetteer, country: str) -> None:
    finding = look_up("Tripoli", gazetteer, country=country)
    assert finding.candidates[0].place.country == "GRC"
    assert "lies in Greece" in finding.why


def test_the_parts_sum_up_to_the_points(gazetteer: Gazetteer) -> None:
    for item in look_up("Georgia", gazetteer, near="Tbilisi", country="USA").candidates:
        assert tuple(name for name, _ in item.parts) == PARTS
        assert sum(points for _, points in item.parts) == pytest.approx(item.points, abs=0.05)


def test_it_tells_which_spelling_was_found(gazetteer: Gazetteer) -> None:
    (best, *_) = look_up("Jisr al-Shogur", gazetteer, country="SYR").candidates
    assert (best.form, best.place.geonameid) == ("its sound", 169023)
    assert best.matched is not None
    assert best.matched.startswith("djisr")


def test_a_name_that_nothing_goes_by_has_no_candidates(gazetteer: Gazetteer) -> None:
    finding = look_up("Xyzzyville", gazetteer)
    assert (finding.candidates, finding.taken) == ((), False)


def test_a_small_far_town_is_not_taken_without_anything_that_speaks_for_it(gazetteer: Gazetteer) -> None:
    assert not look_up("Qardaha", gazetteer, country="Peru").taken
    assert look_up("Qardaha", gazetteer, country="Syria").taken


def test_a_country_or_place_that_there_is_not_is_an_error(gazetteer: Gazetteer) -> None:
    with pytest.raises(NotFoundError, match="no country 'Atlantis'"):
        look_up("Homs", gazetteer, country="Atlantis")
    with pytest.raises(NotFoundError, match="--near"):
        look_up("Homs", gazetteer, near="Xyzzyville")
