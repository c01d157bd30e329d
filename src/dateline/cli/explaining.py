"""`dateline explain`: where each field of a claim came from, so that an analyst can mend the lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import LedgerPath, Lexicon, Model, ledger_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from dateline.coding.tokens import Sentence
    from dateline.model import Claim, Span, Story


def explain(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="A claim's id, as show and claims.jsonl give it.")
    ],
    ledger: LedgerPath = Path("build/record"),
    lexicon: Lexicon = None,
    model: Model = None,
) -> None:
    """Print a claim's sentence with its parse, the rule that coded it, and what each field came from.

    The sentence is parsed anew: give the --lexicon and --model that the record was made with.
    """
    from rich.console import Console

    from dateline.coding.coder import RuleCoder
    from dateline.coding.parsing import DEFAULT_MODEL
    from dateline.ledger import Ledger

    path = ledger_file(ledger)
    with Ledger.open(path, create=False) as opened:
        found = opened.coded_claim(claim)
        story = opened.story(found.story)
    sentence = None
    for everything in (False, True):  # a sentence that is passed over was read with --everything
        coder = RuleCoder(lexicon, model or DEFAULT_MODEL, everything=everything)
        parsed = next(iter(coder.parser.parse([story])))
        told = (s for s in parsed.sentences if s.read and s.start <= found.event.trigger.start < s.end)
        if (sentence := next(told, None)) is not None:
            break
    console = Console()
    console.print(f"claim {found.id} of story {story.id}, coded by", highlight=False)
    for step in _steps(found.rule):
        console.print(f"   {step}", highlight=False, markup=False)
    _print_fields(console, found, story)
    if sentence is not None:
        _print_parse(console, sentence, found)


def _steps(rule: str) -> Iterator[str]:
    """The parts of a rule's name, each with the lexicon file that its entry stands in."""
    for step in rule.replace(" [", "+").rstrip("]").split("+"):
        file, _, entry = step.partition("/")
        yield f"{step}" if not entry else f"{step}   (entry in en/{file}.yaml)"


def _fields(claim: Claim) -> Iterator[tuple[str, str, Span | None]]:
    """Each field with its value and the words that it was read from; None where no words gave it."""
    from dateline.cli.words import days_words, place_words, toll_words

    yield "event", str(claim.event.type), claim.event.trigger
    yield "status", f"{claim.status}{', background' if claim.background else ''}", None
    for actor in claim.actors:
        yield (
            str(actor.role),
            f"{actor.name or '—'} ({actor.kind or 'kind unknown'}, {actor.id or 'no id'})",
            actor.mention,
        )
    for toll in claim.tolls:
        yield "toll", toll_words(toll), toll.mention
    source = claim.attribution
    who = "the outlet itself" if source is None else f"{source.name} ({source.kind or 'kind unknown'})"
    yield "claimant", who, source.source if source else None
    if source is not None and source.cue is not None:
        yield "cue", "puts it into the claimant's mouth", source.cue
    yield "place", place_words(claim.place), claim.place.mention if claim.place else None
    yield "date", days_words(claim.date), claim.date.mention if claim.date else None


def _print_fields(console: Console, claim: Claim, story: Story) -> None:
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    console.print(f"“{escape(claim.quote.text)}”", highlight=False)
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("Field", "Value", "Read from", "Where"):
        table.add_column(name, overflow="fold")
    for name, value, span in _fields(claim):
        if span is None:
            told, where = "no words of its own", ""
        else:
            inside = claim.quote.covers(span)
            told = f"“{escape(span.text)}”"
            where = f"{span.start}–{span.end}{'' if inside else ', elsewhere in the story'}"
        table.add_row(name, escape(value), told, where)
    console.print(table)
    if claim.date is not None and claim.date.mention is None:
        console.print(
            f"The day is that of the story ({story.published}): no words give the event one.", highlight=False
        )


def _print_parse(console: Console, sentence: Sentence, claim: Claim) -> None:
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="The sentence as it was parsed", title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("Word", "Lemma", "Part of speech", "Hangs on", "As", "In the claim"):
        table.add_column(name)
    spans = [(name, span) for name, span in claim.spans() if name != "quote"]
    for token in sentence.tokens:
        used = [name.partition(".")[0] for name, span in spans if span.start <= token.start < span.end]
        table.add_row(
            escape(token.text),
            escape(token.lemma),
            f"{token.pos} {token.tag}",
            escape(sentence.tokens[token.head].text),
            token.dep,
            ", ".join(used),
        )
    console.print(table)
