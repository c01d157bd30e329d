"""Measure who says what against PolNeAR: political news with source, cue and content of every attribution.

    python benchmarks/polnear.py FOLDER [--errors N] [--json]

FOLDER holds stories.jsonl and gold.jsonl, whose attributions are lists of spans [start, end]. Coded are
the speeches of `dateline.coding.speeches`, with the content that each reaches over. PolNeAR also annotates
beliefs, plans, wishes and documents, in all 2,000 ways of wording them; Dateline looks for what is said.

A speech and an attribution are a pair, one to one, when their cues share a character; of several the pair
whose sources also do. Then, for pairs:

cue, source, content
    Right when the two share a character. Precision is over speeches (those with a source, for sources),
    recall over attributions (those with one).
... most
    Right when what they share is at least half of each.
... exact
    Right when first and last character are the same, quotation marks, punctuation and white space at
    the ends aside. A content in several pieces counts from its first to its last.
plain cues
    Share of the attributions told with say, tell, add or according to whose cue and source are found.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.coder import RuleCoder
from dateline.coding.quoting import open_quotes, speaking_sentence
from dateline.coding.speeches import StorySpeeches
from dateline.coding.tokens import ParsedStory
from dateline.ontology.english import English, load_english
from likeness import pair_up
from runner import STORIES, Measured, Row, Sides, parser, present, read_stories, rows, run

GOLD = "gold.jsonl"
PLAIN = re.compile(
    r"\b(sa(y|ys|id|ying)|t(ell|ells|old|elling)|add(s|ed|ing)?|according to)\b", re.IGNORECASE
)
EDGES = " \t\n\u00a0\"'“”‘’«».,;:!?()[]-–—―"

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution, coded or annotated: pieces of the text as first and last character + 1."""

    cue: tuple[Piece, ...]
    source: tuple[Piece, ...]
    content: tuple[Piece, ...]


PARTS = ("cue", "source", "content")


def characters(pieces: Sequence[Piece]) -> set[int]:
    """The places of all characters of the pieces."""
    return {place for start, end in pieces for place in range(start, end)}


def edges(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """First and last character + 1 of the pieces together, what stands at the edges aside."""
    if not pieces:
        return None
    start, end = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end


def annotated(row: Row) -> list[Attributed]:
    """The attributions of one line of the gold that have a cue."""
    found = [
        Attributed(*(tuple((start, end) for start, end in each.get(part, ())) for part in PARTS))
        for each in row["attributions"]
    ]
    return [each for each in found if each.cue]


def speeches(parsed: ParsedStory, english: English) -> list[Attributed]:
    """The speeches of a parsed story, with quotations that run on over sentences."""
    sentences = parsed.sentences
    all_cues = StorySpeeches(sentences, english).cues
    quotes = open_quotes(sentences)
    runs_on: dict[tuple[int, int], list[Piece]] = {}
    for sentence in sentences:
        if any(cue.has_source for cue in all_cues[sentence.index]):
            continue
        speaking = speaking_sentence(sentences, all_cues, quotes, sentence.index)
        if speaking:
            piece = (sentence.tokens[0].start, sentence.tokens[-1].end)
            runs_on.setdefault((speaking[0], speaking[1].cue), []).append(piece)
    found = []
    for sentence, cues in zip(sentences, all_cues, strict=True):
        for cue in cues:
            pieces = [(cue.cue, cue.cue_last)]
            pieces += [(cue.source_first, cue.source_last)] if cue.has_source else []
            said = cue.content_first <= cue.content_last
            spans = [sentence.span(first, last) for first, last in pieces]
            content = [sentence.span(cue.content_first, cue.content_last)] if said else []
            found.append(
                Attributed(
                    cue=((spans[0].start, spans[0].end),),
                    source=tuple((span.start, span.end) for span in spans[1:]),
                    content=(
                        *((span.start, span.end) for span in content),
                        *runs_on.get((sentence.index, cue.cue), ()),
                    ),
                )
            )
    return found


def _like(gold: Attributed, speech: Attributed) -> float | None:
    if not characters(gold.cue) & characters(speech.cue):
        return None
    return 1.0 + bool(characters(gold.source) & characters(speech.source))


def agreement(text: str, one: Sequence[Piece], other: Sequence[Piece]) -> Iterator[str]:
    """How two parts agree: "", "most" and "exact", those that hold."""
    ours, theirs = characters(one), characters(other)
    shared = len(ours & theirs)
    if not shared:
        return
    yield ""
    if 2 * shared >= max(len(ours), len(theirs)):
        yield " most"
    if edges(text, one) == edges(text, other):
        yield " exact"


def score(text: str, golds: Sequence[Attributed], told: Sequence[Attributed], to: Measured) -> None:
    """Add one story's speeches to what was measured."""
    pairs = pair_up(golds, told, _like)
    for part in PARTS:
        coded = sum(bool(getattr(speech, part)) for speech in told)
        gold = sum(bool(getattr(each, part)) for each in golds)
        for how in ("", " most", " exact"):
            to.agreements[part + how] += Sides(0, coded, 0, gold)
        for i, j in pairs.items():
            ours, theirs = getattr(told[j], part), getattr(golds[i], part)
            for how in agreement(text, ours, theirs):
                to.agreements[part + how] += Sides(right=1, found=1)
            if theirs and not characters(ours) & characters(theirs):
                to.wrong(f"{part} wrong", f"{shown(text, ours)!r} not {shown(text, theirs)!r}")
    for i, each in enumerate(golds):
        cue = shown(text, each.cue)
        hit = i in pairs and bool(characters(told[pairs[i]].source) & characters(each.source))
        if PLAIN.search(cue) and each.source:
            to.right("plain cues", hit)
        if i not in pairs:
            to.wrong("cue missed", f"{cue!r} by {shown(text, each.source)!r} | {around(text, each.cue)}")
    for j, speech in enumerate(told):
        if j not in pairs.values():
            by = shown(text, speech.source)
            to.wrong("cue spurious", f"{shown(text, speech.cue)!r} by {by!r} | {around(text, speech.cue)}")


def shown(text: str, pieces: Sequence[Piece]) -> str:
    """The words of the pieces, cut short."""
    return " … ".join(text[start:end] for start, end in pieces)[:120]


def around(text: str, pieces: Sequence[Piece]) -> str:
    """The words about the pieces."""
    start, end = pieces[0]
    return text[max(start - 70, 0) : end + 70]


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and score."""
    told, gold = present(options.folder, STORIES, GOLD)
    annotations = {row["story"]: annotated(row) for row in rows(gold)}
    english = load_english(None)
    measured = Measured()
    for parsed in RuleCoder(everything=True).parser.parse(read_stories(told)):
        story = parsed.story
        measured.counts["stories"] += 1
        score(story.text, annotations.get(story.id, []), speeches(parsed, english), measured)
    return measured


if __name__ == "__main__":
    sys.exit(run(parser(__doc__, claims=False).parse_args(), measure))
