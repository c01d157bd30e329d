"""People who were shot, over the whole story: those who died are killed, the others hurt, and nobody both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.drafts import DraftClaim
from dateline.coding.portraits import Portrait
from dateline.model import Harm, Status, Toll

NEAR = 3
"""How many sentences back "he" reaches."""
BARE = re.compile(r"(?:\w+)(?: (?:of|fatally|dead|killed)\b.*)?", re.IGNORECASE)
"""A number without a noun ("one fatally") counts some of those told before."""


def settle_shot(claims: Iterable[DraftClaim]) -> list[DraftClaim]:
    """The claims, without tolls of people shot whom the story counts among its dead or hurt.

    "Four people were shot" in a story in which one of them died are at most four hurt: nobody counts the
    others. One person is dropped when a death that the story tells can be that person's, by age and sex.
    """
    told = list(claims)
    if not any(claim.presumed for claim in told):
        return told
    return [_settled(claim, told) if claim.presumed else claim for claim in told]


def _settled(claim: DraftClaim, told: Sequence[DraftClaim]) -> DraftClaim:
    kept = []
    for toll in claim.tolls:
        if toll.mention.start not in claim.presumed:
            kept.append(toll)
        elif toll.harm is Harm.KILLED:
            kept += [toll] if _was_hurt(toll, claim, told) else []
        elif (settled := _hurt(toll, claim, told)) is not None:
            kept.append(settled)
    return claim._replace(tolls=tuple(kept), presumed=())


def _hurt(toll: Toll, claim: DraftClaim, told: Sequence[DraftClaim]) -> Toll | None:
    """The toll of those who are not among the dead; None when nobody is known to be left."""
    others = [(other, one) for other in told for one in other.tolls if _is_news(other)]
    dead = [
        one
        for other, one in others
        if one.harm is Harm.KILLED
        and one.low
        and (one.mention.start not in other.presumed or _was_hurt(one, other, told))
    ]
    if toll.low == toll.high == 1:
        portrait = Portrait.of(toll.mention.text)
        apart = [one for other, one in others if other is claim and not (_recalls(one) or _recalls(toll))]
        return None if any(_can_hold(one, portrait) for one in dead if one not in apart) else toll
    beside = any(other is claim and one in dead and not _is_some(one) for other, one in others)
    if beside or not dead:
        return toll
    if any(_counts_hurt(other, one) for other, one in others):
        return None
    killed = max(one.low or 0 for one in dead)
    if toll.low is None or toll.high is None or killed >= toll.low:
        return None
    return replace(toll, low=None)


def _was_hurt(death: Toll, claim: DraftClaim, told: Sequence[DraftClaim]) -> bool:
    """Whether the story tells, shortly before "he died", of one person hurt who can be he, and no nearer of
    another who was."""
    hurt = [
        one
        for other in told
        for one in other.tolls
        if one.harm is Harm.INJURED
        and one.low == one.high == 1
        and one.mention.start < death.mention.start
        and claim.sentence - NEAR <= other.sentence <= claim.sentence
    ]
    return bool(hurt) and Portrait.of(death.mention.text).can_be(Portrait.of(hurt[-1].mention.text))


def _is_some(toll: Toll) -> bool:
    return toll.subset or BARE.fullmatch(toll.mention.text) is not None


def _recalls(toll: Toll) -> bool:
    """Whether the words recall somebody told before ("he", "the man"): the same claim tells of another person
    in other words."""
    return toll.mention.text.lower().startswith(("he", "she", "him", "her", "the ", "it", "who"))


def _is_news(claim: DraftClaim) -> bool:
    return claim.status is Status.ASSERTED and not claim.aggregate


def _counts_hurt(claim: DraftClaim, toll: Toll) -> bool:
    """Whether the toll counts several hurt, and does not rest on shots."""
    return toll.harm is Harm.INJURED and (toll.low or 0) > 1 and toll.mention.start not in claim.presumed


def _can_hold(dead: Toll, portrait: Portrait) -> bool:
    """Whether one of the dead can be the person: several dead can be anybody."""
    return dead.low != 1 or Portrait.of(dead.mention.text).can_be(portrait)
