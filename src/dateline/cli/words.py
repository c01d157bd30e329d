"""Days, ranges and places in the words of the terminal."""

from __future__ import annotations

from dateline.model import Harm, Incident, LeftOut, Place, Toll, When
from dateline.weighing import overall_toll

PRECISIONS = {
    1: "exact place",
    2: "near the place",
    3: "district known",
    4: "province known",
    5: "region or line",
    6: "country known",
    7: "sea or air",
}
"""UCDP GED codebook, where_prec."""


def left_out_words(item: LeftOut) -> str:
    """The file (and line) and what was wrong; the file once, where the message names it itself."""
    return item.message if item.location in item.message else f"{item.location}: {item.message}"


def days_words(when: When | None) -> str:
    """ "2013-05-19", "2013-05-19 – 2013-05-20", the expression's own words, or a dash."""
    if when is None:
        return "—"
    if when.earliest is None or when.latest is None:
        return f"“{when.mention.text}”" if when.mention else "—"
    if when.earliest == when.latest:
        return when.earliest.isoformat()
    return f"{when.earliest.isoformat()} – {when.latest.isoformat()}"


def range_words(low: int | None, best: int | None, high: int | None) -> str:
    """ "31–40, best 32"; "at least 13" without an upper end."""
    if low is None and high is None:
        return "number unknown" if best is None else f"{best:,}"
    if low == high and low is not None:
        return f"{low:,}"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    told = f"{low:,}–{high:,}"
    return told if best is None else f"{told}, best {best:,}"


def overall_words(incident: Incident, harm: str) -> str:
    """The incident's toll of one harm over all victims."""
    toll = overall_toll(incident, Harm(harm))
    return "—" if toll is None else range_words(toll.low, toll.best, toll.high)


def toll_words(toll: Toll) -> str:
    """ "killed 13 or more (combatant)"."""
    if toll.low is None and toll.high is None:
        number = "unknown number"
    elif toll.low == toll.high:
        number = f"{'about ' if toll.approximate else ''}{toll.low:,}"
    elif toll.high is None:
        number = f"at least {toll.low:,}"
    elif toll.low is None:
        number = f"up to {toll.high:,}"
    else:
        number = f"{toll.low:,} to {toll.high:,}"
    return f"{toll.harm} {number} ({toll.victims}{', part of another' if toll.subset else ''})"


def place_words(place: Place | None) -> str:
    """ "Al Qusayr, Homs, SYR (exact place)"."""
    if place is None:
        return "—"
    told = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    return f"{told} ({PRECISIONS.get(place.precision, 'precision unknown')})"
