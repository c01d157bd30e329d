"""Where the event that a verb tells of took place: Halterman's corpus of sentences.

    python benchmarks/event_location.py FOLDER [--half odd|even] [--errors N] [--json]

FOLDER holds gold.jsonl: sentences in the form of the annotation tool Prodigy, with a span VERB and the spans
LOCATION of the place of its event, or none. Andrew Halterman, "Geolocating Political Events in Text", 2019:
https://github.com/ahalterman/mordecai_event_geolocation, MIT licence.

The place is what `dateline code` gives to a claim of that verb: the claim that the verb is of, else one made
with the verb for its trigger. A claim has one place; where several are annotated each of them is right.

"right" is the place word for word, or rightly none; "overlapping" takes any common character for right.
"place" counts the places alone: precision over those given, recall over the sentences that have one.
"rightly none" and "rightly some" are the shares right of the sentences without and with an annotated place;
"of several" of those with more than one. "accepted" counts only the sentences whose answer is "accept": the
others have null for an answer, hold places and none in the same way, and are counted alike. A LOCATION
without a letter, or of one or two inside a word ("Thousand[s]"), is a slip of the annotator's hand and taken
for none. `--half` takes every other sentence by its line: mistakes were read in the odd half only.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.anchors import Anchor
from dateline.coding.coder import RuleCoder
from dateline.coding.drafting import draft_claim
from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.coding.groups import Group
from dateline.coding.sentence_reader import SentenceReader
from dateline.coding.speeches import StorySpeeches
from dateline.coding.story_events import with_events
from dateline.coding.tokens import ParsedStory
from dateline.model import EventType, Status, Story
from dateline.ontology.english import English, load_english
from dateline.ontology.event_types import load_event_types
from dateline.resolving.claims import Resolver
from runner import Measured, Row, Sides, parser, present, rows, run

GOLD = "gold.jsonl"
HALVES = ("odd", "even")
Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, its verb and the places of its event."""

    line: int
    text: str
    verb: Chars
    places: tuple[Chars, ...]
    accepted: bool


def read_items(source: Sequence[Row]) -> Iterator[Item]:
    """The sentences that have a verb."""
    for line, row in enumerate(source, 1):
        text = row["text"]
        spans = {
            label: [(s["start"], s["end"]) for s in row["spans"] if s["label"] == label]
            for label in ("VERB", "LOCATION")
        }
        places = tuple(span for span in spans["LOCATION"] if is_words(text, span))
        for verb in spans["VERB"][:1]:
            yield Item(line, text, verb, places, row["answer"] == "accept")


def is_words(text: str, span: Chars) -> bool:
    """Whether a span holds whole words."""
    start, end = span
    inside = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
    return text[start:end].strip() != "" and not (inside and end - start <= 2)


class VerbPlacer:
    """The place that a claim of a given verb has."""

    def __init__(self) -> None:
        self.coder = RuleCoder(everything=True)
        self._english: English = load_english()
        self._kinds = load_event_types()
        self._reader = SentenceReader(self._english, self._kinds)
        self._resolver = Resolver.load()

    def place(self, parsed: ParsedStory, verb: Chars) -> Chars | None:
        """Start and end of the place's words."""
        speeches = StorySpeeches(parsed.sentences, self._english)
        draft = self._draft(parsed, speeches, verb)
        if draft is None:
            return None
        draft = draft._replace(reference=False)
        (with_event,) = with_events([draft], self._kinds)
        coded = CodedStory(parsed, tuple(speeches.speeches), (with_event,))
        for claim in self._resolver.resolve(coded):
            if claim.place is not None and claim.place.mention is not None:
                return claim.place.mention.start, claim.place.mention.end
        return None

    def _draft(self, parsed: ParsedStory, speeches: StorySpeeches, verb: Chars) -> DraftClaim | None:
        for sentence, cues in zip(parsed.sentences, speeches.cues, strict=True):
            at = next((t.i for t in sentence.tokens if t.start <= verb[0] < t.end), None)
            if at is None or not sentence.read:
                continue
            groups = self._reader.groups(sentence, cues)
            own = next((group for group in groups if _is_of(group, at)), None) or _alone(at)
            return draft_claim(
                sentence,
                own,
                groups,
                cues=cues,
                speech=speeches.speech_of(sentence, own),
                english=self._english,
            )
        return None


def _is_of(group: Group, at: int) -> bool:
    """Whether the verb is the group's trigger or its word of harm."""
    harms = any(harm.first <= at <= harm.last for harm in group.harms)
    return group.anchors_at(at) or harms or any(toll.harm_at == at for toll in group.tolls)


def _alone(at: int) -> Group:
    """A claim of a verb that the lexicon does not know, or takes for another's."""
    event = EventType.UNSPECIFIED_VIOLENCE
    anchor = Anchor(at, at, event, "verb", "given", definite=False)
    return Group(event, None, anchors=[anchor], rule="given", forced=Status.ASSERTED)


def score(item: Item, found: Chars | None, to: Measured) -> None:
    """Add one sentence."""
    exact = found in item.places if found is not None else not item.places
    near = any(found[0] < end and start < found[1] for start, end in item.places) if found else exact
    to.right("right", exact)
    to.right("overlapping", near)
    to.right("rightly some" if item.places else "rightly none", exact)
    if len(item.places) > 1:
        to.right("of several", exact)
    if item.accepted:
        to.right("accepted", exact)
    given, wanted = found is not None, bool(item.places)
    to.agreements["place"] += Sides(exact and given, given, exact and given, wanted)
    to.agreements["place, overlapping"] += Sides(near and given, given, near and given, wanted)
    if not exact:
        kind = "none given" if not given else "another given" if item.places else "should be none"
        to.wrong(kind, f"{item.line} {'' if item.accepted else '(no answer) '}{marked(item, found)}")


def marked(item: Item, found: Chars | None) -> str:
    """The text with <verb>, [right place] and {place given}."""
    marks = [(item.verb, "<>"), *((place, "[]") for place in item.places)]
    marks += [(found, "{}")] if found else []
    cuts = sorted([(end, 0, pair[1]) for (_, end), pair in marks] + [(a, 1, p[0]) for (a, _), p in marks])
    told, last = "", 0
    for at, _, mark in cuts:
        told, last = told + item.text[last:at] + mark, at
    return told + item.text[last:]


def measure(options: argparse.Namespace) -> Measured:
    """Parse and place all sentences of the half."""
    (path,) = present(options.folder, GOLD)
    items = [
        item
        for item in read_items(list(rows(path)))
        if options.half is None or HALVES[1 - item.line % 2] == options.half
    ]
    measured, placer = Measured(), VerbPlacer()
    measured.counts["sentences"] = len(items)
    stories = (Story(str(item.line), item.text) for item in items)
    for item, parsed in zip(items, placer.coder.parser.parse(stories), strict=True):
        score(item, placer.place(parsed, item.verb), measured)
    return measured


if __name__ == "__main__":
    options = parser(__doc__, claims=False)
    options.add_argument("--half", choices=HALVES, help="every other sentence")
    sys.exit(run(options.parse_args(), measure))
