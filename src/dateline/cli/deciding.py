"""`dateline decide`: what a person says of claims and incidents."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from dateline.cli.options import LedgerPath, Lexicon, ledger_file

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.model import Decision

Term = TypeVar("Term", bound=StrEnum)

decide = typer.Typer(
    name="decide",
    help="Confirm, correct or reject claims, say what is one event, set tolls; list and exchange decisions.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Claim = Annotated[
    str, typer.Argument(metavar="CLAIM", help="A claim's id, as show and claims.jsonl give it.")
]
One = Annotated[str, typer.Argument(metavar="ONE", help="The id of a claim or an incident.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of another claim or incident.")]
Who = Annotated[
    str | None,
    typer.Option(help="Who decides; without it DATELINE_WHO, GIT_AUTHOR_NAME or the name of the user."),
]
Why = Annotated[str, typer.Option(help="The reason.")]
WhyNot = Annotated[str | None, typer.Option("--why", help="The reason.")]
When = Annotated[
    str | None,
    typer.Option(
        help="When it was decided, for decisions made elsewhere: 2031-03-06T14:30:00+02:00. Without it now."
    ),
]


def _who(given: str | None) -> str:
    named = given or os.environ.get("DATELINE_WHO") or os.environ.get("GIT_AUTHOR_NAME")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise typer.BadParameter("this user has no name; say who decides with --who") from error


def _when(given: str | None) -> datetime:
    """The moment given, or now: the only clock that Dateline asks."""
    if given is None:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"--when {given}: write 2031-03-06T14:30:00+02:00") from error
    if moment.tzinfo is None:
        raise typer.BadParameter(f"--when {given}: its time zone is missing, as in 2031-03-06T14:30:00+02:00")
    return moment


def _term(terms: type[Term], given: str, option: str) -> Term:
    try:
        return terms(given)
    except ValueError as error:
        raise typer.BadParameter(f"{option} {given}: there are {', '.join(terms)}") from error


@contextmanager
def _deciding(ledger: Path, lexicon: Path | None) -> Iterator[Ledger]:
    """A ledger in which something is decided; at the end incidents and files are made anew."""
    from dateline.ledger import Ledger
    from dateline.publishing import published_formats
    from dateline.running.linking import recompute
    from dateline.running.publishing import publish
    from dateline.running.settings import RunSettings

    path = ledger_file(ledger)
    settings = RunSettings(lexicon=lexicon)
    with Ledger.open(path, create=False) as opened:
        linker = opened.linker()
        before = opened.decisions().digest
        yield opened
        if opened.decisions().digest == before:
            return
        if linker not in (None, settings.linker):
            typer.echo(
                "This record was linked with other knowledge files or by another version of Dateline: its "
                "incidents and files are made anew by the next dateline record.",
                err=True,
            )
            return
        recompute(opened, settings)
        if formats := published_formats(path.parent):
            publish(opened, path.parent, settings, formats)
            typer.echo(f"Incidents were computed anew, and the files in {path.parent} with them.")
        else:
            typer.echo("Incidents were computed anew.")


def _tell(decision: Decision) -> None:
    from dateline.cli.words import decision_words

    typer.echo(f"{decision.id}  {decision_words(decision)}")


@decide.command()
def confirm(
    claim: Claim,
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    why: WhyNot = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Say that a claim is right: its story says so, in these words, and by this claimant."""
    from dateline.running import deciding

    with _deciding(ledger, lexicon) as opened:
        _tell(deciding.confirm(opened, claim, who=_who(who), when=_when(when), why=why))


