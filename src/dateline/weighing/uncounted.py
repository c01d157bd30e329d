"""Dead of whom no claim of an incident gives a number.

"Two were arrested after a deadly shooting" says that somebody died, and not how many: UCDP GED and ACLED both
meet such reports, and a record that shows nothing there shows "no dead". And who tells of an act without its
dead may tell of them elsewhere, where neither day nor place says whether it is the same act. Neither is a
number for low or best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.model import Claim, Harm, Place, Status, Toll, Victims, WeighedToll, When
from dateline.weighing.sentences import voice_words
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import is_aggregate
from dateline.weighing.voices import Said, is_news

MANY = 3
"""How many tellings are named in a sentence."""


def uncounted_dead(
    said: Sequence[Said], beside: Iterable[Claim], settings: WeighingSettings
) -> WeighedToll | None:
    """The killed of an incident of which no claim counts any; None when nobody tells of dead either.

    `said` are the incident's claims in order, `beside` the other claims of their stories that count dead.
    Where the news of an act (what is recalled of it, where nothing else is told) tells of deaths without a
    number, or a headline does, low and best are None and high is open. Where a story only counts dead beside
    the incident, in an act that may be this one, high is the largest such number.
    """
    told = [one for one in said if _tells_of_an_act(one, settings)]
    acts = [one for one in told if not one.claim.background] or told
    apart = sorted(beside, key=lambda claim: (claim.story, claim.quote.start, claim.id))
    counted = [claim for claim in (*apart, *(one.claim for one in said)) if _counts_dead(claim)]
    return (
        _told_without_number(acts, counted, settings)
        or _told_by_headline(acts or _led_to(said, settings), counted, settings)
        or _told_elsewhere(acts, apart, settings)
    )


def _told_without_number(
    acts: Sequence[Said], counted: Sequence[Claim], settings: WeighingSettings
) -> WeighedToll | None:
    """ "A deadly shooting", unless the same sentence counts the dead of another of its acts."""
    told = [
        one
        for one in acts
        if settings.deadly.says_so(one.claim.quote.text)
        and not any(_is_one_sentence(one.claim, claim) for claim in counted)
    ]
    if not told:
        return None
    words = "; ".join(
        f"«{_one_line(one.claim.quote.text)}» ({voice_words(one.voice)})" for one in told[:MANY]
    )
    return _toll(None, told, f"Deaths are told without a number: {words}. High is open.")


def _told_by_headline(
    acts: Sequence[Said], counted: Sequence[Claim], settings: WeighingSettings
) -> WeighedToll | None:
    """The headline, which often stands in no claim as it is not part of the text: of a story that counts no
    dead anywhere, or does so less often than it tells of this act, one that does not go on daily."""
    counting = Counter(claim.story for claim in counted)
    here = Counter(one.claim.story for one in acts)

    def is_of_this_act(one: Said) -> bool:
        elsewhere = counting[one.claim.story]
        told_again = one.claim.event.type in settings.retold | settings.followers
        return not elsewhere or (told_again and here[one.claim.story] >= elsewhere)

    told = [one for one in acts if settings.deadly.says_so(_headline(one)) and is_of_this_act(one)]
    if not told:
        return None
    words = dict.fromkeys(f"«{_one_line(_headline(one))}» ({_outlet(one)})" for one in told)
    listed = "; ".join(list(words)[:MANY])
    return _toll(None, told, f"No claim counts dead, but a headline tells of them: {listed}. High is open.")


def _told_elsewhere(
    acts: Sequence[Said], apart: Sequence[Claim], settings: WeighingSettings
) -> WeighedToll | None:
    """The dead whom a story counts in what is taken for another event, and may be this one."""
    others = [
        (toll, claim)
        for claim in apart
        if any(_may_be_one_act(one.claim, claim, settings) for one in acts)
        for toll in claim.tolls
        if _is_of_dead(toll) and not is_aggregate(claim, toll, settings)
    ]
    if not others:
        return None
    most, claim = max(others, key=lambda entry: entry[0].high or 0)
    told = [one for one in acts if _may_be_one_act(one.claim, claim, settings)]
    words = f"«{_one_line(most.mention.text)}»"
    return _toll(
        most.high,
        told,
        f"No claim of this incident counts dead. {_outlet(told[0])} tells of {words} killed in what is taken "
        f"for another event, though neither day nor place says so: high {most.high} holds them.",
    )


def _toll(high: int | None, behind: Iterable[Said], rule: str) -> WeighedToll:
    claims = tuple(one.claim.id for one in behind)
    return WeighedToll(Harm.KILLED, Victims.UNKNOWN, low=None, best=None, high=high, claims=claims, rule=rule)


def _tells_of_an_act(one: Said, settings: WeighingSettings) -> bool:
    """Whether it tells of an act that may kill."""
    claim = one.claim
    return claim.status is Status.ASSERTED and claim.event.type in settings.deadly.events


def _counts_dead(claim: Claim) -> bool:
    return any(toll.harm is Harm.KILLED for toll in claim.tolls)


def _is_one_sentence(one: Claim, other: Claim) -> bool:
    """Whether two claims of a story say what they say in the same words: "40 were killed when rockets struck
    a depot, igniting the fire" counts the dead of one of its acts."""
    return (
        one.story == other.story and one.quote.start < other.quote.end and other.quote.start < one.quote.end
    )


def _led_to(said: Sequence[Said], settings: WeighingSettings) -> list[Said]:
    """News of what an act led to: "two arrested after deadly shooting" may be all that is told of it."""
    return [one for one in said if is_news(one.claim) and one.claim.event.type in settings.followers]


def _is_of_dead(toll: Toll) -> bool:
    return toll.harm is Harm.KILLED and bool(toll.high)


def _may_be_one_act(mine: Claim, other: Claim, settings: WeighingSettings) -> bool:
    """Whether a story may tell of one act in two claims: no two days and no two places speak against it."""
    return (
        mine.story == other.story
        and other.status is Status.ASSERTED
        and {mine.event.type, other.event.type} <= settings.retold
        and _may_be_one_day(mine.date, other.date)
        and _may_be_one_place(mine.place, other.place)
    )


def _may_be_one_day(one: When | None, other: When | None) -> bool:
    """Whether the days meet; a day that no words give says nothing."""
    if one is None or other is None or one.mention is None or other.mention is None:
        return True
    first = [when.earliest or date.min for when in (one, other)]
    last = [when.latest or date.max for when in (one, other)]
    return max(first) <= min(last)


def _may_be_one_place(one: Place | None, other: Place | None) -> bool:
    """Whether one lies in the other's province, or is not known to lie in another."""
    if one is None or other is None:
        return True
    return one.admin1 == other.admin1 or None in (one.admin1, other.admin1)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _headline(one: Said) -> str:
    return (one.printed.title if one.printed else None) or ""


def _outlet(one: Said) -> str:
    return (one.printed.outlet if one.printed else None) or f"story {one.claim.story}"
