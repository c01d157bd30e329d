"""Acts of which people died later: an event is of the day of the violence (UCDP GED codebook).

"Two soldiers died *on Tuesday* of wounds suffered in a bombing on Sunday": the bombing was on Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from datetime import timedelta

from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.model import EventType, Harm, When
from dateline.ontology.event_types import EventKind
from dateline.resolving.answered import phrase_of_act
from dateline.resolving.discourse import Setting
from dateline.resolving.own_days import OwnDays

BREAKS = re.compile(
    r"[,;:]|\b(?:and|but|that|which|who|whose|when|while|during|before|after|since)\b", re.IGNORECASE
)
"""Behind these a sentence goes on with something else."""


OWN_PHRASE = 60
"""Characters from the word for an act to a day of its own at most."""

LATEST = timedelta(days=60)
"""People who die of an act later than this are hardly told of without its day in the sentence."""

A_NIGHT = timedelta(days=1)
"""No more days than this may the one day of the act be."""

TOLD_BEFORE = re.compile(
    r"(?:the|this|he|she|his|her|both|they)\b|(?:one|two) of (?:the|them|those)\b", re.IGNORECASE
)
"""How words for people begin whom the story told of before."""
MOST = 2
"""More people who died by a later day are a toll of their own."""


def dated_by_act(
    coded: CodedStory,
    own: Sequence[Setting],
    days: OwnDays,
    kinds: Mapping[EventType, EventKind],
    dying: Set[str],
) -> list[Setting]:
    """What the story's claims say themselves, in which no act has the later day on which people died of it:
    neither where its own phrase gives it another, nor where the story told of it before, on one day, and now
    tells that one of its people died.

    `dying` are lemmas that tell of death.
    """
    found = list(own)
    violent = [draft.event is not None and kinds[draft.event].violent for draft in coded.claims]
    for number, draft in enumerate(coded.claims):
        when = own[number].when
        if when is None or when.mention is None or not violent[number]:
            continue
        act = None
        if when.mention.end <= draft.trigger.start and _tells_of_death(draft, coded, dying):
            act = days.of(draft._replace(scopes=(_behind(draft, coded),)))
            act = act if _is_beside(act, draft) else None
        elif _is_death_of_known(draft, coded, dying):
            act = _day_of_act(
                [
                    setting.when
                    for other, setting, of_act in zip(coded.claims, own, violent, strict=True)
                    if of_act and other is not draft and not _is_death_of_known(other, coded, dying)
                ],
                when,
            )
        if act is not None and act.latest and when.latest and act.latest < when.latest:
            found[number] = own[number]._replace(when=act)
    return found


def _is_death_of_known(draft: DraftClaim, coded: CodedStory, dying: Set[str]) -> bool:
    """ "The boy died on Tuesday", "Haddad was pronounced dead": no more than that one told before died."""
    tokens = coded.parsed.sentences[draft.sentence].tokens
    if not any(t.lemma in dying for t in tokens if draft.trigger.start <= t.start < draft.trigger.end):
        return False
    killed = [toll for toll in draft.tolls if toll.harm is Harm.KILLED]
    before = coded.parsed.story.text[: tokens[0].start]
    return bool(killed) and all(
        toll.low == toll.high
        and (toll.low or 0) <= MOST
        and (
            TOLD_BEFORE.match(coded.parsed.story.text, toll.mention.start)
            or (not draft.title and toll.mention.text.split()[-1] in before)
        )
        for toll in killed
    )


def _day_of_act(told: Sequence[When | None], death: When) -> When | None:
    """The one day before the death that the story states for acts; None where it states several."""
    stated = [
        when
        for when in told
        if when is not None and when.mention is not None and when.earliest and when.latest and death.earliest
        if when.latest < death.earliest <= when.earliest + LATEST and when.latest - when.earliest <= A_NIGHT
    ]
    return stated[0] if len({(when.earliest, when.latest) for when in stated}) == 1 else None


def _is_beside(act: When | None, draft: DraftClaim) -> bool:
    """Whether the day stands shortly behind the word for the act."""
    return (
        act is not None
        and act.mention is not None
        and 0 <= act.mention.start - draft.trigger.end <= OWN_PHRASE
    )


def _behind(draft: DraftClaim, coded: CodedStory) -> tuple[int, int]:
    """The act's own phrase, and what goes on without a break: "wounds from a bombing in Homs *on Sunday*"."""
    start, end = phrase_of_act(draft, coded)
    tokens = coded.parsed.sentences[draft.sentence].tokens
    stop = BREAKS.search(coded.parsed.story.text, draft.trigger.end, tokens[-1].end)
    return start, max(end, stop.start() if stop else tokens[-1].end)


def _tells_of_death(draft: DraftClaim, coded: CodedStory, dying: Set[str]) -> bool:
    """Whether the sentence tells that people died before it tells of what was done to them."""
    if not any(toll.harm is Harm.KILLED for toll in draft.tolls):
        return False
    tokens = coded.parsed.sentences[draft.sentence].tokens
    return any(token.lemma in dying for token in tokens if token.end <= draft.trigger.start)
