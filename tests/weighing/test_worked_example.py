"""The worked example of docs/weighing.md, weighed as it stands there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from dateline.weighing import weigh_incident
from tests.linking.building import claim, said_by, story, toll

PAGE = (Path(__file__).parents[2] / "docs" / "weighing.md").read_text(encoding="utf-8")


def table(head: str) -> list[list[str]]:
    """The rows of the page's table whose first line is `head`."""
    lines = PAGE.split(head, 1)[1].splitlines()[2:]
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def test_the_page_says_what_weighing_gives() -> None:
    claims, stories, lineages = [], {}, {}
    for number, (day, outlet, who, kind, said) in enumerate(
        table("| day | outlet | claimant | kind | said |")
    ):
        name, _, original = outlet.partition(" (copy of ")
        stories[name] = replace(story(name, day=int(day.split()[0])), outlet=name)
        lineages[name] = original.strip(")") or name
        people = int("".join(filter(str.isdigit, said)))
        bound, part = said.startswith("at least"), said.endswith("a part")
        told = toll(people, None if bound else people, subset=part)
        claims.append(claim(name, number, by=said_by(who, kind), tolls=(told,)))
    (only,) = weigh_incident("i-1", claims, stories, lineages).tolls
    assert [[str(only.low), str(only.best), str(only.high)]] == table("| low | best | high |")
    quoted = " ".join(line[2:] for line in PAGE.splitlines() if line.startswith("> "))
    assert re.sub(r"\s+", " ", quoted).strip() == only.rule
