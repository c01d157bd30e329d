"""Stories that count the hurt of an incident and tell of nobody dead.

They deny no death, but where as many of them stand against as many as tell of the dead, these may be of
another event, or of one that only one story knows. So low is 0 then; best and high stay. (Standards for
Casualty Recording: a death is recorded as far as its evidence goes; ACLED takes the most conservative of the
credible numbers.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model import Claim, Harm
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import Figure, figures_of
from dateline.weighing.voices import Said, is_news

Told = Sequence[tuple[Said, Figure]]


def silent_on_dead(
    said: Sequence[Said], beside: Iterable[Claim], settings: WeighingSettings
) -> tuple[Figure, ...]:
    """The figures of hurt of the stories that tell of no dead, one of each lineage; none where fewer
    lineages are silent than tell of dead.

    `said` are all claims of the incident, `beside` other claims of their stories: one that counts dead in
    other news may mean these. A story that came out before the first that tells of the dead knew nothing of
    them yet, and is not silent either.
    """
    counting = {claim.story for claim in beside if _counts_dead(claim)}
    by_lineage: dict[str, list[tuple[Said, Figure]]] = defaultdict(list)
    for one in said:
        by_lineage[one.lineage] += [(one, figure) for figure in figures_of(one, settings)]
    telling = {name for name, told in by_lineage.items() if any(_is_dead(figure) for _, figure in told)}
    if not telling:
        return ()
    first = min(_day(by_lineage[name]) for name in telling)
    silent = [
        hurt[0]
        for name, told in by_lineage.items()
        if name not in telling
        and (hurt := _hurt(told))
        and _day(told) >= first
        and not any(one.claim.story in counting for one, _ in told)
    ]
    return tuple(silent) if len(silent) >= len(telling) else ()


def _is_dead(figure: Figure) -> bool:
    return figure.harm is Harm.KILLED and figure.high != 0


def _counts_dead(claim: Claim) -> bool:
    return is_news(claim) and any(toll.harm is Harm.KILLED and toll.high != 0 for toll in claim.tolls)


def _day(told: Told) -> int:
    """The day of the first publication; unknown last."""
    return min(said.order[0] for said, _ in told)


def _hurt(told: Told) -> list[Figure]:
    """Whom the news of the lineage counts as hurt, the largest number first."""
    found = [
        figure
        for said, figure in told
        if figure.harm is Harm.INJURED and figure.high != 0 and not figure.part and not said.claim.background
    ]
    return sorted(found, key=lambda one: (-(one.high or one.low or 0), one.order))
