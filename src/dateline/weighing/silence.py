"""Stories that count the hurt of an incident and tell of nobody dead.

They deny no death, but where as many of them stand against as many as tell of the dead, these may be of
another event, or of one that only one story knows. So low is 0 then; best and high stay. (Standards for
Casualty Recording: a death is recorded as far as its evidence goes; ACLED takes the most conservative of the
credible numbers.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.model import Harm
from dateline.weighing.settings import WeighingSettings
from dateline.weighing.told import Figure, figures_of
from dateline.weighing.voices import Said

Told = Sequence[tuple[Said, Figure]]


def silent_on_dead(said: Sequence[Said], settings: WeighingSettings) -> tuple[Figure, ...]:
    """The figures of hurt of the stories that tell of no dead, one of each lineage; none where fewer
    lineages are silent than tell of dead.

    `said` are all claims of the incident. A story that came out before the first that tells of the dead
    knew nothing of them yet, and is not silent.
    """
    by_lineage: dict[str, list[tuple[Said, Figure]]] = defaultdict(list)
    for one in said:
        by_lineage[one.lineage] += [(one, figure) for figure in figures_of(one, settings)]
    telling = [told for told in by_lineage.values() if any(_is_dead(figure) for _, figure in told)]
    if not telling:
        return ()
    first = min(map(_day, telling))
    silent = [
        hurt[0]
        for told in by_lineage.values()
        if told not in telling and (hurt := _hurt(told)) and _day(told) >= first
    ]
    return tuple(silent) if len(silent) >= len(telling) else ()


def _is_dead(figure: Figure) -> bool:
    return figure.harm is Harm.KILLED and figure.high != 0


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
