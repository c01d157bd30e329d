"""The station's map (the docstring of dateline.coding) is true: every module is there, imports go one way."""

from __future__ import annotations

import re
from pathlib import Path

import dateline.coding

FOLDER = Path(dateline.coding.__file__).parent
ENTRY = re.compile(r"^    (\w+(?:, \w+)*)  +\S", re.MULTILINE)
IMPORT = re.compile(r"^from dateline\.coding\.(\w+) import", re.MULTILINE)


def _map() -> list[str]:
    return [name for names in ENTRY.findall(dateline.coding.__doc__ or "") for name in names.split(", ")]


def test_every_module_is_on_the_map() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert set(_map()) == modules


def test_a_module_imports_only_from_those_above_it() -> None:
    order = _map()
    for place, name in enumerate(order):
        for imported in IMPORT.findall((FOLDER / f"{name}.py").read_text(encoding="utf-8")):
            assert imported in order[:place], f"{name} imports {imported}"