@decide.command()
def correct(
    claim: Claim,
    field: Annotated[
        str,
        typer.Option(
            help="event, status, background, date, place, claimant, by, against, with; or toll.N, "
            "toll.N.harm, toll.N.victims, where N counts the figures that the coder found from 1."
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            help="The right value: a word of the contract; yes or no; 2031-03-06 or 2031-03-06..2031-03-08; "
            "a GeoNames number, a name, or a name with its country as in Homs, SYR; names with semicolons; "
            "7, 5-7, 5+ or -7; none for nothing."
        ),
    ],
    why: Why,
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Put another value in the place of a field of a claim; the coder's own is kept in the ledger."""
    from dateline.deciding.values import Readers
    from dateline.running import deciding

    with _deciding(ledger, lexicon) as opened:
        _tell(
            deciding.correct(
                opened,
                claim,
                field=field,
                to=to,
                who=_who(who),
                when=_when(when),
                why=why,
                readers=Readers(lexicon),
            )
        )


@decide.command()
def reject(
    claim: Claim,
    why: Why,
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Say that a claim is wrong: it leaves incidents, tolls and files, and is kept in the ledger."""
    from dateline.running import deciding

    with _deciding(ledger, lexicon) as opened:
        _tell(deciding.reject(opened, claim, who=_who(who), when=_when(when), why=why))


@decide.command()
def same(
    one: One,
    other: Other,
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    why: WhyNot = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Say that two claims or incidents are about one event. An incident stands for its claims of today."""
    from dateline.running import deciding

    with _deciding(ledger, lexicon) as opened:
        _tell(deciding.same(opened, one, other, who=_who(who), when=_when(when), why=why))


@decide.command()
def apart(
    one: One,
    other: Other,
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    why: WhyNot = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Say that two claims or incidents are about two events. An incident stands for its claims of today."""
    from dateline.running import deciding

    with _deciding(ledger, lexicon) as opened:
        _tell(deciding.apart(opened, one, other, who=_who(who), when=_when(when), why=why))


@decide.command()
def toll(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id.")],
    harm: Annotated[str, typer.Option(help="What happened to the people: killed, injured, ...")],
    best: Annotated[int, typer.Option(min=0, help="The best number.")],
    why: Why,
    low: Annotated[
        int | None, typer.Option(min=0, help="The lowest number; the best one if not given.")
    ] = None,
    high: Annotated[
        int | None, typer.Option(min=0, help="The highest number; the best one if not given.")
    ] = None,
    victims: Annotated[
        str | None, typer.Option(help="Which people: civilian, ...; all together if not given.")
    ] = None,
    open_high: Annotated[bool, typer.Option("--open-high", help="Nobody knows a highest number.")] = False,
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Set how many people of an incident came to a harm; what its claims add up to stays in the rule."""
    from dateline.model import Harm, Victims
    from dateline.running import deciding

    if open_high and high is not None:
        raise typer.BadParameter("give --high or --open-high, not both")
    with _deciding(ledger, lexicon) as opened:
        _tell(
            deciding.set_toll(
                opened,
                incident,
                harm=_term(Harm, harm, "--harm"),
                victims=None if victims is None else _term(Victims, victims, "--victims"),
                low=best if low is None else low,
                best=best,
                high=None if open_high else best if high is None else high,
                who=_who(who),
                when=_when(when),
                why=why,
            )
        )


@decide.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="A decision's id, as list gives it.")],
    ledger: LedgerPath = Path("build/record"),
    who: Who = None,
    why: WhyNot = None,
    when: When = None,
    lexicon: Lexicon = None,
) -> None:
    """Take a decision back, by a further row; undoing the undo brings it back."""
    from dateline.running import deciding

    with _deciding(ledger, lexicon) as opened:
        _tell(deciding.undo(opened, decision, who=_who(who), when=_when(when), why=why))


@decide.command(name="list")
def list_decisions(
    ledger: LedgerPath = Path("build/record"),
    open_only: Annotated[bool, typer.Option("--open", help="Only those that need another look.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines for a pipe instead of text.")] = False,
) -> None:
    """List the decisions, each with how it stands.

    One holds, or was undone, or was replaced by a later one, or needs another look, since what it speaks of
    is no longer what the person saw: such a one is not applied.
    """
    from dateline.cli.words import standing_lines
    from dateline.deciding import Condition
    from dateline.ledger import Ledger
    from dateline.model.decisionform import decision_to_json
    from dateline.model.jsonform import json_line

    with Ledger.open(ledger_file(ledger), create=False) as opened:
        for standing in opened.standings():
            if open_only and standing.condition is not Condition.ANOTHER_LOOK:
                continue
            if as_json:
                told = {"condition": str(standing.condition), "why": standing.why or None}
                typer.echo(json_line(decision_to_json(standing.decision) | told))
                continue
            for line in standing_lines(standing):
                typer.echo(line)


@decide.command(name="export")
def export_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write, or - for standard output.")
    ],
    ledger: LedgerPath = Path("build/record"),
) -> None:
    """Write every decision as a line of JSON, in order of time; undone ones and undos too."""
    from dateline.errors import InputError
    from dateline.ledger import Ledger
    from dateline.publishing.atomic import write_whole
    from dateline.running.deciding import export_decisions

    with Ledger.open(ledger_file(ledger), create=False) as opened:
        if str(file) == "-":
            for line in export_decisions(opened):
                typer.echo(line, nl=False)
            return
        try:
            write_whole(file, export_decisions(opened))
        except OSError as error:
            raise InputError(f"{file}: cannot be written ({error.strerror})") from error


@decide.command(name="import")
def import_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file that export wrote, or - for standard input.")
    ],
    ledger: LedgerPath = Path("build/record"),
    lexicon: Lexicon = None,
) -> None:
    """Add the decisions of a file, all or none; those that the ledger has already are passed over."""
    import sys

    from dateline.running.deciding import import_decisions, read_lines

    with _deciding(ledger, lexicon) as opened:
        lines = sys.stdin.read().split("\n") if str(file) == "-" else read_lines(file)
        added = import_decisions(opened, lines, str(file))
        typer.echo(f"{len(added)} decision(s) added, {sum(map(bool, lines)) - len(added)} known already")
