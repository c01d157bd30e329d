"""What of a story is worth parsing, found by a multi-pattern matcher over the lexicon.

Most news tells of no violence, and parsing costs a hundred times what looking for words does. A
sentence is read when it holds a word that a claim can start from (triggers.yaml, harms.yaml) and words
around it speak of violence (relevance.yaml); so are the sentences that it leans on. Of a story that does
not speak of violence at all nothing is read: its dead are those of a disease or an accident.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.coding.blocks import Block, find_blocks
from dateline.coding.stretches import Stretch, find_stretches, join_stretches, with_quotations
from dateline.model import Story
from dateline.ontology.english import English, Words, forms_of
from dateline.reading.furniture import furniture_spans

WORD_LENGTH = 6
"""Characters of an average English word with the space behind it."""

LAST_LETTER = 0x2FFF


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A form of a word or phrase: whose, what it weighs, and whether a claim can start from it."""

    base: str
    weight: int
    starts_claim: bool


@dataclass(slots=True)
class _Words:
    """What was found in one rough sentence: the weights of different words, and whether a claim can start."""

    weights: dict[str, int]
    starts_claim: bool = False


class Relevance:
    """Decides by one lexicon; `everything` reads every sentence whatever it holds."""

    def __init__(self, english: English, *, everything: bool = False) -> None:
        self._asked = english.relevance
        self._everything = everything
        patterns = _patterns(english)
        self._patterns = list(patterns.values())
        self._matcher = AhoCorasick([" " + form for form in patterns], matchkind=MatchKind.LeftmostLongest)

    def stretches(self, story: Story) -> list[Stretch]:
        """The story's text without furniture, cut into what is read and what is not; nothing of a
        story that does not tell of violence.
        """
        if self._everything or len(story.text) <= self._asked.short * WORD_LENGTH:
            return [Stretch(b.start, b.end, b, read=True) for b in _blocks(story)]
        found = list(self._find(story.text))
        weights = {pattern.base: pattern.weight for _, pattern in found if pattern.weight}
        if sum(weights.values()) < self._asked.story:
            return []
        rough = [stretch for block in _blocks(story) for stretch in find_stretches(story.text, block)]
        read = self._read(rough, found, len(story.text))
        return join_stretches(rough, with_quotations(story.text, rough, read))

    def _find(self, text: str) -> Iterator[tuple[int, _Pattern]]:
        """Where patterns stand in the text as whole words."""
        plain = f" {text.translate(PLAIN)} "
        for number, start, end in self._matcher.find_matches_as_indexes(plain):
            if not plain[end].isalnum():
                yield start, self._patterns[number]

    def _read(self, rough: Sequence[Stretch], found: Sequence[tuple[int, _Pattern]], length: int) -> set[int]:
        """Which rough sentences are read."""
        asked = self._asked
        words = _by_stretch(rough, found)
        titles = [own for stretch, own in zip(rough, words, strict=True) if stretch.block.title]
        signs = sum(pattern.weight >= asked.least_sign for _, pattern in found)
        is_dense = signs * 100 * WORD_LENGTH > asked.dense * length or self._is_brief(found, length)
        telling = sum({p.base: p.weight for _, p in found if p.weight >= asked.least_strong}.values())
        leans = asked.leans_dense if is_dense else asked.leans
        read: set[int] = set()
        for i, own in enumerate(words):
            if rough[i].block.title and own.starts_claim and own.weights and telling >= asked.near:
                read.add(i)
            if rough[i].block.title or (own.starts_claim and (is_dense or own.weights)):
                around = [*titles, *words[max(0, i - 1) : i + 2]]
                if is_dense or _weight(around) >= asked.near:
                    read.update(range(max(0, i - leans), i + 1))
        return read

    def _is_brief(self, found: Sequence[tuple[int, _Pattern]], length: int) -> bool:
        """Whether the whole of a short text is of violence: by a word that says so among others, or by one
        that nearly does beside what came of it."""
        asked = self._asked
        weights = {pattern.base: pattern.weight for _, pattern in found if pattern.weight}
        most, least = max(weights.values(), default=0), min(weights.values(), default=0)
        tells = most >= asked.least_telling or (most >= asked.least_strong and least < asked.least_sign)
        return length <= asked.brief * WORD_LENGTH and tells and sum(weights.values()) >= asked.near


def _weight(around: Sequence[_Words]) -> int:
    """What the different words weigh together."""
    weights: dict[str, int] = {}
    for words in around:
        weights |= words.weights
    return sum(weights.values())


def _blocks(story: Story) -> list[Block]:
    return list(find_blocks(story, furniture_spans(story.text)))


def _by_stretch(rough: Sequence[Stretch], found: Sequence[tuple[int, _Pattern]]) -> list[_Words]:
    words = [_Words({}) for _ in rough]
    starts = [stretch.start for stretch in rough]
    for at, pattern in found:
        i = bisect_right(starts, at) - 1
        if i < 0 or at >= rough[i].end:
            continue
        if pattern.weight:
            words[i].weights[pattern.base] = pattern.weight
        words[i].starts_claim |= pattern.starts_claim
    return words


def _patterns(english: English) -> dict[str, _Pattern]:
    """All forms of all words, as they stand in plain text."""
    found: dict[str, _Pattern] = {}
    for words, weight in english.relevance.weights.items():
        for form in forms_of(words, english.forms):
            found.setdefault(" ".join(form), _Pattern(" ".join(words), weight, False))
    for word in _openings(english):
        for form in forms_of((word,), english.forms):
            known = found.get(form[0])
            found[form[0]] = _Pattern(known.base if known else word, known.weight if known else 0, True)
    starting = {form for form, pattern in found.items() if pattern.starts_claim}
    # "Shot and killed" hides the words that it is made of from the matcher.
    return {
        form: pattern if starting.isdisjoint(form.split()) else replace(pattern, starts_claim=True)
        for form, pattern in found.items()
    }


def _openings(english: English) -> Iterator[str]:
    """One word of each wording that a claim can start from."""
    for trigger in english.triggers:
        yield from _telling(trigger.words, english)
    for harm in english.harms.values():
        for words in (*harm.patient, *harm.agent_phrases, *harm.state, *harm.toll):
            yield from _telling(words, english)
        yield from sorted(harm.agent | harm.of)
    yield from sorted(english.events.responsibility)


def _telling(words: Words, english: English) -> Iterator[str]:
    """The word of a phrase that tells most: the verb before a particle, else the longest."""
    told = [word for word in words if word.isalpha()]
    if len(told) == 2 and told[1] in english.events.particles:
        yield told[0]
    elif told:
        yield max(told, key=len)


def _plain(code: int) -> str:
    character = chr(code)
    lowered = character.lower()
    return lowered if character.isalnum() and len(lowered) == 1 else character if character.isalnum() else " "


PLAIN = {code: _plain(code) for code in range(LAST_LETTER)}
"""Same length: letters in lower case, all that is no letter or digit a space."""
