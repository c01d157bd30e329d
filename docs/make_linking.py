"""Write the table of fields and levels in docs/linking.md from the package's linking.yaml.

python docs/make_linking.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from dateline.linking import load_linking_settings
from dateline.linking.fields import FIELDS

PAGE = Path(__file__).with_name("linking.md")
START, END = "<!-- the table of levels, written by docs/make_linking.py -->", "<!-- end of the table -->"


def _told() -> dict[tuple[str, str], str]:
    """What the comments of linking.yaml say of each level, by field and level."""
    found, field = {}, ""
    text = (files("dateline.ontology") / "data" / "linking.yaml").read_text(encoding="utf-8")
    for line in text.splitlines():
        if named := re.match(r"    ([\w-]+):", line):
            field = named[1]
        elif level := re.match(r"      ([\w-]+): [-\d.]+\s*(?:# ?(.*))?$", line):
            found[field, level[1]] = level[2] or ""
    return found


def _rows() -> Iterator[str]:
    told, weights = _told(), load_linking_settings().weights
    yield "| field | level | weight | when |"
    yield "|---|---|---|---|"
    for field in FIELDS:
        for number, (level, weight) in enumerate(
            sorted(weights[field.name].items(), key=lambda one: -one[1])
        ):
            name = "" if number else f"**{field.name}**"
            yield f"| {name} | {level} | {weight:+.1f} | {told.get((field.name, level), '')} |"


def page() -> str:
    """The page with its table as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    table = "\n".join(_rows())
    return f"{before}{START}\n\n{table}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
