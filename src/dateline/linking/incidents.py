"""Claims to incidents: the claims, from any number of stories, taken to be about one real-world event.

Three rounds, so that what is vague never ties together what is distinct:
1. news that tells of an event with a place is grouped by average link;
2. background (older events that a story recalls) joins the incident it recalls, or, when none is
   known, is grouped among itself in the same way;
3. what is said of events (accusations, denials, plans, claims without a place) joins an incident or
   stays without one.

What people said are one, or are not, is so whatever the scores (`Ties`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.blocking import candidate_pairs
from dateline.linking.clusters import Pair, average_link, best_group
from dateline.linking.comparisons import WEEK, Comparison, compare, judge, worth_comparing
from dateline.linking.facts import Facts, read_facts
from dateline.linking.settings import LinkingSettings, load_linking_settings
from dateline.linking.ties import ClaimPair, Ties
from dateline.model import Claim, Status, Story

UNSEEN = -6.0
"""What a pair that was never compared, being far apart in place or time, counts for in an average."""


def incident_id(founder: str) -> str:
    """The id of the incident whose first claim has the id `founder`: "i-" and 12 hex digits of its hash.

    The founder is the claim of the earliest published story (then story id, then place in the
    story), so the id stays the same while later stories are added.
    """
    return "i-" + hashlib.sha256(founder.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def is_aggregate(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether the claim's toll is that of a campaign or a war (UCDP GED event clarity 2)."""
    days = facts.days
    if not facts.tolls.keys() - settings.counted_over_time:
        return False
    long = days is not None and days.span > settings.aggregate_days
    return long or (not facts.located and (days is None or days.assumed))


