"""States and groups as UCDP's data name them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.ontology.files import knowledge_file, read_csv


@dataclass(frozen=True, slots=True)
class State:
    """`number` is Gleditsch and Ward's; `name` and `region` are as UCDP GED prints them."""

    number: int
    name: str
    region: str


def read_states(knowledge: Path | None = None) -> dict[str, State]:
    """States by ISO 3166-1 alpha-3 code. Raises KnowledgeError, naming the line."""
    file = knowledge_file("gleditsch_ward.csv", knowledge)
    states = {}
    for line, row in read_csv(file, ("iso3", "gwno", "name", "region")):
        if not row["gwno"].isdigit():
            raise file.error(line, f"gwno is a number, not {row['gwno']!r}")
        states[row["iso3"]] = State(int(row["gwno"]), row["name"], row["region"])
    return states


def read_group_names(knowledge: Path | None = None) -> dict[str, str]:
    """UCDP's own names of named groups, by actor id ("ucdp:..."). Raises KnowledgeError, naming the line."""
    rows = read_csv(knowledge_file("actors_groups.csv", knowledge), ("id", "ucdp_name"))
    return {row["id"]: row["ucdp_name"] for _, row in rows if row["ucdp_name"]}
