"""The rule coder: stories in, claims in the story's own words out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dateline.coding.assembly import Group, SentenceReader, draft_claim
from dateline.coding.attribution import Cue, find_cues
from dateline.coding.drafts import CodedStory, DraftClaim, Speech
from dateline.coding.parsing import DEFAULT_MODEL, load_model, parse_stories
from dateline.coding.quoting import open_quotes, speaking_sentence
from dateline.coding.tokens import ParsedStory, Sentence
from dateline.model import EventType, Story
from dateline.ontology.english import load_english
from dateline.ontology.event_types import load_event_types

NAME = "rules"


class RuleCoder:
    """Codes stories by the lexicon. Deterministic; holds no state between stories."""

    def __init__(self, lexicon: Path | None = None, model: str = DEFAULT_MODEL) -> None:
        self._english = load_english(lexicon)
        self._kinds = load_event_types(lexicon)
        self._reader = SentenceReader(self._english, self._kinds)
        self._model_name = model

    def code(self, stories: Iterable[Story]) -> Iterator[CodedStory]:
        """Draft claims of each story, in the stories' order."""
        for parsed in parse_stories(stories, load_model(self._model_name)):
            yield self.code_parsed(parsed)

    def code_parsed(self, parsed: ParsedStory) -> CodedStory:
        """Draft claims of one parsed story."""
        sentences = parsed.sentences
        cues = [find_cues(sentence, self._english) for sentence in sentences]
        quotes = open_quotes(sentences)
        speeches: list[Speech] = []
        index: dict[tuple[int, int], int] = {}
        for sentence, found in zip(sentences, cues, strict=True):
            for cue in found:
                index[(sentence.index, cue.cue)] = len(speeches)
                speeches.append(_speech(sentence, cue, quoted=quotes[sentence.index][0]))
        claims: list[DraftClaim] = []
        for sentence, found in zip(sentences, cues, strict=True):
            groups = self._reader.groups(sentence, found)
            for group in groups:
                speech = self._speech_of(sentence, group, index, speeches, cues, quotes, sentences)
                claims.append(draft_claim(sentence, group, groups, speech, self._english))
        return CodedStory(parsed, tuple(speeches), tuple(self._with_events(claims)))

    def _speech_of(
        self,
        sentence: Sentence,
        group: Group,
        index: dict[tuple[int, int], int],
        speeches: list[Speech],
        cues: list[tuple[Cue, ...]],
        quotes: list[tuple[bool, bool]],
        sentences: tuple[Sentence, ...],
    ) -> int | None:
        if group.cue is not None:
            speech = index[(sentence.index, group.cue.cue)]
            if speeches[speech].source is not None:
                return speech
            # "adding that …": whoever spoke before in the sentence, else before it
            for earlier in range(speech - 1, -1, -1):
                if speeches[earlier].source is not None and speeches[earlier].sentence >= sentence.index - 1:
                    return earlier
            return None
        if any(cue.has_source for cue in cues[sentence.index]):
            return None
        named = speaking_sentence(sentences, cues, quotes, sentence.index)
        return None if named is None else index[(named[0], named[1].cue)]

    def _with_events(self, claims: list[DraftClaim]) -> Iterator[DraftClaim]:
        """Harm and attacks whose kind the sentence does not tell are of the story's main kind of violence,
        or of that of the sentence right before when it is another; older context stays unspecified."""
        told = [
            c.event
            for c in claims
            if c.event and self._kinds[c.event].violent and not c.background and not c.reference
        ]
        main = told[0] if told else None
        last: tuple[int, EventType] | None = None
        for claim in claims:
            event = claim.event
            if event is None:
                near = last is not None and last[0] >= claim.sentence - 1
                leaning = last[1] if near and last else main
                if claim.aggregate or (claim.background and not claim.responsibility and not near):
                    event = claim.otherwise or EventType.UNSPECIFIED_VIOLENCE
                elif claim.otherwise is not None and leaning not in EXPLOSIVE:
                    event = claim.otherwise
                else:
                    event = leaning or claim.otherwise or EventType.UNSPECIFIED_VIOLENCE
            if (
                self._kinds[event].violent
                and not claim.aggregate
                and not claim.reference
                and (claim.tolls or not claim.title)
            ):
                last = (claim.sentence, event)
            yield replace(claim, event=event)


EXPLOSIVE = frozenset(
    {
        EventType.SUICIDE_BOMBING,
        EventType.BOMBING,
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.CHEMICAL_ATTACK,
    }
)
"""Acts that a "blast" or a "massacre" told of later can be."""


def _speech(sentence: Sentence, cue: Cue, *, quoted: bool) -> Speech:
    source = sentence.span(cue.source_first, cue.source_last) if cue.has_source else None
    return Speech(sentence.index, source, sentence.span(cue.cue, cue.cue_last), sentence.title, quoted)
