"""The days that a story's sentences tell, for those that lean on them."""

from __future__ import annotations

from datetime import date

from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.model import When
from dateline.resolving.discourse import BACKGROUND_AFTER, LEAD
from dateline.resolving.own_days import OwnDays

LEANS_BACK = 4
"""Sentences that a sentence without a day may lean back."""


class DayThreads:
    """The days that a story's sentences tell in order, whether or not a claim was read in them.

    "Troops searched the village on Friday. Two men were detained." A sentence that names no day leans
    on the last that did, and if none did for a while, on the story's opening.
    """

    def __init__(self, days: OwnDays, coded: CodedStory, written: date | None) -> None:
        self._days = days
        self._sentences = coded.parsed.sentences
        self._written = written
        self._body = next((s.index for s in self._sentences if not s.title), 0)
        self._totals = {c.sentence for c in coded.claims if c.aggregate}
        self._spoken: dict[int, list[tuple[int, int]]] = {}
        for speech in coded.speeches:
            source = speech.source or speech.cue
            stretch = (min(source.start, speech.cue.start), max(source.end, speech.cue.end))
            self._spoken.setdefault(speech.sentence, []).append(stretch)
        self._told: dict[int, When | None] = {}
        self._before: dict[int, When | None] = {}

    def before(self, draft: DraftClaim) -> When | None:
        """The day that the claim's sentence leans on; None when none is told, or one long past."""
        if draft.sentence not in self._before:
            self._before[draft.sentence] = self._told_before(draft.sentence)
        return self._before[draft.sentence]

    def _told_before(self, sentence: int) -> When | None:
        near = range(sentence - 1, max(self._body, sentence - LEANS_BACK) - 1, -1)
        # A title leans on the opening that it stands over.
        end = len(self._sentences) if sentence < self._body else sentence
        lead = range(self._body, min(self._body + LEAD, end))
        return next((when for i in (*near, *lead) if (when := self._of(i)) is not None), None)

    def _of(self, index: int) -> When | None:
        if index not in self._told:
            self._told[index] = None if index in self._totals else self._read(index)
        return self._told[index]

    def _read(self, index: int) -> When | None:
        sentence = self._sentences[index]
        when = self._days.told_in(sentence.start, sentence.end, self._spoken.get(index, ()))
        if when is None or when.latest is None or self._written is None:
            return None
        return when if self._written - when.latest <= BACKGROUND_AFTER else None
