"""`dateline weights`: the weights of linking, estimated from claims of which a person knows the incident."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Inputs, Lexicon

Labelled = Annotated[
    list[Path],
    typer.Option(
        "--claims",
        help="Claims as JSON Lines, each with the incident that a person says it is of; can be repeated.",
    ),
]


def weights(
    inputs: Inputs,
    claims: Labelled,
    out: Annotated[Path, typer.Option(help="The linking.yaml to write.")] = Path("linking.yaml"),
    lexicon: Lexicon = None,
    every: Annotated[
        bool, typer.Option("--all", help="Estimate from all incidents, not from one half of them.")
    ] = False,
) -> None:
    """Estimate the weights by which claims are linked, from claims of known incidents and their stories.

    Prints each level with the share of pairs of one incident (m) and of pairs at random (u) that come to it,
    and how well the half of the incidents that was not estimated from is linked with the weights of
    before and with the new ones. Writes a linking.yaml for a folder that --lexicon names.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from dateline.errors import InputError
    from dateline.linking import load_linking_settings
    from dateline.running.weights import estimate

    found = estimate(inputs, claims, lexicon, every=every)
    old = load_linking_settings(lexicon).weights
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("Field", "Level"):
        table.add_column(name)
    for name in ("m", "u", "Weight", "Before"):
        table.add_column(name, justify="right")
    for one in found.estimate.levels:
        shares = ("—" if share is None else f"{share:.5f}" for share in (one.m, one.u))
        table.add_row(one.field, one.level, *shares, f"{one.weight:.2f}", f"{old[one.field][one.level]:.2f}")
    console = Console() if Console().is_terminal else Console(width=100)
    console.print(table)
    console.print(
        f"From {found.estimate.claims} claims, {found.estimate.pairs} pairs of one incident; "
        f"start {found.estimate.start:.2f}.",
        highlight=False,
    )
    for told, (precision, recall, f1) in (("before", found.before), ("now", found.after)):
        console.print(
            f"B-cubed over {found.held_out} claims of the other half, with the weights of {told}: "
            f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}.",
            highlight=False,
        )
    try:
        out.write_text(found.file, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror})") from error
    console.print(f"Written: {out}", highlight=False, soft_wrap=True)
