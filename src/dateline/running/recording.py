"""From inputs to a ledger and the published files: the main job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from dateline.errors import DatelineError, InputError
from dateline.ledger import Additions, Ledger, check_claims
from dateline.linking import find_lineages, link_claims, load_linking_settings
from dateline.model import Claim, Incident, LeftOut, Story
from dateline.publishing import write_outputs
from dateline.reading import read_inputs
from dateline.running.coding import code_stories
from dateline.running.settings import RunSettings
from dateline.weighing import build_incidents, disputed_tolls, load_weighing_settings

LEDGER = "ledger.sqlite"
BATCH = 64
"""Stories that are written in one transaction."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did and what was lacking. `undated` are the ids of stories without a publication date."""

    read: int
    additions: Additions
    left_out: tuple[LeftOut, ...]
    stories: int
    claims: int
    incidents: tuple[Incident, ...]
    disputed: int
    undated: tuple[str, ...]
    files: tuple[Path, ...]

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
) -> RunSummary:
    """Read `inputs`, code what is new, link, weigh and publish into the folder `out`.

    Stories that the ledger in `out` knows from the same coder are not coded again. Raises InputError
    when `out` cannot be written, LedgerError when its ledger cannot be opened.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{out}: cannot be made ({error.strerror}); name another folder with --out"
        ) from error
    left_out: list[LeftOut] = []
    counts: Counter[str] = Counter()
    with Ledger.open(out / LEDGER) as ledger:

        def unknown() -> Iterator[Story]:
            for item in read_inputs(
                inputs, outlet=outlet, published=published, stdin=stdin, progress=progress
            ):
                if isinstance(item, LeftOut):
                    left_out.append(item)
                    continue
                counts["read"] += 1
                if ledger.known(item, settings.coder):
                    counts["known"] += 1
                else:
                    yield item

        coded = _checked(code_stories(unknown(), settings), left_out)
        added = Additions()
        while batch := list(islice(coded, BATCH)):
            added += ledger.add(batch, coder=settings.coder)
        if not ledger.linked(settings.linker):
            _link(ledger, settings)
        full = replace(ledger.record(), left_out=tuple(left_out))
        files = write_outputs(full, out, title=title, knowledge=settings.lexicon)
        undated = tuple(story.id for story in ledger.stories() if story.published is None)
        return RunSummary(
            read=counts["read"],
            additions=replace(added, unchanged=added.unchanged + counts["known"]),
            left_out=tuple(left_out),
            stories=len(full.stories),
            claims=len(full.claims),
            incidents=full.incidents,
            disputed=disputed_tolls(full.incidents),
            undated=undated,
            files=(out / LEDGER, *files),
        )


def _checked(
    coded: Iterator[tuple[Story, list[Claim]] | LeftOut], left_out: list[LeftOut]
) -> Iterator[tuple[Story, list[Claim]]]:
    """What the ledger will take; a story whose claims do not stand up is left out alone."""
    for item in coded:
        if isinstance(item, LeftOut):
            left_out.append(item)
            continue
        story, claims = item
        try:
            check_claims(story, claims)
        except DatelineError as error:
            left_out.append(LeftOut(story.location or story.id, "claims-refused", str(error)))
            continue
        yield story, claims


def _link(ledger: Ledger, settings: RunSettings) -> None:
    linking = load_linking_settings(settings.lexicon)
    weighing = load_weighing_settings(settings.lexicon)
    lineages = find_lineages(ledger.stories(), linking)
    full = ledger.record()
    membership = link_claims(full.stories, ledger.claims(), lineages, linking)
    incidents = build_incidents(full.stories, ledger.claims(), lineages, membership, weighing)
    ledger.replace_incidents(incidents, lineages, linker=settings.linker)
