"""Write the table of accuracy into README.md: the coder against the samples' own gold.

python docs/make_accuracy.py
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BEGIN, END = "<!-- accuracy: written by docs/make_accuracy.py -->", "<!-- /accuracy -->"
ROWS = {
    "events": "events: type and words",
    "tolls": "numbers of people: harm, low and high",
    "sourced": "numbers whose claimant, day and place are right as well",
}
SHARES = {
    "claimant": "right claimant, of the tolls found",
    "date": "right first and last day, of the tolls found",
    "place": "right place, of the tolls found",
    "victims": "right kind of victims, of the tolls found",
    "linking": "claims linked into incidents (B-cubed F1)",
}


def measure() -> dict[str, float]:
    """The figures of `benchmarks/gold.py examples --linked --json`."""
    command = [sys.executable, "benchmarks/gold.py", "examples", "--linked", "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - fixed words
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def table(figures: Mapping[str, float]) -> str:
    """The figures as a table in Markdown, with two decimals."""
    lines = ["| on the sample stories | precision | recall | F1 |", "|---|---|---|---|"]
    for name, told in ROWS.items():
        values = " | ".join(f"{figures[f'{name}_{part}']:.2f}" for part in ("precision", "recall", "f1"))
        lines.append(f"| {told} | {values} |")
    lines += [f"| {told} | | | {figures[name]:.2f} |" for name, told in SHARES.items()]
    return "\n".join(lines)


def block_of(page: str) -> str:
    """The table that stands in the page. Raises ValueError when its marks are not there."""
    return page[page.index(BEGIN) + len(BEGIN) : page.index(END)].strip()


def figures_of(block: str) -> dict[str, float]:
    """The figures that a table holds: what `table` was given, to two decimals."""
    figures: dict[str, float] = {}
    for line in block.splitlines()[2:]:
        told, *values = [cell.strip() for cell in line.strip("|").split("|")]
        for name, words in ROWS.items():
            if words == told:
                parts = zip(("precision", "recall", "f1"), values, strict=True)
                figures |= {f"{name}_{part}": float(value) for part, value in parts}
        figures |= {name: float(values[-1]) for name, words in SHARES.items() if words == told}
    return figures


def main() -> None:
    """Measure, and set the table between its marks."""
    page = README.read_text(encoding="utf-8")
    block_of(page)
    marked = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    told = f"{BEGIN}\n{table(measure())}\n{END}"
    README.write_text(marked.sub(lambda _: told, page), encoding="utf-8")


if __name__ == "__main__":
    main()
