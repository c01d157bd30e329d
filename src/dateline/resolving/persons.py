"""The persons that sentences name, whom "he" or "she" may mean."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.tokens import ParsedStory, Sentence
from dateline.model import Span
from dateline.resolving.actors import ActorLexicon
from dateline.resolving.places import LocatedMention
from dateline.resolving.recalling import Recalling


class NamedPersons:
    """The persons that a story's sentences name; looked for when they are asked for."""

    def __init__(
        self,
        parsed: ParsedStory,
        places: Sequence[LocatedMention],
        actors: ActorLexicon,
        recalling: Recalling,
    ) -> None:
        self._sentences = parsed.sentences
        self._actors = actors
        self._recalling = recalling
        self._places = [(place.mention.start, place.mention.end) for place in places]

    def of(self, number: int) -> list[Span]:
        """The names of a sentence that are neither a place, a day, a country nor an outfit, in order."""
        sentence = self._sentences[number]
        names = _names(sentence, self._recalling)
        if not names:
            return []
        groups = [
            (sentence.start + found.span.start, sentence.start + found.span.end)
            for found in self._actors.find_actors(sentence.text)
        ]
        taken = [*self._places, *groups]
        return [
            span for span in names if not any(start < span.end and span.start < end for start, end in taken)
        ]

    def outfit(self, number: int) -> Span | None:
        """The armed group that a sentence names, when it names only one."""
        sentence = self._sentences[number]
        watching = self._recalling.nouns["monitor"] - self._recalling.nouns["armed-group"]
        if any(token.lower in watching for token in sentence.tokens):
            return None  # "the group" may be the monitor
        named = [m for m in self._actors.find_actors(sentence.text) if m.actor.kind == "armed-group"]
        if len({mention.actor.id for mention in named}) != 1:
            return None
        start = sentence.start + named[0].span.start
        return Span.of(sentence.story_text, start, start + len(named[0].span.text))

    def subject(self, number: int, spans: Sequence[Span]) -> Span | None:
        """The last of `spans` of a sentence that is the subject of a verb, else the last of all."""
        sentence = self._sentences[number]
        heads = [t.start for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"}]
        doing = [span for span in spans if any(span.start <= start < span.end for start in heads)]
        return next(reversed(doing or spans), None)


def _names(sentence: Sentence, recalling: Recalling) -> list[Span]:
    """Runs of capitalised proper nouns, joined over hyphens; one in capitals alone is an outfit's."""
    found: list[Span] = []
    first: int | None = None
    for token in sentence.tokens:
        joins = (
            first is not None
            and token.text in {"-", "al"}
            and token.start == sentence.tokens[token.i - 1].end
        )
        proper = token.pos == "PROPN" and not token.entity and token.text[:1].isupper()
        if proper and first is None:
            first = token.i if _may_be_person(sentence, token.i, recalling) else None
        elif not (proper or joins) and first is not None:
            found.append(sentence.span(first, token.i - 1))
            first = None
    if first is not None:
        found.append(sentence.span(first, len(sentence) - 1))
    return [
        span
        for span in found
        if not span.text.isupper() and len(span.text) > 2 and _is_no_area(span, recalling)
    ]


def _is_no_area(span: Span, recalling: Recalling) -> bool:
    """ "the Middle East" speaks of nobody."""
    return span.text.split()[-1].lower() not in recalling.areas


def _may_be_person(sentence: Sentence, first: int, recalling: Recalling) -> bool:
    """ "the newspaper Clarin" is none, "the governor Talal Barazi" is one."""
    if first == 0:
        return True
    before = sentence.tokens[first - 1]
    return before.pos not in {"NOUN", "PROPN"} or before.lower in recalling.persons
