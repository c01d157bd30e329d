"""Linking a few new or changed claims into what was linked before, with the result of linking all at once.

Only what the changed claims could have to do with is linked again: they, and the incidents of claims that
speak for one incident with any of them. Where one of these comes out otherwise than before, it counts as
changed too, and what it could have to do with is drawn in. Where all come out as before, nothing beyond them
can change:

- Average link joins the two groups with the highest average over nothing. Groups that come out as before
  have joined at the same averages as before, so against what lies beyond them, which is unchanged, no
  average is higher than before, when they did not join.
- A claim that joins a group (background, a denial) takes the one of highest mean. If it keeps its group,
  and that group is unchanged, what lies beyond still is no better; if not, it counts as changed, and all
  that it could join is drawn in.
- Claims of the act that a story is mainly about are of one incident before and after, whatever their scores,
  unless a person told them apart; a person's word draws in what it is about.
- A claim that follows an act (an arrest) goes with that act, which its story alone tells, so the two are of
  one incident before and after, and are drawn in together.

What a claim is known by hangs on the other claims of its story, so each is read with all of them, whichever
are linked again. Nothing that is counted over the whole ledger enters a score, or the order in which
stories came would matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from dateline.linking.facts import Facts
from dateline.linking.incidents import link
from dateline.linking.keys import Filed, Sought, filed_under, sought_by
from dateline.linking.pairs import Resources
from dateline.linking.settings import LinkingSettings, load_linking_settings
from dateline.linking.storywise import facts_of
from dateline.linking.ties import ClaimPair
from dateline.model import Claim, Story


class Known(Protocol):
    """What was linked before, each claim with the incident that it is of."""

    def near(self, sought: Iterable[Sought]) -> Iterable[Claim]:
        """The claims that are filed under what is sought, at about that time, and more if need be."""
        ...

    def of_stories(self, stories: Iterable[str]) -> Iterable[Claim]:
        """The claims of these stories."""
        ...

    def of_incident(self, incident: str) -> Iterable[Claim]:
        """All claims of an incident."""
        ...

    def by_id(self, claims: Iterable[str]) -> Iterable[Claim]:
        """The claims of these ids that there are."""
        ...

    def copies_of(self, stories: Iterable[str]) -> Iterable[str]:
        """These stories and all of their lineages."""
        ...


def filings_of(
    stories: Mapping[str, Story], claims: Iterable[Claim], settings: LinkingSettings | None = None
) -> Iterator[tuple[str, list[Filed]]]:
    """The keys under which `Known.near` is to find each claim, by its id."""
    settings = settings or load_linking_settings()
    for facts in facts_of(stories, claims, {}, settings):
        yield facts.claim, filed_under(facts, settings)


@dataclass(frozen=True, slots=True)
class Relinked:
    """What changed: for each claim that may be of another incident than before its incident now, and the
    incidents of before that these were of, which are gone or have other claims."""

    incidents: Mapping[str, str | None]
    gone: frozenset[str]
    claims: tuple[Claim, ...]


def relink(
    changed: Iterable[Claim],
    known: Known,
    stories: Mapping[str, Story],
    lineages: Mapping[str, str],
    settings: LinkingSettings | None = None,
    *,
    same: Iterable[ClaimPair] = (),
    apart: Iterable[ClaimPair] = (),
    resources: Resources | None = None,
) -> Relinked:
    """Link `changed` claims into what is `known`.

    `changed` are all claims that are new, or are otherwise than when they were linked (another text, place,
    lineage of their story, or another word of a person on them), with all claims of their stories, and those
    that were of an incident with such a claim or one that is no more. `stories` and `lineages` hold what they
    and the known claims are of. The other arguments are those of `link`.
    """
    work = _Relinking(
        known, stories, lineages, settings or load_linking_settings(), tuple(same), tuple(apart), resources
    )
    inner = {claim.id: claim for claim in changed}
    outer: dict[str, Claim] = {}
    linked: Mapping[str, str | None] = {}
    fresh = dict(inner)
    while fresh:
        for claim in work.neighbours(fresh, inner):
            if claim.id not in inner and claim.id not in outer:
                group = [claim] if claim.incident is None else known.of_incident(claim.incident)
                outer |= {one.id: one for one in group if one.id not in inner}
        linked = work.link(inner, outer)
        fresh = _changed(outer, linked)
        inner |= fresh
        outer = {name: claim for name, claim in outer.items() if name not in fresh}
    return Relinked(
        incidents={name: linked[name] for name in inner},
        gone=frozenset(claim.incident for claim in inner.values() if claim.incident is not None),
        claims=tuple(inner.values()),
    )


def _changed(before: Mapping[str, Claim], linked: Mapping[str, str | None]) -> dict[str, Claim]:
    """Of claims that were linked before those whose incident now is another, or has other claims."""
    now: dict[str | None, set[str]] = defaultdict(set)
    for name, incident in linked.items():
        now[incident].add(name)
    then: dict[str | None, set[str]] = defaultdict(set)
    for claim in before.values():
        then[claim.incident].add(claim.id)
    return {
        name: claim
        for name, claim in before.items()
        if linked[name] != claim.incident
        or (claim.incident is not None and now[claim.incident] != then[claim.incident])
    }


@dataclass(frozen=True)
class _Relinking:
    known: Known
    stories: Mapping[str, Story]
    lineages: Mapping[str, str]
    settings: LinkingSettings
    same: tuple[ClaimPair, ...]
    apart: tuple[ClaimPair, ...]
    resources: Resources | None
    read: dict[str, list[Facts]] = field(default_factory=dict)

    def others(self, claims: Mapping[str, Claim], inner: Mapping[str, Claim]) -> list[Claim]:
        """The other claims of the stories of these."""
        names = sorted({claim.story for claim in claims.values()})
        known = [
            *(inner[name] for name in inner if inner[name].story in set(names)),
            *self.known.of_stories(names),
        ]
        return list({one.id: one for one in known[::-1] if one.id not in claims}.values())

    def facts(self, claims: Mapping[str, Claim], inner: Mapping[str, Claim]) -> list[Facts]:
        """The facts of these claims, each read with all of its story, once."""
        new = {name: claim for name, claim in claims.items() if claim.story not in self.read}
        others = self.others(new, inner)
        for claim in new.values():
            self.read[claim.story] = []
        for one in facts_of(self.stories, list(new.values()), self.lineages, self.settings, others):
            self.read[one.story].append(one)
        stories = sorted({claim.story for claim in claims.values()})
        return [one for story in stories for one in self.read[story] if one.claim in claims]

    def neighbours(self, fresh: Mapping[str, Claim], inner: Mapping[str, Claim]) -> list[Claim]:
        """The known claims that speak for one incident with a fresh one, or that a person tied to one."""
        from dateline.linking.engine import Engine

        facts = self.facts(fresh, inner)
        sought = [one for fact in facts for one in sought_by(fact, self.settings)]
        copies = self.known.copies_of(sorted({claim.story for claim in fresh.values()}))
        found = {claim.id: claim for claim in (*self.known.near(sought), *self.known.of_stories(copies))}
        found = {name: claim for name, claim in found.items() if name not in inner}
        with Engine(self.settings, self.resources) as engine:
            engine.load([*facts, *self.facts(found, inner)])
            near = engine.speaking_for(fresh)
        tied = {b for pair in self.same for a, b in (pair, pair[::-1]) if a in fresh}
        return [
            *(found[name] for name in sorted(near)),
            *self.known.by_id(sorted(tied - inner.keys() - near)),
        ]

    def link(self, inner: Mapping[str, Claim], outer: Mapping[str, Claim]) -> Mapping[str, str | None]:
        linked = {**inner, **outer}
        return link(
            self.stories,
            list(linked.values()),
            self.lineages,
            self.settings,
            same=self.same,
            apart=self.apart,
            context=self.others(linked, inner),
            resources=self.resources,
        ).incidents
