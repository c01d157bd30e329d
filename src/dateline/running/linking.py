"""Linking and weighing what a ledger holds, with what people decided."""

from __future__ import annotations

from dateline.deciding import with_handset_tolls
from dateline.ledger import Ledger
from dateline.linking import find_lineages, link_claims, load_linking_settings
from dateline.running.settings import RunSettings
from dateline.weighing import build_incidents, load_weighing_settings


def recompute(ledger: Ledger, settings: RunSettings) -> None:
    """Compute incidents and lineages anew, unless they are of today's claims, decisions and settings."""
    if ledger.linked(settings.linker):
        return
    linking = load_linking_settings(settings.lexicon)
    weighing = load_weighing_settings(settings.lexicon)
    decided = ledger.decisions()
    lineages = find_lineages(ledger.stories(), linking)
    full = ledger.record()
    same, apart = decided.same_and_apart(ledger.digest_of_coded)
    membership = link_claims(full.stories, ledger.claims(), lineages, linking, same=same, apart=apart)
    incidents = build_incidents(full.stories, ledger.claims(), lineages, membership, weighing)
    incidents = with_handset_tolls(incidents, decided.tolls, ledger.digest_of_claim)
    ledger.replace_incidents(incidents, lineages, linker=settings.linker, decisions=decided.digest)
