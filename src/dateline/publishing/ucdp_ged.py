"""incidents.csv: a row an incident, in the columns of the UCDP Georeferenced Event Dataset.

Columns and their meaning: UCDP GED Codebook, version 24.1. What Dateline does not know (UCDP's own
conflict and dyad numbers, whether a dyad was active, the second-level division) stays empty. Every incident
has a row; `code_status` is "Clear" for those that GED would hold (`ged_status`), and says of others why not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model import Actor, Claim, Harm, Incident, Record, Role, Victims
from dateline.publishing.at_hand import at_hand
from dateline.publishing.deaths import Deaths, deaths
from dateline.publishing.options import PublishingOptions
from dateline.publishing.parties import STATE, party, shown
from dateline.publishing.priogrid import priogrid_gid
from dateline.publishing.sides import ONE_SIDED, SideRules, Sides, read_side_rules, sides
from dateline.publishing.sources import article, headline, joined, published, sources
from dateline.publishing.spreadsheet import Cell, csv_line, csv_rows
from dateline.publishing.states import State, read_group_names, read_states

COLUMNS = tuple(
    """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
    conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a
    side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date
    source_headline source_original where_prec where_coordinates where_description adm_1 adm_2
    latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec
    date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob
    """.split()  # noqa: SIM905 - reads as the codebook's list
)


@dataclass(frozen=True, slots=True)
class GedRules:
    """What GED's columns are filled by: `states` by ISO code, UCDP's names of groups by their id."""

    states: dict[str, State]
    groups: dict[str, str]
    sides: SideRules


def read_ged_rules(knowledge: Path | None = None) -> GedRules:
    """Reads ged.yaml, gleditsch_ward.csv and actors_groups.csv. Raises KnowledgeError, naming the file."""
    return GedRules(read_states(knowledge), read_group_names(knowledge), read_side_rules(knowledge))


def incidents_ged_csv(record: Record, options: PublishingOptions) -> Iterator[str]:
    """The header and the rows, in the record's order; UTF-8, comma, quotes where needed.

    Text cells are made safe for spreadsheets (see `spreadsheet`). Raises KnowledgeError when a
    knowledge file is wrong.
    """
    rules = read_ged_rules(options.knowledge)
    yield csv_line(COLUMNS)
    yield from csv_rows(COLUMNS, (ged_row(incident, record, rules) for incident in at_hand(record)))


def ged_row(incident: Incident, record: Record, rules: GedRules) -> dict[str, Cell]:
    """The incident's cells by column name; columns that are not known are left out."""
    who, toll = sides(incident, rules.sides), deaths(incident)
    return {
        "id": incident.id,
        "relid": incident.id,
        "code_status": ged_status(incident, who, toll),
        "type_of_violence": who.violence,
        **_side_cells(who, rules),
        **_source_cells(incident, record),
        **_where_cells(incident, rules.states),
        **_when_cells(incident, rules.sides),
        **_death_cells(toll, _side_hit(incident, record, who)),
    }


def ged_status(incident: Incident, who: Sides, toll: Deaths) -> str:
    """ "Clear", or what the incident lacks for being an event of GED.

    The codebook's definition: armed force by an organised actor against another one or against civilians,
    with at least one death by the lowest, best or highest estimate, at a place and on a date.
    """
    lacks = []
    if who.violence is None:
        lacks.append("type of violence")
    if not any((toll.low, toll.best, toll.high)):
        lacks.append("a death")
    if incident.place is None or incident.place.latitude is None:
        lacks.append("coordinates")
    if incident.date is None or incident.date.earliest is None:
        lacks.append("a date")
    return f"Check: lacks {', '.join(lacks)}" if lacks else "Clear"


def _side_cells(who: Sides, rules: GedRules) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for letter, actor in (("a", who.a), ("b", who.b)):
        number = _ucdp_number(actor)
        cells |= {
            f"side_{letter}": _side_name(actor, rules),
            f"side_{letter}_dset_id": number,
            f"side_{letter}_new_id": number,
            f"gwno{letter}": _state_number(actor, rules.states),
        }
    if who.violence == ONE_SIDED:
        number = rules.sides.civilians_id
        cells |= {"side_b": rules.sides.civilians_name, "side_b_dset_id": number, "side_b_new_id": number}
    if who.violence:
        cells["dyad_name"] = f"{cells['side_a']} - {cells['side_b']}"
    return cells


