"""Who did it and to whom: noun phrases resolved to states' forces, named groups and kinds of people."""

from dateline.resolving.actors.lexicon import ActorLexicon
from dateline.resolving.actors.resolved import ActorMention, ResolvedActor

__all__ = ["ActorLexicon", "ActorMention", "ResolvedActor"]
