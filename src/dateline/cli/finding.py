"""What `dateline places find` prints."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dateline.resolving.places.lookup import KINDS, Candidate, Finding, called

SHOWN = 15


def find_json(finding: Finding) -> dict[str, Any]:
    """The finding as JSON: candidates in order of their points, the first of which wins."""
    return {
        "name": finding.name,
        "why": finding.why,
        "taken": finding.taken,
        "candidates": [_candidate(item) for item in finding.candidates],
    }


def _candidate(item: Candidate) -> dict[str, Any]:
    place = item.place
    return {
        "geonameid": place.geonameid,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "population": place.population,
        "found_by": item.form,
        "matched": item.matched,
        "points": item.points,
        "parts": dict(item.parts),
    }


def print_finding(finding: Finding) -> None:
    """A table of the candidates and a sentence on the first."""
    if not finding.candidates:
        return
    told = Console()
    console = told if told.is_terminal else Console(width=160)
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Place", overflow="fold")
    for name in ("Kind", "People", "Latitude", "Longitude", "GeoNames"):
        table.add_column(name, no_wrap=True, justify="left" if name == "Kind" else "right")
    table.add_column("Found by", overflow="fold")
    table.add_column("Points", no_wrap=True, justify="right")
    for item in finding.candidates[:SHOWN]:
        place = item.place
        point = (
            (f"{place.latitude:.4f}", f"{place.longitude:.4f}") if place.latitude is not None else ("—", "—")
        )
        made_of = " ".join(f"{name} {points:+.1f}" for name, points in item.parts if points)
        found_by = item.form + (f": {item.matched}" if item.matched else "")
        table.add_row(
            *(escape(called(place)), KINDS[place.kind], f"{place.population:,}" if place.population else "—"),
            *(*point, str(place.geonameid or "—"), escape(found_by)),
            f"{item.points:.1f} = {made_of}",
        )
    console.print(table)
    if len(finding.candidates) > SHOWN:
        console.print(f"… and {len(finding.candidates) - SHOWN} more; --json has all.", highlight=False)
    best = called(finding.candidates[0].place)
    console.print(f"[bold]{escape(best)}[/bold] wins {escape(finding.why)}.", highlight=False, soft_wrap=True)
    if not finding.taken:
        console.print(
            "A story with nothing more to go by would get no point for it: too little speaks for it.",
            highlight=False,
            soft_wrap=True,
        )
