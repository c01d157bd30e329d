"""Acts for which somebody is arrested or accused: they were before that, on a day of their own.

"A second man was arrested *on Tuesday* in the shooting of 15 people": Tuesday is the day of the arrest. The
shooting has the day that the story gives such an act elsewhere, and none when it gives none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.coding.tokens import Sentence
from dateline.model import EventType, Status, When
from dateline.ontology.event_types import EventKind
from dateline.resolving.discourse import Setting, agree
from dateline.resolving.own_days import OwnDays
from dateline.resolving.told_days import binds, days_of, overlap

ANSWERING = frozenset({EventType.ARREST, EventType.ACCUSATION})
FURTHER = re.compile(r";|\b(?:and|but|while|as|when|before|after|following)\b", re.IGNORECASE)
"""Words behind which a sentence tells of a further event, and for all it says one of the same day."""
LEADS_TO_ACT = re.compile(r"\b(?:about|for|from|in|of|over|with)\b", re.IGNORECASE)
"""What stands between the day of an arrest and the act: "on Friday *over* a bombing"."""


def answered_for(
    drafts: Sequence[DraftClaim],
    own: Sequence[Setting],
    coded: CodedStory,
    days: OwnDays,
    kinds: Mapping[EventType, EventKind],
) -> list[Setting]:
    """The settings, in which no act has the day of the arrest or accusation that it led to."""
    parsed = coded.parsed
    text = parsed.story.text
    led_to = [_answer(draft, drafts, coded, kinds) for draft in drafts]
    settings = list(own)
    for number, answer in enumerate(led_to):
        draft = drafts[number]
        behind = _behind(draft, parsed.sentences[draft.sentence])
        if answer is None or not _is_of_answer(
            own[number].when, own[answer].when, drafts[answer], behind, text
        ):
            continue
        when = days.of(draft._replace(scopes=(behind,)))
        when = None if when == own[answer].when else when
        if when is None or not binds(when):
            told = [
                own[other]
                for other, told_of in enumerate(drafts)
                if led_to[other] is None and told_of.event == draft.event and _happened(told_of)
            ]
            when = _one_day(told, own[number], when, until=own[answer].when) or when
        settings[number] = own[number]._replace(when=when, led_to_answer=own[answer].when is not None)
    return settings


def _behind(draft: DraftClaim, sentence: Sentence) -> tuple[int, int]:
    """The stretch from the act's word to the end of its phrase: "a bombing that killed 12 on 2 May"."""
    within = (t.i for t in sentence.tokens if draft.trigger.start <= t.start < draft.trigger.end)
    last = max((sentence.subtree(i)[1] for i in within), default=None)
    end = draft.trigger.end if last is None else sentence.tokens[last].end
    return draft.trigger.start, max(end, draft.trigger.end)


def _happened(draft: DraftClaim) -> bool:
    return draft.status is Status.ASSERTED and not draft.aggregate


def _answer(
    draft: DraftClaim, drafts: Sequence[DraftClaim], coded: CodedStory, kinds: Mapping[EventType, EventKind]
) -> int | None:
    """The arrest or accusation that the sentence tells as what the act led to; no accusation that says itself
    what happened ("the opposition accused troops on Tuesday of shelling the town")."""
    cue = None if draft.speech is None else coded.speeches[draft.speech].cue
    if draft.event is None or not kinds[draft.event].violent or draft.event in ANSWERING:
        return None
    for number, other in enumerate(drafts):
        if other.event not in ANSWERING or other.sentence != draft.sentence:
            continue
        start, end = other.trigger.end, draft.trigger.start
        says = cue is not None and cue.start < other.trigger.end and other.trigger.start < cue.end
        if start <= end and not says and not FURTHER.search(coded.parsed.story.text, start, end):
            return number
    return None


def _is_of_answer(
    when: When | None, answered: When | None, answer: DraftClaim, act: tuple[int, int], text: str
) -> bool:
    """Whether the act, which stands at `act`, has no day or that of the arrest."""
    if when is None or when.mention is None:
        return when is None
    if answered is None or when.mention != answered.mention:
        return False
    start, end = when.mention.start, when.mention.end
    before = start < answer.trigger.start or LEADS_TO_ACT.search(text, end, act[0]) is not None
    return start >= act[1] or (start < act[0] and before)


def _one_day(
    told: Sequence[Setting], act: Setting, within: When | None, *, until: When | None
) -> When | None:
    """The days that the story gives such acts there, if they are one, and not after the arrest."""
    found: dict[tuple[date, date], When] = {}
    for other in told:
        days, last = days_of(other.when), days_of(until)
        if other.when is None or days is None or not binds(other.when) or not agree(other.place, act.place):
            continue
        if overlap(other.when, within) and (last is None or days[1] <= last[1]):
            found.setdefault(days, other.when)
    return next(iter(found.values())) if len(found) == 1 else None
