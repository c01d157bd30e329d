"""Acts for which somebody is arrested or accused: they were before that, on a day of their own.

"A second man was arrested *on Tuesday* in the shooting of 15 people": Tuesday is the day of the arrest. The
shooting has the day that the story gives such an act elsewhere, if it gives one.
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
    coded: CodedStory,
    own: Sequence[Setting],
    settings: Sequence[Setting],
    days: OwnDays,
    kinds: Mapping[EventType, EventKind],
) -> list[Setting]:
    """The settings of the story's claims, in which no act has the day of the arrest or accusation that it led
    to where its phrase or another sentence gives it one; `own` is what each claim says itself."""
    drafts, text = coded.claims, coded.parsed.story.text
    led_to = [_answer(draft, coded, kinds) for draft in drafts]
    found = list(settings)
    for number, answer in enumerate(led_to):
        draft = drafts[number]
        if answer is None or draft.status is not Status.ASSERTED:
            continue
        behind = _behind(draft, coded.parsed.sentences[draft.sentence])
        answered = own[answer].when
        if not _is_of_answer(own[number].when, answered, drafts[answer], behind, text):
            continue
        when = days.of(draft._replace(scopes=(behind,)))
        when = None if when == answered else when
        if when is None or not binds(when):
            told = [
                other
                for other, told_of in enumerate(drafts)
                if led_to[other] is None and told_of.event == draft.event and _happened(told_of)
            ]
            when = _one_day([own[other] for other in told], own[number], when, until=answered) or when
            for other in told:
                if when is not None and own[other].when == when and found[other].place is None:
                    found[other] = found[other]._replace(place=found[number].place)
        if when is not None:
            found[number] = found[number]._replace(when=when)
    return found


def _behind(draft: DraftClaim, sentence: Sentence) -> tuple[int, int]:
    """The stretch from the act's word to the end of its phrase: "a bombing that killed 12 on 2 May"."""
    within = (t.i for t in sentence.tokens if draft.trigger.start <= t.start < draft.trigger.end)
    last = max((sentence.subtree(i)[1] for i in within), default=None)
    end = draft.trigger.end if last is None else sentence.tokens[last].end
    return draft.trigger.start, max(end, draft.trigger.end)


def _happened(draft: DraftClaim) -> bool:
    return draft.status is Status.ASSERTED and not draft.aggregate


def _answer(draft: DraftClaim, coded: CodedStory, kinds: Mapping[EventType, EventKind]) -> int | None:
    """The arrest or accusation that the sentence tells as what the act led to; no accusation that says itself
    what happened ("the opposition accused troops on Tuesday of shelling the town")."""
    cue = None if draft.speech is None else coded.speeches[draft.speech].cue
    if draft.event is None or not kinds[draft.event].violent or draft.event in ANSWERING:
        return None
    for number, other in enumerate(coded.claims):
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
