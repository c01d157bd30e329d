"""Parsed sentences as plain data: rules read these, never the parser's own objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Span, Story

QUOTE_MARKS = frozenset({'"', "“", "”", "``", "''", "«", "»"})
CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "xcomp"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `i` and `head` count within the sentence; `start` and `end` in the stored text."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    start: int
    end: int

    @property
    def is_verb(self) -> bool:
        return self.pos in {"VERB", "AUX"}

    @property
    def is_nominal(self) -> bool:
        return self.pos in {"NOUN", "PROPN", "PRON"}


@dataclass(frozen=True)
class Sentence:
    """A sentence of the body or title, as tokens.

    One that was passed over (`read` false, see `relevance`) has its quotation marks and what stands
    between them for tokens, none with a word or a part of speech.
    """

    story_text: str
    index: int
    title: bool
    block: int
    tokens: tuple[Token, ...]
    read: bool = True

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        return self.story_text[self.start : self.end]

    def span(self, first: int, last: int) -> Span:
        """The stored text from token `first` to token `last`, both included."""
        return Span.of(self.story_text, self.tokens[first].start, self.tokens[last].end)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the tokens that depend on it, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(group) for group in found)

    @cached_property
    def shouted(self) -> bool:
        """Whether it is printed in capitals: names are not told from nouns there."""
        return self.text.isupper()

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        return tuple(token.lower for token in self.tokens)

    def lower(self, i: int) -> str:
        """Token `i` in lower case; empty outside the sentence."""
        return self.lowers[i] if 0 <= i < len(self.tokens) else ""

    def token(self, i: int) -> Token | None:
        """Token `i`; None outside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def reads(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether exactly `words` stand from token `at` on, in any case."""
        return self.lowers[at : at + len(words)] == words

    def child_deps(self, i: int) -> set[str]:
        """How the tokens that depend on token `i` do so."""
        return {self.tokens[child].dep for child in self.children[i]}

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """For each token, first and last token of the stretch that it and all that depends on it cover."""
        heads = [token.head for token in self.tokens]
        first, last = list(range(len(heads))), list(range(len(heads)))
        for i in range(len(heads)):
            below, head = i, heads[i]
            while head != below and not first[head] < i < last[head]:
                first[head], last[head] = min(first[head], i), max(last[head], i)
                below, head = head, heads[head]
        return tuple(zip(first, last, strict=True))

    def subtree(self, i: int) -> tuple[int, int]:
        """First and last token of the stretch that `i` and all that depends on it cover."""
        return self.edges[i]

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token `i`, nearest first."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            seen.add(head)
            yield head
            i = head

    def clause_of(self, i: int) -> int:
        """The verb (or root) whose clause token `i` stands in."""
        for candidate in (i, *self.ancestors(i)):
            token = self.tokens[candidate]
            if token.is_verb and (token.dep in CLAUSE_DEPS or token.dep == "conj"):
                return candidate
            if token.dep == "ROOT":
                return candidate
        return i

    def matches(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether `words` stand from token `at` on, as printed or as lemmas."""
        if at + len(words) > len(self.tokens):
            return False
        for k, word in enumerate(words, at):
            token = self.tokens[k]
            if word not in {token.lower, token.lemma}:
                return False
        return True


def whole_words(sentence: Sentence, head: int, last: int) -> int:
    """The last token of a phrase that would end at `last`, so that it cuts no word in two.

    "a resident of the government-controlled west" is no "resident of the government-"; nor does a phrase
    end with a bare "of the".
    """
    tokens = sentence.tokens
    if last + 1 < len(tokens) and _is_glued(tokens, last):
        while last > head and _is_glued(tokens, last - 1):
            last -= 1
        last = max(head, last - 1)
    while last > head and tokens[last].pos in {"ADP", "DET", "CCONJ"}:
        last -= 1
    return last


def _is_glued(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the word of token `i` goes on over a hyphen."""
    one, other = tokens[i], tokens[i + 1]
    return one.end == other.start and "-" in {one.text, other.text}


@dataclass(frozen=True, slots=True)
class ParsedStory:
    """A story with its sentences in order; none when nothing of it was worth reading."""

    story: Story
    sentences: tuple[Sentence, ...]
