"""Stories that name no place but the town that they were filed from: "HAYS, Kan. — Three guests were killed".

The dateline is the reporter's, and a claim's place is what the story says of the event. Where it says nothing
at all, the news is from about there (AP's stylebook: a dateline is where the events took place), unless that
is a capital, where agencies file what happened anywhere in the country. The place is near, not exact (UCDP
GED where_prec 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import DraftClaim
from dateline.model import Span, Status
from dateline.reading.dateline import read_dateline
from dateline.resolving.discourse import Setting
from dateline.resolving.places import Gazetteer, locate_story
from dateline.resolving.places.sources import ADMIN2, SETTLEMENT

TOWNS = frozenset({SETTLEMENT, ADMIN2})
NEAR = 2
HAPPENED = frozenset({Status.ASSERTED, Status.NEGATED})


def near_filing_town(
    drafts: Sequence[DraftClaim],
    settings: Sequence[Setting],
    text: str,
    gazetteer: Gazetteer,
    outlet: str | None,
) -> list[Setting]:
    """The settings; where none of the story's has a place, those of its news with the dateline's town."""
    line = read_dateline(text)
    if line is None or line.place is None or any(setting.place is not None for setting in settings):
        return list(settings)
    start, end = line.place.start, line.place.end
    # Capitals tell no name from another word; the dateline says that it is one.
    printed = f"{text[:start]}{line.place.text.title()}{text[end:]}"
    located = locate_story(printed, (), gazetteer, outlet=outlet)
    town = next((one for one in located if one.mention.start == start and one.kind in TOWNS), None)
    capital = gazetteer.capitals.get(town.place.country or "") if town is not None else None
    if town is None or (capital is not None and capital.geonameid == town.place.geonameid):
        return list(settings)
    mention = Span.of(text, town.mention.start, town.mention.end)
    place = replace(town.place, mention=mention, precision=max(NEAR, town.place.precision))
    near = town._replace(mention=mention, place=place)
    return [
        setting._replace(place=near)
        if draft.status in HAPPENED and not (draft.background or draft.aggregate)
        else setting
        for draft, setting in zip(drafts, settings, strict=True)
    ]
