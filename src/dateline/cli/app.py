"""The command line: `dateline record`, `export`, `code`, `show`, `explain`, `check`, `set`, `decide`,
`places` and `weights`.

Commands import what they need when they run: `dateline --help` answers at once.
"""

from __future__ import annotations

import sys

import typer

from dateline import __version__
from dateline.cli.checking import check
from dateline.cli.coding import code
from dateline.cli.deciding import decide
from dateline.cli.explaining import explain
from dateline.cli.exporting import export
from dateline.cli.places import places
from dateline.cli.recording import record
from dateline.cli.setting import set_story
from dateline.cli.showing import show
from dateline.cli.weighing import weights
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Turn news stories about an armed conflict into a sourced record: who says what, with its quote.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(record)
app.command()(export)
app.command()(code)
app.command()(show)
app.command()(explain)
app.command()(check)
app.command(name="set")(set_story)
app.add_typer(places, name="places")
app.add_typer(decide, name="decide")
app.command()(weights)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Options that stand before a command."""


def main() -> None:
    """Run the command line.

    Exit status: 0 all well, 1 something was left out or found wrong, 2 it could not run.
    """
    try:
        app()
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("dateline: stopped; what was recorded is kept, run it again to go on", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
