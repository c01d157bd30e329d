"""The corpora of corpora.yaml, and figures.json: what was measured on them, by which version of Dateline.

The texts are not part of the project; the figures are, so that the README can be made and checked
without them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

CORPORA = Path(__file__).with_name("corpora.yaml")
FIGURES = Path(__file__).with_name("figures.json")


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus: how it is measured, and how the README tells of it (see the head of corpora.yaml)."""

    name: str
    folder: str
    runner: str
    options: tuple[str, ...]
    called: str
    source: str
    rows: Mapping[str, str]

    def command(self, folder: str) -> list[str]:
        """The words that measure it after `python`, run in the project's folder."""
        return [f"benchmarks/{self.runner}", folder, *self.options]


@dataclass(frozen=True, slots=True)
class Measurement:
    """The figures of one corpus, the command that gave them, and the version and commit that it ran."""

    command: str
    version: str
    commit: str
    day: str
    figures: Mapping[str, Any]


def read_corpora(path: Path = CORPORA) -> list[Corpus]:
    """All corpora in order. Raises ValueError naming the file when an entry is not in the form."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        return [_corpus(entry) for entry in entries]
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            f"{path}: an entry is not in the form that its head describes ({error!r})"
        ) from error


def _corpus(entry: Mapping[str, Any]) -> Corpus:
    return Corpus(
        name=entry["name"],
        folder=entry["folder"],
        runner=entry["runner"],
        options=tuple(entry["options"]),
        called=entry["called"],
        source=entry["from"],
        rows={str(name): str(told) for name, told in entry["rows"].items()},
    )


def read_figures(path: Path = FIGURES) -> dict[str, Measurement]:
    """The measurement of each corpus by its name; none when the file is not there."""
    if not path.is_file():
        return {}
    return {
        name: Measurement(**entry) for name, entry in json.loads(path.read_text(encoding="utf-8")).items()
    }


def write_figures(measured: Mapping[str, Measurement], path: Path = FIGURES) -> None:
    """Write a file that `read_figures` reads."""
    entries = {name: asdict(each) for name, each in measured.items()}
    path.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def values(figures: Mapping[str, Any], name: str) -> tuple[float | None, float | None, float]:
    """Precision, recall and F1 of a figure; for a share none, none and the share. Raises KeyError.

    `figures` are as a runner prints them with --json, or flat as gold.py does.
    """
    if name in figures.get("agreements", ()):
        each = figures["agreements"][name]
        return each["precision"], each["recall"], each["f1"]
    if name in figures.get("shares", ()):
        return None, None, figures["shares"][name]["share"]
    if f"{name}_f1" in figures:
        return figures[f"{name}_precision"], figures[f"{name}_recall"], figures[f"{name}_f1"]
    return None, None, figures[name]
