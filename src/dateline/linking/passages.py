"""Which passage of its story a claim is known by: the telling words there are compared with those of
other claims.

A story that is mainly about one event is known by its beginning, which names who and where. What else it
tells, and each claim of a story about several events, is known by its sentence and those around it, with
those of the claims that could be of its event; so that two attacks told in one story do not lend each
other their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.linking.facts import Facts
from dateline.linking.families import EventFamilies
from dateline.linking.places import OTHER_PLACES, place_level
from dateline.linking.settings import LinkingSettings
from dateline.linking.words import NONE, TOKEN, Words, telling_words, word_key
from dateline.model import Claim, Status, Story

BEGINNING = 2000
"""Characters that the beginning of a story has."""
AROUND = 1
"""Sentences before and behind a claim's own."""
MOST, MOST_RETOLD = 0.75, 0.34
"""The share of a story's news that is of one event where the story is mainly about it; less where it is an
act that is told again for months, as its stories tell of much else too."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The telling words of a claim's passage, and whether the claim is of the event that its story is mainly
    about."""

    words: Words = NONE
    main: bool = False


_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")


def _sentence_starts(text: str) -> list[int]:
    return [0, *(end.end() for end in _END.finditer(text) if end.end() < len(text))]


def _tells(facts: Facts) -> bool:
    return facts.status is Status.ASSERTED and not facts.background


def two_events(one: Facts, other: Facts, settings: LinkingSettings) -> bool:
    """Whether two claims of one story can hardly be of one event, by their places and days."""
    if one.located and other.located and place_level(one, other, settings) in OTHER_PLACES:
        return True
    a, b = one.days, other.days
    return a is not None and b is not None and max(a.first, b.first) - min(a.last, b.last) > 1


def _main_event(
    facts: Sequence[Facts], clash: Sequence[Sequence[bool]], families: EventFamilies
) -> frozenset[int]:
    """Numbers of the claims that may be of the event which the story is mainly about: the one that
    clashes with the fewest; none where it has not most of the news."""
    told = [number for number, claim in enumerate(facts) if _tells(claim)]
    if not told:
        return frozenset()
    placed = [number for number in told if facts[number].located] or told
    with_it = {one: sum(not clash[one][other] for other in placed) for one in placed}
    main = max(placed, key=lambda one: (with_it[one], -one))
    least = MOST_RETOLD if facts[main].event in families.retold else MOST
    if with_it[main] < least * len(placed):
        return frozenset()
    return frozenset(number for number in told if not clash[main][number])


def _left_out(claims: Sequence[Claim], story: Story) -> frozenset[str]:
    """The words of the known actors, which another field compares, and of the story's outlet, which stand in
    all that it prints."""
    named = [actor.mention.text for claim in claims for actor in claim.actors if actor.id]
    outlet = (word_key(token) for token in TOKEN.findall(story.outlet or ""))
    return frozenset((*outlet, *(word_key(word) for name in named for word in name.split())))


def passages_of_story(
    story: Story | None, claims: Sequence[Claim], facts: Sequence[Facts], settings: LinkingSettings
) -> list[Passage]:
    """For each claim of one story what it is known by; `facts` are those of `claims`."""
    if story is None:
        return [Passage()] * len(claims)
    text, left_out = story.text, _left_out(claims, story)
    clash = [[two_events(one, other, settings) for other in facts] for one in facts]
    main = _main_event(facts, clash, settings.families)
    whole = telling_words(text[:BEGINNING], settings.rarity, left_out)
    starts = _sentence_starts(text)
    found = []
    for i, claim in enumerate(facts):
        if i in main:
            found.append(Passage(whole, main=True))
            continue
        kept: set[int] = set()
        for j, other in enumerate(claims):
            if j == i or not (clash[i][j] or claim.background is not facts[j].background):
                first = bisect_right(starts, other.quote.start) - 1
                last = bisect_right(starts, max(other.quote.start, other.quote.end - 1)) - 1
                kept |= set(range(max(0, first - AROUND), min(len(starts), last + 1 + AROUND)))
        ends = [*starts[1:], len(text)]
        passage = "\n".join(text[starts[n] : ends[n]] for n in sorted(kept))
        found.append(Passage(telling_words(passage, settings.rarity, left_out)))
    return found
