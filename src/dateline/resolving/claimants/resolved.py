"""What the source of a statement turns out to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResolvedClaimant:
    """A claimant under one name however it is printed; None where the lexicon does not know.

    `kind` is a word of claimants.yaml (monitor, state-media, witness, …).
    """

    name: str | None
    kind: str | None
