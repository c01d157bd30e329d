"""Who speaks: claims of one claimant, and copies of one story, are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.linking.names import plain
from dateline.model import Claim, Status, Story
from dateline.weighing.settings import WeighingSettings

OWN = "own-voice"
Order = tuple[int, str, int, int, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """One claimant, or one outlet in its own words. `key` tells voices apart, `label` names them."""

    key: tuple[str, ...]
    label: str
    kind: str | None

    @property
    def own(self) -> bool:
        """Whether it is an outlet's own voice."""
        return self.kind == OWN


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with who says it and in whose story.

    `order` sorts by publication (unknown last), story and place in it; `published` is an ordinal; `printed`
    is the story, None where it is not at hand.
    """

    claim: Claim
    voice: Voice
    lineage: str
    published: int | None
    order: Order
    printed: Story | None = None


def is_news(claim: Claim) -> bool:
    """Whether it tells as news that something happened."""
    return claim.status is Status.ASSERTED and not claim.background


def _unnamed(name: str | None, kind: str | None, settings: WeighingSettings) -> bool:
    """Whether it is no name ("residents", "the group"): all in lower case, or, of a kind that seldom has
    a name, with no capital first ("activists inside Syria") or no other ("Opposition activists")."""
    if not name or name == name.casefold():
        return True
    later = any(word[0].isupper() for word in name.split()[1:])
    return kind in settings.unnamed_kinds and (name[0].islower() or not later)


def voice_of(
    claim: Claim, story: Story | None, first: Story | None, lineage: str, settings: WeighingSettings
) -> Voice:
    """Who asserts the claim.

    A named claimant is one voice in all stories, and so is an outlet in its own words; copies in other
    outlets speak with the voice of the first (`first` is the story that the lineage is named for). One
    without a name ("witnesses") is one in the copies of one story: copies say nothing twice.
    """
    attribution = claim.attribution
    if attribution is None:
        told_first = first or story
        if told_first and told_first.outlet:
            return Voice((OWN, "outlet", plain(told_first.outlet)), told_first.outlet, OWN)
        return Voice((OWN, "lineage", lineage), f"the outlet of {lineage}", OWN)
    if _unnamed(attribution.name, attribution.kind, settings):
        words = attribution.source.text
        return Voice(("words", lineage, plain(words).removeprefix("the ")), words, attribution.kind)
    name = attribution.name
    assert name is not None
    return Voice(("name", plain(name).removeprefix("the ")), name, attribution.kind)


def in_order(
    claims: Iterable[Claim],
    stories: Mapping[str, Story],
    lineages: Mapping[str, str],
    settings: WeighingSettings,
) -> tuple[Said, ...]:
    """The claims with their voices, in the order of publication, story and place in it."""
    said = []
    for claim in claims:
        story = stories.get(claim.story)
        lineage = lineages.get(claim.story, claim.story)
        published = story.published.toordinal() if story and story.published else None
        said.append(
            Said(
                claim=claim,
                voice=voice_of(claim, story, stories.get(lineage), lineage, settings),
                lineage=lineage,
                published=published,
                printed=story,
                order=(
                    published or date.max.toordinal(),
                    claim.story,
                    claim.quote.start,
                    claim.quote.end,
                    claim.id,
                ),
            )
        )
    return tuple(sorted(said, key=lambda one: one.order))
