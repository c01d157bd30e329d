"""incidents.acled.csv: a row an incident, in the columns of ACLED.

Columns and their meaning: ACLED Codebook, October 2024. How types, actors and precisions are mapped stands
in acled.yaml, what is lost in docs/formats.md. `event_id_cnty` holds Dateline's incident id. What Dateline
does not know stays empty: the scale of the sources, second and third divisions, the timestamp.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.model import Actor, Harm, Incident, Record, Status
from dateline.publishing.acled_rules import NOBODY, AcledRules, read_acled_rules
from dateline.publishing.at_hand import at_hand
from dateline.publishing.options import PublishingOptions
from dateline.publishing.parties import parties
from dateline.publishing.ranges import harm_range
from dateline.publishing.sources import Sources, article, claimant, one_line, sources
from dateline.publishing.spreadsheet import Cell, csv_line, csv_rows

COLUMNS = tuple(
    """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type
    actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting
    iso region country admin1 admin2 admin3 location latitude longitude geo_precision
    source source_scale notes fatalities tags timestamp
    """.split()  # noqa: SIM905 - reads as the codebook's list
)


def incidents_acled_csv(record: Record, options: PublishingOptions) -> Iterator[str]:
    """The header and the rows, in the record's order; UTF-8, comma, quotes where needed.

    Text cells are made safe for spreadsheets (see `spreadsheet`). Raises KnowledgeError when a
    knowledge file is wrong.
    """
    rules = read_acled_rules(options.knowledge)
    yield csv_line(COLUMNS)
    yield from csv_rows(COLUMNS, (acled_row(incident, record, rules) for incident in at_hand(record)))


def acled_row(incident: Incident, record: Record, rules: AcledRules) -> dict[str, Cell]:
    """The incident's cells by column name; columns that are not known are left out."""
    behind = sources(incident, record)
    return {
        "event_id_cnty": incident.id,
        **_when_cells(incident, rules),
        **_event_cells(incident, rules),
        **_where_cells(incident, rules),
        "source": "; ".join(behind.outlets) or None,
        "notes": _notes(incident, behind),
        "fatalities": harm_range(incident, Harm.KILLED).best,
        "tags": _tags(incident),
    }


def _when_cells(incident: Incident, rules: AcledRules) -> dict[str, Cell]:
    when = incident.date
    if when is None or when.earliest is None or when.latest is None:
        return {}
    day = middle(when.earliest, when.latest)
    return {
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": rules.time_precision.get(when.precision or 0),
    }


def middle(first: date, last: date) -> date:
    """The middle day of a period, as ACLED dates what is known by week or month ("Time precision codes"); of
    two middle days the earlier."""
    return first + timedelta(days=(last - first).days // 2)


def _event_cells(incident: Incident, rules: AcledRules) -> dict[str, Cell]:
    sides = parties(incident)
    inter1, inter2 = (
        rules.inter_of(next(iter(side), None), incident) for side in (sides.doers, sides.targets)
    )
    cells: dict[str, Cell] = {
        **_actor_cells(sides.doers, 1, incident, rules),
        **_actor_cells(sides.targets, 2, incident, rules),
        "inter1": inter1,
        "inter2": inter2,
        "interaction": interaction(inter1, inter2),
    }
    if code := rules.code_of(incident, sides):
        civilians = rules.targets_civilians(incident.event, code, inter2)
        cells |= {
            "disorder_type": rules.disorder_of(code),
            "event_type": code.category,
            "sub_event_type": code.detail,
            "civilian_targeting": "Civilian targeting" if civilians else None,
        }
    return cells


def _actor_cells(
    side: tuple[Actor, ...], number: int, incident: Incident, rules: AcledRules
) -> dict[str, Cell]:
    names = list(dict.fromkeys(rules.name_of(actor, incident) for actor in side))
    return {
        f"actor{number}": names[0] if names else None,
        f"assoc_actor_{number}": "; ".join(names[1:]) or None,
    }


def interaction(inter1: int, inter2: int) -> int:
    """ACLED's interaction code: the lower inter code first, and 0 behind the only one."""
    codes = sorted(code for code in (inter1, inter2) if code != NOBODY)
    return int("".join(map(str, [*codes, NOBODY][:2]))) if codes else NOBODY


def _where_cells(incident: Incident, rules: AcledRules) -> dict[str, Cell]:
    place = incident.place
    if place is None:
        return {}
    country = rules.countries.get(place.country or "")
    return {
        "iso": country.iso if country else None,
        "region": country.region if country else None,
        "country": country.name if country else place.country,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": rules.geo_precision.get(place.precision),
    }


def _notes(incident: Incident, behind: Sources) -> str:
    """The first news of it in its words, with who says so and where it stands, then how each toll came
    about."""
    said = []
    news = [one for one in behind.claims if one.status is Status.ASSERTED and not one.background]
    for claim in (news or behind.claims)[:1]:
        story = next((story for story in behind.stories if story.id == claim.story), None)
        where = [claimant(claim), article(story) if story else claim.story]
        said.append(f"“{one_line(claim.quote.text)}” ({'; '.join(filter(None, where))}).")
    tolls = ((harm, harm_range(incident, harm)) for harm in Harm)
    said += [f"{harm.capitalize()}: {one_line(toll.rule)}".rstrip() for harm, toll in tolls if toll.known]
    return " ".join(said)


def _tags(incident: Incident) -> str:
    """What ACLED has no column for, as `name=value`, in the way of ACLED's own tags."""
    when = incident.date
    tags = [f"dateline event={incident.event}"]
    if when and when.earliest and when.latest:
        tags.append(f"days={when.earliest.isoformat()}/{when.latest.isoformat()}")
    tags += [f"{harm}={toll}" for harm in Harm if (toll := harm_range(incident, harm)).known]
    tags.append(f"grade={incident.grade}")
    if incident.disputed:
        tags.append(f"disputed={', '.join(incident.disputed)}")
    tags.append(f"independent sources={incident.independent_sources}")
    return "; ".join(tags)
