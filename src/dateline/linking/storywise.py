"""The facts of claims, those of a story read together: what a claim is known by, and what it follows from,
hangs on what else its story tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dateline.linking.acts import StoryFacts, two_events
from dateline.linking.facts import Facts, read_facts
from dateline.linking.passages import passages_of_story
from dateline.linking.roles import follows
from dateline.linking.settings import LinkingSettings
from dateline.model import Claim, Status, Story

_NEXT_EVENT = re.compile(r";|\b(?:and|but|while|as|when|before|after|following)\b", re.IGNORECASE)
"""Words behind which a sentence tells of a further event."""


def facts_of(
    stories: Mapping[str, Story],
    claims: Iterable[Claim],
    lineages: Mapping[str, str],
    settings: LinkingSettings,
    context: Iterable[Claim] = (),
) -> Iterator[Facts]:
    """What linking needs of the claims, story by story, as they are asked for.

    `claims` may come in any order in a list; of what is read on the way (a ledger), those of one story
    come together. `context` are the other claims of their stories, of which facts are given too. Raises
    ValueError when claims of a story do not come together.
    """
    others: dict[str, list[Claim]] = defaultdict(list)
    for claim in context:
        others[claim.story].append(claim)
    if isinstance(claims, Sequence):
        claims = sorted(claims, key=lambda claim: claim.story)
    seen: set[str] = set()
    for name, told in groupby(claims, key=lambda claim: claim.story):
        if name in seen:
            raise ValueError(f"the claims of story {name!r} do not come together; give them as a list")
        seen.add(name)
        yield from _facts_of_story(stories.get(name), [*told, *others.get(name, ())], lineages, settings)


def _facts_of_story(
    story: Story | None, claims: Sequence[Claim], lineages: Mapping[str, str], settings: LinkingSettings
) -> Iterator[Facts]:
    told = sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.id))
    known = {} if story is None else {story.id: story}
    facts = [read_facts(claim, known, lineages, settings) for claim in told]
    placed = any(one.located for one in facts)
    facts = [replace(one, story_placed=placed) for one in facts]
    together = StoryFacts(facts, settings)
    for number, passage in enumerate(passages_of_story(story, told, together)):
        one = facts[number]
        yield replace(
            one,
            words=passage.words,
            main=passage.main,
            main_act=together.act_facts if number in together.act else None,
            acts=_told_for(number, told, facts, story, settings) or _acts(one, facts, settings),
        )


def _told_for(
    number: int, told: Sequence[Claim], facts: Sequence[Facts], story: Story | None, settings: LinkingSettings
) -> tuple[str, ...]:
    """ "A fifth suspect was arrested on Tuesday in the shooting": the acts for which the sentence tells it,
    however long ago and wherever they were."""
    one = told[number]
    if story is None or not follows(facts[number], settings):
        return ()
    pairs = settings.families.follow_from
    return tuple(
        act.id
        for act in told
        if (one.event.type, act.event.type) in pairs
        and act.status is Status.ASSERTED
        and max(one.quote.start, act.quote.start) < min(one.quote.end, act.quote.end)
        and one.event.trigger.end <= act.event.trigger.start
        and not _NEXT_EVENT.search(story.text, one.event.trigger.end, act.event.trigger.start)
    )


def _acts(one: Facts, facts: Sequence[Facts], settings: LinkingSettings) -> tuple[str, ...]:
    """The claims of its story that may tell of the act which led to this one, in order."""
    if not follows(one, settings) or any(_tells_more(other, one, settings) for other in facts):
        return ()
    pairs = settings.families.follow_from
    # "The boy was arrested and released": a day that only the publication gives says nothing.
    timeless = replace(one, days=None) if one.days is not None and not one.days.stated else one
    return tuple(
        act.claim
        for act in facts
        if (one.event, act.event) in pairs and not two_events(timeless, act, settings)
    )


def _tells_more(other: Facts, one: Facts, settings: LinkingSettings) -> bool:
    """ "The leader was detained. … He and four others were taken": the same act with more people, which is an
    event of its own and follows from nothing."""
    more = other.event is one.event and other.status is one.status and not follows(other, settings)
    return more and not two_events(one, other, settings)
