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

What a claim is known by hangs on the other claims of its story, and on nothing beyond it: it stands in the
story's profile (`profiles.py`), which is made once and kept. Nothing that is counted over the whole ledger
enters a score, or the order in which stories came would matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from dateline.linking.incidents import Linked, link_rows
from dateline.linking.keys import Row, Sought, sought_by
from dateline.linking.pairs import Resources
from dateline.linking.settings import LinkingSettings, load_linking_settings
from dateline.linking.ties import ClaimPair
from dateline.model import Claim


class Known(Protocol):
    """What was linked before, each claim with the incident that it is of, and what is new."""

    def near(self, sought: Iterable[Sequence[Sought]]) -> Mapping[str, str]:
        """The claims that are worth enough by what one claim seeks, at about that time, and more if need be;
        each with its story."""
        ...

    def rows(self, stories: Iterable[str]) -> Iterable[Row]:
        """The rows of all claims of these stories, as they are now."""
        ...

    def of_incidents(self, incidents: Iterable[str]) -> Iterable[Claim]:
        """All claims of these incidents."""
        ...

    def by_id(self, claims: Iterable[str]) -> Iterable[Claim]:
        """The claims of these ids that there are."""
        ...

    def copies_of(self, stories: Iterable[str]) -> Iterable[str]:
        """These stories and all of their lineages."""
        ...


@dataclass(frozen=True, slots=True)
class Relinked:
    """What changed: for each claim that may be of another incident than before its incident now and, in
    incidents that are in doubt, its part, and the incidents of before that these were of, which are gone or
    have other claims."""

    incidents: Mapping[str, str | None]
    parts: Mapping[str, str]
    gone: frozenset[str]
    claims: tuple[Claim, ...]


def relink(
    changed: Iterable[Claim],
    known: Known,
    settings: LinkingSettings | None = None,
    *,
    same: Iterable[ClaimPair] = (),
    apart: Iterable[ClaimPair] = (),
    resources: Resources | None = None,
) -> Relinked:
    """Link `changed` claims into what is `known`.

    `changed` are all claims that are new, or are otherwise than when they were linked (another text, place,
    lineage of their story, or another word of a person on them), with all claims of their stories, and those
    that were of an incident with such a claim or one that is no more. The other arguments are those of
    `link`.
    """
    work = _Relinking(known, settings or load_linking_settings(), tuple(same), tuple(apart), resources)
    inner = {claim.id: claim for claim in changed}
    outer: dict[str, Claim] = {}
    linked: Mapping[str, str | None] = {}
    parts: Mapping[str, str] = {}
    fresh = dict(inner)
    while fresh:
        near = [claim for claim in work.neighbours(fresh, inner) if claim.id not in outer]
        alone = [claim for claim in near if claim.incident is None]
        together = known.of_incidents(
            sorted({claim.incident for claim in near if claim.incident is not None})
        )
        outer |= {claim.id: claim for claim in (*alone, *together) if claim.id not in inner}
        found = work.link(inner, outer)
        linked, parts = found.incidents, found.parts
        fresh = _changed(outer, linked)
        inner |= fresh
        outer = {name: claim for name, claim in outer.items() if name not in fresh}
    return Relinked(
        incidents={name: linked[name] for name in inner},
        parts={name: part for name, part in parts.items() if name in inner},
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
    settings: LinkingSettings
    same: tuple[ClaimPair, ...]
    apart: tuple[ClaimPair, ...]
    resources: Resources | None
    read: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, stories: Iterable[str]) -> list[Row]:
        """The rows of all claims of these stories, each story read once."""
        names = sorted(set(stories))
        if new := [name for name in names if name not in self.read]:
            self.read.update({name: [] for name in new})
            for row in self.known.rows(new):
                self.read[row["story_id"]].append(row)
        return [row for name in names for row in self.read[name]]

    def neighbours(self, fresh: Mapping[str, Claim], inner: Mapping[str, Claim]) -> list[Claim]:
        """The known claims that speak for one incident with a fresh one, or that a person tied to one."""
        from dateline.linking.engine import Engine

        own = {claim.story for claim in fresh.values()}
        rows = [row for row in self.rows(own) if row["claim_id"] in fresh]
        of_stories = [list(some) for _, some in groupby(rows, key=lambda row: row["story_id"])]
        found = self.known.near([sought for some in of_stories for sought in sought_by(some)])
        copies = set(self.known.copies_of(sorted(own)))
        near_by = self.rows(copies | set(found.values()))
        # The first claim of an act stands for the others.
        acts = {row["story_id"] for row in near_by if row["act"] and row["claim_id"] in found}
        others = [
            row
            for row in near_by
            if row["claim_id"] not in inner
            and (
                row["claim_id"] in found
                or row["story_id"] in copies
                or (row["act"] and row["story_id"] in acts)
            )
        ]
        with Engine(self.settings, self.resources) as engine:
            engine.load([*rows, *others])
            near = engine.speaking_for(fresh)
        tied = {b for pair in self.same for a, b in (pair, pair[::-1]) if a in fresh}
        return list(self.known.by_id(sorted(near | (tied - inner.keys()))))

    def link(self, inner: Mapping[str, Claim], outer: Mapping[str, Claim]) -> Linked:
        linked = {**inner, **outer}
        rows = self.rows(claim.story for claim in linked.values())
        others = {row["claim_id"] for row in rows} - linked.keys()
        return link_rows(
            rows,
            self.settings,
            same=self.same,
            apart=self.apart,
            context=others,
            resources=self.resources,
        )
