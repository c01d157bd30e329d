"""The claimant lexicon: named organisations, and kinds of people by their head noun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.resolving.actors import ActorLexicon
from dateline.resolving.actors.countries import Naming
from dateline.resolving.actors.nounphrase import Found, Story
from dateline.resolving.actors.phrasebook import Phrasebook
from dateline.resolving.actors.words import Word, is_shouted, words_of
from dateline.resolving.claimants.apart import no_voice_of_state
from dateline.resolving.claimants.behind_of import KIND_OF_ACTOR, army_of, ministry_of, title_of
from dateline.resolving.claimants.knowledge import ClaimantKnowledge, HeadNoun, Organisation, choose
from dateline.resolving.claimants.persons import last_name, leading_name, trailing_name
from dateline.resolving.claimants.resolved import ResolvedClaimant

NOBODY = ResolvedClaimant(None, None)
_OF_STATE = {
    "military": "Military",
    "police": "Police",
    "government": "Government",
    "officials": "Officials",
    "state-media": "State media",
}
# States without an army: "the military" of a story about them and a neighbour is the neighbour's.
_WITHOUT_ARMY = frozenset({"PSE", "CRI", "ISL"})
# Of these one speaks for oneself, whatever group or state is named beside.
_OWN_VOICE = frozenset(
    {
        *("witness", "resident", "medics", "activist", "relief-organisation", "expert"),
        *("court", "monitor", "media", "agency", "opposition"),
    }
)
_VOICES_OF_OTHERS = frozenset({"unnamed", "officials", "government", "media", "armed-group", "military"})
_BEFORE_ANY = frozenset({"the", "a", "an", "this", "that", "its", "their", "our", "s"})
_PASSES_ON = frozenset({"of", "for", "at", "in", "from", "with", "by", "to", "inside"})
_OUTLETS_OWN = (("this", "newspaper"), ("our", "correspondent"), ("our", "reporter"), ("this", "paper"))
_KEPT = 8192
"""Phrases whose reading is kept in memory."""
# In capitals these are no pronouns: the World Health Organization, the United States.
_NAMED_LIKE_PRONOUNS = ("WHO", "US")


@dataclass(frozen=True, slots=True)
class Parts:
    """The head of a noun phrase with what the lexica know in it, left to right."""

    text: str
    head: Sequence[Word]
    nouns: Sequence[tuple[int, HeadNoun]]
    found: Sequence[Found]

    @property
    def noun(self) -> HeadNoun | None:
        """The noun that says of what kind the speaker is: the last that is not merely a voice."""
        return next((noun for _, noun in reversed(self.nouns) if noun.kind != "unnamed"), None)

    def person(self) -> str | None:
        """The person's name that the head ends with, or begins with when it names no group or state."""
        ends = [end for end, _ in self.nouns] + [item.end for item in self.found]
        name = trailing_name(self.text, self.head, max(ends, default=0))
        if name or any(item.group or item.country for item in self.found):
            return name
        return leading_name(self.text, self.head)


