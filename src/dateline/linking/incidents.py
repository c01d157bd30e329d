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
from dataclasses import replace

from dateline.linking.blocking import candidate_pairs
from dateline.linking.clusters import Pair, average_link, best_group
from dateline.linking.comparisons import WEEK, Comparison, compare, judge, worth_comparing
from dateline.linking.facts import Facts, read_facts
from dateline.linking.passages import two_events, words_of_story
from dateline.linking.settings import LinkingSettings, load_linking_settings
from dateline.linking.ties import ClaimPair, Ties
from dateline.model import Claim, Status, Story

UNSEEN = -6.0
"""What a pair that was never compared, being far apart in place or time, counts for in an average."""

FEW_PEOPLE = 2
"""A claim of more people who were arrested or fled tells of an event of its own."""


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
        return dated and (facts.event in families.placeless or _unplaced_news(facts))
    recalled_undated = facts.background and days is None
    return not recalled_undated and not is_aggregate(facts, settings)


def _unplaced_news(facts: Facts) -> bool:
    """Whether it tells of people harmed in a story that names no place at all; other stories do, and
    what the two share of names and rare words joins them."""
    return facts.place is None and not (facts.story_placed or facts.background) and bool(facts.tolls)


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


def _follows(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether it is told as what another act led to, of few people."""
    many = any(low > FEW_PEOPLE for low, _ in facts.tolls.values())
    return not many and any(event is facts.event for event, _ in settings.families.follow_from)


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
        """The members in groups by average link, in two steps: first those of each story among
        themselves; then what the stories tell, each story's group once, by the best of its pairs."""
        threads = self._linked([[member] for member in members], within_story=True)
        return self._linked(threads, within_story=False)

    def _linked(self, groups: Sequence[Sequence[int]], *, within_story: bool) -> list[list[int]]:
        home = _homes(groups)
        scores: dict[Pair, float] = {}
        apart: set[Pair] = set()
        for member, one in home.items():
            story = self.facts[member].story
            for other, (score, is_apart) in self.compared[member].items():
                if other <= member or (two := home.get(other)) is None or one == two:
                    continue
                if within_story and self.facts[other].story != story:
                    continue
                pair = (min(one, two), max(one, two))
                scores[pair] = max(score, scores.get(pair, UNSEEN))
                # Who was told to belong together belongs together, whatever keeps them apart.
                if is_apart and not self.ties.tie(member, other):
                    apart.add(pair)
        told = ((home[a], home[b]) for a, b in self.ties.apart if a in home and b in home)
        apart |= {(min(one, two), max(one, two)) for one, two in told if one != two}
        tied = [sorted({home[one] for one in group}) for group in self.ties.groups_among(home)]
        linked = average_link(len(groups), scores, sorted(apart), UNSEEN, tied)
        return [sorted(member for number in found for member in groups[number]) for found in linked]

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

    def follow_acts(self, followers: Iterable[int], groups: list[list[int]]) -> list[int]:
        """Put each follower into the group of the act that its story tells of, at its place and day: of
        several the one told nearest before it, else behind it. Returns those without one."""
        home = _homes(groups)
        own: dict[str, list[int]] = defaultdict(list)
        for member in home:
            own[self.facts[member].story].append(member)
        pairs, left = self.settings.families.follow_from, []
        joined: list[tuple[int, int]] = []
        for number in followers:
            claim = self.facts[number]
            acts = [
                act
                for act in own[claim.story]
                if (claim.event, self.facts[act].event) in pairs
                and not self.ties.are_apart(number, act)
                and not two_events(claim, self.facts[act], self.settings)
            ]
            if acts:
                nearest = min(acts, key=lambda act: (act > number, abs(act - number)))
                joined.append((number, home[nearest]))
            else:
                left.append(number)
        for number, group in joined:
            groups[group].append(number)
        return left

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


def all_facts(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings,
) -> list[Facts]:
    """What linking needs of each claim, with the words that it is known by; `claims` of whole stories."""
    by_story: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_story[claim.story].append(claim)
    found = []
    for story, told in by_story.items():
        facts = [read_facts(claim, stories, lineages, settings) for claim in told]
        words = words_of_story(stories.get(story), told, facts, settings)
        placed = any(one.located for one in facts)
        found += [
            replace(one, words=known, story_placed=placed) for one, known in zip(facts, words, strict=True)
        ]
    return found


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
    facts = sorted(all_facts(stories, claims, lineages, settings), key=lambda f: f.order)
    ties = Ties.of({claim.claim: number for number, claim in enumerate(facts)}, same, apart)
    work = _Round(facts, settings, ties)
    summaries = _summaries(facts)
    founders = [n for n, claim in enumerate(facts) if n not in summaries and founds(claim, settings)]
    news = [number for number in founders if not facts[number].background]
    followers = [n for n in news if _follows(facts[n], settings) and not ties.with_(n)]
    groups = work.group(sorted(set(news) - set(followers)))
    groups += work.group(work.follow_acts(followers, groups))
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
    *,
    claims: Iterable[Claim] = (),
) -> Comparison:
    """Why two claims are, or are not, taken to be of one incident: the level and weight of each field.

    `claims` are the others of their stories; what a claim is known by hangs on what else its story tells.
    """
    settings = settings or load_linking_settings()
    told = {claim.id: claim for claim in (*claims, one, other)}
    facts = {each.claim: each for each in all_facts(stories, told.values(), lineages, settings)}
    return compare(facts[one.id], facts[other.id], settings)
