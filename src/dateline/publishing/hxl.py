"""incidents.hxl.csv: a row an incident, under a row of HXL hashtags.

HXL standard 1.1 (Humanitarian Exchange Language, hxlstandard.org): the first row names the columns for
people, the second for programs. Hashtags are from the core list; attributes are in lower case; every column
has its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Harm, Incident, Record, Victims
from dateline.publishing.at_hand import at_hand
from dateline.publishing.options import PublishingOptions
from dateline.publishing.parties import parties, shown
from dateline.publishing.ranges import harm_range
from dateline.publishing.sources import sources
from dateline.publishing.spreadsheet import Cell, csv_line, csv_rows
from dateline.publishing.states import read_states

BOUNDS = {"low": "min", "best": "best", "high": "max"}
"""Dateline's bounds and the attributes for them."""
KINDS = {Victims.CIVILIAN: "civilians", Victims.COMBATANT: "combatants"}

COLUMNS: dict[str, str] = {
    "#event+id": "Incident",
    "#event+type": "Event type",
    "#date+occurred+start": "First day",
    "#date+occurred+end": "Last day",
    "#meta+date+precision": "Day precision (UCDP GED date_prec)",
    "#country+code+v_iso3": "Country code",
    "#country+name": "Country",
    "#adm1+name": "First-level division",
    "#loc+name": "Place",
    "#loc+code+v_geonames": "GeoNames id",
    "#geo+lat": "Latitude",
    "#geo+lon": "Longitude",
    "#meta+loc+precision": "Place precision (UCDP GED where_prec)",
    "#group+name+first": "By",
    "#group+name+second": "Against",
    **{
        f"#affected+{harm}+{attribute}": f"{harm.capitalize()}, {bound}"
        for harm in Harm
        for bound, attribute in BOUNDS.items()
    },
    **{
        f"#affected+{harm}+{attribute}+{kind}": f"{harm.capitalize()} {kind}, {bound}"
        for harm in (Harm.KILLED, Harm.INJURED)
        for kind in KINDS.values()
        for bound, attribute in BOUNDS.items()
    },
    "#meta+source+name": "Sources",
    "#meta+source+num": "Independent sources",
    "#meta+source+outlet": "Outlets",
    "#meta+claim+num": "Claims",
    "#status+grade": "Grade",
    "#status+disputed": "Disputed",
}
"""Hashtag and heading of every column, in order."""


def incidents_hxl_csv(record: Record, options: PublishingOptions) -> Iterator[str]:
    """Headings, hashtags and the rows, in the record's order; UTF-8, comma, quotes where needed.

    Text cells are made safe for spreadsheets (see `spreadsheet`). Raises KnowledgeError when
    a knowledge file is wrong.
    """
    names = {code: state.name for code, state in read_states(options.knowledge).items()}
    yield csv_line(COLUMNS.values())
    yield csv_line(COLUMNS)
    yield from csv_rows(tuple(COLUMNS), (hxl_row(incident, record, names) for incident in at_hand(record)))


def hxl_row(incident: Incident, record: Record, countries: dict[str, str]) -> dict[str, Cell]:
    """The incident's cells by hashtag; columns that are not known are left out. `countries` are names by
    ISO code."""
    sides = parties(incident)
    return {
        "#event+id": incident.id,
        "#event+type": str(incident.event),
        **_when_cells(incident),
        **_where_cells(incident, countries),
        "#group+name+first": "; ".join(map(shown, sides.doers)) or None,
        "#group+name+second": "; ".join(map(shown, sides.targets)) or None,
        **_toll_cells(incident),
        "#meta+source+name": "; ".join(incident.sources) or None,
        "#meta+source+num": incident.independent_sources,
        "#meta+source+outlet": "; ".join(sources(incident, record).outlets) or None,
        "#meta+claim+num": len(incident.claims),
        "#status+grade": str(incident.grade),
        "#status+disputed": "; ".join(incident.disputed) or None,
    }


def _when_cells(incident: Incident) -> dict[str, Cell]:
    when = incident.date
    if when is None:
        return {}
    return {
        "#date+occurred+start": when.earliest.isoformat() if when.earliest else None,
        "#date+occurred+end": when.latest.isoformat() if when.latest else None,
        "#meta+date+precision": when.precision,
    }


def _where_cells(incident: Incident, countries: dict[str, str]) -> dict[str, Cell]:
    place = incident.place
    if place is None:
        return {}
    return {
        "#country+code+v_iso3": place.country,
        "#country+name": countries.get(place.country or ""),
        "#adm1+name": place.admin1,
        "#loc+name": place.name,
        "#loc+code+v_geonames": place.geonameid,
        "#geo+lat": place.latitude,
        "#geo+lon": place.longitude,
        "#meta+loc+precision": place.precision,
    }


def _toll_cells(incident: Incident) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for harm in Harm:
        toll = harm_range(incident, harm)
        cells |= {
            f"#affected+{harm}+{attribute}": number
            for attribute, number in zip(BOUNDS.values(), (toll.low, toll.best, toll.high), strict=True)
        }
    for row in incident.tolls:
        kind = KINDS.get(row.victims)
        if kind and row.harm in (Harm.KILLED, Harm.INJURED):
            cells |= {
                f"#affected+{row.harm}+{attribute}+{kind}": number
                for attribute, number in zip(BOUNDS.values(), (row.low, row.best, row.high), strict=True)
            }
    return cells
