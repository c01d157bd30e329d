"""The toll over all kinds of victims."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from dateline.model import Harm, Incident, Victims, WeighedToll
from dateline.weighing.ranges import Range, added
from dateline.weighing.reason import WHOLES

PARTS = (Victims.CIVILIAN, Victims.COMBATANT)


class Together(Enum):
    """How civilians and combatants go together.

    APART when one voice tells of both; UNSAID when none does; SAME when none does and the numbers agree,
    as when one calls the dead of a strike villagers and another fighters.
    """

    APART = "apart"
    UNSAID = "unsaid"
    SAME = "same"


def _words(found: Range) -> str:
    if found.low is None and found.high is None:
        return "unknown"
    if found.high is None:
        return f"at least {found.low}"
    return str(found.high) if found.low == found.high else f"{found.low or 0} to {found.high}"


def _largest(numbers: list[int | None]) -> int | None:
    return max((number for number in numbers if number is not None), default=None)


def sides_together(parts: list[Range], together: Together) -> Range:
    """Civilians and combatants, or two sides: added up where they are told apart; else the larger number is
    the least that there were, and their sum the most."""
    total = added(parts)
    if together is Together.APART:
        return total
    same = together is Together.SAME
    return Range(
        low=_largest([part.low for part in parts]),
        best=_largest([part.best for part in parts]) if same else total.best,
        high=total.high,
        exact=total.exact,
        disputed=total.disputed or same,
    )


def over_all(ranges: Mapping[Victims, Range], together: Together) -> Range:
    """Low, best and high over all kinds of victims.

    Civilians and combatants are different people, and are added up. People of whom a source does not say
    what they were, or says that they were both, may be the same as those: such a number is a whole, and is
    not added to its parts; best is the larger of the two. An exact whole is low even where the parts come
    to more, unless one part alone is more. high is open when nobody gives an upper limit to a whole, or,
    without a whole, to one of the parts; parts without one leave a whole that has one as it is, as they
    are inside it.
    """
    wholes = [ranges[kind] for kind in WHOLES if kind in ranges]
    parts = [ranges[kind] for kind in PARTS if kind in ranges]
    sides = [sides_together(parts, together)] if parts else []
    every = wholes + sides
    exact = [whole.low for whole in wholes if whole.exact and whole.low is not None]
    highs = [one.high for one in wholes if one.low is not None or one.high is not None]
    highs = highs or [one.high for one in sides]
    tops = [*highs, *(one.best if one.high is None else one.high for one in sides)]
    high = None if None in highs else _largest(tops)
    lows = [min(exact), *(part.low for part in parts)] if exact else [one.low for one in every]
    most = _largest([one.high for one in wholes]) if wholes and None not in highs else None
    return Range(
        low=_largest(lows),
        best=_largest([one.best for one in every]),
        high=high,
        exact=bool(exact) or all(one.exact for one in sides),
        disputed=any(one.disputed for one in every)
        or (most is not None and any((one.low or 0) > most for one in sides)),
    )


NAMES = {
    Victims.CIVILIAN: "civilians",
    Victims.COMBATANT: "combatants",
    Victims.MIXED: "civilians and combatants",
    Victims.UNKNOWN: "people",
}


def overall_sentence(ranges: Mapping[Victims, Range], together: Together, found: Range) -> str:
    """How the range over all victims came about."""
    terms = "; ".join(f"{NAMES[kind]} {_words(one)}" for kind, one in ranges.items())
    text = f"Over all victims, from {terms}."
    if together is Together.APART:
        text += " Civilians and combatants are added up"
    elif together is Together.SAME:
        text += (
            " No source tells of both civilians and combatants, and the numbers agree: they may be the same "
            "people, and only high adds them up"
        )
    else:
        text += (
            " No source tells of both civilians and combatants: low is the larger of the two, best and high "
            "add them up"
        )
    if any(kind in WHOLES for kind in ranges):
        text += "; a number of people of unsaid or mixed kind may include them and is not added to them"
    return text + (". The numbers contradict each other." if found.disputed else ".")


def overall_toll(incident: Incident, harm: Harm) -> WeighedToll | None:
    """Low, best and high of one harm over all kinds of victims; None when nobody gives a number.

    `victims` is that of the only row, else mixed. Where the incident does not carry the toll (a row was
    set by hand), civilians and combatants are taken to be told apart.
    """
    found = [toll for toll in incident.tolls if toll.harm is harm]
    if len(found) < 2:
        return found[0] if found else None
    for toll in incident.overall:
        if toll.harm is harm:
            return toll
    ranges = {
        toll.victims: Range(toll.low, toll.best, toll.high, exact=toll.high is not None, disputed=False)
        for toll in found
    }
    total = over_all(ranges, Together.APART)
    behind = {claim for toll in found for claim in toll.claims}
    return WeighedToll(
        harm=harm,
        victims=Victims.MIXED,
        low=total.low,
        best=total.best,
        high=total.high,
        claims=tuple(claim for claim in incident.claims if claim in behind),
        rule=overall_sentence(ranges, Together.APART, total),
    )
