"""`dateline export`: the files of a record, made again from its ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Formats, Lexicon, ledger_file


def export(
    record: Annotated[
        Path,
        typer.Argument(metavar="RECORD", help="The folder that `dateline record` left, or the ledger in it."),
    ] = Path("build/record"),
    formats: Formats = None,
    out: Annotated[
        Path | None, typer.Option(help="The folder for the files; that of the ledger if not given.")
    ] = None,
    lexicon: Lexicon = None,
) -> None:
    """Write the files of a record from its ledger, without reading or coding a story.

    Without --format those that lie in the folder are made anew, the usual ones where there are none. Files
    elsewhere than beside the ledger are not brought up to date by later recordings and decisions.
    """
    from dateline.ledger import Ledger
    from dateline.publishing import USUAL, named_formats, published_formats
    from dateline.running.publishing import export as run
    from dateline.running.publishing import left_behind
    from dateline.running.settings import RunSettings

    path = ledger_file(record)
    folder = out or path.parent
    chosen = named_formats(formats) if formats else published_formats(folder) or list(USUAL)
    with Ledger.open(path, create=False) as opened:
        files, current = run(opened, folder, RunSettings(lexicon=lexicon), chosen)
    for file in files:
        typer.echo(str(file))
    if not current:
        typer.echo(
            "The incidents are not those of today's claims and decisions: other knowledge files or another "
            "version of Dateline computed them, or a recording was stopped. Run dateline record again.",
            err=True,
        )
    if behind := left_behind(folder, files):
        typer.echo(f"Not written again: {', '.join(behind)}", err=True)
