"""What the rule coder reads in a text, in short words for tests."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.coder import RuleCoder
from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.model import Role, Story, Toll, stored_text


@dataclass(frozen=True)
class Read:
    """A draft claim in short. `source` is who says it; empty for the outlet itself."""

    event: str
    status: str
    source: str
    by: str
    against: str
    tolls: list[str]
    quote: str
    trigger: str
    background: bool
    title: bool


@dataclass(frozen=True)
class Reader:
    """Reads texts with one coder."""

    coder: RuleCoder

    def story(self, body: str, title: str | None = None) -> CodedStory:
        """The text coded as a story of its own."""
        text = stored_text(title, body)
        (coded,) = self.coder.code([Story(id="story", text=text, title=title)])
        return coded

    def claims(self, body: str, title: str | None = None) -> list[Read]:
        """The claims of the text, without mere recalls, in the text's order."""
        coded = self.story(body, title)
        return [_read(claim, coded) for claim in coded.claims if not claim.reference]

    def claim(self, body: str) -> Read:
        """The only claim of the text."""
        claims = self.claims(body)
        assert len(claims) == 1, claims
        return claims[0]

    def tolls(self, body: str) -> list[str]:
        """All tolls of the text."""
        return [toll for claim in self.claims(body) for toll in claim.tolls]


def _read(claim: DraftClaim, coded: CodedStory) -> Read:
    source = None if claim.speech is None else coded.speeches[claim.speech].source
    return Read(
        event=str(claim.event),
        status=str(claim.status),
        source=source.text if source else "",
        by=_actor(claim, Role.BY),
        against=_actor(claim, Role.AGAINST),
        tolls=[toll_in_short(toll) for toll in claim.tolls],
        quote=claim.quote.text,
        trigger=claim.trigger.text,
        background=claim.background,
        title=claim.title,
    )


def _actor(claim: DraftClaim, role: Role) -> str:
    return next((actor.mention.text for actor in claim.actors if actor.role is role), "")


def toll_in_short(toll: Toll) -> str:
    """ "killed 12+ combatant", "killed ~40", "injured 20-30", "killed ..20", "killed 5 civilian of them"."""
    if toll.low == toll.high:
        number = "?" if toll.low is None else str(toll.low)
    elif toll.high is None:
        number = f"{toll.low}+"
    else:
        number = f"{'' if toll.low is None else toll.low}-{toll.high}"
    words = [str(toll.harm), f"~{number}" if toll.approximate else number]
    words += [] if toll.victims == "unknown" else [str(toll.victims)]
    return " ".join([*words, "of them"] if toll.subset else words)
