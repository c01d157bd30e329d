"""The places that a story's sentences name one after another, which later sentences lean on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise

from dateline.coding.drafts import CodedStory, DraftClaim, Speech
from dateline.coding.tokens import Sentence
from dateline.resolving.attachment import is_told_of_a_time
from dateline.resolving.discourse import agree, coarseness
from dateline.resolving.own_places import AREA, innermost
from dateline.resolving.places import LocatedMention
from dateline.resolving.recalling import Recalling

SPOKEN_NEAR = 24
"""Characters behind a cue in which a place is the speaker's: "a spokeswoman said in Geneva"."""

LEANS_BACK = 4
"""Sentences that a sentence without a place may lean back."""

LEAD = 3
"""Sentences of the body that tell where the news is from."""

LISTED = re.compile(r",?\s*(?:and|or|&)?\s*")
TOLD_WITHIN = 2
"""Sentences after those divisions in which the text tells of one of them."""

PRESENT = frozenset({"VBZ", "VBP"})
TOWN_NOUN = r"(village|town|city|camp|base|district|neighbou?rhood|airport|port)"
SAID_AGAIN = re.compile(rf"\b(?:the|that|this) (?:same )?{TOWN_NOUN}\b(?! of\b)", re.IGNORECASE)
"""A place named before, by what it is."""
CALLED_BEFORE = re.compile(rf"\b{TOWN_NOUN} of (?:the )?$", re.IGNORECASE)
CALLED_AFTER = re.compile(rf"^(?:,? an? (?:[\w-]+ ){{0,3}}?| ){TOWN_NOUN}\b", re.IGNORECASE)
CALLED_WITHIN = 40
"""Characters around a name in which it is said what is there: "the village of X", "X, a rebel-held town"."""


class Threads:
    """The places that a story's sentences name in order: a sentence that names none leans on the last.

    A sentence in the present ("the group holds two villages in Daraa") tells how things stand, and nothing
    leans on it.
    """

    def __init__(self, places: Sequence[LocatedMention], coded: CodedStory, recalling: Recalling) -> None:
        speakers = [_of_speaker(speech) for speech in coded.speeches]
        quoting = {speech.sentence for speech in coded.speeches}
        self._text = text = coded.parsed.story.text
        self._sentences = coded.parsed.sentences
        self._starts = [s.start for s in self._sentences]
        self._places = [
            place
            for place in _alone(innermost(list(places), text), text)
            if coarseness(place) <= AREA
            and (sentence := self._holding(place)) is not None
            and not sentence.title
            and (sentence.index in quoting or not _is_standing(sentence))
            and not any(start <= place.mention.start <= end + SPOKEN_NEAR for start, end in speakers)
            and not is_told_of_a_time(sentence, place.mention, recalling.times)
        ]
        body = islice((s for s in self._sentences if not s.title), LEAD)
        lead = [(s.start, s.end) for s in body if any(token.is_verb for token in s.tokens)]
        self._lead = [p for p in self._places if any(a <= p.mention.start < b for a, b in lead)]
        self._before: dict[int, LocatedMention | None] = {}
        self._again: dict[tuple[int, int], list[re.Match[str]]] = {}

    def _holding(self, place: LocatedMention) -> Sentence | None:
        """The sentence that a place is named in; None when it stands between two."""
        start = place.mention.start
        sentence = self._sentences[max(0, bisect_right(self._starts, start) - 1)]
        return sentence if sentence.start <= start < sentence.end else None

    def before(self, draft: DraftClaim) -> LocatedMention | None:
        """The first town of the last sentence that names one, not further back than a few sentences, else
        of the story's opening; where no town is named, the division."""
        if draft.sentence not in self._before:
            self._before[draft.sentence] = self._named_before(draft.sentence)
        return self._before[draft.sentence]

    def _named_before(self, number: int) -> LocatedMention | None:
        start, first = self._starts[number], self._starts[max(0, number - LEANS_BACK)]
        near = [p for p in self._places if first <= p.mention.start < start]
        lead = [p for p in self._lead if p.mention.start < start]
        return (
            self._last([p for p in near if coarseness(p) < AREA])
            or self._last(near)
            or next((p for p in lead if coarseness(p) < AREA), None)
            or next(iter(lead), None)
        )

    def said_again(self, draft: DraftClaim) -> LocatedMention | None:
        """The place that the claim's quote calls "the village", "the city", when one has been called so and
        no other was named since that may be meant."""
        again = next(
            (
                found
                for found in self._called_again(*draft.scopes[0])
                if not any(start <= found.start() < end for start, end in draft.excluded)
            ),
            None,
        )
        if again is None:
            return None
        noun, start = again.group(1).lower(), again.start()
        first = self._starts[max(0, draft.sentence - LEANS_BACK)]
        earlier = [p for p in self._places if p.mention.start < start and coarseness(p) < AREA]
        for place in reversed(earlier):
            called = self._called(place)
            if called is None and place.mention.start >= first:
                return None
            if called == noun:
                twins = [other for other in earlier if other.place.name == place.place.name]
                return min(twins, key=lambda other: other.place.precision)
        return None

    def _called_again(self, start: int, end: int) -> list[re.Match[str]]:
        """Where a stretch says "the village" and the like; several claims share a quote."""
        if (start, end) not in self._again:
            self._again[start, end] = list(SAID_AGAIN.finditer(self._text, start, end))
        return self._again[start, end]

    def _called(self, place: LocatedMention) -> str | None:
        """What the words at a name say that the place is: village, town, city, ..."""
        start, end = place.mention.start, place.mention.end
        found = CALLED_BEFORE.search(self._text, max(0, start - CALLED_WITHIN), start) or CALLED_AFTER.match(
            self._text[end : end + CALLED_WITHIN]
        )
        return found.group(1).lower() if found is not None else None

    def _last(self, places: Sequence[LocatedMention]) -> LocatedMention | None:
        """The first of the places that the last sentence names."""
        if not places:
            return None
        last = self._starts[bisect_right(self._starts, places[-1].mention.start) - 1]
        return next(p for p in places if p.mention.start >= last)


