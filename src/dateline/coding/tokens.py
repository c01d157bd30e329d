"""Parsed sentences as plain data: rules read these, never the parser's own objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from dateline.model import Span, Story
from dateline.ontology.english import FUNCTION_WORDS, Opens, Words

QUOTE_MARKS = FUNCTION_WORDS[Opens.QUOTE]
CLAUSE_DEPS = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "xcomp", "conj"}
)
EDGE = 8
"""How far outside its sentence `Sentence.around` may be asked for a word."""

NOTHING = ("",) * (2 * EDGE)
"""What stands behind the last word and, counted from the end, before the first."""

NO_FORMS = (("", ""),) * len(NOTHING)

VERBS = frozenset({"VERB", "AUX"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `i` and `head` count within the sentence; `start` and `end` in the stored text. `opens` are
    the rules that start from its word.

    The tokens of a sentence are trees by their heads; a root is its own head.
    """

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
    opens: tuple[Opens, ...] = field(default=(), compare=False)

    @property
    def is_verb(self) -> bool:
        return self.pos in VERBS

    @property
    def is_nominal(self) -> bool:
        return self.pos in NOMINALS


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body or title, as tokens.

    One that was passed over (`read` false, see `relevance`) has its quotation marks and what stands
    between them for tokens, none with a word or a part of speech.

    What rules ask of tokens again and again is laid out once, token by token: `lowers`, `lemmas`, `deps` and
    `heads`, and for each the `children` that depend on it, in order. `root` is the one that all others hang
    on, None in what was put together from two. `around` are the words in lower case, and `forms` each of them
    with its lemma, empty up to EDGE tokens before the first and behind the last. `shouted` is one that is
    printed in capitals: names are not told from nouns there.
    """

    story_text: str
    index: int
    title: bool
    block: int
    tokens: tuple[Token, ...]
    read: bool
    lowers: tuple[str, ...] = field(init=False, repr=False, compare=False)
    lemmas: tuple[str, ...] = field(init=False, repr=False, compare=False)
    deps: tuple[str, ...] = field(init=False, repr=False, compare=False)
    heads: tuple[int, ...] = field(init=False, repr=False, compare=False)
    children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    root: int | None = field(init=False, repr=False, compare=False)
    around: tuple[str, ...] = field(init=False, repr=False, compare=False)
    forms: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)
    shouted: bool = field(init=False, repr=False, compare=False)
    _places: Mapping[Opens, Sequence[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        tokens, lay_out = self.tokens, object.__setattr__
        lowers = tuple([token.lower for token in tokens])
        heads = tuple([token.head for token in tokens])
        lay_out(self, "lowers", lowers)
        lemmas = tuple([token.lemma for token in tokens])
        lay_out(self, "lemmas", lemmas)
        lay_out(self, "deps", tuple([token.dep for token in tokens]))
        lay_out(self, "heads", heads)
        lay_out(self, "children", _children(heads))
        lay_out(self, "root", _root(heads))
        lay_out(self, "around", lowers + NOTHING)
        lay_out(self, "forms", tuple(zip(lowers, lemmas, strict=True)) + NO_FORMS)
        lay_out(self, "shouted", bool(tokens) and self.text.isupper())
        lay_out(self, "_places", _places(tokens))

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
        start, end = self.tokens[first].start, self.tokens[last].end
        return Span(start, end, self.story_text[start:end])

    def places(self, kind: Opens) -> Sequence[int]:
        """Where a word stands that opens `kind`, as printed or as a lemma."""
        return self._places.get(kind, ())

    def lower(self, i: int) -> str:
        """Token `i` in lower case; empty outside the sentence, however far."""
        lowers = self.lowers
        return lowers[i] if 0 <= i < len(lowers) else ""

    def token(self, i: int) -> Token | None:
        """Token `i`; None outside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def reads(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether exactly `words` stand from token `at` on, in any case."""
        return self.lowers[at : at + len(words)] == words

    def child_deps(self, i: int) -> set[str]:
        """How the tokens that depend on token `i` do so."""
        deps = self.deps
        return {deps[child] for child in self.children[i]}

    def has_child(self, i: int, relations: Set[str]) -> bool:
        """Whether a token depends on token `i` in one of these ways."""
        deps = self.deps
        for child in self.children[i]:  # noqa: SIM110 - a generator takes twice as long
            if deps[child] in relations:
                return True
        return False

    def subtree(self, i: int) -> tuple[int, int]:
        """First and last token of the stretch that `i` and all that depends on it cover."""
        if i == self.root:
            return 0, len(self.tokens) - 1
        children, first, last = self.children, i, i
        if not children[i]:
            return i, i
        below = list(children[i])
        while below:
            at = below.pop()
            if at < first:
                first = at
            elif at > last:
                last = at
            below += children[at]
        return first, last

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token `i`, nearest first."""
        heads = self.heads
        while (head := heads[i]) != i:
            yield head
            i = head

    def clause_of(self, i: int) -> int:
        """The verb (or root) whose clause token `i` stands in."""
        at = i
        while True:
            token = self.tokens[at]
            if token.dep == "ROOT" or (token.dep in CLAUSE_DEPS and token.pos in VERBS):
                return at
            if token.head == at:
                return i
            at = token.head

    def matches(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether `words` stand from token `at` on, as printed or as lemmas."""
        lowers, lemmas = self.lowers, self.lemmas
        if at + len(words) > len(lowers):
            return False
        for k, word in enumerate(words, at):  # noqa: SIM110 - a generator takes twice as long
            if word != lowers[k] and word != lemmas[k]:
                return False
        return True

    def first_standing(self, at: int, phrases: Sequence[Words]) -> Words:
        """The first of `phrases` that stands from token `at` on, whose word is the first of each; empty for
        none.
        """
        if phrases:
            following = self.around[at + 1]
            for words in phrases:
                if len(words) == 1 or (words[1] == following and self.reads(at, words)):
                    return words
        return ()

    def standing(self, at: int, phrases: Sequence[Words]) -> Sequence[Words]:
        """Those of `phrases` that stand from token `at` on, whose word is the first of each."""
        if not phrases:
            return phrases
        following = self.around[at + 1]
        return [
            words for words in phrases if len(words) == 1 or (words[1] == following and self.reads(at, words))
        ]


def _children(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """For each token, the tokens that depend on it, in order."""
    found: list[tuple[int, ...]] = [()] * len(heads)
    for i, head in enumerate(heads):
        if head != i:
            found[head] += (i,)
    return tuple(found)


def _root(heads: Sequence[int]) -> int | None:
    """The only token that is its own head; None when there are several."""
    roots = [i for i, head in enumerate(heads) if head == i]
    return roots[0] if len(roots) == 1 else None


def _places(tokens: Sequence[Token]) -> Mapping[Opens, Sequence[int]]:
    """Where the words stand that open something, kind by kind."""
    found: dict[Opens, list[int]] = {}
    for token in tokens:
        for kind in token.opens:
            if kind in found:
                found[kind].append(token.i)
            else:
                found[kind] = [token.i]
    return found


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
