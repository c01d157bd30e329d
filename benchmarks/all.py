"""Run every runner over the corpora of a data folder, and keep what they measure for the README.

    python benchmarks/all.py DATA [--gold FOLDER] [--only NAME ...]

DATA holds the corpora of corpora.yaml, each in its folder; --gold names the annotated stories if they are
elsewhere. A corpus that is not there keeps the figures that it has. The figures go to
benchmarks/figures.json, with the version and commit that gave them; `make docs` sets the README's table
from there. The exit status is 2 when there was nothing to measure or a runner failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from corpora import Corpus, Measurement, read_corpora, read_figures, write_figures
from dateline import __version__

ROOT = Path(__file__).parents[1]


def commit() -> tuple[str, str]:
    """The commit that is checked out, with "+" for changes since, and its day; "unknown" outside of git."""

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    try:
        name, day = git("log", "-1", "--format=%h %cs").split()
        changed = git("status", "--porcelain", "--untracked-files=no", "src", "benchmarks/*.py")
    except (OSError, subprocess.CalledProcessError):
        return "unknown", "unknown"
    return name + ("+" if changed else ""), day


def measure(corpus: Corpus, folder: Path) -> dict[str, Any]:
    """What the corpus's runner prints. Raises CalledProcessError when it fails."""
    command = [sys.executable, *corpus.command(str(folder.resolve())), "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def kept(corpus: Corpus, figures: dict[str, Any]) -> Measurement:
    """The figures with what gave them; DATA stands for the data folder."""
    shown = "DATA" if corpus.folder == "." else f"DATA/{corpus.folder}"
    name, day = commit()
    return Measurement(" ".join(["python", *corpus.command(shown)]), __version__, name, day, figures)


def main() -> int:
    """Measure what is there and keep it; 2 when a runner failed or nothing was there."""
    corpora = {corpus.name: corpus for corpus in read_corpora()}
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="annotated stories (default DATA/gold)")
    parser.add_argument("--only", nargs="+", choices=corpora, metavar="NAME", help=", ".join(corpora))
    options = parser.parse_args()
    measured, failed, count = read_figures(), False, 0
    for name in options.only or corpora:
        corpus = corpora[name]
        folder = options.gold if name == "gold" and options.gold else options.data / corpus.folder
        if not folder.is_dir():
            print(f"all.py: {name}: no folder {folder}; its figures are left as they are", file=sys.stderr)
            continue
        began = time.perf_counter()
        try:
            measured[name] = kept(corpus, measure(corpus, folder))
        except (subprocess.CalledProcessError, ValueError) as error:
            print(f"all.py: {name}: {error}", file=sys.stderr)
            failed = True
            continue
        count += 1
        write_figures({each: measured[each] for each in corpora if each in measured})
        print(f"{name}: measured in {time.perf_counter() - began:.0f} s")
    return 2 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
