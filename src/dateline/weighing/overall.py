"""The toll over all kinds of victims."""

from __future__ import annotations

from dateline.model import Harm, Incident, Victims, WeighedToll
from dateline.weighing.ranges import Range, added

WHOLES = (Victims.MIXED, Victims.UNKNOWN)
PARTS = (Victims.CIVILIAN, Victims.COMBATANT)


def _range(toll: WeighedToll) -> Range:
    return Range(toll.low, toll.best, toll.high, exact=True, disputed=False)


def _words(toll: WeighedToll) -> str:
    if toll.high is None:
        return f"at least {toll.low}"
    return str(toll.high) if toll.low == toll.high else f"{toll.low or 0} to {toll.high}"


def _largest(numbers: list[int | None]) -> int | None:
    return max((number for number in numbers if number is not None), default=None)


def overall_toll(incident: Incident, harm: Harm) -> WeighedToll | None:
    """Low, best and high of one harm over all kinds of victims; None when nobody gives a number.

    Civilians and combatants are different people and are added up. People of whom a source does not
    say what they were, or says that they were both, may be the same as those: such a number is a
    whole, and is not added to its parts; the larger of the two counts. `victims` is that of the only
    row, else mixed. `high` is None when nobody gives an upper limit to a whole, or, without a whole, to
    one of the parts.
    """
    found = [toll for toll in incident.tolls if toll.harm is harm]
    if len(found) < 2:
        return found[0] if found else None
    wholes = [_range(toll) for toll in found if toll.victims in WHOLES]
    parts = [_range(toll) for toll in found if toll.victims in PARTS]
    sides = [added(parts)] if parts else []
    lows = [one.low for one in wholes if one.low is not None]
    every = wholes + sides
    # Parts without an upper limit leave a whole that has one as it is: they are inside it.
    highs = [one.high for one in wholes or sides]
    tops = [*highs, *(one.best if one.high is None else one.high for one in sides)]
    named = {Victims.UNKNOWN: "people", Victims.MIXED: "civilians and combatants"}
    terms = "; ".join(f"{named.get(toll.victims, toll.victims + 's')} {_words(toll)}" for toll in found)
    behind = {claim for toll in found for claim in toll.claims}
    return WeighedToll(
        harm=harm,
        victims=Victims.MIXED,
        low=_largest([min(lows, default=None), *(one.low for one in sides)]),
        best=_largest([one.best for one in every]),
        high=None if None in highs else _largest(tops),
        claims=tuple(claim for claim in incident.claims if claim in behind),
        rule=f"Over all victims, from {terms}. Civilians and combatants are added up; a number of people "
        "of unsaid or mixed kind may include them and is not added to them.",
    )
