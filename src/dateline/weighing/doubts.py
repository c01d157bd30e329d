"""Incidents of which linking says that little holds them together: what each of their parts counts by itself.

Where two acts may have been taken for one, nobody says for sure that more people came to harm in either than
it counts by itself. So low follows the part with the fewest; best and high stay with the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.model import Harm
from dateline.weighing.voices import Said, is_news

COUNTED = (Harm.KILLED, Harm.INJURED)
"""Harms that an act of violence does side by side: who counts one and not the other counts nobody there."""

FEW, SHARE = 4, 2
"""Against a part of more than `FEW` lineages one stands that has one in `SHARE` of as many."""


def parts_of(said: Sequence[Said], parts: Mapping[str, str]) -> list[list[Said]]:
    """The claims of each part that counts people killed or hurt in its news; none where fewer than two do.

    `said` in order, `parts` by claim id (`Linked.parts`). A part that tells of nobody hurt, as of what the
    act led to, says nothing of how many there were.
    """
    by_part: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if (part := parts.get(one.claim.id)) is not None:
            by_part[part].append(one)
    counting = [of_one for of_one in by_part.values() if any(map(_counts, of_one))]
    most = max(map(_lineages, counting), default=0)
    # What one story adds to many may be of another event; the many are still of this one.
    rivals = [of_one for of_one in counting if most <= FEW or SHARE * _lineages(of_one) >= most]
    return rivals if len(rivals) > 1 else []


def _lineages(said: Sequence[Said]) -> int:
    return len({one.lineage for one in said})


def _counts(one: Said) -> bool:
    counted = (toll.harm in COUNTED and toll.high != 0 and not toll.subset for toll in one.claim.tolls)
    return is_news(one.claim) and any(counted)
