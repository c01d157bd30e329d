"""Estimating the weights of linking from claims of known incidents, and what they would change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.errors import InputError
from dateline.linking import LinkingSettings, find_lineages, link_claims, load_linking_settings
from dateline.linking.estimating import Estimate, agreement, estimate_weights, half_of, rewritten
from dateline.linking.settings import FILE
from dateline.linking.storywise import facts_of
from dateline.model import Claim, LeftOut, Story
from dateline.model.jsonform import claim_from_json
from dateline.ontology.files import knowledge_file
from dateline.reading import read_inputs

Agreement = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Estimated:
    """The weights, the linking.yaml that holds them, and how well claims of incidents that they were not
    estimated from come out (precision, recall and F1 of B-cubed) with the weights of before and with them."""

    estimate: Estimate
    file: str
    before: Agreement
    after: Agreement
    held_out: int


def read_labelled(path: Path) -> list[Claim]:
    """Claims from JSON Lines (claim.schema.json), `incident` being the one that a person says they are of.

    Raises InputError, naming file and line, for a line that is no claim.
    """
    found = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(claim_from_json(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                raise InputError(f"{path}, line {number}: no claim: {error!r}") from error
    return found


def estimate(
    inputs: Sequence[str], claims: Sequence[Path], lexicon: Path | None = None, *, every: bool = False
) -> Estimated:
    """Estimate weights from labelled claims and their stories.

    One half of the incidents, by their names, is estimated from, the other is linked to compare; with
    `every` all are estimated from, and the comparison says less. Raises InputError when there is nothing to
    estimate from.
    """
    settings = load_linking_settings(lexicon)
    stories = {story.id: story for story in read_inputs(inputs) if not isinstance(story, LeftOut)}
    labelled = [claim for path in claims for claim in read_labelled(path) if claim.story in stories]
    incidents = {claim.id: claim.incident for claim in labelled if claim.incident is not None}
    lineages = find_lineages(stories.values(), settings)
    fitted = {name: incident for name, incident in incidents.items() if every or half_of(incident) == 0}
    held = {name: incident for name, incident in incidents.items() if half_of(incident) == 1}
    facts = list(facts_of(stories, labelled, lineages, settings))
    try:
        found = estimate_weights(facts, fitted, settings)
    except ValueError as error:
        raise InputError(f"{', '.join(map(str, claims))}: {error}") from error
    new = replace(settings, start=found.start, weights=found.weights)
    source = ", ".join(path.name for path in claims) + ("" if every else ", one half of the incidents")
    text = knowledge_file(FILE, lexicon).text
    before, after = (_measured(stories, labelled, lineages, one, held) for one in (settings, new))
    return Estimated(found, rewritten(text, found, source), before, after, len(held))


def _measured(
    stories: Mapping[str, Story],
    claims: Sequence[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings,
    known: Mapping[str, str],
) -> Agreement:
    return agreement(link_claims(stories, claims, lineages, settings), known)
