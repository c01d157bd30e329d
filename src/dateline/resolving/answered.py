"""Acts for which somebody is arrested or accused: they were before that, on a day of their own.

"A man was arrested *on Friday* over a bombing that killed 12 people on 2 May": Friday is the day of the
arrest, however near it stands to the bombing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.model import EventType, When
from dateline.ontology.event_types import EventKind
from dateline.resolving.discourse import Setting
from dateline.resolving.own_days import OwnDays

ANSWERING = frozenset({EventType.ARREST, EventType.ACCUSATION})
FURTHER = re.compile(r";|\b(?:and|but|while|as|when|before|after|following)\b", re.IGNORECASE)
"""Words behind which a sentence tells of a further event, and for all it says one of the same day."""
LEADS_TO_ACT = re.compile(r"\b(?:about|for|from|in|of|over|with)\b", re.IGNORECASE)
"""What stands between the day of an arrest and the act: "on Friday *over* a bombing"."""


def answered_for(
    coded: CodedStory, own: Sequence[Setting], days: OwnDays, kinds: Mapping[EventType, EventKind]
) -> list[Setting]:
    """What the story's claims say themselves, in which no act has the day of the arrest or accusation that it
    led to where its own phrase gives it another."""
    found = list(own)
    for number, draft in enumerate(coded.claims):
        answer = _answer(draft, coded, kinds)
        if answer is None:
            continue
        behind = phrase_of_act(draft, coded)
        if _is_of_answer(own[number].when, own[answer].when, coded.claims[answer], behind, coded):
            when = days.of(draft._replace(scopes=(behind,)))
            found[number] = own[number]._replace(when=when or own[number].when)
    return found


def phrase_of_act(draft: DraftClaim, coded: CodedStory) -> tuple[int, int]:
    """The stretch from the act's word to the end of its phrase: "a bombing that killed 12 on 2 May"."""
    sentence = coded.parsed.sentences[draft.sentence]
    within = (t.i for t in sentence.tokens if draft.trigger.start <= t.start < draft.trigger.end)
    last = max((sentence.subtree(i)[1] for i in within), default=None)
    end = draft.trigger.end if last is None else sentence.tokens[last].end
    return draft.trigger.start, max(end, draft.trigger.end)


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
    when: When | None, answered: When | None, answer: DraftClaim, act: tuple[int, int], coded: CodedStory
) -> bool:
    """Whether the day that the act, which stands at `act`, was given is that of the arrest."""
    if when is None or when.mention is None or answered is None or when.mention != answered.mention:
        return False
    start, end = when.mention.start, when.mention.end
    leads = LEADS_TO_ACT.search(coded.parsed.story.text, end, act[0]) is not None
    return start >= act[1] or (start < act[0] and (leads or start < answer.trigger.start))
