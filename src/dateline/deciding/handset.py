"""Tolls that a person set: shown in the place of the weighed ones, whose figures the rule keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.deciding.corrections import check_range
from dateline.model import Decision, Harm, Incident, Victims, WeighedToll


@dataclass(frozen=True, slots=True)
class HandSetToll:
    """Numbers of people; `victims` is None for all of them together."""

    harm: Harm
    victims: Victims | None
    low: int | None
    best: int | None
    high: int | None


def handset_of(value: Any) -> HandSetToll:
    """The toll of a decision's value. Raises ValueError, saying what is wrong with it."""
    if not isinstance(value, dict) or set(value) != {"harm", "victims", "low", "best", "high"}:
        raise ValueError(f"expected a mapping of harm, victims, low, best, high, found {value!r}")
    ends = [value[name] for name in ("low", "best", "high")]
    for end in ends:
        if end is not None and type(end) is not int:
            raise ValueError(f"expected a number of people, found {end!r}")
    check_range(*ends)
    victims = None if value["victims"] is None else Victims(value["victims"])
    return HandSetToll(Harm(value["harm"]), victims, *ends)


def with_handset_tolls(
    incidents: Iterable[Incident], decided: Sequence[Decision], digest_of: Callable[[str], str | None]
) -> tuple[Incident, ...]:
    """The incidents, those with the tolls that people set of which the claims are still those seen.

    `decided` are decisions of the kind toll, in order: a later one takes the place of an earlier one on the
    same people. `digest_of` gives the digest of a claim as it was weighed.
    """
    by_claim: dict[str, list[Decision]] = defaultdict(list)
    for row in decided:
        by_claim[row.seen[0][0].claim].append(row)
    return tuple(_with_set(incident, by_claim, digest_of) for incident in incidents)


def _with_set(
    computed: Incident, by_claim: dict[str, list[Decision]], digest_of: Callable[[str], str | None]
) -> Incident:
    rows = sorted(
        (row for claim in computed.claims for row in by_claim.get(claim, ())), key=lambda row: row.order
    )
    incident = computed
    for row in rows:
        if is_of(row, computed.claims, digest_of):
            incident = replace(incident, tolls=_put(incident.tolls, computed, row))
    return incident


def is_of(row: Decision, claims: Sequence[str], digest_of: Callable[[str], str | None]) -> bool:
    """Whether these are the claims, all and unchanged, that the person saw who set the toll."""
    seen = {one.claim: one.digest for one in row.seen[0]}
    return seen.keys() == set(claims) and all(digest_of(claim) == digest for claim, digest in seen.items())


def _put(tolls: tuple[WeighedToll, ...], computed: Incident, row: Decision) -> tuple[WeighedToll, ...]:
    """The tolls with the one of the decision in the place of those on the same people."""
    toll = handset_of(row.value)
    if toll.victims is None:
        weighed = [one for one in computed.tolls if one.harm is toll.harm]
        kinds = {one.victims for one in weighed}
        # One row for all: of the only kind of people that the claims tell of, else of mixed kind.
        victims = kinds.pop() if len(kinds) == 1 else Victims.MIXED
        kept = [one for one in tolls if one.harm is not toll.harm]
    else:
        victims = toll.victims
        weighed = [one for one in computed.tolls if (one.harm, one.victims) == (toll.harm, victims)]
        kept = [one for one in tolls if (one.harm, one.victims) != (toll.harm, victims)]
    behind = {claim for one in weighed for claim in one.claims}
    put = WeighedToll(
        harm=toll.harm,
        victims=victims,
        low=toll.low,
        best=toll.best,
        high=toll.high,
        claims=tuple(claim for claim in computed.claims if claim in behind),
        rule=_rule(row, weighed),
    )
    terms = list(Harm), list(Victims)
    return tuple(
        sorted([*kept, put], key=lambda one: (terms[0].index(one.harm), terms[1].index(one.victims)))
    )


def _rule(row: Decision, weighed: Sequence[WeighedToll]) -> str:
    day = f"{row.when.day} {row.when:%b} {row.when.year}"
    reason = (row.reason or "").rstrip(". ")
    if not weighed:
        gave = "the claims gave no number"
    elif len(weighed) == 1:
        gave = f"the claims gave {figures_words(weighed[0])}"
    else:
        told = ", ".join(f"{one.victims} {figures_words(one)}" for one in weighed)
        gave = f"the claims gave {told}"
    return f"Set by {row.who} on {day}: {reason}; {gave}."


def figures_words(toll: WeighedToll | HandSetToll) -> str:
    """ "5–7, best 6", "at least 5", "7"."""
    low, best, high = toll.low, toll.best, toll.high
    if low is None and high is None:
        return f"best {best}" if best is not None else "no number"
    if low == high:
        return f"{low}"
    told = f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low}–{high}"
    return told if best is None or best in (low, high) else f"{told}, best {best}"
