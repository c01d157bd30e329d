"""Linking and weighing what a ledger holds, with what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.deciding import with_handset_tolls
from dateline.ledger import Ledger
from dateline.ledger.linked import Computed, Profile, Sketch
from dateline.ledger.neighbours import LineagesOf, Neighbours
from dateline.linking import (
    LinkingSettings,
    find_lineages,
    link_rows,
    load_linking_settings,
    relink,
    sketch_of,
)
from dateline.linking.keys import Row, Sought, filed_under, worth_enough
from dateline.linking.profiles import packed, profiles_of, unpacked
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
    profiles = profiles_of(stories, ledger.claims(), lineages, linking)
    ledger.replace_found(map(_profile, profiles), _sketches(ledger.stories(), linking))
    rows = (row for profile in ledger.profiles() for row in unpacked(profile))
    linked = link_rows(rows, linking, same=same, apart=apart)
    incidents = build_incidents(
        stories, ledger.claims(), lineages, linked.incidents, weighing, parts=linked.parts
    )
    incidents = with_handset_tolls(incidents, decided.tolls, ledger.digest_of_claim)
    ledger.replace_incidents(incidents, lineages, linker=settings.linker, decisions=decided.digest)


def _profile(profiled: tuple[str, Sequence[Row]]) -> Profile:
    story, rows = profiled
    filings = [(one.key, claim, one.first, one.last) for claim, one in filed_under(rows)]
    return Profile(story, packed(rows) if rows else None, filings)


def _sketches(stories: Iterable[Story], linking: LinkingSettings) -> Iterator[Sketch]:
    for story in stories:
        yield from ((number, story.id) for number in sketch_of(story, linking))


@dataclass(frozen=True)
class _Known:
    """The ledger as `relink` asks for it; `new` has the rows of the stories that changed."""

    neighbours: Neighbours
    lineages: LineagesOf
    new: Mapping[str, Sequence[Row]]

    def near(self, sought: Iterable[Sequence[Sought]]) -> dict[str, str]:
        sought = list(sought)
        hits = self.neighbours.filed((one.key, one.first, one.last) for some in sought for one in some)
        found = {claim for some in sought for claim in worth_enough(some, hits)}
        return self.neighbours.stories_of(found)

    def rows(self, stories: Iterable[str]) -> Iterator[Row]:
        names = set(stories)
        yield from (row for name in sorted(names & self.new.keys()) for row in self.new[name])
        for profile in self.neighbours.profiles(names - self.new.keys()):
            yield from unpacked(profile)

    def of_incidents(self, incidents: Iterable[str]) -> list[Claim]:
        return self.neighbours.of_incidents(incidents)

    def by_id(self, claims: Iterable[str]) -> list[Claim]:
        return self.neighbours.by_id(claims)

    def copies_of(self, stories: Iterable[str]) -> set[str]:
        names = set(stories)
        return names | self.neighbours.of_lineages([self.lineages[name] for name in names]).keys()


def _link_changed(ledger: Ledger, neighbours: Neighbours, changed: list[str], settings: RunSettings) -> None:
    linking = load_linking_settings(settings.lexicon)
    weighing = load_weighing_settings(settings.lexicon)
    decided = ledger.decisions()
    stories = ledger.stories_by_id()
    new_stories = [stories[name] for name in changed]
    moved = _moved(neighbours, new_stories, stories, linking)
    lineages = LineagesOf(neighbours, moved)
    names = sorted({*changed, *moved})
    claims = neighbours.of_stories(names)
    new: dict[str, list[Row]] = {name: [] for name in names}
    new |= dict(profiles_of(stories, claims, lineages, linking))
    with_them = neighbours.of_incidents({claim.incident for claim in claims if claim.incident is not None})
    claims = list({claim.id: claim for claim in (*claims, *with_them)}.values())
    same, apart = decided.same_and_apart(ledger.digest_of_coded)
    found = relink(claims, _Known(neighbours, lineages, new), linking, same=same, apart=apart)
    # With all else that their stories tell: where an incident counts no dead, it may stand there.
    told = neighbours.of_stories(sorted({claim.story for claim in found.claims}))
    every = {claim.id: claim for claim in (*told, *found.claims)}.values()
    incidents = build_incidents(stories, every, lineages, found.incidents, weighing, parts=found.parts)
    incidents = with_handset_tolls(incidents, decided.tolls, ledger.digest_of_claim)
    computed = Computed(
        incidents,
        moved,
        settings.linker,
        decided.digest,
        [_profile((name, rows)) for name, rows in new.items()],
        list(_sketches(new_stories, linking)),
    )
    ledger.update_incidents(found.gone, computed)


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