class ClaimantLexicon:
    """Resolves the sources of statements. Make one with `load`; it holds no state of any story."""

    def __init__(self, knowledge: ClaimantKnowledge, actors: ActorLexicon) -> None:
        self._knowledge = knowledge
        self._actors = actors
        # A story's few sources speak again and again.
        self._resolve_phrase = lru_cache(maxsize=_KEPT)(self._resolve_mention)
        self._everywhere: dict[str, ResolvedClaimant] = {}

    @classmethod
    def load(cls, lexicon: Path | None = None, *, actors: ActorLexicon | None = None) -> ClaimantLexicon:
        """The package's lexicon, with files of the user's folder `lexicon` in place of its own.

        `actors` spares reading the actor lexicon twice. Raises KnowledgeError, naming file and
        line, when a file is wrong.
        """
        actors = actors or ActorLexicon.load(lexicon)
        return cls(ClaimantKnowledge.load(lexicon, actors.lexica.kinds.words_in_capitals), actors)

    def resolve(
        self, mention: str, *, countries: Sequence[str] = (), outlet: str | None = None
    ) -> ResolvedClaimant:
        """The claimant that a noun phrase names.

        `countries` are the story's countries (ISO alpha-3, main one first), `outlet` the paper that
        prints it, for "this newspaper" and "our correspondent".
        """
        known = self._everywhere.get(mention)
        return known or self._resolve_phrase(mention, tuple(countries), outlet)

    def _resolve_mention(
        self, mention: str, countries: tuple[str, ...], outlet: str | None
    ) -> ResolvedClaimant:
        words = words_of(mention)
        keys = [word.key for word in words]
        outlets_own = tuple(keys[:2]) in _OUTLETS_OWN
        if outlet and outlets_own:
            return ResolvedClaimant(outlet, "media")
        if (
            len(keys) == 1
            and keys[0] in self._knowledge.pronouns
            and words[0].text not in _NAMED_LIKE_PRONOUNS
        ):
            return NOBODY
        story = Story(countries, shouted=is_shouted(mention))
        claimant = self._resolve(mention, words, story)
        if not (story.asked or outlets_own) and len(self._everywhere) < _KEPT:
            self._everywhere[mention] = claimant
        return claimant

    def _resolve(  # noqa: PLR0911 - cases, strongest first
        self, text: str, words: Sequence[Word], story: Story, depth: int = 0
    ) -> ResolvedClaimant:
        head, boundary, rest = self._actors.lexica.split(words, shouted=story.shouted)
        named = self._organisation(text, words, story, len(head))
        lexica = self._actors.lexica
        named = named or army_of(text, words, len(head), lexica, story)
        named = named or ministry_of(words, len(head), lexica, self._knowledge, story)
        if named:
            return named
        parts = Parts(text, head, self._nouns(head), self._actors.lexica.find(head, story))
        deeper = bool(rest) and depth < 3
        if deeper and boundary in _PASSES_ON and self._passes_on(parts):
            behind = self._resolve(text, rest, story, depth + 1)
            if behind.kind and (behind.name or behind.kind in _OF_STATE or parts.noun is None):
                return _behind(parts.noun, behind)
        if deeper and boundary in _PASSES_ON and parts.noun:
            # "Monitors at the Syrian Observatory": an organisation of the kind that they are.
            outfit = self._organisation(text, rest, story, min(2, len(rest)))
            if outfit and outfit.kind == parts.noun.kind:
                return outfit
        claimant = (boundary == "of" and self._of_state_behind(parts, rest, story)) or self._of_head(
            parts, story
        )
        if claimant == NOBODY and deeper and boundary in ("and", "of") and not self._is_other(parts):
            return self._resolve(text, rest, story, depth + 1)
        if claimant.name and claimant.kind is None and deeper and rest[0].apart:
            # "Ann Smith, a spokeswoman for the army" speaks for the army; "…, a doctor" for herself.
            behind = self._resolve(text, rest, story, depth + 1)
            return behind if behind.name else ResolvedClaimant(claimant.name, behind.kind)
        if claimant.name is None and parts.noun and not story.shouted:
            if boundary == "named":
                return ResolvedClaimant(trailing_name(text, rest, 0), claimant.kind)
            if boundary in ("of", "in"):
                return ResolvedClaimant(last_name(text, rest), claimant.kind)
        return claimant

    def _is_other(self, parts: Parts) -> bool:
        """ "opponents of the president", "supporters of X" do not speak for whom they name."""
        return bool(parts.head) and parts.head[-1].key in self._actors.lexica.kinds.relatives

    def _passes_on(self, parts: Parts) -> bool:
        """Whether what stands behind the head is the claimant: "a source in X", "one of its officers"."""
        if any(item.group or item.country for item in parts.found):
            return False
        if self._is_other(parts):
            return False
        if not parts.nouns:
            return not any(word.text[:1].isupper() for word in parts.head[1:])
        return _ends_with(self._knowledge.voices, parts.head) and (
            parts.noun is None or parts.noun.kind in _VOICES_OF_OTHERS
        )

    def _of_head(self, parts: Parts, story: Story) -> ResolvedClaimant:  # noqa: PLR0911 - cases, strongest first
        kind = parts.noun.kind if parts.noun else (parts.nouns[-1][1].kind if parts.nouns else None)
        last = parts.found[-1] if parts.found else None
        if last and last.country and last.country.leader and last.end == len(parts.head):
            return ResolvedClaimant(last.country.leader, "government")
        person = None if story.shouted else parts.person()
        group = next((item.group for item in parts.found if item.group), None)
        if kind in _OWN_VOICE and not (group and kind == "media"):
            return ResolvedClaimant(person, kind)
        if group:
            return ResolvedClaimant(group.actor.name, KIND_OF_ACTOR.get(group.actor.kind or "", "unnamed"))
        if person:
            return ResolvedClaimant(person, kind)
        if kind in _OF_STATE and self._is_other(parts):
            return ResolvedClaimant(None, "unnamed")
        if kind in _OF_STATE and (apart := no_voice_of_state(parts.head, parts.nouns, self._knowledge)):
            return apart
        named = next((item.country for item in reversed(parts.found) if item.country), None)
        if kind is None:
            if named and last and named.naming in (Naming.NAME, Naming.SEAT) and last.end == len(parts.head):
                return ResolvedClaimant(self._state("Government", named.alpha3), "government")
            return NOBODY
        alpha3 = named.alpha3 if named else self._implied(parts.noun, story)
        if alpha3 and parts.noun and kind in _OF_STATE:
            phrase = parts.noun.phrase
            title = title_of(phrase) if "ministry" in phrase.split() else _OF_STATE[kind]
            return ResolvedClaimant(self._state(title, alpha3), kind)
        return ResolvedClaimant(None, kind)

    def _of_state_behind(self, parts: Parts, rest: Sequence[Word], story: Story) -> ResolvedClaimant | None:
        """ "The army of Syria": whatever country the story is about."""
        found = self._actors.lexica.find(rest, story) if rest and parts.noun else ()
        state = found[0].country if found and found[0].start == 0 else None
        if state is None or parts.noun is None or parts.noun.kind not in _OF_STATE:
            return None
        return ResolvedClaimant(self._state(_OF_STATE[parts.noun.kind], state.alpha3), parts.noun.kind)

    def _implied(self, noun: HeadNoun | None, story: Story) -> str | None:
        """The story's own country, for "the army", "the regime", "state media"."""
        if noun is None:
            return None
        kinds = self._actors.lexica.kinds
        if noun.kind == "government":
            implied = noun.phrase in kinds.implied_government
        elif noun.kind == "officials":
            implied = False
        else:
            police = noun.kind == "police" and "police" in noun.phrase
            implied = noun.kind == "state-media" or police or kinds.implies_state(noun.phrase)
        if not implied:
            return None
        army = noun.kind == "military"
        able = (country for country in story.countries if not (army and country in _WITHOUT_ARMY))
        return next(able, None)

    def _state(self, title: str, alpha3: str) -> str:
        return f"{title} of {self._actors.country_name(alpha3)}"

    def _organisation(
        self, text: str, words: Sequence[Word], story: Story, until: int
    ) -> ResolvedClaimant | None:
        """The named organisation that begins in the first `until` words."""
        for place in range(until):
            size, organisations = self._knowledge.organisations.at(words, place, shouted=story.shouted)
            if not size:
                continue
            # "the US-led coalition" and not "the coalition"; a group's or country's longer name wins.
            other = self._actors.lexica.at(words, place, story)
            if other and other.end > place + size:
                continue
            if place and words[place - 1].key not in _BEFORE_ANY:
                if (nation := self._of_nation(text, words, place, size, story)) is not None:
                    kind = next((each.kind for each in organisations if each.alone), None)
                    if kind is not None:
                        return ResolvedClaimant(nation, kind)
                organisations = [each for each in organisations if not each.alone]
            organisation = _meant(organisations, story)
            if organisation:
                return ResolvedClaimant(organisation.name, organisation.kind)
        return None

    def _of_nation(self, text: str, words: Sequence[Word], place: int, size: int, story: Story) -> str | None:
        """ "The Kenya Red Cross" as printed: what goes by a common name behind its country's."""
        found = self._actors.lexica.find(words[:place], story)
        if not found or found[-1].country is None or found[-1].end != place:
            return None
        return " ".join(text[words[found[-1].start].start : words[place + size - 1].end].split())

    def _nouns(self, words: Sequence[Word]) -> list[tuple[int, HeadNoun]]:
        """The head nouns in `words` with where they end, left to right, the longest first."""
        nouns = []
        place = 0
        while place < len(words):
            size, values = self._knowledge.heads.at(words, place)
            # "regime's | official television channel": a longer phrase that begins later wins.
            if any(
                self._knowledge.heads.at(words, later)[0] > size for later in range(place + 1, place + size)
            ):
                place += 1
                continue
            if size and not (words[place + size - 1].joined and place + size < len(words)):
                nouns.append((place + size, values[0]))
            place += size or 1
        return nouns


def _meant(organisations: Sequence[Organisation], story: Story) -> Organisation | None:
    if len(organisations) == 1 and not organisations[0].only_there:
        return organisations[0]
    return choose(organisations, story.countries)


def _behind(noun: HeadNoun | None, behind: ResolvedClaimant) -> ResolvedClaimant:
    """The claimant behind "of"; a state's kind is that of the noun before ("the army of X")."""
    if noun and noun.kind in _OF_STATE and behind.name and behind.name.startswith("Government of "):
        state = behind.name.removeprefix("Government of ")
        return ResolvedClaimant(f"{_OF_STATE[noun.kind]} of {state}", noun.kind)
    return behind


def _ends_with(book: Phrasebook[str], words: Sequence[Word]) -> bool:
    """Whether a phrase of the book ends where `words` end."""
    return any(book.at(words, place)[0] == len(words) - place for place in range(len(words)))
