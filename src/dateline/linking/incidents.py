"""Claims to incidents: the claims, from any number of stories, taken to be about one real-world event."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.doubts import parts_in_doubt
from dateline.linking.fields import APART
from dateline.linking.keys import Row
from dateline.linking.pairs import UNIT, Member, Resources
from dateline.linking.rounds import Component
from dateline.linking.settings import LinkingSettings, load_linking_settings
from dateline.linking.ties import ClaimPair, Ties
from dateline.model import Claim, Story


@dataclass(frozen=True, slots=True)
class Reason:
    """The level that one field came to, and its weight."""

    field: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims compare: a score over 0 speaks for one incident.

    `apart` when they cannot be of one incident whatever others say; the reason of that name says why.
    """

    score: float
    apart: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking came to, by claim id: its incident, or None when it is of none, its component, and, in
    incidents that are in doubt (`doubts.py`), its part, by the part's founder.

    Claims of two components have nothing to do with each other: no chain of pairs that speak for one
    incident leads from one to the other. A component bears the id of its first claim.
    """

    incidents: dict[str, str | None]
    components: dict[str, str]
    parts: dict[str, str]


def incident_id(founder: str) -> str:
    """The id of the incident whose first claim has the id `founder`: "i-" and 12 hex digits of its hash.

    The founder is the claim of the earliest published story (then story id, then place in the
    story), so the id stays the same while later stories are added.
    """
    return "i-" + hashlib.sha256(founder.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def link(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings | None = None,
    *,
    same: Iterable[ClaimPair] = (),
    apart: Iterable[ClaimPair] = (),
    context: Iterable[Claim] = (),
    resources: Resources | None = None,
) -> Linked:
    """The incidents and components of the claims.

    `stories` by id; `lineages` from `find_lineages`. The order of `claims` does not matter. Claims
    get no incident when they tell of no event that is said to have happened (a demand, a plan, a
    denial that nothing answers to), give neither place nor day, or give a toll of a whole war.

    `same` and `apart` are pairs of claims' ids that people said are, or are not, of one event; they must not
    contradict each other. Claims tied to one that is of an incident are of that incident, whatever they
    tell of. Pairs with claims that are not among `claims` say nothing.

    `claims` that are no list come story by story. `context` are the other claims of their stories, which
    get no incident here: what a claim is known by hangs on all that its story tells. `resources` bounds
    what it takes of the machine, and has no bearing on the result.
    """
    from dateline.linking.profiles import rows_of

    settings = settings or load_linking_settings()
    others = {claim.id: claim for claim in context}
    rows = rows_of(stories, claims, lineages, settings, others.values())
    return link_rows(rows, settings, same=same, apart=apart, context=others, resources=resources)


def link_rows(
    rows: Iterable[Row],
    settings: LinkingSettings,
    *,
    same: Iterable[ClaimPair] = (),
    apart: Iterable[ClaimPair] = (),
    context: Container[str] = (),
    resources: Resources | None = None,
) -> Linked:
    """The incidents and components of claims by their rows (`profiles.py`), all rows of each of their
    stories; `context` has the ids of those that get no incident here. The rest is as for `link`."""
    from dateline.linking.engine import Engine

    incidents: dict[str, str | None] = {}
    components: dict[str, str] = {}
    parts: dict[str, str] = {}
    doubt = round(settings.doubt * UNIT)
    with Engine(settings, resources) as engine:
        engine.load(rows, context)
        members = engine.members()
        engine.score()
        ties = Ties.of({member.claim: number for number, member in enumerate(members)}, same, apart)
        led_to = ((number, act) for number, member in enumerate(members) for act in member.acts)
        for claims_of, pairs in engine.components(len(members), (*ties.pairs, *led_to, *_acts(members))):
            tied = ties.among(claims_of)
            component = Component(claims_of, members, pairs, tied)
            name = members[claims_of[0]].claim
            for number in claims_of:
                components[members[number].claim] = name
                incidents[members[number].claim] = None
            found = component.incidents()
            for founder, group in found:
                for number in group:
                    incidents[members[number].claim] = incident_id(members[founder].claim)
            for apart_if in parts_in_doubt([group for _, group in found], members, pairs, tied, doubt):
                for founder, group in apart_if:
                    parts |= {members[number].claim: members[founder].claim for number in group}
    return Linked(dict(sorted(incidents.items())), components, parts)


def _acts(members: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """Pairs of claims that tell of the act that one story is mainly about."""
    first: dict[int, int] = {}
    for number, member in enumerate(members):
        if member.main_act:
            yield first.setdefault(member.story, number), number


def link_claims(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings | None = None,
    *,
    same: Iterable[ClaimPair] = (),
    apart: Iterable[ClaimPair] = (),
) -> dict[str, str | None]:
    """For each claim's id the id of its incident; None for what is no locatable incident. See `link`."""
    return link(stories, claims, lineages, settings, same=same, apart=apart).incidents


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
    It is asked of the engine that links, so the two cannot say different things.
    """
    from dateline.linking.engine import Engine
    from dateline.linking.profiles import rows_of
    from dateline.linking.splink_model import fields_of, level_of

    settings = settings or load_linking_settings()
    with Engine(settings) as engine:
        others = {claim.id: claim for claim in claims if claim.id not in (one.id, other.id)}
        engine.load(rows_of(stories, (one, other), lineages, settings, others.values()), others)
        found = engine.compare()
    reasons = []
    for field, weights in fields_of(settings):
        level = level_of(field, found[f"gamma_{field.name}"])
        # These two speak only when there is something to say.
        if field.name in ("rarity", APART.name) and level == "no":
            continue
        reasons.append(Reason(field.name, level, dict(weights)[level]))
    score = round(found["match_weight"] * UNIT) / UNIT
    return Comparison(score, found[f"gamma_{APART.name}"] != 0, tuple(reasons))
