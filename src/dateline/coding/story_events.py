"""What kind of violence it was where a sentence does not tell: by the sentences around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.drafts import DraftClaim
from dateline.coding.groups import Kinds
from dateline.model import EventType, Status

EXPLOSIVE = frozenset(
    {
        EventType.SUICIDE_BOMBING,
        EventType.BOMBING,
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.CHEMICAL_ATTACK,
    }
)
"""Acts that a "massacre" or a "raid" told of later can be."""

CAN_BE = {
    EventType.BOMBING: frozenset({EventType.SUICIDE_BOMBING}),
    EventType.AIR_STRIKE: frozenset({EventType.SHELLING}),
}
"""Acts that a "blast" or a "strike" told of later can be instead of what it is by itself."""

BLOODLESS = frozenset({EventType.ABDUCTION, EventType.SEXUAL_VIOLENCE, EventType.TORTURE})
"""Violence that tells nothing of how the dead of another sentence died, nor of what an attack was."""


def with_events(claims: Sequence[DraftClaim], kinds: Kinds) -> Iterator[DraftClaim]:
    """The claims, each with an event.

    Harm and attacks whose kind the sentence does not tell are of the story's main kind of violence, or of
    that of the sentence right before when it is another; older context stays unspecified. What hurt nobody
    says nothing of how others were hurt.
    """
    main = next((c.event for c in claims if _is_news_of_violence(c, kinds)), None)
    last: tuple[int, EventType] | None = None
    told: tuple[int, EventType] | None = None
    for claim in claims:
        recalled = told if claim.responsibility else last
        near = recalled[1] if recalled is not None and recalled[0] >= claim.sentence - 1 else None
        event = claim.event or _leaning(claim, near, main)
        if claim.sides_untold and EventType.ATTACK_ON_CIVILIANS in {near, main}:
            event = EventType.ATTACK_ON_CIVILIANS
        tells = claim.tolls or not claim.title
        harmless = bool(claim.tolls) and all(toll.high == 0 for toll in claim.tolls)
        if kinds[event].violent and tells and not (claim.aggregate or claim.reference or harmless):
            last = (claim.sentence, event)
        if kinds[event].deed and not claim.reference:
            told = (claim.sentence, event)
        yield claim if event is claim.event else claim._replace(event=event)


def _is_news_of_violence(claim: DraftClaim, kinds: Kinds) -> bool:
    known = claim.event is not None and not claim.sides_untold and kinds[claim.event].violent
    happened = claim.status in {Status.ASSERTED, Status.DENIED}
    return known and happened and not claim.background and not claim.reference


def _leaning(claim: DraftClaim, near: EventType | None, main: EventType | None) -> EventType:
    """The event of a claim that names none, by what was told right before (`near`) or first (`main`)."""
    alone = claim.otherwise or EventType.UNSPECIFIED_VIOLENCE
    if claim.aggregate or (claim.background and not claim.responsibility and near is None):
        return alone
    leaning = near or main
    if leaning in BLOODLESS and not claim.responsibility:
        return alone
    if claim.otherwise is not None and leaning not in CAN_BE.get(claim.otherwise, EXPLOSIVE):
        return claim.otherwise
    return leaning or alone
