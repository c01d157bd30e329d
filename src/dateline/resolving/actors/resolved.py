"""What a noun phrase turns out to name."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Span


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """An actor as the lexicon knows it; every field is None where it is not known.

    `id` is "ucdp:…" for an actor of the UCDP list, "grp:…" for another named group, "int:…" for an
    international body, and "mil:", "pol:" or "gov:" with an ISO alpha-3 code for what a state
    commands; people named only by kind have no id. `kind` is a word of actors_kinds.yaml and
    `country` ISO 3166-1 alpha-3.
    """

    id: str | None
    name: str | None
    kind: str | None
    country: str | None


NOBODY = ResolvedActor(None, None, None, None)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A named group or force found in a text; offsets are those of the text searched."""

    span: Span
    actor: ResolvedActor
