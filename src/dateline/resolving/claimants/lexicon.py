"""The claimant lexicon: named organisations, and kinds of people by their head noun."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.resolving.claimants.resolved import ResolvedClaimant


class ClaimantLexicon:
    """Resolves the sources of statements. Make one with `load`; it holds no state of any story."""

    @classmethod
    def load(cls, lexicon: Path | None = None) -> ClaimantLexicon:
        """The package's lexicon, with files of the user's folder `lexicon` in place of its own.

        Raises KnowledgeError, naming file and line, when a file is wrong.
        """
        del lexicon
        return cls()

    def resolve(
        self, mention: str, *, countries: Sequence[str] = (), outlet: str | None = None
    ) -> ResolvedClaimant:
        """The claimant that a noun phrase names.

        `countries` are the story's countries (ISO alpha-3, main one first), `outlet` the paper that
        prints it, for "this newspaper" and "our correspondent".
        """
        del mention, countries, outlet
        return ResolvedClaimant(None, None)

    def is_person_or_organisation(self, mention: str) -> bool:
        """Whether the noun phrase could speak at all: "the group" could, "the attack" could not."""
        del mention
        return True
