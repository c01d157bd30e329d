"""`dateline record`: the main job, with a progress bar, a table of incidents and what was lacking."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import (
    Everything,
    Formats,
    Inputs,
    Lexicon,
    Model,
    Outlet,
    Places,
    Processes,
    Published,
    cores,
    day,
)

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.running.recording import RunSummary

Out = Annotated[Path, typer.Option(help="The folder for the ledger and the published files.")]
SHOWN = 25


def record(
    inputs: Inputs,
    out: Out,
    outlet: Outlet = None,
    published: Published = None,
    lexicon: Lexicon = None,
    places: Places = None,
    model: Model = None,
    everything: Everything = False,
    processes: Processes = None,
    title: Annotated[str | None, typer.Option(help="What the report is headed.")] = None,
    formats: Formats = None,
) -> None:
    """Record stories: leaves a ledger, a report, and the claims and incidents as files in the folder --out.

    Run again with the same stories it changes nothing; new stories are added, a changed one becomes a new
    version of its story. The exit status is 1 when something was left out. `--format none` leaves the ledger
    alone, of which `dateline export` makes the files later.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from dateline.coding.parsing import DEFAULT_MODEL
    from dateline.publishing import named_formats
    from dateline.running.recording import record as run
    from dateline.running.settings import RunSettings

    chosen = named_formats(formats) if formats else None
    settings = RunSettings(model or DEFAULT_MODEL, lexicon, cores(processes), everything, places)
    console = Console(stderr=True)
    columns = (
        TextColumn("[progress.description]{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=not console.is_terminal) as bars:
        task = bars.add_task("Reading and coding", total=None)
        summary = run(
            inputs,
            out,
            settings,
            outlet=outlet,
            published=day(published),
            stdin=sys.stdin.buffer,
            progress=lambda done, total: bars.update(task, completed=done, total=total or 1),
            title=title,
            formats=chosen,
        )
    told = Console()
    # Into a file or a pipe the table keeps the width it needs.
    _tell(summary, told if told.is_terminal else Console(width=140), out)
    if summary.left_out:
        raise typer.Exit(1)


def _print_table(summary: RunSummary, console: Console) -> None:
    """The best attested incidents, in order of their days."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    from dateline.cli.words import days_words, overall_words

    table = Table(title=f"Incidents ({summary.held.incidents})", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("Day", no_wrap=True)
    table.add_column("Place", overflow="fold")
    table.add_column("Event", no_wrap=True)
    table.add_column("Killed")
    table.add_column("Injured")
    table.add_column("Sources", justify="right")
    table.add_column("Grade")
    table.add_column("Disputed", overflow="fold")
    for incident in summary.best:
        table.add_row(
            days_words(incident.date),
            escape(incident.place.name) if incident.place else "—",
            str(incident.event),
            overall_words(incident, "killed"),
            overall_words(incident, "injured"),
            str(incident.independent_sources),
            str(incident.grade),
            ", ".join(incident.disputed),
        )
    console.print(table)
    if summary.held.incidents > len(summary.best):
        console.print(
            f"The {len(summary.best)} best attested of {summary.held.incidents}; all are in the report.",
            highlight=False,
        )


def _tell(summary: RunSummary, console: Console, out: Path) -> None:
    from rich.markup import escape

    from dateline.cli.words import left_out_words

    if summary.best:
        _print_table(summary, console)
    added, held = summary.additions, summary.held
    console.print(
        f"Stories read: {summary.read} ({added.new} new, {added.changed} changed, "
        f"{added.unchanged} known already). In the ledger: {held.stories} stories, "
        f"{held.claims} claims, {held.incidents} incidents, "
        f"{held.disputed} with a disputed toll.",
        highlight=False,
    )
    if summary.another_look:
        console.print(
            f"Decisions: {summary.decisions}, of which {summary.another_look} need another look, since their "
            "claims or incidents are no longer as they were seen: dateline decide list --open",
            highlight=False,
        )
    elif summary.decisions:
        console.print(f"Decisions: {summary.decisions}, none needs another look.", highlight=False)
    if summary.left_out:
        told = ", ".join(f"{count} {reason}" for reason, count in sorted(summary.reasons.items()))
        console.print(f"Left out: {len(summary.left_out)} ({told}).", highlight=False)
        for item in summary.left_out[:SHOWN]:
            console.print(f"  {escape(left_out_words(item))}", highlight=False)
        if len(summary.left_out) > SHOWN:
            console.print(f"  … and {len(summary.left_out) - SHOWN} more, in the report.", highlight=False)
    if summary.undated:
        names = ", ".join(summary.undated[:5]) + (" …" if len(summary.undated) > 5 else "")
        console.print(
            f"Without a publication date: {len(summary.undated)} ({escape(names)}); "
            "their weekdays stay words. Give it in a "
            "stories.csv beside the files (columns file,outlet,published), with --published, or later with "
            "`dateline set`.",
            highlight=False,
        )
    if summary.left_behind:
        console.print(
            f"Not brought up to date: {', '.join(summary.left_behind)}; "
            f"dateline export {escape(str(out))} does it.",
            highlight=False,
            soft_wrap=True,
        )
    report = next((path for path in summary.files if path.name == "report.html"), None)
    told, where = ("Report", report) if report else ("Record", out)
    console.print(f"{told}: {escape(str(where))}", highlight=False, soft_wrap=True)
