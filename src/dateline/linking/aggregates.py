"""Numbers of people that are of no single incident: of a war, of a country, over a time (aggregates.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.model import Claim, Harm, Toll
from dateline.ontology.files import knowledge_file
from dateline.ontology.tables import Table

FILE = "aggregates.yaml"
BEFORE, BEHIND = "before", "behind"
FEW_DAYS = 2
"""A night lies on two days; people counted over more are counted over a time."""


@dataclass(frozen=True, slots=True)
class Aggregates:
    """When a number of people is of no single incident.

    `most_people` is the number from which it is of a war by itself, by harm; from `least_people` on it is
    where its claim's words match one of `of_a_war`. `over_time` are patterns of the words of a claim's days,
    `compared` of claims that compare an act with those since, `several_acts` of words for many acts, by
    whether the number that sums them up stands before or behind.
    """

    most_people: Mapping[Harm, int]
    least_people: int
    of_a_war: tuple[re.Pattern[str], ...]
    over_time: tuple[re.Pattern[str], ...]
    compared: tuple[re.Pattern[str], ...]
    several_acts: Mapping[str, tuple[re.Pattern[str], ...]]

    def is_of_no_incident(self, toll: Toll, claim: Claim) -> bool:
        """Whether a toll of the claim is that of a war, of a country or of several acts."""
        return self.is_of_a_war(toll, claim) or self.is_of_several_acts(toll, claim)

    def is_of_several_acts(self, toll: Toll, claim: Claim) -> bool:
        """Whether the claim says that people were harmed in many acts: "the third in a string of attacks
        that have killed 90", "a violent weekend left seven dead", "14 were hurt in 17 shootings"."""
        start = claim.quote.start
        alike = [one.mention.start - start for one in claim.tolls if one.harm is toll.harm]
        first, last = toll.mention.start - start, toll.mention.end - start
        for side in (BEFORE, BEHIND):
            for pattern in self.several_acts[side]:
                for found in pattern.finditer(claim.quote.text):
                    left, right = (last, found.start()) if side == BEFORE else (found.end(), first)
                    # "Two were killed in Lesk, and three in separate attacks": the nearest number alone.
                    if left <= right and not any(left <= at < right for at in alike):
                        return True
        return False

    def is_of_a_war(self, toll: Toll, claim: Claim) -> bool:
        """Whether a toll of the claim is that of a war or a country ("more than 10 million displaced across
        the country"), UCDP GED event clarity 2."""
        number = toll.low if toll.low is not None else toll.high
        if number is None or number < self.least_people:
            return False
        if number >= self.most_people.get(toll.harm, number + 1):
            return True
        return any(pattern.search(claim.quote.text) for pattern in self.of_a_war)

    def is_over_time(self, claim: Claim) -> bool:
        """Whether the claim counts people over its days ("44 since Thursday"), and says so itself; not of
        some day among them ("last week")."""
        when = claim.date
        if when is None or when.mention is None or when.earliest is None or when.latest is None:
            return False
        within = claim.quote.start <= when.mention.start and when.mention.end <= claim.quote.end
        long = (when.latest - when.earliest).days >= FEW_DAYS
        return (
            within
            and long
            and any(pattern.search(when.mention.text) for pattern in self.over_time)
            and not any(pattern.search(claim.quote.text) for pattern in self.compared)
        )


def _patterns(table: Table, key: str) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(words, re.IGNORECASE) for words in table.words(key))
    except re.error as error:
        raise table.error(f"under {key!r}: {error}") from None


@lru_cache(maxsize=8)
def load_aggregates(folder: Path | None = None) -> Aggregates:
    """The rules of the user's `folder` (aggregates.yaml), or the package's own.

    Raises KnowledgeError, naming file and line, for a harm or a pattern that is none.
    """
    table = Table.of_file(knowledge_file(FILE, folder))
    table.only("most-people", "least-people", "of-a-war", "over-time", "compared", "several-acts")
    several = table.table("several-acts").only(BEFORE, BEHIND)
    most = table.table("most-people").only(*Harm)
    return Aggregates(
        most_people={Harm(harm): most.whole(harm, 1) for harm in most.names()},
        least_people=table.whole("least-people", 1),
        of_a_war=_patterns(table, "of-a-war"),
        over_time=_patterns(table, "over-time"),
        compared=_patterns(table, "compared"),
        several_acts={side: _patterns(several, side) for side in (BEFORE, BEHIND)},
    )
