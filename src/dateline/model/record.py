"""All that a run has to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model.claim import Claim
from dateline.model.decision import Review
from dateline.model.incident import Incident
from dateline.model.story import LeftOut, Story


@dataclass(frozen=True, slots=True)
class Record:
    """Stories, their claims and what they add up to.

    `stories` by story id, in order of id; `claims` by claim id, in order of story id and quote,
    with `incident` filled in where they were linked; `lineages` gives each story's lineage: the id
    of the first story of its copies (itself when it has none). `left_out` are this run's inputs
    that gave no story.

    Claims that people rejected are not among `claims`, corrected ones are there corrected. `reviews`
    holds, by claim id, what people said of claims as they are now, rejected ones too; `rejected` counts
    those, and `another_look` the decisions whose claims or incidents no longer are what they were.
    """

    stories: Mapping[str, Story]
    claims: Mapping[str, Claim]
    incidents: tuple[Incident, ...]
    lineages: Mapping[str, str]
    left_out: tuple[LeftOut, ...] = ()
    reviews: Mapping[str, Review] = field(default_factory=dict)
    rejected: int = 0
    another_look: int = 0
