"""Linking and weighing what a ledger holds, with what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.deciding import with_handset_tolls
from dateline.ledger import Ledger
from dateline.ledger.linked import Computed, Filing, Sketch
from dateline.ledger.neighbours import LineagesOf, Neighbours
from dateline.linking import (
    LinkingSettings,
    filings_of,
    find_lineages,
    link_claims,
    load_linking_settings,
    relink,
    sketch_of,
)
from dateline.linking.keys import Filed
from dateline.model import Claim, Story
from dateline.running.settings import RunSettings
from dateline.weighing import build_incidents, load_weighing_settings

SHARE = 4
"""When more than one story in so many is new, linking all of them anew is faster."""


def recompute(ledger: Ledger, settings: RunSettings) -> None:
    """Compute incidents and lineages, unless they are of today's claims, decisions and settings.

    When only a few stories are new or changed since, only what they have to do with is computed again, with
    the same result.
    """
    if ledger.linked(settings.linker):
        return
    neighbours = Neighbours(ledger)
    changed = neighbours.unlinked()
    few = changed and len(changed) * SHARE <= len(ledger.stories_by_id())
    if few and neighbours.linker() == settings.linker:
        _link_changed(ledger, neighbours, changed, settings)
    else:
        _link_all(ledger, settings)


def _link_all(ledger: Ledger, settings: RunSettings) -> None:
    linking = load_linking_settings(settings.lexicon)
    weighing = load_weighing_settings(settings.lexicon)
    decided = ledger.decisions()
    lineages = find_lineages(ledger.stories(), linking)
    stories = ledger.stories_by_id()
    same, apart = decided.same_and_apart(ledger.digest_of_coded)
    membership = link_claims(stories, ledger.claims(), lineages, linking, same=same, apart=apart)
    incidents = build_incidents(stories, ledger.claims(), lineages, membership, weighing)
    incidents = with_handset_tolls(incidents, decided.tolls, ledger.digest_of_claim)
    ledger.replace_found(_filings(ledger, ledger.claims(), linking), _sketches(ledger.stories(), linking))
    ledger.replace_incidents(incidents, lineages, linker=settings.linker, decisions=decided.digest)


def _filings(ledger: Ledger, claims: Iterable[Claim], linking: LinkingSettings) -> Iterator[Filing]:
    for claim, filed in filings_of(ledger.stories_by_id(), claims, linking):
        yield from ((one.key, claim, one.first, one.last) for one in filed)


def _sketches(stories: Iterable[Story], linking: LinkingSettings) -> Iterator[Sketch]:
    for story in stories:
        yield from ((number, story.id) for number in sketch_of(story, linking))


@dataclass(frozen=True)
class _Known:
    """The ledger as `relink` asks for it."""

    neighbours: Neighbours
    lineages: LineagesOf

    def near(self, sought: Iterable[Filed]) -> list[Claim]:
        return self.neighbours.filed((one.key, one.first, one.last) for one in sought)

    def of_stories(self, stories: Iterable[str]) -> list[Claim]:
        return self.neighbours.of_stories(stories)

    def of_incident(self, incident: str) -> list[Claim]:
        return self.neighbours.of_incidents([incident])

    def by_id(self, claims: Iterable[str]) -> list[Claim]:
        return self.neighbours.by_id(claims)

    def copies_of(self, stories: Iterable[str]) -> set[str]:
        names = set(stories)
        return names | self.neighbours.of_lineages(self.lineages[name] for name in names).keys()


def _link_changed(ledger: Ledger, neighbours: Neighbours, changed: list[str], settings: RunSettings) -> None:
    linking = load_linking_settings(settings.lexicon)
    weighing = load_weighing_settings(settings.lexicon)
    decided = ledger.decisions()
    stories = ledger.stories_by_id()
    new_stories = [stories[name] for name in changed]
    moved = _moved(neighbours, new_stories, stories, linking)
    lineages = LineagesOf(neighbours, moved)
    claims = neighbours.of_stories([*changed, *moved])
    with_them = neighbours.of_incidents({claim.incident for claim in claims if claim.incident is not None})
    claims = list({claim.id: claim for claim in (*claims, *with_them)}.values())
    same, apart = decided.same_and_apart(ledger.digest_of_coded)
    found = relink(claims, _Known(neighbours, lineages), stories, lineages, linking, same=same, apart=apart)
    incidents = build_incidents(stories, found.claims, lineages, found.incidents, weighing)
    incidents = with_handset_tolls(incidents, decided.tolls, ledger.digest_of_claim)
    new = Computed(
        incidents,
        moved,
        settings.linker,
        decided.digest,
        list(_filings(ledger, neighbours.of_stories(changed), linking)),
        list(_sketches(new_stories, linking)),
    )
    ledger.update_incidents(found.gone, new)


def _moved(
    neighbours: Neighbours, changed: list[Story], stories: Mapping[str, Story], linking: LinkingSettings
) -> dict[str, str]:
    """The lineages that are new, or other ones than before, for these stories being as they are now."""
    names = {story.id for story in changed}
    shared = {number for story in changed for number in sketch_of(story, linking)}
    before = neighbours.lineages(names | neighbours.sketched(shared))
    before |= neighbours.of_lineages(before.values())
    copies = {name: stories[name] for name in sorted(names | before.keys())}
    now = find_lineages(copies.values(), linking)
    return {name: lineage for name, lineage in now.items() if before.get(name) != lineage}
