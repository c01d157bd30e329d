"""Days, ranges and places in the words of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.deciding import Condition, Standing, handset_of
from dateline.deciding.handset import figures_words
from dateline.model import Decision, DecisionKind, Harm, Incident, LeftOut, Place, Toll, When
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


def value_words(decision: Decision) -> str:
    """A corrected value in short: a name, days, a number, a word; "none"."""
    value = decision.value
    if isinstance(value, dict):
        return _mapping_words(value)
    if isinstance(value, list) and value:
        return "; ".join(actor["name"] for actor in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value else "none"


def _mapping_words(value: Mapping[str, Any]) -> str:
    if "earliest" in value:
        same = value["earliest"] == value["latest"]
        return str(value["earliest"]) if same else f"{value['earliest']}..{value['latest']}"
    if "low" in value:
        return range_words(value["low"], None, value["high"])
    named = str(value.get("name") or value["type"])
    return f"{named} ({value['geonameid']})" if value.get("geonameid") else named


def decision_words(decision: Decision) -> str:
    """ "correct c-1: place to Homs (169577)"; "same i-1 and i-2"; "toll of i-1: killed 7"."""
    kind, subjects = decision.kind, " and ".join(decision.subjects)
    if kind is DecisionKind.CORRECT:
        return f"correct {subjects}: {decision.field} to {value_words(decision)}"
    if kind is DecisionKind.TOLL:
        toll = handset_of(decision.value)
        return f"toll of {subjects}: {toll.harm} {figures_words(toll)} ({toll.victims or 'all'})"
    return f"undo {decision.undoes}" if kind is DecisionKind.UNDO else f"{kind} {subjects}"


def said_words(decision: Decision) -> str:
    """Who, when and why: "Ana, 2031-03-06 14:30 UTC: the word means another town"."""
    told = f"{decision.who}, {decision.when:%Y-%m-%d %H:%M} UTC"
    return f"{told}: {decision.reason}" if decision.reason else told


CONDITIONS = {
    Condition.HOLDS: "holds",
    Condition.REPLACED: "replaced",
    Condition.UNDONE: "undone",
    Condition.ANOTHER_LOOK: "needs another look",
}


def standing_lines(standing: Standing) -> Iterator[str]:
    """A decision with how it stands, in two or three lines."""
    yield f"{standing.decision.id}  {decision_words(standing.decision)}"
    yield f"   {said_words(standing.decision)}"
    yield f"   {CONDITIONS[standing.condition]}{': ' + standing.why if standing.why else ''}"
