"""`dateline show`: a story with its claims marked, a claim, or an incident with every claim and quote."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import LedgerPath, ledger_file

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.ledger import Ledger
    from dateline.model import Claim, Incident, Story


def show(
    what: Annotated[
        str,
        typer.Argument(metavar="STORY|CLAIM|INCIDENT", help="The id of a story, a claim or an incident."),
    ],
    ledger: LedgerPath = Path("build/record"),
    as_json: Annotated[bool, typer.Option("--json", help="JSON for a pipe instead of text.")] = False,
) -> None:
    """Print a story with its claims marked, a claim, or an incident with every claim, claimant and quote.

    With what people decided of them. An incident that was merged or split since leads to its successors.
    """
    from rich.console import Console

    from dateline.errors import NotFoundError
    from dateline.ledger import Ledger

    console = Console()
    with Ledger.open(ledger_file(ledger), create=False) as opened:
        missing = []
        try:
            return _show_incident(opened, opened.incident(what), console, as_json)
        except NotFoundError as error:
            missing.append(str(error))
        try:
            return _show_story(opened, opened.story(what), console, as_json)
        except NotFoundError as error:
            missing.append(str(error))
        if (followed := opened.successors(what)) is not None:
            return _show_successors(opened, what, followed, console, as_json)
        try:
            return _show_claim(opened, opened.coded_claim(what), console, as_json)
        except NotFoundError as error:
            raise NotFoundError("; ".join([*missing, str(error)])) from error


def _show_story(ledger: Ledger, story: Story, console: Console, as_json: bool) -> None:
    from dateline.cli.decided import print_standings, standings_json, standings_on

    claims = list(ledger.claims(story.id))
    decided = standings_on(ledger, [claim.id for claim in ledger.coded_claims(story.id)])
    if as_json:
        from dateline.model.jsonform import claim_to_json

        _print_json(
            {
                "story": story.id,
                "outlet": story.outlet,
                "title": story.title,
                "published": story.published.isoformat() if story.published else None,
                "url": story.url,
                "text": story.text,
                "claims": [claim_to_json(claim) for claim in claims],
                "decisions": standings_json(decided),
            }
        )
        return
    from rich.markup import escape
    from rich.text import Text

    console.print(
        f"[bold]{escape(story.id)}[/bold]  {_source(story)}",
        highlight=False,
    )
    text = Text(story.text)
    for claim in claims:
        text.stylize(STYLES[str(claim.status)], claim.quote.start, claim.quote.end)
    for claim in claims:
        text.stylize("bold reverse", claim.event.trigger.start, claim.event.trigger.end)
        for toll in claim.tolls:
            text.stylize("bold red", toll.mention.start, toll.mention.end)
        if claim.attribution:
            text.stylize("bold cyan", claim.attribution.source.start, claim.attribution.source.end)
    console.print(text)
    console.print()
    for number, claim in enumerate(claims, 1):
        _print_claim(console, claim, number)
    print_standings(console, decided)


def _show_claim(ledger: Ledger, coded: Claim, console: Console, as_json: bool) -> None:
    """The claim as people decided it to be, and as the coder made it where that is another."""
    from dateline.cli.decided import print_standings, standings_json, standings_on
    from dateline.deciding import claim_digest

    claim = ledger.decisions().apply(coded)
    decided = standings_on(ledger, [coded.id])
    if as_json:
        from dateline.model.jsonform import claim_to_json

        _print_json(
            {
                **claim_to_json(claim or coded),
                "rejected": claim is None,
                "as_coded": claim_to_json(coded),
                "decisions": standings_json(decided),
            }
        )
        return
    from rich.markup import escape

    source = ledger.story(coded.story)
    console.print(f"[bold underline]{_source(source)}, {escape(coded.story)}[/]", highlight=False)
    _print_claim(console, claim or coded, 1)
    if claim is None:
        console.print("Rejected: in no incident and no file.", highlight=False)
    elif claim_digest(claim) != claim_digest(coded):
        console.print("As the coder made it:", highlight=False)
        _print_claim(console, coded, 1)
    print_standings(console, decided)


def _show_successors(
    ledger: Ledger, incident: str, followed: Sequence[str], console: Console, as_json: bool
) -> None:
    from dateline.cli.decided import print_successors

    if as_json:
        _print_json({"incident": incident, "current": False, "successors": list(followed)})
        return
    print_successors(ledger, incident, followed, console)


STYLES = {
    "asserted": "underline",
    "denied": "underline magenta",
    "negated": "underline magenta",
    "planned": "underline yellow",
    "threatened": "underline yellow",
    "hypothetical": "underline yellow",
}


def _source(story: Story) -> str:
    from rich.markup import escape

    return f"{escape(story.outlet or 'outlet unknown')}, {story.published or 'date unknown'}"


def _print_claim(console: Console, claim: Claim, number: int) -> None:
    from rich.markup import escape

    from dateline.cli.words import days_words, place_words, toll_words

    who = (
        "the outlet itself"
        if claim.attribution is None
        else (claim.attribution.name or claim.attribution.source.text)
    )
    kind = f" ({claim.attribution.kind})" if claim.attribution and claim.attribution.kind else ""
    marks = [str(claim.status)] * (claim.status != "asserted") + ["background"] * claim.background
    told = f"  ({', '.join(marks)})" if marks else ""
    console.print(f"[bold]{number}. {claim.event.type}[/bold]  {escape(who)}{kind}{told}", highlight=False)
    console.print(f"   “{escape(claim.quote.text)}”", highlight=False)
    console.print(
        f"   where: {escape(place_words(claim.place))}   when: {days_words(claim.date)}", highlight=False
    )
    for actor in claim.actors:
        name = f" = {actor.name}" if actor.name else ""
        console.print(f"   {actor.role}: {escape(actor.mention.text + name)}", highlight=False)
    for toll in claim.tolls:
        console.print(f"   {escape(toll_words(toll))}: “{escape(toll.mention.text)}”", highlight=False)
    console.print(
        f"   [dim]{claim.id}  incident {claim.incident or '—'}  rule {escape(claim.rule)}[/dim]",
        highlight=False,
    )


def _show_incident(ledger: Ledger, incident: Incident, console: Console, as_json: bool) -> None:
    from dateline.cli.decided import print_standings, standings_json, standings_on

    claims = [ledger.claim(claim) for claim in incident.claims]
    decided = standings_on(ledger, [incident.id, *incident.claims])
    left = ledger.successors(incident.id)
    if as_json:
        from dateline.model.jsonform import claim_to_json, incident_to_json

        _print_json(
            {
                **incident_to_json(incident),
                "claims_in_full": [claim_to_json(claim) for claim in claims],
                "decisions": standings_json(decided),
                "successors": list(left or ()),
            }
        )
        return
    from rich.markup import escape

    from dateline.cli.words import days_words, place_words, range_words

    console.print(f"[bold]{incident.id}[/bold]  {incident.event}", highlight=False)
    console.print(
        f"where: {escape(place_words(incident.place))}   when: {days_words(incident.date)}", highlight=False
    )
    for actor in incident.actors:
        console.print(f"{actor.role}: {escape(actor.name or actor.mention.text)}", highlight=False)
    stories = len({claim.story for claim in claims})
    voices = incident.independent_sources
    console.print(
        f"{incident.grade}; {stories} {'story' if stories == 1 else 'stories'}, "
        f"{voices} independent {'source' if voices == 1 else 'sources'}; "
        f"disputed: {', '.join(incident.disputed) or 'nothing'}",
        highlight=False,
    )
    tolls = [(f"{toll.harm}, over all victims", toll) for toll in incident.overall]
    tolls += [(f"{toll.harm}, {toll.victims}", toll) for toll in incident.tolls]
    for name, toll in tolls:
        console.print(
            f"[bold]{name}: {range_words(toll.low, toll.best, toll.high)}[/bold]",
            highlight=False,
        )
        console.print(f"   {escape(toll.rule)}", highlight=False)
    console.print()
    story = ""
    for number, claim in enumerate(claims, 1):
        if claim.story != story:
            story = claim.story
            source = ledger.story(story)
            console.print(
                f"[bold underline]{_source(source)}, {escape(story)}[/]",
                highlight=False,
            )
        _print_claim(console, claim, number)
    if left:
        console.print(
            f"Claims that once were of it are now of {', '.join(left)}.", highlight=False, markup=False
        )
    print_standings(console, decided)


def _print_json(value: object) -> None:
    sys.stdout.buffer.write(
        (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")
    )
    sys.stdout.buffer.flush()
