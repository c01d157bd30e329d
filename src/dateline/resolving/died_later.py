"""Acts of which people died later: an event is of the day of the violence (UCDP GED codebook).

"Two soldiers died *on Tuesday* of wounds suffered in a bombing on Sunday": the bombing was on Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from dateline.coding.drafts import CodedStory, DraftClaim
from dateline.model import EventType, Harm
from dateline.ontology.event_types import EventKind
from dateline.resolving.answered import phrase_of_act
from dateline.resolving.discourse import Setting
from dateline.resolving.own_days import OwnDays

BREAKS = re.compile(
    r"[,;:]|\b(?:and|but|that|which|who|whose|when|while|during|before|after|since)\b", re.IGNORECASE
)
"""Behind these a sentence goes on with something else."""


def dated_by_act(
    coded: CodedStory,
    own: Sequence[Setting],
    days: OwnDays,
    kinds: Mapping[EventType, EventKind],
    dying: Set[str],
) -> list[Setting]:
    """What the story's claims say themselves, in which no act has the later day on which people died of it
    where its own phrase gives it another; `dying` are lemmas that tell of death."""
    found = list(own)
    for number, draft in enumerate(coded.claims):
        when = own[number].when
        if when is None or when.mention is None or when.mention.end > draft.trigger.start:
            continue
        if draft.event is None or not kinds[draft.event].violent or not _tells_of_death(draft, coded, dying):
            continue
        act = days.of(draft._replace(scopes=(_behind(draft, coded),)))
        if act is None or act.mention is None or act.mention.start < draft.trigger.end:
            continue
        if act.latest is not None and when.latest is not None and act.latest < when.latest:
            found[number] = own[number]._replace(when=act)
    return found


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