def _of_speaker(speech: Speech) -> tuple[int, int]:
    """Start and end of the words from a speaker to the cue: "a doctor in Aleppo told"."""
    source, cue = speech.source or speech.cue, speech.cue
    return min(source.start, cue.start), cue.end


def _is_standing(sentence: Sentence) -> bool:
    return any(sentence.tokens[i].tag in PRESENT for i, dep in enumerate(sentence.deps) if dep == "ROOT")


def _alone(places: Sequence[LocatedMention], text: str) -> list[LocatedMention]:
    """Without the divisions of a list: "in Homs and Hama provinces" says not which of them it was."""
    listed = {place.mention for group in listed_divisions(places, text) for place in group}
    return [place for place in places if place.mention not in listed] if listed else list(places)


def listed_divisions(places: Sequence[LocatedMention], text: str) -> list[list[LocatedMention]]:
    """Divisions that the text names together: "in Homs, Hama and Idlib provinces"."""
    groups: list[list[LocatedMention]] = []
    for left, right in pairwise(places):
        if not coarseness(left) == AREA == coarseness(right):
            continue
        if not LISTED.fullmatch(text[left.mention.end : right.mention.start]):
            continue
        if groups and groups[-1][-1] is left:
            groups[-1].append(right)
        else:
            groups.append([left, right])
    return groups


def told_next(
    drafts: Sequence[DraftClaim], own: Sequence[LocatedMention | None], groups: list[list[LocatedMention]]
) -> list[LocatedMention | None]:
    """The own places; of divisions named together ("12 killed in Homs and Hama") the one that the text goes
    on to tell of."""
    if not groups:
        return list(own)
    listed = {place.mention: group for group in groups for place in group}
    chosen = list(own)
    for number, (draft, place) in enumerate(zip(drafts, own, strict=True)):
        group = listed.get(place.mention) if place is not None else None
        if group is None:
            continue
        told = (
            other
            for later, other in zip(drafts[number + 1 :], own[number + 1 :], strict=True)
            if other is not None and draft.sentence < later.sentence <= draft.sentence + TOLD_WITHIN
        )
        chosen[number] = next((one for other in told for one in group if agree(one, other)), place)
    return chosen
