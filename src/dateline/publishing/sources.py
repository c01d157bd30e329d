"""What an incident was read from, for the columns on sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Claim, Incident, Record, Story


@dataclass(frozen=True, slots=True)
class Sources:
    """An incident's claims in their order, its stories in order of id, and how many lineages these are of:
    copies of a story count once."""

    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    lineages: int

    @property
    def outlets(self) -> list[str]:
        """The outlets that are known, each once."""
        return list(dict.fromkeys(story.outlet for story in self.stories if story.outlet))

    @property
    def claimants(self) -> list[str]:
        """Who is cited, each once; none where outlets speak in their own voice."""
        return list(dict.fromkeys(name for claim in self.claims if (name := claimant(claim))))


def sources(incident: Incident, record: Record) -> Sources:
    """The incident's claims and stories that are in the record."""
    claims = tuple(claim for id_ in incident.claims if (claim := record.claims.get(id_)))
    ids = sorted({claim.story for claim in claims})
    stories = tuple(story for id_ in ids if (story := record.stories.get(id_)))
    return Sources(claims, stories, len({record.lineages.get(story.id, story.id) for story in stories}))


def claimant(claim: Claim) -> str:
    """Who asserts the claim; empty in the outlet's own voice."""
    if claim.attribution is None:
        return ""
    return claim.attribution.name or claim.attribution.source.text.strip()


def published(story: Story) -> str:
    """The story's day of publication; empty when it is not known."""
    return story.published.isoformat() if story.published else ""


def headline(story: Story) -> str:
    """The story's title on one line."""
    return one_line(story.title or "")


def article(story: Story) -> str:
    """Outlet, day and headline as far as they are known, else the story's id."""
    parts = (story.outlet or "", published(story), headline(story))
    return ", ".join(part for part in parts if part) or story.id


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def joined(values: Sequence[str]) -> str | None:
    """One value a story, in the same order in every column, so that they can be told apart again."""
    return "; ".join(values) if any(values) else None
