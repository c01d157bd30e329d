"""Giving a story of the ledger its day or outlet later, and reading its claims' days anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.coding.kept import coded_from_json
from dateline.errors import LedgerError
from dateline.ledger import Amendment, Ledger, amend, amended, drafts_of
from dateline.model import Claim, LeftOut, Story
from dateline.resolving.claims import Resolver
from dateline.running.coding import code_stories
from dateline.running.linking import recompute
from dateline.running.settings import RunSettings


@dataclass(frozen=True, slots=True)
class SetSummary:
    """The story as it is now, how many claims it has, how many of their days are other ones than before,
    and whether it had to be coded again for that. `changed` is False when it was so already."""

    story: Story
    changed: bool
    claims: int = 0
    other_days: int = 0
    recoded: bool = False


def set_story(
    ledger: Ledger,
    name: str,
    values: Mapping[str, str | None],
    settings: RunSettings,
    *,
    by: str,
    at: str,
    why: str | None = None,
) -> SetSummary:
    """Set "published" (in ISO form, None for unknown) or "outlet" of a story, as a person says they are.

    The claims are resolved anew from what the coder found, when the ledger has kept that (it does for
    stories of unknown date), else the story is coded again; either way they are those that a
    recording with these values gives. Incidents are computed again. Raises NotFoundError for an
    unknown story, ValueError for a day that is none, LedgerError when it cannot be coded.
    """
    held = ledger.story(name)
    before = {"published": held.published.isoformat() if held.published else None, "outlet": held.outlet}
    story = amended(held, values)
    if story == held:
        return SetSummary(held, changed=False)
    said = [Amendment(field, before[field], value, by, at, why) for field, value in sorted(values.items())]
    old = {claim.id: claim.date for claim in ledger.coded_claims(name)}
    claims = _resolved(ledger, story, settings)
    recoded = claims is None
    if claims is None:
        claims = _coded(story, settings)
    amend(ledger, story, claims, said, coder=settings.coder)
    recompute(ledger, settings)
    other = sum(claim.date != old.get(claim.id) for claim in claims)
    return SetSummary(story, changed=True, claims=len(claims), other_days=other, recoded=recoded)


def _resolved(ledger: Ledger, story: Story, settings: RunSettings) -> list[Claim] | None:
    kept = drafts_of(ledger, story.id, settings.coder)
    coded = coded_from_json(kept, story) if kept is not None else None
    return None if coded is None else Resolver.load(settings.lexicon, settings.places).resolve(coded)


def _coded(story: Story, settings: RunSettings) -> list[Claim]:
    (result,) = code_stories([story], settings)
    if isinstance(result, LeftOut):
        raise LedgerError(result.message)
    return result[1]
