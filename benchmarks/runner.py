"""What the runners of the corpora share: what they measure, how they print it, and their command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import DatelineError
from dateline.model import Claim, Story
from dateline.model.jsonform import claim_from_json
from dateline.reading import read_inputs
from dateline.running.coding import code_stories
from dateline.running.settings import RunSettings

Row = dict[str, Any]
NAMES = ("precision", "recall", "f1")
CodedStories = list[tuple[Story, list[Claim]]]
STORIES = "stories.jsonl"


@dataclass(frozen=True, slots=True)
class Sides:
    """How many of what was coded are right, and how many of the gold's are found.

    The two differ where one coded value may answer several of the gold's.
    """

    right: int = 0
    coded: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Sides) -> Sides:
        return Sides(
            self.right + other.right,
            self.coded + other.coded,
            self.found + other.found,
            self.gold + other.gold,
        )


@dataclass(slots=True)
class Measured:
    """What one runner found, to be added to while it reads.

    `counts` are plain numbers; `agreements` have precision and recall; `shares` are (right, of how many);
    `mistakes` are lines to read, by kind; `notes` are of this run only. Names are those of the runner's
    docstring.
    """

    counts: Counter[str] = field(default_factory=Counter)
    agreements: defaultdict[str, Sides] = field(default_factory=lambda: defaultdict(Sides))
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)
    mistakes: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    notes: list[str] = field(default_factory=list)

    def right(self, name: str, is_right: bool) -> None:
        """Add one case to a share."""
        right, of = self.shares.get(name, (0, 0))
        self.shares[name] = (right + is_right, of + 1)

    def wrong(self, kind: str, line: str) -> None:
        """Keep a mistake to be read, on one line."""
        self.mistakes[kind].append(f"{kind} | {' '.join(line.split())}")

    def figures(self) -> dict[str, dict[str, Any]]:
        """All that was measured as JSON: to three decimals, with the numbers behind each."""
        return {
            "counts": dict(self.counts),
            "agreements": {name: _rounded(each) for name, each in self.agreements.items()},
            "shares": {
                name: {"share": round(right / of, 3), "right": right, "of": of}
                for name, (right, of) in self.shares.items()
            },
        }

    def table(self) -> str:
        """All that was measured, for a terminal."""
        lines = [f"{name:<28}{count:>9,}" for name, count in self.counts.items()]
        if self.agreements:
            heads = "".join(f"{name:>9}" for name in (*NAMES, "right", "coded", "found", "gold"))
            lines += ["", f"{'':<28}{heads}"]
        for name, each in self.agreements.items():
            values = "".join(f"{getattr(each, part):9.3f}" for part in NAMES)
            lines.append(f"{name:<28}{values}{each.right:9}{each.coded:9}{each.found:9}{each.gold:9}")
        if self.shares:
            lines += ["", f"{'':<28}{'share':>9}{'right':>9}{'of':>9}"]
        lines += [
            f"{name:<28}{right / of:9.3f}{right:9,}{of:9,}" for name, (right, of) in self.shares.items()
        ]
        return "\n".join([*lines, *self.notes])


def _rounded(each: Sides) -> dict[str, float]:
    values = {name: round(getattr(each, name), 3) for name in NAMES}
    return {**values, "right": each.right, "coded": each.coded, "found": each.found, "gold": each.gold}


def rows(path: Path) -> Iterator[Row]:
    """The objects of a file of JSON Lines. Raises OSError, or ValueError naming file and line."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: no JSON ({error})") from error
            if not isinstance(row, dict):
                raise ValueError(f"{path}, line {number}: no JSON object")
            yield row


def present(folder: Path, *names: str) -> list[Path]:
    """The files of these names in the folder. Raises FileNotFoundError naming the first that is missing."""
    paths = [folder / name for name in names]
    for path in paths:
        if not path.is_file():
            raise FileNotFoundError(f"{path}: no such file; FOLDER holds {', '.join(names)}")
    return paths


def read_stories(path: Path) -> list[Story]:
    """The stories of a file, without those that Dateline leaves out."""
    return [item for item in read_inputs([str(path)]) if isinstance(item, Story)]


def coded(stories: list[Story], claims: Path | None = None) -> CodedStories:
    """Each story with its claims: coded here, or those of a file that `dateline code` printed."""
    if claims is None:
        results = code_stories(stories, RunSettings(processes=2))
        return [result for result in results if isinstance(result, tuple)]
    by_story: defaultdict[str, list[Claim]] = defaultdict(list)
    for row in rows(claims):
        claim = claim_from_json(row)
        by_story[claim.story].append(claim)
    return [(story, by_story[story.id]) for story in stories]


def parser(doc: str | None, *, claims: bool = True) -> argparse.ArgumentParser:
    """The options that every runner has; `claims` where claims can be given instead of being coded."""
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("folder", type=Path, metavar="FOLDER")
    made.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N mistakes of a kind")
    made.add_argument("--json", action="store_true", help="print the figures as JSON")
    if claims:
        made.add_argument("--claims", type=Path, metavar="FILE", help="score these claims and code nothing")
    return made


def run(options: argparse.Namespace, measure: Callable[[argparse.Namespace], Measured]) -> int:
    """Measure and print; the exit status: 2 when there is nothing to measure."""
    try:
        measured = measure(options)
    except (OSError, ValueError, KeyError, DatelineError) as error:
        told = f"no field {error}" if isinstance(error, KeyError) else str(error)
        print(f"{Path(sys.argv[0]).name}: {told}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(measured.figures(), indent=1))
    else:
        print(measured.table())
    for found in measured.mistakes.values():
        for mistake in found[: options.errors]:
            print(mistake)
    return 0
