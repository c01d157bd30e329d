"""The actor lexicon: one object that answers for countries, groups and kinds of people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.model import Victims
from dateline.resolving.actors.resolved import NOBODY, ActorMention, ResolvedActor


class ActorLexicon:
    """Resolves noun phrases to actors. Make one with `load`; it holds no state of any story."""

    @classmethod
    def load(cls, lexicon: Path | None = None) -> ActorLexicon:
        """The package's lexicon, with files of the user's folder `lexicon` in place of its own.

        Raises KnowledgeError, naming file and line, when a file is wrong.
        """
        del lexicon
        return cls()

    def resolve(self, mention: str, *, countries: Sequence[str] = ()) -> ResolvedActor:
        """The actor that a noun phrase names.

        `countries` are the ISO alpha-3 codes of the countries that the story is about, the main one
        first: "government troops" are the forces of that one.
        """
        del mention, countries
        return NOBODY

    def victims(self, mention: str) -> Victims:
        """Which people a phrase counts, from its nouns alone ("18 civilians", "Hezbollah fighters")."""
        del mention
        return Victims.UNKNOWN

    def phrases(self) -> list[str]:
        """The names to look for in a text, lower case, for a multi-pattern matcher."""
        return []

    def find_actors(self, text: str, *, countries: Sequence[str] = ()) -> list[ActorMention]:
        """Named groups and forces in `text`, in order; the longest name wins where two overlap."""
        del text, countries
        return []
