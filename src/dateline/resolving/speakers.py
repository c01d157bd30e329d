"""Who the story's speakers are: pronouns, "the group", "a monitor" and part names to the one they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dateline.coding.drafts import Speech
from dateline.model import Span
from dateline.ontology.english import Cues
from dateline.resolving.claimants import ClaimantLexicon
from dateline.resolving.persons import NamedPersons
from dateline.resolving.recalling import Recalling

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LEADING = re.compile(r"^(?:the|a|an|this|that|its|his|her|their|one|another)\s+", re.IGNORECASE)
INDEFINITE = re.compile(r"(?:a|an|one|some)\s", re.IGNORECASE)
LONGEST_BARE = 4
DESCRIBING = ("-based", "-backed", "-run", "-linked", "-funded")
"""Ends of what says where a speaker is, or whose: "the UK-based monitoring group" has no name."""


class Speaker(NamedTuple):
    """A speaker as the claims will name it: `span` are the most telling words of the story.

    `named` when the words name one in particular; `title` when they stand in the headline.
    """

    span: Span
    name: str | None
    kind: str | None
    named: bool
    words: frozenset[str]
    title: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerLexicons:
    """What speakers are resolved with; `countries` are the story's, main one first."""

    cues: Cues
    claimants: ClaimantLexicon
    recalling: Recalling
    countries: tuple[str, ...] = ()
    outlet: str | None = None


def resolve_speakers(
    speeches: Sequence[Speech], lexicons: SpeakerLexicons, persons: NamedPersons
) -> list[Speaker | None]:
    """For each speech its speaker, None where the words name nobody that can be found.

    `persons` tells the persons that a sentence names. A pronoun or a bare noun ("the group", "the
    governor") is the last fitting speaker before it; an indefinite one ("a monitoring group") is the
    story's only named speaker of that kind.
    """
    work = _Resolving(speeches, lexicons, persons)
    return [work.speaker(i) for i in range(len(speeches))]


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple([word.lower() for word in WORD.findall(text)])


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    """The words without what leads to a noun: "the group" is "group"."""
    return LEADING.sub("", text)


