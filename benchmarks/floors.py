"""Figures below which the coder must not fall on the sample gold, kept with the gold's hash.

The file holds {"sha256": hash of the gold file, "floors": {figure: least value}}; the figures are
those of `Score.figures`. A gold file that changed since makes the floors void until they are set anew.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Floors:
    """Least values by figure, and the hash of the gold that they were measured on."""

    sha256: str
    least: Mapping[str, float]

    def failures(self, sha256: str, figures: Mapping[str, float]) -> list[str]:
        """What is wrong, in words: another gold, a figure that is missing or below its floor."""
        if sha256 != self.sha256:
            return [f"the gold has changed: its hash is {sha256}, the floors were set for {self.sha256}"]
        return [
            f"{name} is {figures.get(name, 0.0):.3f}, below its floor of {least:.3f}"
            for name, least in self.least.items()
            if figures.get(name, 0.0) < least
        ]

    def raised(self, sha256: str, figures: Mapping[str, float], *, lower: bool = False) -> Floors:
        """The floors at `figures`, rounded down to two digits.

        No floor falls, not even for another gold, unless `lower` is set.
        """
        least = {name: math.floor(figures.get(name, 0.0) * 100 + 1e-9) / 100 for name in self.least}
        if not lower:
            least = {name: max(value, self.least[name]) for name, value in least.items()}
        return Floors(sha256, least)


def gold_hash(path: Path) -> str:
    """SHA-256 of the gold file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_floors(path: Path) -> Floors:
    """The floors of a file. Raises ValueError or KeyError when it is not in the form."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Floors(data["sha256"], {str(name): float(value) for name, value in data["floors"].items()})


def write_floors(path: Path, floors: Floors) -> None:
    """Write a file that `read_floors` reads."""
    data = {"sha256": floors.sha256, "floors": dict(floors.least)}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
