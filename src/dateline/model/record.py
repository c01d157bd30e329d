"""All that a run has to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.story import LeftOut, Story


@dataclass(frozen=True, slots=True)
class Record:
    """Stories, their claims and what they add up to.

    `stories` by story id, in order of id; `claims` by claim id, in order of story id and quote,
    with `incident` filled in where they were linked; `lineages` gives each story's lineage: the id
    of the first story of its copies (itself when it has none). `left_out` are this run's inputs
    that gave no story.
    """

    stories: Mapping[str, Story]
    claims: Mapping[str, Claim]
    incidents: tuple[Incident, ...]
    lineages: Mapping[str, str]
    left_out: tuple[LeftOut, ...] = ()
