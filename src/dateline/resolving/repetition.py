"""A headline or lead that the body repeats is one claim: the one with the most to say."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Claim, EventType, Role, Status, Victims

FURTHER = frozenset({"additional", "also", "another", "further", "other", "others"})
"""Words in a number of people that set them apart from those told before."""


def says_further(words: str) -> bool:
    """Whether a number of people comes on top of those told before."""
    folded = words.lower()
    return not FURTHER.isdisjoint(folded.split()) or " of its own" in folded or " of their own" in folded


def without_repeats(claims: Sequence[tuple[bool, Claim]]) -> list[Claim]:
    """The claims of one story, each once, in the order of their quotes.

    Each comes with whether it stands in the title. Two claims are one when event, status, claimant
    and numbers are the same and neither place nor days differ; without numbers, when their words are.
    """
    kept: list[tuple[bool, Claim]] = []
    for title, claim in sorted(claims, key=lambda pair: (pair[0], pair[1].quote.start)):
        if title and _told_in_body(claim, [other for in_title, other in kept if not in_title]):
            continue
        twin = next((i for i, (_, other) in enumerate(kept) if _same(claim, other)), None)
        if twin is None:
            kept.append((title, claim))
        elif _fullness(claim) > _fullness(kept[twin][1]):
            kept[twin] = (title, claim)
    by_id = {claim.id: claim for _, claim in kept}
    return sorted(by_id.values(), key=lambda claim: (claim.quote.start, claim.quote.end, claim.id))


def _told_in_body(claim: Claim, body: Sequence[Claim]) -> bool:
    if not claim.tolls:
        told = any(other.event.type == claim.event.type for other in body)
        if not body:
            return not _stands_alone(claim)
        return told or claim.event.type is EventType.UNSPECIFIED_VIOLENCE
    tolls = [toll for other in body for toll in other.tolls]
    return all(
        any(
            t.harm == toll.harm and (t.low == toll.low or (t.high == toll.high and t.high is not None))
            for t in tolls
        )
        for toll in claim.tolls
    )


def _stands_alone(claim: Claim) -> bool:
    """Whether a headline tells of an event although nothing below it does: somebody or a place is named."""
    known = claim.place is not None or any(actor.role is Role.AGAINST for actor in claim.actors)
    vague = claim.event.type in {EventType.UNSPECIFIED_VIOLENCE, EventType.ARMED_CLASH}
    return known and not vague and claim.status is Status.ASSERTED


def _claimant(claim: Claim) -> tuple[str, bool] | None:
    """Who says it, and whether with others: "the Observatory and medics" are not the Observatory alone."""
    if claim.attribution is None:
        return None
    source = claim.attribution.source.text
    return (claim.attribution.name or source).lower(), " and " in source


def _same(one: Claim, other: Claim) -> bool:
    if one.event.type != other.event.type or one.status != other.status or _claimant(one) != _claimant(other):
        return False
    if one.tolls or other.tolls:
        return _numbers(one) == _numbers(other) and _compatible(one, other) and not _is_further(one, other)
    return one.quote.text == other.quote.text


def _is_further(one: Claim, other: Claim) -> bool:
    """ "two additional suspects", told after "two leaders": further people, not the same ones again."""
    told = [any(says_further(t.mention.text) for t in c.tolls) for c in (one, other)]
    return told[0] != told[1]


def _compatible(one: Claim, other: Claim) -> bool:
    days = [(c.date.earliest, c.date.latest) for c in (one, other) if c.date and c.date.earliest]
    places = [c.place.name for c in (one, other) if c.place]
    return len(set(days)) < 2 and len(set(places)) < 2


def _numbers(claim: Claim) -> frozenset[tuple[str, int | None, int | None]]:
    return frozenset((str(t.harm), t.low, t.high) for t in claim.tolls)


def _fullness(claim: Claim) -> int:
    known = (claim.place is not None, claim.date is not None, bool(claim.actors), len(claim.actors) > 1)
    return sum(known) + sum(t.victims is not Victims.UNKNOWN for t in claim.tolls)
