"""Whose people a toll counts, and whether a claimant speaks for a party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.linking.names import plain
from dateline.model import Actor, Attribution, Claim, Toll
from dateline.weighing.settings import WeighingSettings

STEM = 4
"""How many letters a country and its adjective have in common ("Syria", "Syrian")."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Whose people: an actor's id, the side its kind is on (-1 unknown), and the words that name it."""

    id: str
    side: int
    words: str


def _names(actor: Actor) -> tuple[str, ...]:
    return tuple(plain(name) for name in (actor.mention.text, actor.name) if name)


def party_of(toll: Toll, claim: Claim, settings: WeighingSettings) -> Party | None:
    """Whose people the toll counts, by the claim's actors; None when the claim does not say."""
    words = plain(toll.party or "")
    if not words:
        return None
    for actor in claim.actors:
        if any(words in name or name in words for name in _names(actor)):
            return Party(actor.id or "", settings.sides.get(actor.kind or "", -1), words)
    return Party("", -1, words)


def side_of(toll: Toll, claim: Claim, settings: WeighingSettings) -> int:
    """The side of the people whom the toll counts, by the kind of an actor named in the same words ("nine
    soldiers"); -1 when the claim does not say."""
    for actor in claim.actors:
        apart = actor.mention.end <= toll.mention.start or toll.mention.end <= actor.mention.start
        if not apart and (side := settings.sides.get(actor.kind or "", -1)) >= 0:
            return side
    return -1


def may_be_one(one: Party, other: Party) -> bool:
    """Whether two names may stand for one party: not of different ids, nor of different sides."""
    if one.id and other.id:
        return one.id == other.id
    return one.words == other.words or -1 in (one.side, other.side) or one.side == other.side


def _telling(names: Iterable[str], settings: WeighingSettings) -> set[str]:
    return {word for name in names for word in name.split() if word not in settings.party_words}


def speaks_for(attribution: Attribution | None, actor: Actor, settings: WeighingSettings) -> bool:
    """Whether the claimant speaks for the actor: itself, or by its kind and a name in common
    ("Syrian state media" for "the Syrian army")."""
    if attribution is None:
        return False
    mine = tuple(plain(name) for name in (attribution.name, attribution.source.text) if name)
    if set(mine) & set(_names(actor)):
        return True
    if (actor.kind or "") not in settings.speaks_for.get(attribution.kind or "", frozenset()):
        return False
    return any(
        a == b or (min(len(a), len(b)) >= STEM and a[:STEM] == b[:STEM])
        for a in _telling(mine, settings)
        for b in _telling(_names(actor), settings)
    )
