"""`dateline set`: gives a story of the ledger its publication date or outlet."""

from __future__ import annotations

import getpass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import Everything, LedgerPath, Lexicon, Model, Places

UNKNOWN = "unknown"


def set_story(
    story: Annotated[
        str, typer.Argument(metavar="STORY", help="A story's id, as show and claims.jsonl give it.")
    ],
    published: Annotated[
        str | None, typer.Option(help="Its day of publication, YYYY-MM-DD; `unknown` takes a wrong one back.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="The outlet that printed it.")] = None,
    ledger: LedgerPath = Path("build/record"),
    by: Annotated[str | None, typer.Option(help="Who says so; your login name unless given.")] = None,
    why: Annotated[str | None, typer.Option(help="How it is known.")] = None,
    lexicon: Lexicon = None,
    places: Places = None,
    model: Model = None,
    everything: Everything = False,
) -> None:
    """Set the publication date or outlet of a story, and read the days of its claims anew.

    A story of unknown date keeps its weekdays as words; with its date they become days, without coding
    it again. Who said so, when and why is kept beside what was read, and holds when the story is recorded
    again. Give the --lexicon, --places, --model and --everything that the record was made with. The
    report and the other files are brought up to date by `dateline export`.
    """
    from dateline.coding.parsing import DEFAULT_MODEL
    from dateline.errors import InputError
    from dateline.ledger import Ledger
    from dateline.running.amending import set_story as run
    from dateline.running.publishing import left_behind
    from dateline.running.settings import RunSettings

    values: dict[str, str | None] = {}
    if published is not None:
        values["published"] = _day(published)
    if outlet is not None:
        values["outlet"] = outlet
    if not values:
        raise InputError("nothing to set; give --published YYYY-MM-DD or --outlet NAME")
    path = ledger / "ledger.sqlite" if ledger.is_dir() else ledger
    settings = RunSettings(model or DEFAULT_MODEL, lexicon, everything=everything, places=places)
    with Ledger.open(path, create=False) as opened:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        done = run(opened, story, values, settings, by=by or _login(), at=at, why=why)
    told = ", ".join(f"{field} {value or UNKNOWN}" for field, value in sorted(values.items()))
    if not done.changed:
        typer.echo(f"{story}: {told} already; nothing was changed")
        return
    how = " (coded again)" if done.recoded else ""
    typer.echo(f"{story}: {told}; {done.claims} claims, {done.other_days} with other days than before{how}.")
    if behind := left_behind(path.parent, ()):
        typer.echo(f"Not brought up to date: {', '.join(behind)}; dateline export {path.parent} does it.")


def _day(given: str) -> str | None:
    from dateline.errors import InputError

    if given == UNKNOWN:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise InputError(
            f"--published {given!r} is no day; give one as YYYY-MM-DD, or `{UNKNOWN}`"
        ) from error


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return UNKNOWN
