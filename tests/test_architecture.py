"""Imports go one way, in the order that docs/architecture.md lists the stations."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dateline"
STATIONS = re.findall(
    r"^\d+\. `(\w+)`$", (ROOT / "docs" / "architecture.md").read_text("utf-8"), re.MULTILINE
)
EVERYWHERE = {"caching", "errors"}


def imported(module: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of each of Dateline's modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names if name.name.startswith("dateline"))
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, line {node.lineno}: a relative import"
            if node.module == "dateline":
                yield from ((node.lineno, f"dateline.{name.name}") for name in node.names)
            elif (node.module or "").startswith("dateline."):
                yield node.lineno, node.module or ""


def test_every_folder_of_the_package_is_a_station_of_the_document() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert folders == set(STATIONS)


@pytest.mark.parametrize("station", STATIONS)
def test_a_station_imports_only_what_comes_before_it(station: str) -> None:
    allowed = {*STATIONS[: STATIONS.index(station) + 1], *EVERYWHERE, "__version__"}
    against = [
        f"{module.relative_to(ROOT)}, line {line}: {name}"
        for module in sorted((PACKAGE / station).rglob("*.py"))
        for line, name in imported(module)
        if name.partition(".")[2].partition(".")[0] not in allowed
    ]
    assert not against


@pytest.mark.parametrize("module", ["__init__.py", "caching.py", "errors.py"])
def test_what_may_be_imported_everywhere_imports_nothing(module: str) -> None:
    assert not list(imported(PACKAGE / module))
