"""What comes out of FA-KES, news on the war in Syria from all sides, and whether it holds together.

    python benchmarks/fakes.py FOLDER [--errors N] [--json] [--claims FILE]

FOLDER holds stories.jsonl, whose `governorate` is the only annotation: nothing else says what is right, so
this counts what is there.

counts
    Stories, those with claims, claims, numbers of people (by harm), claims by event type; and violations of
    what must hold for every claim, whatever the story (see `violations`).
shares
    Of the stories, those with claims, and those whose most frequent governorate is the annotated one. Of
    the claims, those with a claimant, a place, a place finer than a country, a day, a perpetrator; of those
    with a governorate, those with the annotated one. Of the numbers, those of known victims and exact ones.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dateline.errors import SpanError
from dateline.model import Claim, Role, Status, Story, Toll, Victims
from likeness import plain_words
from runner import STORIES, CodedStories, Measured, coded, parser, present, read_stories, run

# How FA-KES writes the governorates, and how GeoNames does. Damascus stands for its countryside too.
GOVERNORATES = {
    "damascus": {"damascus", "rif dimashq"},
    "daraa": {"daraa"},
    "deir ezzor": {"deir ez zor"},
    "hasakeh": {"hasakah", "al hasakah"},
    "lattakia": {"latakia"},
    "raqqa": {"raqqa", "ar raqqah"},
    "tartous": {"tartus"},
}
NUMERAL = re.compile(r"\d[\d,]*(?![\d,]*-year)")  # "a 10-year-old girl" is one


def same_governorate(annotated: str, admin1: str) -> bool:
    """Whether a first-level division is the annotated governorate."""
    return " ".join(plain_words(admin1)) in GOVERNORATES.get(annotated, {annotated})


def violations(claim: Claim, story: Story) -> Iterator[tuple[str, str]]:
    """What must hold for every claim and does not: its name, and the words."""
    for name, span in claim.spans():
        try:
            span.check(story.text)
        except SpanError as error:
            yield "span not in the text", f"{name}: {error}"
    if not claim.quote.covers(claim.event.trigger):
        yield "trigger outside the quote", claim.event.trigger.text
    for toll in claim.tolls:
        yield from toll_violations(toll, claim)
    when = claim.date
    if when and when.earliest and when.latest and when.earliest > when.latest:
        yield "last day before the first", f"{when.earliest} to {when.latest}"


def toll_violations(toll: Toll, claim: Claim) -> Iterator[tuple[str, str]]:
    """The same for a number of people."""
    words = toll.mention.text
    if not claim.quote.covers(toll.mention):
        yield "number outside the quote", words
    if toll.low is None and toll.high is None:
        return
    if (toll.low or 0) < 0 or (toll.high is not None and toll.high < (toll.low or 0)):
        yield "high below low", f"{words}: {toll.low} to {toll.high}"
    numerals = [int(found.replace(",", "")) for found in NUMERAL.findall(words)]
    if len(numerals) == 1 and numerals[0] > max(toll.low or 0, toll.high or 0):
        yield "less than the numeral", f"{words}: {toll.low} to {toll.high}"
    wholes = [max(t.low or 0, t.high or 0) for t in claim.tolls if t.harm is toll.harm and not t.subset]
    if toll.subset and wholes and (toll.low or 0) > max(wholes):
        yield "part above its whole", words


def describe(claim: Claim, story: Story, annotated: str, to: Measured) -> None:
    """Add what the claim says to the counts and shares."""
    to.right("claims with a claimant", claim.attribution is not None)
    to.right("claims with a place", claim.place is not None)
    to.right("claims with a finer place", claim.place is not None and claim.place.precision < 6)
    to.right("claims with a day", bool(claim.date and claim.date.earliest))
    to.right("claims with a perpetrator", any(actor.role is Role.BY for actor in claim.actors))
    to.right("claims asserted", claim.status is Status.ASSERTED)
    to.right("claims of older context", claim.background)
    if claim.status is Status.ASSERTED and story.published and claim.date and claim.date.earliest:
        to.right("claims later than published", claim.date.earliest > story.published)
    if annotated and claim.place and claim.place.admin1:
        to.right("claims in the governorate", same_governorate(annotated, claim.place.admin1))
    for toll in claim.tolls:
        to.right("numbers of known victims", toll.victims is not Victims.UNKNOWN)
        to.right("numbers that are exact", toll.low == toll.high)


def count(counts: Counter[str], kind: str, names: Iterable[str]) -> None:
    """Add how many there are of each name, the most frequent first."""
    counts.update({f"{kind}: {name}": number for name, number in Counter(names).most_common()})


def main_governorate(claims: Sequence[Claim]) -> str | None:
    """The first-level division that most claims are in; of equals, the one told first."""
    told = Counter(c.place.admin1 for c in claims if c.place and c.place.admin1)
    return told.most_common(1)[0][0] if told else None


def score(stories: CodedStories) -> Measured:
    """Count over coded stories."""
    measured = Measured()
    told = [claim for _, claims in stories for claim in claims]
    measured.counts["stories"] = len(stories)
    measured.counts["stories with claims"] = sum(bool(claims) for _, claims in stories)
    measured.counts["claims"] = len(told)
    count(measured.counts, "event", (claim.event.type for claim in told))
    measured.counts["numbers of people"] = sum(len(claim.tolls) for claim in told)
    count(measured.counts, "number", (toll.harm for claim in told for toll in claim.tolls))
    broken = [(s, c, *found) for s, claims in stories for c in claims for found in violations(c, s)]
    measured.counts["violations"] = len(broken)
    count(measured.counts, "violation", (name for *_, name, _ in broken))
    for story, claim, name, words in broken:
        measured.wrong(name, f"{story.id} {words} | {claim.quote.text[:160]}")
    for story, claims in stories:
        annotated = str(story.extra.get("governorate") or "")
        measured.right("stories with claims", bool(claims))
        main = main_governorate(claims)
        if annotated:
            measured.right("stories' governorate", bool(main and same_governorate(annotated, main)))
            if main and not same_governorate(annotated, main):
                measured.wrong("governorate", f"{story.id} {annotated} not {main} | {story.title}")
        for claim in claims:
            describe(claim, story, annotated, measured)
    return measured


def measure(options: argparse.Namespace) -> Measured:
    """Read, code and count."""
    (told,) = present(options.folder, STORIES)
    return score(coded(read_stories(told), options.claims))


if __name__ == "__main__":
    sys.exit(run(parser(__doc__).parse_args(), measure))
