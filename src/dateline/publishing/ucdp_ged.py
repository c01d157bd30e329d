"""incidents.csv: a row an incident, in the columns of the UCDP Georeferenced Event Dataset.

Columns and their meaning: UCDP GED Codebook, version 24.1. What Dateline does not know (UCDP's own
conflict and dyad numbers, event clarity, the second-level division) stays empty. Every incident has a
row, also those in which nobody died; GED itself holds only deadly ones.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dateline.model import Actor, Claim, Harm, Incident, Record, Role, Story, Victims
from dateline.publishing.deaths import deaths
from dateline.publishing.options import PublishingOptions
from dateline.publishing.priogrid import priogrid_gid
from dateline.publishing.sides import SideRules, Sides, read_side_rules, sides
from dateline.publishing.spreadsheet import safe_cell
from dateline.publishing.states import State, read_states

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

Cell = str | int | float | None


def incidents_ged_csv(record: Record, options: PublishingOptions) -> Iterator[str]:
    """The header and the rows, in the record's order; UTF-8, comma, quotes where needed.

    Text cells are made safe for spreadsheets (see `spreadsheet`). Raises KnowledgeError when a
    knowledge file is wrong.
    """
    states, rules = read_states(options.knowledge), read_side_rules(options.knowledge)
    yield _line(dict.fromkeys(COLUMNS), header=True)
    for incident in record.incidents:
        yield _line(ged_row(incident, record, states, rules))


def _line(row: dict[str, Cell], *, header: bool = False) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if header:
        writer.writerow(COLUMNS)
    else:
        cells = (row.get(column) for column in COLUMNS)
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return buffer.getvalue()


def ged_row(
    incident: Incident, record: Record, states: dict[str, State], rules: SideRules
) -> dict[str, Cell]:
    """The incident's cells by column name; columns that are not known are left out."""
    who = sides(incident, rules)
    return {
        "id": incident.id,
        "relid": incident.id,
        "type_of_violence": who.violence,
        **_side_cells(who, states),
        **_source_cells(incident, record),
        **_where_cells(incident, states),
        **_when_cells(incident),
        **_death_cells(incident, record, who),
    }


def _side_cells(who: Sides, states: dict[str, State]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for letter, actor in (("a", who.a), ("b", who.b)):
        cells[f"side_{letter}"] = _actor_name(actor)
        cells[f"side_{letter}_new_id"] = _ucdp_number(actor)
        cells[f"gwno{letter}"] = _state_number(actor, states)
    if who.violence and who.a and who.b:
        cells["dyad_name"] = f"{_actor_name(who.a)} - {_actor_name(who.b)}"
    return cells


def _actor_name(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name or actor.mention.text


def _ucdp_number(actor: Actor | None) -> int | None:
    scheme, _, number = (actor.id or "").partition(":") if actor else ("", "", "")
    return int(number) if scheme == "ucdp" and number.isdigit() else None


def _state_number(actor: Actor | None, states: dict[str, State]) -> int | None:
    if actor is None or actor.kind not in {"state-forces", "government"} or actor.country not in states:
        return None
    return states[actor.country].number


def _source_cells(incident: Incident, record: Record) -> dict[str, Cell]:
    """`number_of_sources` counts copies of one story once; the lists name every story."""
    claims = [record.claims[id_] for id_ in incident.claims if id_ in record.claims]
    ids = sorted({claim.story for claim in claims if claim.story in record.stories})
    stories = [record.stories[id_] for id_ in ids]
    return {
        "number_of_sources": len({record.lineages.get(id_, id_) for id_ in ids}),
        "source_article": _joined([_article(story) for story in stories]),
        "source_office": _joined([story.outlet or "" for story in stories]),
        "source_date": _joined([_published(story) for story in stories]),
        "source_headline": _joined([_headline(story) for story in stories]),
        "source_original": _joined(list(dict.fromkeys(filter(None, map(_claimant, claims))))),
    }


def _joined(values: list[str]) -> str | None:
    """One value a story, in the same order in every column, so that they can be told apart again."""
    return "; ".join(values) if any(values) else None


def _published(story: Story) -> str:
    return story.published.isoformat() if story.published else ""


def _headline(story: Story) -> str:
    return " ".join((story.title or "").split())


def _article(story: Story) -> str:
    parts = (story.outlet or "", _published(story), _headline(story))
    return ", ".join(part for part in parts if part) or story.id


def _claimant(claim: Claim) -> str:
    return (
        "" if claim.attribution is None else claim.attribution.name or claim.attribution.source.text.strip()
    )


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


def _when_cells(incident: Incident) -> dict[str, Cell]:
    when = incident.date
    if when is None or when.earliest is None or when.latest is None:
        return {}
    same_year = when.earliest.year == when.latest.year
    return {
        "year": when.earliest.year if same_year else None,
        "date_prec": when.precision,
        "date_start": when.earliest.isoformat(),
        "date_end": when.latest.isoformat(),
    }


def _death_cells(incident: Incident, record: Record, who: Sides) -> dict[str, Cell]:
    """Combatants' deaths go to the side that the claims behind them say was hit, when they agree and
    it is one of the two; else they stay among the unknown. So the four columns add up to best."""
    toll = deaths(incident)
    unknown, side_cells = toll.unknown, dict[str, Cell]()
    if toll.combatants is not None and toll.best is not None:
        if letter := _side_hit(incident, record, who):
            side_cells[f"deaths_{letter}"] = toll.combatants
        else:
            unknown = (unknown or 0) + toll.combatants
    return side_cells | {
        "deaths_civilians": toll.civilians,
        "deaths_unknown": unknown,
        "best": toll.best,
        "high": toll.high,
        "low": toll.low,
    }


def _side_hit(incident: Incident, record: Record, who: Sides) -> str | None:
    behind = {
        id_
        for toll in incident.tolls
        if toll.harm is Harm.KILLED and toll.victims is Victims.COMBATANT
        for id_ in toll.claims
    }
    claims = [record.claims[id_] for id_ in sorted(behind) if id_ in record.claims]
    hit = {_key(actor) for claim in claims for actor in claim.actors if actor.role is Role.AGAINST}
    if who.violence is None or len(hit) != 1:
        return None
    return next((name for name, actor in (("a", who.a), ("b", who.b)) if actor and _key(actor) in hit), None)


def _key(actor: Actor) -> str:
    return actor.id or (actor.name or actor.mention.text).casefold()
