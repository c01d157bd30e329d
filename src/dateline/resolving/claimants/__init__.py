"""Who says so: noun phrases resolved to claimants with a stable name and a kind."""

from dateline.resolving.claimants.lexicon import ClaimantLexicon
from dateline.resolving.claimants.resolved import ResolvedClaimant

__all__ = ["ClaimantLexicon", "ResolvedClaimant"]
