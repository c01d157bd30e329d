"""`dateline places`: add country dumps of one's own, list and remove them, and look a name up."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Lexicon, Places

if TYPE_CHECKING:
    from dateline.resolving.places.added import AddedDump

places = typer.Typer(
    help="The gazetteer: add country dumps of your own, and see what a name may mean.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@places.command()
def add(
    dumps: Annotated[
        list[Path], typer.Argument(help="GeoNames country dumps: SY.zip, or the SY.txt that is in it.")
    ],
    places: Places = None,
    lexicon: Lexicon = None,
) -> None:
    """Add villages, quarters, hills, bridges, airfields and more from GeoNames country dumps.

    `dateline code` and `dateline record` know them from then on. A dump of the same name takes the place of
    the one before. Bad lines are told and left out, the others are added, and the exit status is 1.
    """
    from dateline.errors import DatelineError
    from dateline.resolving.places import build_index
    from dateline.resolving.places.added import add_dump
    from dateline.resolving.places.dumps import read_features
    from dateline.resolving.places.index import discard_index

    features = read_features(lexicon)
    left_out = False
    discard_index(lexicon=lexicon, places=places)
    for path in dumps:
        try:
            added = add_dump(path, features, places)
        except DatelineError as error:
            left_out = True
            print(f"dateline: {error}", file=sys.stderr)
            continue
        left_out |= added.bad > 0
        _tell(path, added)
    build_index(lexicon=lexicon, places=places)
    if left_out:
        raise typer.Exit(1)


def _tell(path: Path, added: AddedDump) -> None:
    told = ", ".join(f"{count:,} {_plural(kind, count)}" for kind, count in added.places.items())
    verb = "replaced" if added.replaced else "added"
    print(f"{added.name} {verb}: {told}; {added.passed_over:,} lines of other features passed over")
    for line in added.told:
        print(f"dateline: {path}, line {line.number}: {line.message}; line left out", file=sys.stderr)
    if added.bad > len(added.told):
        more = added.bad - len(added.told)
        print(
            f"dateline: {path}: {more:,} more bad lines left out; mend or load the file again",
            file=sys.stderr,
        )


def _plural(kind: str, count: int) -> str:
    from dateline.resolving.places.lookup import KINDS

    return KINDS[kind] + ("" if count == 1 else "s")


@places.command("list")
def list_(places: Places = None) -> None:
    """List the dumps that were added, with their lines, and where they are."""
    from dateline.resolving.places.added import added_files, gazetteer_label, places_folder

    for path in added_files(places):
        with path.open("rb") as lines:
            print(f"{path.stem}\t{sum(1 for _ in lines):,} lines")
    print(f"in {places_folder(places)}; the gazetteer is {gazetteer_label(places)}")


@places.command()
def remove(
    names: Annotated[
        list[str], typer.Argument(help="Names of added dumps, as `dateline places list` has them.")
    ],
    places: Places = None,
    lexicon: Lexicon = None,
) -> None:
    """Remove dumps that were added; claims coded with them stay as they are until they are coded again."""
    from dateline.resolving.places.added import remove_dump
    from dateline.resolving.places.index import discard_index

    discard_index(lexicon=lexicon, places=places)
    for name in names:
        print(f"removed: {remove_dump(name, places)}")


@places.command()
def find(
    name: Annotated[str, typer.Argument(help="A place's name as a paper writes it.")],
    near: Annotated[str | None, typer.Option(help="A place that it is said to be near.")] = None,
    country: Annotated[
        str | None, typer.Option(help="The country that the story is about: its name or ISO code.")
    ] = None,
    places: Places = None,
    lexicon: Lexicon = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON for a pipe instead of text.")] = False,
) -> None:
    """Show the places that a name may mean, their points, and why one wins.

    It ranks as the coder does when nothing but --near and --country is known of the story. The exit status
    is 1 when no place goes by the name.
    """
    from dateline.cli.finding import find_json, print_finding
    from dateline.resolving.places import Gazetteer
    from dateline.resolving.places.lookup import look_up

    finding = look_up(name, Gazetteer.open(lexicon=lexicon, places=places), near=near, country=country)
    if as_json:
        print(json.dumps(find_json(finding), ensure_ascii=False, indent=1))
    else:
        print_finding(finding)
    if not finding.candidates:
        print(
            f"dateline: no place goes by {name!r}; try another spelling, or add the country's villages with "
            "`dateline places add`",
            file=sys.stderr,
        )
        raise typer.Exit(1)