def founds(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether the claim can be an incident on its own: an event that is said to have happened, at a
    place finer than a country (talks and accords: or on a day), and no aggregate."""
    families = settings.families
    if facts.status is not Status.ASSERTED or facts.event in families.said_of_events:
        return False
    days = facts.days
    if not facts.located:
        dated = days is not None and not days.assumed and days.span <= WEEK
        return facts.event in families.placeless and dated
    recalled_undated = facts.background and days is None
    return not recalled_undated and not is_aggregate(facts, settings)


def _summaries(facts: Sequence[Facts]) -> set[int]:
    """Numbers of the claims that add up several acts of which their story then tells one by one."""
    found = set()
    for number, claim in enumerate(facts):
        if claim.sums_up and any(_is_detail(other, claim) for other in facts[number + 1 :]):
            found.add(number)
    return found


def _is_detail(other: Facts, summary: Facts) -> bool:
    told = other.status is Status.ASSERTED and not (other.background or other.sums_up)
    return other.story == summary.story and told and bool(other.tolls.keys() & summary.tolls.keys())


def _homes(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    return {member: number for number, group in enumerate(groups) for member in group}


class _Round:
    """Claims in order, compared where it is worth it."""

    def __init__(self, facts: Sequence[Facts], settings: LinkingSettings, ties: Ties) -> None:
        self.facts = facts
        self.settings = settings
        self.ties = ties
        self.compared: dict[int, dict[int, tuple[float, bool]]] = defaultdict(dict)
        for one, other in candidate_pairs(facts, settings.families.lasting_days):
            if not worth_comparing(facts[one], facts[other], settings):
                continue
            score, apart = judge(facts[one], facts[other], settings)
            if apart or score > UNSEEN:
                self.compared[one][other] = self.compared[other][one] = (max(score, UNSEEN), apart)

    def group(self, members: Sequence[int]) -> list[list[int]]:
        """The members in groups by average link."""
        position = {member: place for place, member in enumerate(members)}
        scores: dict[Pair, float] = {}
        apart: list[Pair] = []
        for member in members:
            for other, (score, is_apart) in self.compared[member].items():
                if other in position and member < other:
                    pair = (position[member], position[other])
                    scores[pair] = score
                    # Who was told to belong together belongs together, whatever keeps them apart.
                    if is_apart and not self.ties.tie(member, other):
                        apart.append(pair)
        apart += [(position[a], position[b]) for a, b in self.ties.apart if a in position and b in position]
        tied = [[position[one] for one in group] for group in self.ties.groups_among(position)]
        return [
            [members[place] for place in group]
            for group in average_link(len(members), scores, apart, UNSEEN, tied)
        ]

    def attach(self, joiners: Iterable[int], groups: list[list[int]]) -> list[int]:
        """Put each joiner into the group it fits best; returns those that fit none.

        Each is measured against what was in the groups before, so that their order does not matter. Those
        that are tied together go together, and to what they are tied to.
        """
        home = _homes(groups)
        joined: dict[int, list[int]] = defaultdict(list)
        left = []
        for unit in self._units(joiners):
            told = [home[other] for other in self.ties.with_(unit[0]) if other in home]
            fitting = [*told, *(best for one in unit if (best := self._best(one, home)) is not None)]
            best = fitting[0] if fitting else None
            if best is None or (
                not told and any(self._apart(one, other) for one in unit for other in joined[best])
            ):
                left += unit
            else:
                joined[best] += unit
        for group, found in joined.items():
            groups[group] += found
        return sorted(left)

    def follow(self, joiners: Iterable[int], groups: list[list[int]]) -> None:
        """Put each joiner that is in no group into the one of a claim that it is tied to."""
        home = _homes(groups)
        for joiner in joiners:
            told = [home[other] for other in self.ties.with_(joiner) if other in home]
            if told and joiner not in home:
                groups[told[0]].append(joiner)

    def _units(self, joiners: Iterable[int]) -> list[list[int]]:
        """The joiners, those that are tied together together, in order of their first."""
        units: dict[int, list[int]] = {}
        for joiner in sorted(joiners):
            tied = self.ties.with_(joiner)
            units.setdefault(tied[0] if tied else joiner, []).append(joiner)
        return sorted(units.values())

    def _apart(self, one: int, other: int) -> bool:
        compared = self.compared[one]
        return self.ties.are_apart(one, other) or (other in compared and compared[other][1])

    def _best(self, joiner: int, home: Mapping[int, int]) -> int | None:
        claim = self.facts[joiner]
        near = [(other, found) for other, found in self.compared[joiner].items() if other in home]
        # What cannot be of one incident with a claim of the same story is not of that story's.
        barred = {home[o] for o, (_, apart) in near if apart and self.facts[o].story == claim.story}
        barred |= {home[o] for o in self.ties.apart_from(joiner) if o in home}
        fit = [(o, score) for o, (score, apart) in near if home[o] not in barred and not apart]
        # What its own story says it is about counts before what other stories tell.
        own = {home[o] for o, _ in fit if self.facts[o].lineage == claim.lineage}
        return best_group(
            [
                (home[o], score)
                for o, score in fit
                if home[o] not in own or self.facts[o].lineage == claim.lineage
            ]
        )


def link_claims(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings | None = None,
    *,
    same: Iterable[ClaimPair] = (),
    apart: Iterable[ClaimPair] = (),
) -> dict[str, str | None]:
    """For each claim's id the id of its incident; None for what is no locatable incident.

    `stories` by id; `lineages` from `find_lineages`. The order of `claims` does not matter. Claims
    get no incident when they tell of no event that is said to have happened (a demand, a plan, a
    denial that nothing answers to), give neither place nor day, or give a toll of a whole war.

    `same` and `apart` are pairs of claims' ids that people said are, or are not, of one event; they must not
    contradict each other. Claims tied to one that is of an incident are of that incident, whatever they
    tell of. Pairs with claims that are not among `claims` say nothing.
    """
    settings = settings or load_linking_settings()
    facts = sorted((read_facts(c, stories, lineages, settings) for c in claims), key=lambda f: f.order)
    ties = Ties.of({claim.claim: number for number, claim in enumerate(facts)}, same, apart)
    work = _Round(facts, settings, ties)
    summaries = _summaries(facts)
    founders = [n for n, claim in enumerate(facts) if n not in summaries and founds(claim, settings)]
    news = [number for number in founders if not facts[number].background]
    groups = work.group(news)
    recalled = work.attach([n for n in founders if facts[n].background], groups)
    groups += work.group(recalled)
    rest = sorted(set(range(len(facts))) - set(founders) - summaries)
    work.attach([n for n in rest if not is_aggregate(facts[n], settings)], groups)
    work.follow(sorted(set(range(len(facts))) - set(founders)), groups)
    membership: dict[str, str | None] = {claim.claim: None for claim in facts}
    for group in groups:
        # Only founders name the incident: a plan that came out earlier may change its mind.
        founder = min(set(group) & set(founders))
        name = incident_id(facts[founder].claim)
        for member in group:
            membership[facts[member].claim] = name
    return dict(sorted(membership.items()))


def explain_pair(
    stories: Mapping[str, Story],
    one: Claim,
    other: Claim,
    lineages: Mapping[str, str],
    settings: LinkingSettings | None = None,
) -> Comparison:
    """Why two claims are, or are not, taken to be of one incident: the level and weight of each field."""
    settings = settings or load_linking_settings()
    facts = [read_facts(claim, stories, lineages, settings) for claim in (one, other)]
    return compare(facts[0], facts[1], settings)
