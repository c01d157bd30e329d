"""Whose a noun for a state's own is: "the army", "the rebel army", "a former minister", "pro-army units"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.resolving.actors.words import Word
from dateline.resolving.claimants.knowledge import ClaimantKnowledge, HeadNoun
from dateline.resolving.claimants.resolved import ResolvedClaimant

OF_ALL = frozenset({"government", "officials", "military"})
"""Who speaks for a state as a whole; a province's police are the state's."""


def no_voice_of_state(
    head: Sequence[Word], nouns: Sequence[tuple[int, HeadNoun]], knowledge: ClaimantKnowledge
) -> ResolvedClaimant | None:
    """The claimant that the words before the noun make of it; None where they leave it the state's.

    `nouns` are the known nouns of the head with where they end, of which the last that is not merely a voice
    decides.
    """
    end, noun = next(((end, noun) for end, noun in reversed(nouns) if noun.kind != "unnamed"), (0, None))
    if noun is None:
        return None
    first = end - len(noun.phrase.split())
    before = head[: max(0, first)]
    if before and before[-1].joined and before[-1].key in knowledge.sides:
        return ResolvedClaimant(None, "media" if noun.kind == "state-media" else "unnamed")
    for word in before:
        kind = knowledge.opposing.get(word.key) or knowledge.opposing.get(word.bare)
        if kind is not None:
            return ResolvedClaimant(None, kind)
    nameless = noun.kind in OF_ALL and any(word.key in knowledge.nameless for word in before)
    return ResolvedClaimant(None, noun.kind) if nameless else None
