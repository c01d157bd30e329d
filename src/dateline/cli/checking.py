"""`dateline check`: verifies a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import ledger_file


def check(
    ledger: Annotated[Path, typer.Argument(help="The ledger, or the folder it lies in.")] = Path(
        "build/record"
    ),
) -> None:
    """Verify a ledger: every span against the stored text, every hash, every reference."""
    from dateline.ledger import Ledger, check_ledger

    path = ledger_file(ledger)
    with Ledger.open(path, create=False) as opened:
        problems = check_ledger(opened)
        for problem in problems:
            typer.echo(f"{problem.where}: {problem.what}")
        if problems:
            typer.echo(f"{path}: {len(problems)} problem(s) found", err=True)
            raise typer.Exit(1)
        counts = opened.record()
        decided = len(opened.decisions().rows)
        told = f", {decided} decisions ({counts.another_look} to look at again)" if decided else ""
        typer.echo(
            f"{path}: {len(counts.stories)} stories, {len(counts.claims)} claims, "
            f"{len(counts.incidents)} incidents{told}; every quote, hash and reference holds"
        )