class _Resolving:
    """One pass over a story's speeches; `found` grows as it goes."""

    def __init__(self, speeches: Sequence[Speech], lexicons: SpeakerLexicons, persons: NamedPersons) -> None:
        self._speeches = speeches
        self._lexicons = lexicons
        self._persons = persons
        self._own = [
            None if s.source is None else self._as_printed(s.source, title=s.title) for s in speeches
        ]
        self._found: list[Speaker | None] = []
        self._in_body: list[Speaker] = []

    def speaker(self, i: int) -> Speaker | None:
        """The speaker of speech `i`; speeches must be asked for in order."""
        found = self._resolved(i)
        self._found.append(found)
        if found is not None and not found.title:
            self._in_body.append(found)
        return found

    def _resolved(self, i: int) -> Speaker | None:
        speech, own = self._speeches[i], self._own[i]
        if speech.source is None or own is None:
            return None
        words = _words(speech.source.text)
        before = self._in_body
        cues = self._lexicons.cues
        if len(words) == 1 and words[0] in cues.person_pronouns | cues.group_pronouns:
            return self._by_person(i, words[0], before) or self._by_pronoun(i, words[0], before)
        # "Rebels denied it": some, and not the group that spoke before.
        some = self._is_plural(own) and not LEADING.match(speech.source.text)
        if self._is_bare(speech.source.text) and not some:
            return self._by_outfit(i, own) or self._by_noun(i, own, before) or own
        return self._fuller(own, before) or own if own.named else own

    def _as_printed(self, source: Span, *, title: bool = False) -> Speaker:
        lexicons = self._lexicons
        bare = _bare(source.text)
        resolved = lexicons.claimants.resolve(
            source.text, countries=lexicons.countries, outlet=lexicons.outlet
        )
        printed = WORD.findall(bare)
        # The first of several words has its capital from the sentence: "Rights groups said".
        telling = printed[1:] if len(printed) > 1 and bare == source.text else printed
        telling = [word for word in telling if not word.endswith(DESCRIBING)]
        named = resolved.name is not None or any(
            word[:1].isupper() and word.lower() not in lexicons.cues.speakers for word in telling
        )
        words = frozenset(map(str.lower, printed))
        return Speaker(source, resolved.name or bare, resolved.kind, named, words, title)

    def _is_bare(self, text: str) -> bool:
        """ "the group", "a monitoring group", "its statement": no name, a few words."""
        bare = _bare(text)
        words = _words(bare)
        if bare == text and len(words) > 1:
            return False
        anaphors = self._lexicons.cues.anaphors
        return 0 < len(words) <= LONGEST_BARE and (words[-1] in anaphors or words[0] in anaphors)

    def _by_person(self, i: int, pronoun: str, before: Sequence[Speaker]) -> Speaker | None:
        """The person that "he" or "she" means: named before it in the sentence, or, when nobody has
        just spoken, in the sentence before."""
        speech = self._speeches[i]
        if pronoun not in self._lexicons.cues.person_pronouns or speech.source is None:
            return None
        start = speech.source.start
        before_it = [s for s in self._persons.of(speech.sentence) if s.end <= start]
        span = self._persons.subject(speech.sentence, before_it)
        recent = i > 0 and self._found[-1] is not None
        recent = recent and self._speeches[i - 1].sentence >= speech.sentence - 1
        if span is None and not recent and speech.sentence > 0:
            span = next(iter(self._persons.of(speech.sentence - 1)), None)
        if span is None:
            return None
        speaker = self._as_printed(span)._replace(named=True)
        self._own[i] = speaker
        return self._fuller(speaker, before) or speaker

    def _by_pronoun(self, i: int, pronoun: str, before: Sequence[Speaker]) -> Speaker | None:
        """The last fitting speaker; "he" means somebody of an organisation only right behind its words."""
        words = self._lexicons.recalling
        behind = i > 0 and self._speeches[i - 1].sentence >= self._speeches[i].sentence - 1
        wrong = {"he": words.women, "she": words.men}.get(pronoun, frozenset())
        for speaker in reversed(before):
            plural, person = self._is_plural(speaker), self._is_person(speaker)
            if pronoun in self._lexicons.cues.person_pronouns:
                fits = not plural and person is not False and not wrong & speaker.words
                fits = fits and ((behind and speaker is before[-1]) or not self._is_outfit(speaker))
            elif pronoun == "they":
                fits = plural or person is False
            else:
                fits = pronoun == "it" and not plural and person is not True
            if fits:
                return speaker
        return None

    def _is_plural(self, speaker: Speaker) -> bool:
        last = (_words(speaker.span.text) or ("",))[-1]
        ends = last.endswith("s") and last not in self._lexicons.recalling.not_plural
        return ends or " and " in speaker.span.text

    def _is_person(self, speaker: Speaker) -> bool | None:
        """True for a person, False for an organisation, None when it may be either."""
        recalling = self._lexicons.recalling
        if recalling.persons & speaker.words or speaker.kind in recalling.person_kinds:
            return True
        return False if speaker.kind in recalling.organisation_kinds else None

    def _is_outfit(self, speaker: Speaker) -> bool:
        """Whether its last word is an organisation's, whatever its kind: "the town's military council"."""
        return (_words(speaker.span.text) or ("",))[-1] in self._lexicons.recalling.outfits

    def _by_noun(self, i: int, itself: Speaker, before: Sequence[Speaker]) -> Speaker | None:
        """Who a bare noun recalls; None when nobody fits or the noun names one by itself."""
        words = itself.words
        named = [s for s in reversed(before) if s.named]
        if INDEFINITE.match(itself.span.text):
            fitting = self._fitting(itself, [s for s in self._own if s is not None and s.named])
            if itself.kind not in {None, "unnamed"}:
                fitting = [s for s in fitting if s.kind == itself.kind]
            return fitting[0] if len({s.name for s in fitting}) == 1 else None
        if words & self._lexicons.cues.statement_nouns:
            return before[-1] if before else None
        alike = [s for s in named if s.kind == itself.kind]
        by_country = alike if itself.kind in self._lexicons.recalling.by_country else []
        fitting = [s for s in by_country if words <= s.words]
        fitting += [s for s in by_country[:1] if s is before[-1]]
        if not fitting and not itself.named:
            fitting = self._fitting(itself, named)
        if fitting or itself.named:
            return fitting[0] if fitting else None
        if self._means_many_kinds(words):
            return next((s for s in reversed(before) if words <= s.words), None)
        later = {s.name: s for s in self._own[i:] if s is not None and s.named and self._fits(words, s)}
        if len(later) == 1:
            return next(iter(later.values()))
        return next((s for s in reversed(before) if words <= s.words), None)

    def _means_many_kinds(self, words: frozenset[str]) -> bool:
        """ "the group", "the organisation": a name that comes later need not be the one meant."""
        kinds = [kind for kind, nouns in self._lexicons.recalling.nouns.items() if words <= nouns]
        return len(kinds) > 1

    def _by_outfit(self, i: int, itself: Speaker) -> Speaker | None:
        """ "The group" behind a sentence in which nobody speaks and one armed group is named: that one."""
        speech = self._speeches[i]
        if not itself.words <= self._lexicons.recalling.nouns["armed-group"] or speech.sentence == 0:
            return None
        if any(s.sentence == speech.sentence - 1 and s.source is not None for s in self._speeches[:i]):
            return None
        named = self._persons.outfit(speech.sentence - 1)
        return None if named is None else self._as_printed(named)._replace(named=True)

    def _fitting(self, itself: Speaker, pool: Sequence[Speaker]) -> list[Speaker]:
        """Those of `pool` that the noun can mean, only those of its own kind if there are any."""
        several = self._is_plural(itself)
        fitting = [s for s in pool if self._fits(itself.words, s)]
        fitting = [s for s in fitting if not (several and self._is_person(s) and not self._is_plural(s))]
        return [s for s in fitting if s.kind == itself.kind] or fitting

    def _fits(self, words: frozenset[str], speaker: Speaker) -> bool:
        """Whether a bare noun can stand for the named speaker: a word of its own, or of its kind."""
        recalling = self._lexicons.recalling
        telling = words - recalling.loose
        return words <= speaker.words or (
            bool(telling) and telling <= recalling.nouns.get(speaker.kind or "", frozenset())
        )

    def _fuller(self, speaker: Speaker, before: Sequence[Speaker]) -> Speaker | None:
        """The fuller words for the same one: "Barazi" is "Homs Governor Talal Barazi"."""
        for other in before:
            longer = other.named and speaker.words < other.words
            if longer and (speaker.name == other.name or speaker.kind in {None, other.kind}):
                return speaker._replace(name=other.name, kind=other.kind or speaker.kind, named=True)
        return None
