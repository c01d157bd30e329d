"""Write the tables of accuracy into README.md: the samples' own gold, and what was measured on other corpora.

python docs/make_accuracy.py

The samples are measured here. The figures on other corpora, whose texts are not part of the project, are
those that `benchmarks/all.py` kept in benchmarks/figures.json.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "benchmarks"))

from corpora import Corpus, Measurement, read_corpora, read_figures, values  # noqa: E402 - its folder is added above

README = ROOT / "README.md"
BEGIN, END = "<!-- accuracy: written by docs/make_accuracy.py -->", "<!-- /accuracy -->"
SAMPLES, GOLD = "the samples", "gold"
HEAD = ["| on | what | precision | recall | F1 or share right |", "|---|---|---|---|---|"]

Row = tuple[str, Sequence[str]]
"""What was measured, and the cells of its figures."""


def measure() -> dict[str, float]:
    """The figures of `benchmarks/gold.py examples --linked --json`."""
    command = [sys.executable, "benchmarks/gold.py", "examples", "--linked", "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - fixed words
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def rows(figures: Mapping[str, Any], told: Mapping[str, str]) -> list[Row]:
    """The figures in the words and the order of `told`, with two decimals."""
    return [
        (words, ["" if value is None else f"{value:.2f}" for value in values(figures, name)])
        for name, words in told.items()
    ]


def group(on: str, found: Sequence[Row]) -> list[str]:
    """The lines of one corpus; its name stands in the first."""
    names = [on, *[""] * (len(found) - 1)]
    return [
        f"| {' | '.join([name, words, *cells])} |" for name, (words, cells) in zip(names, found, strict=True)
    ]


def table(samples: Sequence[Row], corpora: Sequence[Corpus], measured: Mapping[str, Measurement]) -> str:
    """The table of figures in Markdown."""
    lines = [*HEAD, *group(SAMPLES, samples)]
    for corpus in corpora:
        if corpus.name in measured:
            lines += group(corpus.called, rows(measured[corpus.name].figures, corpus.rows))
    return "\n".join(line.replace("  ", " ") for line in lines)


def sources(corpora: Sequence[Corpus], measured: Mapping[str, Measurement]) -> str:
    """The table of corpora: what each is, and how and when it was measured."""
    lines = ["| corpus | what it is, and where it is from | measured by |", "|---|---|---|"]
    for corpus in corpora:
        if corpus.name in measured:
            made = measured[corpus.name]
            by = f"`{made.command}`, {made.version} at {made.commit} of {made.day}"
            lines.append(f"| {corpus.called} | {corpus.source} | {by} |")
    return "\n".join(lines)


def page_block(samples: Sequence[Row]) -> str:
    """All that stands between the marks."""
    corpora, measured = read_corpora(), read_figures()
    return f"{table(samples, corpora, measured)}\n\n{sources(corpora, measured)}"


def block_of(page: str) -> str:
    """The tables that stand in the page. Raises ValueError when their marks are not there."""
    return page[page.index(BEGIN) + len(BEGIN) : page.index(END)].strip()


def samples_of(block: str) -> list[Row]:
    """The rows of the samples that a block holds: what `page_block` was given."""
    found: list[Row] = []
    for line in block.splitlines()[len(HEAD) :]:
        on, words, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        if on not in ("", SAMPLES):
            break
        found.append((words, cells))
    return found


def main() -> None:
    """Measure the samples, and set the tables between their marks."""
    page = README.read_text(encoding="utf-8")
    block_of(page)
    gold = next(corpus for corpus in read_corpora() if corpus.name == GOLD)
    block = page_block(rows(measure(), gold.rows))
    marked = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    README.write_text(marked.sub(lambda _: f"{BEGIN}\n{block}\n{END}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
