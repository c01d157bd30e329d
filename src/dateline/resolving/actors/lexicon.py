"""The actor lexicon: one object that answers for countries, groups and kinds of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from dateline.model import Span, Victims
from dateline.resolving.actors.countries import Countries, Naming
from dateline.resolving.actors.groups import Groups
from dateline.resolving.actors.kinds import Kinds
from dateline.resolving.actors.nounphrase import Found, Lexica, Story, last_country
from dateline.resolving.actors.resolved import NOBODY, ActorMention, ResolvedActor
from dateline.resolving.actors.victims import victims_of
from dateline.resolving.actors.words import Word, is_shouted, words_of

_STATE = {
    "mil": ("Military", "state-forces"),
    "pol": ("Police", "police"),
    "gov": ("Government", "government"),
}
_FORCES = ("state-forces", "police")
_AND = ("and", "or", "but")
_KEPT = 8192
"""Phrases whose reading is kept in memory."""


class ActorLexicon:
    """Resolves noun phrases to actors. Make one with `load`; it holds no state of any story."""

    def __init__(self, lexica: Lexica) -> None:
        self._lexica = lexica
        # "Civilians", "government forces": a story says the same few phrases again and again.
        self._resolve_phrase = lru_cache(maxsize=_KEPT)(self._resolve_mention)
        self._everywhere: dict[str, ResolvedActor] = {}
        self._victims = lru_cache(maxsize=_KEPT)(self._victims_of)

    @property
    def lexica(self) -> Lexica:
        """The files behind it, for the claimant lexicon, which reads noun phrases alike."""
        return self._lexica

    @classmethod
    def load(cls, lexicon: Path | None = None) -> ActorLexicon:
        """The package's lexicon, with files of the user's folder `lexicon` in place of its own.

        Raises KnowledgeError, naming file and line, when a file is wrong.
        """
        kinds = Kinds.load(lexicon)
        countries = Countries.load(lexicon, kinds.words_in_capitals)
        groups = Groups.load(lexicon, kinds.names, frozenset(countries.names), kinds.words_in_capitals)
        return cls(Lexica.of(kinds, countries, groups))

    def resolve(
        self, mention: str, *, countries: Sequence[str] = (), on: date | None = None
    ) -> ResolvedActor:
        """The actor that a noun phrase names.

        `countries` are the ISO alpha-3 codes of the countries that the story is about, the main one
        first: "government troops" are the forces of that one. `on` is the story's day, after which
        a leader's name no longer stands for the state.
        """
        known = self._everywhere.get(mention)
        return known or self._resolve_phrase(mention, tuple(countries), on)

    def _resolve_mention(self, mention: str, countries: tuple[str, ...], on: date | None) -> ResolvedActor:
        story = Story(countries, on, shouted=is_shouted(mention))
        actor = self._resolve(words_of(mention), story)
        if not story.asked and len(self._everywhere) < _KEPT:
            self._everywhere[mention] = actor
        return actor

    def country(self, mention: str, *, countries: Sequence[str] = ()) -> str | None:
        """ISO alpha-3 of the first country that a phrase names by name, adjective or leader."""
        story = Story(tuple(countries), shouted=is_shouted(mention))
        found = self._lexica.find(words_of(mention), story)
        return next((item.country.alpha3 for item in found if item.country), None)

    def country_name(self, alpha3: str) -> str:
        """The usual English name of a country; the code itself when it is not in the lexicon."""
        return self._lexica.countries.names.get(alpha3, alpha3)

    def victims(self, mention: str) -> Victims:
        """Which people a phrase counts, from its nouns alone ("18 civilians", "Hezbollah fighters")."""
        return self._victims(mention)

    def _victims_of(self, mention: str) -> Victims:
        return victims_of(self._lexica, words_of(mention), Story(shouted=is_shouted(mention)))

    def phrases(self) -> list[str]:
        """The names to look for in a text, lower case, for a multi-pattern matcher: of groups and of
        international forces. (`find_actors` also finds forces named by country, as "Syrian army".)"""
        return sorted(self._lexica.groups.printed)

    def find_actors(
        self, text: str, *, countries: Sequence[str] = (), on: date | None = None
    ) -> list[ActorMention]:
        """Named groups and forces in `text`, in order; the longest name wins where two overlap."""
        words = words_of(text)
        story = Story(tuple(countries), on, shouted=is_shouted(text))
        mentions: list[ActorMention] = []
        reached = 0
        found = self._lexica.find(words, story)
        for index, item in enumerate(found):
            if item.start < reached:
                continue
            last = item
            actor = item.group.actor if item.group else NOBODY
            names_state = item.country and item.country.naming is not Naming.SEAT
            if names_state or (item.noun and item.noun.kind in _FORCES):
                last, actor = self._force(words, found[index:], story)
            if actor.id is None:
                continue
            reached = last.end
            start, end = words[item.start].start, words[last.end - 1].end
            mentions.append(ActorMention(Span(start, end, text[start:end]), actor))
        return mentions

    def _force(
        self, words: Sequence[Word], found: Sequence[Found], story: Story
    ) -> tuple[Found, ResolvedActor]:
        """The force whose name begins with `found[0]`, and the last part of that name.

        The parts of a name follow on one another; only an adjective of a country may be separated
        from its forces by a word that the lexicon does not know ("Syrian elite troops").
        """
        first = found[0]
        best, actor = first, NOBODY
        adjective = first.country is not None and first.country.naming is not Naming.NAME
        place = first.end
        for item in found:
            gap = item.start - place if item is not first else 0
            if gap > int(adjective) or any(
                word.apart or word.key in self._lexica.kinds.boundaries or word.key in _AND
                for word in words[first.start + 1 : item.end]
            ):
                break
            place = item.end
            if item.force or item.police or (item.noun and item.noun.kind in _FORCES):
                resolved = self._resolve(words[first.start : item.end], story)
                if resolved.kind in _FORCES and resolved.id:
                    best, actor = item, resolved
        return best, actor

    def _resolve(self, words: Sequence[Word], story: Story, depth: int = 0) -> ResolvedActor:
        head, boundary, rest = self._lexica.split(words, shouted=story.shouted)
        actor, strong = self._head(head, story)
        if strong or not rest or depth > 3:
            return actor
        if boundary == "and":
            return self._both(head, actor, rest, story, depth)
        if boundary in self._lexica.kinds.links:
            return self._carried(head, actor, rest, story, depth)
        return actor

    def _both(
        self, head: Sequence[Word], actor: ResolvedActor, rest: Sequence[Word], story: Story, depth: int
    ) -> ResolvedActor:
        """The first of two that are named together: "Syrian and Russian warplanes", "X and Y"."""
        second = self._resolve(rest, story, depth + 1)
        adjective = next((item.country for item in self._lexica.find(head, story) if item.country), None)
        if adjective and adjective.naming is Naming.DEMONYM and actor.kind is None:
            for prefix in ("mil", "pol", "gov"):
                if second.id and second.id.startswith(prefix + ":"):
                    return self._state(prefix, adjective.alpha3)
            return ResolvedActor(None, None, second.kind, adjective.alpha3)
        if actor is NOBODY:
            return second
        return actor

    def _carried(  # noqa: PLR0911 - cases, strongest first
        self, head: Sequence[Word], actor: ResolvedActor, rest: Sequence[Word], story: Story, depth: int
    ) -> ResolvedActor:
        """What an of-phrase adds: "members of Hezbollah", "forces loyal to Assad", "people of Aleppo"."""
        behind = self._resolve(rest, story, depth + 1)
        items = self._lexica.find(head, story)
        noun = next((item for item in reversed(items) if item.is_head), None)
        if noun is None or actor.kind in self._lexica.kinds.own_kinds:
            if (
                noun is None
                and not items
                and all(word.key in _QUANTIFIERS or word.key.isdigit() for word in head)
            ):
                return behind
            return ResolvedActor(actor.id, actor.name, actor.kind, actor.country or behind.country)
        if behind.id and behind.id[:4] in ("gov:", "mil:", "pol:"):
            country = behind.country or ""
            if noun.police:
                return self._state("pol", country)
            if noun.force or noun.leader_force or actor.kind == "state-forces":
                return self._state("mil", country)
            if noun.government or actor.kind == "government" or noun.carrier:
                return behind if actor.kind is None or actor.kind == "government" else actor
            return ResolvedActor(None, None, actor.kind, actor.country or country)
        if noun.carrier and behind is not NOBODY and (behind.id or actor.kind is None):
            return behind
        if actor is NOBODY and noun.carrier:
            return behind
        return ResolvedActor(actor.id, actor.name, actor.kind, actor.country or behind.country)

    def _head(self, words: Sequence[Word], story: Story) -> tuple[ResolvedActor, bool]:  # noqa: PLR0911 - cases, strongest first
        """What the head of a phrase names, and whether that is an actor with an id."""
        found = self._lexica.find(words, story)
        while len(found) > 1 and found[-1].is_mere_carrier:
            found.pop()
        if not found:
            return NOBODY, False
        last = found[-1]
        if last.not_actor and not (last.noun or last.force or last.government):
            return NOBODY, False
        group = next((item.group for item in reversed(found) if item.group), None)
        country = last_country(found, last.start + (0 if last.is_head else last.end - last.start))
        code = country.alpha3 if country else None
        own_kind = last.noun.kind if last.noun and last.noun.kind in self._lexica.kinds.own_kinds else None
        if own_kind:
            return ResolvedActor(
                None, None, own_kind, code or (group.actor.country if group else None)
            ), False
        if group:
            return group.actor, True
        state = self._of_state(found, last, country.naming if country else None, code, story)
        if state:
            return state, True
        if last.country:
            return self._of_country(words, last)
        if last.noun:
            people = any(item.people for item in found[:-1])
            kind = "armed-group" if people and last.noun.kind == "state-forces" else last.noun.kind
            return ResolvedActor(None, None, kind, code), False
        if last.force or last.police:
            people = any(item.people for item in found[:-1])
            return ResolvedActor(None, None, "armed-group" if people else None, code), False
        return ResolvedActor(None, None, None, code), False

    def _of_state(  # noqa: PLR0911 - cases, strongest first
        self, found: Sequence[Found], last: Found, naming: Naming | None, code: str | None, story: Story
    ) -> ResolvedActor | None:
        """The forces, police or government of a state, when that is what the head names."""
        kinds = self._lexica.kinds
        kind = last.noun.kind if last.noun else None
        if code and naming is Naming.LEADER and last.leader_force:
            return self._state("mil", code)
        rebellious = any(item.people or (item.noun and item.noun.kind in _NOT_STATE) for item in found)
        if rebellious:
            return None
        if code:
            if last.police or kind == "police":
                return self._state("pol", code)
            if last.force or kind == "state-forces":
                return self._state("mil", code)
            if last.government or kind == "government":
                return self._state("gov", code)
            return None
        phrase = " ".join(item.noun.phrase for item in found if item.noun)
        if not phrase or not kinds.implies_state(phrase) or not story.countries:
            return None
        main = story.countries[0]
        if kind == "police":
            return self._state("pol", main)
        if kind == "state-forces" or last.force:
            return self._state("mil", main)
        if last.noun and last.noun.phrase in kinds.implied_government:
            return self._state("gov", main)
        return None

    def _of_country(self, words: Sequence[Word], last: Found) -> tuple[ResolvedActor, bool]:
        """A country's government, when its name or its leader's is all that the head says at its end."""
        country = last.country
        assert country is not None
        unnamed = ResolvedActor(None, None, None, country.alpha3)
        if country.naming is Naming.DEMONYM or last.end < len(words):
            return unnamed, False
        if country.naming is Naming.SEAT and any(
            word.key not in _DETERMINERS for word in words[: last.start]
        ):
            return NOBODY, False
        return self._state("gov", country.alpha3), True

    def _state(self, prefix: str, alpha3: str) -> ResolvedActor:
        title, kind = _STATE[prefix]
        return ResolvedActor(f"{prefix}:{alpha3}", f"{title} of {self.country_name(alpha3)}", kind, alpha3)


_NOT_STATE = ("rebels", "militia", "armed-group", "criminal", "political", "unidentified")
_DETERMINERS = ("the", "a", "an")
_QUANTIFIERS = frozenset(
    {
        *("dozen", "dozens", "hundreds", "scores", "thousands", "tens", "many", "most", "several"),
        *("some", "one", "two", "three", "all", "both", "each", "any", "none"),
        *("the", "a", "at", "least", "more", "than", "about"),
    }
)