def _side_name(actor: Actor | None, rules: GedRules) -> str | None:
    """States are "Government of ..." in GED, whichever of their forces it was; groups have UCDP's name."""
    if actor is None:
        return None
    if actor.kind in STATE and (state := rules.states.get(actor.country or "")):
        return f"Government of {state.name}"
    if actor.id or actor.name:
        return rules.groups.get(actor.id or "") or shown(actor)
    if actor.kind in rules.sides.civilians:
        return rules.sides.civilians_name
    return rules.sides.nameless.get(actor.kind or "") or shown(actor)


def _ucdp_number(actor: Actor | None) -> int | None:
    scheme, _, number = (actor.id or "").partition(":") if actor else ("", "", "")
    return int(number) if scheme == "ucdp" and number.isdigit() else None


def _state_number(actor: Actor | None, states: dict[str, State]) -> int | None:
    if actor is None or actor.kind not in STATE or actor.country not in states:
        return None
    return states[actor.country].number


def _source_cells(incident: Incident, record: Record) -> dict[str, Cell]:
    """`number_of_sources` counts copies of one story once; the lists name every story."""
    behind = sources(incident, record)
    return {
        "number_of_sources": behind.lineages,
        "source_article": joined([article(story) for story in behind.stories]),
        "source_office": joined([story.outlet or "" for story in behind.stories]),
        "source_date": joined([published(story) for story in behind.stories]),
        "source_headline": joined([headline(story) for story in behind.stories]),
        "source_original": joined(behind.claimants),
    }


def _where_cells(incident: Incident, states: dict[str, State]) -> dict[str, Cell]:
    place = incident.place
    if place is None:
        return {}
    cells: dict[str, Cell] = {
        "where_prec": place.precision,
        "where_coordinates": place.name,
        "where_description": place.mention.text,
        "adm_1": place.admin1,
    }
    if place.latitude is not None and place.longitude is not None:
        cells |= {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geom_wkt": f"POINT ({place.longitude} {place.latitude})",
            "priogrid_gid": priogrid_gid(place.latitude, place.longitude),
        }
    if state := states.get(place.country or ""):
        cells |= {"country": state.name, "country_id": state.number, "region": state.region}
    return cells


def _when_cells(incident: Incident, rules: SideRules) -> dict[str, Cell]:
    when, place = incident.date, incident.place
    if when is None or when.earliest is None or when.latest is None:
        return {}
    same_year = when.earliest.year == when.latest.year
    long = (when.latest - when.earliest).days >= rules.clear_days
    wide = place is not None and place.precision > rules.clear_where
    return {
        "year": when.earliest.year if same_year else None,
        "event_clarity": 2 if long or wide else 1,
        "date_prec": when.precision,
        "date_start": when.earliest.isoformat(),
        "date_end": when.latest.isoformat(),
    }


def _death_cells(toll: Deaths, hit: str | None) -> dict[str, Cell]:
    """The four columns add up to best, wherever there is one; combatants of whom nobody says which side
    they were on are among the unknown."""
    cells: dict[str, Cell] = {"best": toll.best, "high": toll.high, "low": toll.low}
    if toll.best is None:
        return cells
    combatants = toll.combatants or 0
    return cells | {
        "deaths_a": combatants if hit == "a" else 0,
        "deaths_b": combatants if hit == "b" else 0,
        "deaths_civilians": toll.civilians or 0,
        "deaths_unknown": (toll.unknown or 0) + (0 if hit else combatants),
    }


def _side_hit(incident: Incident, record: Record, who: Sides) -> str | None:
    """The side that the claims behind the combatants' deaths say was hit, when all that say so agree.

    In one-sided violence neither side has deaths (codebook, "deaths_a" and "deaths_b").
    """
    if who.violence is None or who.violence == ONE_SIDED:
        return None
    behind = {
        id_
        for toll in incident.tolls
        if toll.harm is Harm.KILLED and toll.victims is Victims.COMBATANT
        for id_ in toll.claims
    }
    claims = [record.claims[id_] for id_ in sorted(behind) if id_ in record.claims]
    hit = {side for claim in claims for side in _sides_of(claim)}
    if len(hit) != 1:
        return None
    return next((name for name, actor in (("a", who.a), ("b", who.b)) if actor and party(actor) in hit), None)


def _sides_of(claim: Claim) -> set[str]:
    """Whom the claim says it was done to."""
    return {party(actor) for actor in claim.actors if actor.role is Role.AGAINST}
