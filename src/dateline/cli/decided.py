"""What people decided, beside what `dateline show` shows; and where an incident that is gone went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.words import days_words, place_words, standing_lines
from dateline.deciding import Standing
from dateline.model.decisionform import decision_to_json

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.ledger import Ledger


def standings_on(ledger: Ledger, names: Iterable[str]) -> list[Standing]:
    """How the decisions stand that speak of any of these claims or incidents, with the undos of them."""
    wanted = set(names)
    every = ledger.standings() if ledger.decisions().rows else ()
    found = {one.decision.id for one in every if wanted & {*one.decision.subjects, *one.decision.claims}}
    return [one for one in every if one.decision.id in found or one.decision.undoes in found]


def standings_json(standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """The decisions in the form of decision.schema.json, each with its condition and why."""
    return [
        decision_to_json(one.decision) | {"condition": str(one.condition), "why": one.why or None}
        for one in standings
    ]


def print_standings(console: Console, standings: Sequence[Standing], heading: str = "Decisions") -> None:
    """The decisions under a heading; nothing when there are none."""
    if not standings:
        return
    console.print(f"{heading}:", highlight=False, markup=False)
    for standing in standings:
        for line in standing_lines(standing):
            console.print(f"   {line}", highlight=False, markup=False)


def successors_words(incident: str, followed: Sequence[str]) -> str:
    """ "i-1 is now i-2", "i-1 was split into i-2 and i-3"."""
    if not followed:
        return f"{incident} is no longer an incident: its claims are of none now."
    if len(followed) == 1:
        return f"{incident} is now {followed[0]}."
    return f"{incident} was split into {', '.join(followed[:-1])} and {followed[-1]}."


def print_successors(ledger: Ledger, incident: str, followed: Sequence[str], console: Console) -> None:
    """Where an incident went, with a line for each that it went to."""
    console.print(successors_words(incident, followed), highlight=False, markup=False)
    for name in followed:
        found = ledger.incident(name)
        console.print(
            f"   {name}  {found.event}  {place_words(found.place)}  {days_words(found.date)}",
            highlight=False,
            markup=False,
        )
