"""Which passage of its story a claim is known by: the telling words there are compared with those of
other claims.

A story that is mainly about one event is known by its beginning, which names who and where. What else it
tells, and each claim of a story about several events, is known by its sentence and those around it, with
those of the claims that could be of its event (or are of the act that it tells most of); so that two attacks
told in one story do not lend each other their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.linking.acts import StoryFacts
from dateline.linking.words import NONE, TOKEN, Words, telling_words, word_key
from dateline.model import Claim, Story

BEGINNING = 2000
"""Characters that the beginning of a story has."""
AROUND = 1
"""Sentences before and behind a claim's own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The telling words of a claim's passage, and whether the claim is of the event that its story is mainly
    about."""

    words: Words = NONE
    main: bool = False


_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


def _sentence_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _END.finditer(text) if end.end() < len(text))]


def _left_out(claims: Sequence[Claim], story: Story) -> frozenset[str]:
    """The words of the known actors, which another field compares, and of the story's outlet, which stand in
    all that it prints."""
    named = [actor.mention.text for claim in claims for actor in claim.actors if actor.id]
    outlet = (word_key(token) for token in TOKEN.findall(story.outlet or ""))
    return frozenset((*outlet, *(word_key(word) for name in named for word in name.split())))


def _beginning(story: Story, claims: Sequence[Claim]) -> int:
    """Where the beginning of a story ends: with its title where nothing else tells of an event, for what
    stands below it then is a page's own ("subscribe", "cookies"), the same on all pages of an outlet."""
    title = len(story.title or "")
    return title if title and all(claim.quote.end <= title for claim in claims) else BEGINNING


def passages_of_story(story: Story | None, claims: Sequence[Claim], known: StoryFacts) -> list[Passage]:
    """For each claim of one story what it is known by; `known` are the facts of `claims`."""
    if story is None:
        return [Passage()] * len(claims)
    text, left_out, rarity = story.text, _left_out(claims, story), known.settings.rarity
    whole = telling_words(text[: _beginning(story, claims)], rarity, left_out)
    starts = _sentence_starts(text)
    ends = [*starts[1:], len(text)]

    def around(told: Iterable[int]) -> Words:
        kept: set[int] = set()
        for number in told:
            quote = claims[number].quote
            first = bisect_right(starts, quote.start) - 1
            last = bisect_right(starts, max(quote.start, quote.end - 1)) - 1
            kept |= set(range(max(0, first - AROUND), min(len(starts), last + 1 + AROUND)))
        return telling_words("\n".join(text[starts[n] : ends[n]] for n in sorted(kept)), rarity, left_out)

    of_act = around(known.act)
    found = []
    for i, claim in enumerate(claims):
        if i in known.main:
            found.append(Passage(whole, main=True))
        elif i in known.act:
            found.append(Passage(of_act))
        else:
            of_one = [
                j
                for j, other in enumerate(claims)
                if j == i or not (known.clash[i][j] or claim.background is not other.background)
            ]
            found.append(Passage(around(of_one)))
    return found
