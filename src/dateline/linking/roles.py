"""What part a claim can play in an incident: found it, recall it, join it, or none."""

from __future__ import annotations

from enum import IntEnum

from dateline.linking.facts import Facts
from dateline.linking.fields import WEEK
from dateline.linking.settings import LinkingSettings
from dateline.model import Status

FEW_PEOPLE = 2
"""A claim of more people who were arrested or fled tells of an event of its own."""


class Part(IntEnum):
    """A claim's part.

    NEWS founds an incident; FOLLOWER, news of what an act led to, first looks for that act in its story;
    RECALLED, background that could found one, first looks for the incident that it recalls, unless it is the
    act that its story is mainly about, which is told again like news; JOINER only joins one; OUTSIDE is of
    none, as a toll of a whole war.
    """

    NEWS = 0
    RECALLED = 1
    JOINER = 2
    OUTSIDE = 3
    FOLLOWER = 4


def is_aggregate(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether the claim's toll is that of a campaign or a war (UCDP GED event clarity 2)."""
    days = facts.days
    if facts.of_a_war:
        return True
    if not facts.tolls.keys() - settings.counted_over_time:
        return False
    # One person is harmed on one day, however vaguely it is told.
    single = all(high == 1 for _, high in facts.tolls.values())
    long = days is not None and days.span > settings.aggregate_days and not single
    return long or (not facts.located and (days is None or days.assumed))


def founds(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether the claim can be an incident on its own: an event that is said to have happened, at a
    place finer than a country (talks and accords: or on a day), and no aggregate."""
    families = settings.families
    if facts.status is not Status.ASSERTED or facts.event in families.said_of_events:
        return False
    days = facts.days
    if not facts.located:
        dated = days is not None and not days.assumed and days.span <= WEEK
        return dated and (facts.event in families.placeless or _unplaced_news(facts))
    recalled_undated = facts.background and days is None
    return not recalled_undated and not is_aggregate(facts, settings)


def _unplaced_news(facts: Facts) -> bool:
    """Whether it tells of people harmed in a story that names no place at all; other stories do, and
    what the two share of names and rare words joins them."""
    return facts.place is None and not (facts.story_placed or facts.background) and bool(facts.tolls)


def follows(facts: Facts, settings: LinkingSettings) -> bool:
    """Whether it is told as what another act led to, of few people."""
    many = any(low > FEW_PEOPLE for low, _ in facts.tolls.values())
    return not many and any(event is facts.event for event, _ in settings.families.follow_from)


def part_of(facts: Facts, settings: LinkingSettings) -> Part:
    """The claim's part by itself; one that sums up what its story then tells one by one has none."""
    if founds(facts, settings):
        if facts.background and facts.main_act is None:
            return Part.RECALLED
        return Part.FOLLOWER if follows(facts, settings) else Part.NEWS
    return Part.OUTSIDE if is_aggregate(facts, settings) else Part.JOINER


def tells_of_act(facts: Facts) -> bool:
    """Whether it may be one of the acts that a claim of its story sums up."""
    return facts.status is Status.ASSERTED and not (facts.background or facts.sums_up)
