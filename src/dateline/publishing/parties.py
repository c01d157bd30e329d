"""Who stands on which side of an incident, each once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dateline.model import Actor, Incident, Role

STATE = frozenset({"state-forces", "police", "government"})
"""Kinds of actors that act for a state; two of one country are one party."""
UNIDENTIFIED = "unidentified"


@dataclass(frozen=True, slots=True)
class Parties:
    """`doers` did it, `targets` had it done to them; one actor stands for all mentions of a party."""

    doers: tuple[Actor, ...]
    targets: tuple[Actor, ...]


def party(actor: Actor) -> str:
    """What two mentions of one party have in common: the state, the id, or the kind of a nameless one.

    "The rebels" and "rebel fighters" are one party as far as anybody said, and so are a state's army and
    its government.
    """
    if actor.kind in STATE and actor.country:
        return f"state:{actor.country}"
    return actor.id or f"kind:{actor.kind}"


def parties(incident: Incident) -> Parties:
    """The incident's parties, in the order of its actors.

    Left out are mentions that are no actors (a town that was shelled has no kind), people of whom nothing
    is known but that they were hurt ("at least 52 people"), and among the targets those that did it too.
    Those that only took part with others are the other side where nobody is, else on the doers' side.
    """
    doers = _once(actor for actor in _acting(incident, Role.BY))
    targets = _known(_acting(incident, Role.AGAINST), {party(actor) for actor in doers})
    others = list(_acting(incident, Role.WITH))
    if targets:
        return Parties(_once((*doers, *others)), targets)
    if not doers:
        first, *rest = _once(others) or (None,)
        return Parties((first,) if first else (), tuple(rest))
    return Parties(doers, _known(others, {party(actor) for actor in doers}))


def shown(actor: Actor) -> str:
    """The actor's name, or the words of the story."""
    return actor.name or " ".join(actor.mention.text.split())


def _acting(incident: Incident, role: Role) -> Iterable[Actor]:
    return (actor for actor in incident.actors if actor.role is role and (actor.kind or actor.id))


def _known(actors: Iterable[Actor], doers: Collection[str]) -> tuple[Actor, ...]:
    known = (actor for actor in actors if actor.id or actor.kind != UNIDENTIFIED)
    return _once(actor for actor in known if party(actor) not in doers)


def _once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    first: dict[str, Actor] = {}
    for actor in actors:
        first.setdefault(party(actor), actor)
    return tuple(first.values())
