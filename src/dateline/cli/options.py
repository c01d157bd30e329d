"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, or - for standard input: plain text, JSON Lines of stories, HTML pages."
    ),
]
Outlet = Annotated[str | None, typer.Option(help="The outlet of stories that do not say theirs.")]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The publication date of stories that do not give theirs."),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(help="A folder of knowledge files of your own, in place of those of the same name."),
]
Places = Annotated[
    Path | None,
    typer.Option(
        help="The folder of places that you have added, where it is not DATELINE_PLACES or the usual one."
    ),
]
Model = Annotated[str | None, typer.Option(help="Another spaCy model, by its package name.")]
Everything = Annotated[
    bool,
    typer.Option(
        "--everything", help="Read stories and sentences too that do not speak of violence; far slower."
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(min=1, help="How many processes code stories; as many as there are cores, at most 4."),
]

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAMES",
        help="The files to write: jsonl, ged, geojson, report, acled, plover, hxl, parquet; several with "
        "commas, or the option again; all, none, or usual (the first four).",
    ),
]

LedgerPath = Annotated[
    Path, typer.Option("--ledger", help="The ledger, or the folder that `dateline record` left it in.")
]


def ledger_file(ledger: Path) -> Path:
    """The ledger's file: the path itself, or the file in the folder."""
    return ledger / "ledger.sqlite" if ledger.is_dir() else ledger


def day(published: datetime | None) -> date | None:
    """The option's day."""
    return None if published is None else published.date()


def cores(processes: int | None) -> int:
    """How many processes to use."""
    if processes is not None:
        return processes
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, 4)
