"""From inputs to a ledger and the published files: the main job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from dateline.deciding import Condition
from dateline.errors import DatelineError, InputError
from dateline.ledger import (
    Additions,
    Counts,
    Ledger,
    amended,
    best_attested,
    check_claims,
    counts,
    told,
    undated,
)
from dateline.model import Incident, LeftOut, Story
from dateline.publishing import USUAL, published_formats
from dateline.reading import read_inputs
from dateline.running.coding import Kept, code_and_keep
from dateline.running.linking import recompute
from dateline.running.publishing import left_behind, publish
from dateline.running.settings import RunSettings

LEDGER = "ledger.sqlite"
BATCH = 64
"""Stories that are written in one transaction."""
BEST = 25
"""Incidents that the summary of a run holds."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did and what was lacking. `held` says what the ledger holds now, `best` are the best
    attested of its incidents; `undated` are the ids of stories without a publication date;
    `another_look` counts those of the `decisions` whose claims or incidents no longer are what was seen;
    `left_behind` names published files in the folder that this run did not write."""

    read: int
    additions: Additions
    left_out: tuple[LeftOut, ...]
    held: Counts
    best: tuple[Incident, ...]
    decisions: int
    another_look: int
    undated: tuple[str, ...]
    files: tuple[Path, ...]
    left_behind: tuple[str, ...] = ()

    @property
    def reasons(self) -> Counter[str]:
        """How many inputs were left out for each reason."""
        return Counter(item.reason for item in self.left_out)


def record(
    inputs: Sequence[str],
    out: Path,
    settings: RunSettings,
    *,
    outlet: str | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
    title: str | None = None,
    formats: Sequence[str] | None = None,
) -> RunSummary:
    """Read `inputs`, code what is new, link, weigh and publish `formats` into the folder `out`: the usual
    ones when None, and with them those of which a file lies there.

    Stories that the ledger in `out` knows from the same coder are not coded again; what a person said of
    a story's outlet or day takes the place of what is read. Raises InputError
    when `out` cannot be written, LedgerError when its ledger cannot be opened.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{out}: cannot be made ({error.strerror}); name another folder with --out"
        ) from error
    left_out: list[LeftOut] = []
    found: Counter[str] = Counter()
    with Ledger.open(out / LEDGER) as ledger:
        set_by_people = told(ledger)

        def unknown() -> Iterator[Story]:
            for item in read_inputs(
                inputs, outlet=outlet, published=published, stdin=stdin, progress=progress
            ):
                if isinstance(item, LeftOut):
                    left_out.append(item)
                    continue
                found["read"] += 1
                story = amended(item, set_by_people.get(item.id, {}))
                if ledger.known(story, settings.coder):
                    found["known"] += 1
                else:
                    yield story

        coded = _checked(code_and_keep(unknown(), settings), left_out)
        added = Additions()
        while batch := list(islice(coded, BATCH)):
            drafts = {item.story.id: item.drafts for item in batch if item.drafts is not None}
            added += ledger.add(
                [(item.story, item.claims) for item in batch], coder=settings.coder, drafts=drafts
            )
        recompute(ledger, settings)
        ledger.keep_report(title, left_out)
        chosen = [*USUAL, *published_formats(out)] if formats is None else formats
        files = publish(ledger, out, settings, chosen)
        return RunSummary(
            read=found["read"],
            additions=replace(added, unchanged=added.unchanged + found["known"]),
            left_out=tuple(left_out),
            held=counts(ledger),
            best=best_attested(ledger, BEST),
            decisions=len(ledger.decisions().rows),
            another_look=sum(one.condition is Condition.ANOTHER_LOOK for one in ledger.standings()),
            undated=undated(ledger),
            files=(out / LEDGER, *files),
            left_behind=tuple(left_behind(out, files)),
        )


def _checked(coded: Iterator[Kept | LeftOut], left_out: list[LeftOut]) -> Iterator[Kept]:
    """What the ledger will take; a story whose claims do not stand up is left out alone."""
    for item in coded:
        if isinstance(item, LeftOut):
            left_out.append(item)
            continue
        try:
            check_claims(item.story, item.claims)
        except DatelineError as error:
            place = item.story.location or item.story.id
            left_out.append(LeftOut(place, "claims-refused", str(error)))
            continue
        yield item
