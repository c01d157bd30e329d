"""The rule coder: stories in, claims in the story's own words out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.coding.drafting import draft_claim
from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.coding.parsing import DEFAULT_MODEL, Parser, load_model
from dateline.coding.relevance import Relevance
from dateline.coding.sentence_reader import SentenceReader
from dateline.coding.shot import settle_shot
from dateline.coding.speeches import StorySpeeches
from dateline.coding.story_events import with_events
from dateline.coding.tokens import ParsedStory
from dateline.model import Story
from dateline.ontology.english import load_english
from dateline.ontology.event_types import load_event_types
from dateline.ontology.nations import load_nations

NAME = "rules"


class RuleCoder:
    """Codes stories by the lexicon. Deterministic; holds no state between stories.

    `everything` reads all sentences of all stories, whether they tell of violence or not.
    """

    def __init__(
        self, lexicon: Path | None = None, model: str = DEFAULT_MODEL, *, everything: bool = False
    ) -> None:
        self._english = load_english(lexicon)
        self._relevance = Relevance(self._english, everything=everything)
        self._kinds = load_event_types(lexicon)
        self._reader = SentenceReader(self._english, self._kinds)
        self._nations = load_nations(lexicon)
        self._model_name = model
        self._parser: Parser | None = None

    def code(self, stories: Iterable[Story]) -> Iterator[CodedStory]:
        """Draft claims of each story, in the stories' order."""
        for parsed in self.parser.parse(stories):
            yield self.code_parsed(parsed)

    @property
    def parser(self) -> Parser:
        """The parser, loaded when it is first needed."""
        if self._parser is None:
            self._parser = Parser(load_model(self._model_name), self._english, self._nations, self._relevance)
        return self._parser

    def code_parsed(self, parsed: ParsedStory) -> CodedStory:
        """Draft claims of one parsed story."""
        speeches = StorySpeeches(parsed.sentences, self._english)
        claims: list[DraftClaim] = []
        for sentence, cues in zip(parsed.sentences, speeches.cues, strict=True):
            if not sentence.read:
                continue
            groups = self._reader.groups(sentence, cues)
            for group in groups:
                speech = speeches.speech_of(sentence, group)
                claims.append(
                    draft_claim(sentence, group, groups, cues=cues, speech=speech, english=self._english)
                )
        told = settle_shot(with_events(claims, self._kinds))
        return CodedStory(parsed, tuple(speeches.speeches), tuple(told))
