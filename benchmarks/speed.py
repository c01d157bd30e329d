"""How fast `dateline code` is beside bare spaCy on the same stories, and how much memory it takes.

    python benchmarks/speed.py DATA [--limit N] [--processes P] [--model NAME] [--json]

DATA is a file of stories as JSON Lines, or a folder with fakes/stories.jsonl or stories.jsonl in it.
Both read N stories and then the same stories four times over under new ids. "From a cold start" is
tokens by wall time of the longer run; "steady" is the extra tokens by the extra time, in which what it
takes to start cancels out. Tokens are spaCy's on the whole stories for both, whatever part of
them `dateline code` parses. Memory that does not grow shows in its peak on N and on 4N stories.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from dateline.coding.parsing import DEFAULT_MODEL
from gold import dateline_command
from process_tree import Run, run_watched

TIMES = 4
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Speed:
    """Stories and tokens per second from a cold start, and tokens per second in the steady state.

    `steady` is None when the longer run took no longer: too few stories to tell.
    """

    stories: float
    tokens: float
    steady: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run of this script measures; memory in megabytes, times in seconds."""

    stories: int
    tokens: int
    claims: int
    processes: int
    model: str
    dateline: Speed
    spacy: Speed
    ratio: float
    steady_ratio: float | None
    peak: float
    peak_times_four: float
    peak_process: float
    help_seconds: float


def stories_file(data: Path) -> Path:
    """The stories of a data folder. Raises FileNotFoundError when it has none."""
    for path in (data, data / "fakes" / "stories.jsonl", data / "stories.jsonl"):
        if path.is_file():
            return path
    raise FileNotFoundError(f"{data} is no file of stories and has no fakes/stories.jsonl in it")


def write_repeated(source: Path, target: Path, limit: int, times: int) -> int:
    """Write the first `limit` stories `times` times over; returns how many lines were written.

    Copies get an id and an outlet of their own: the same story of the same outlet would be left out.
    """
    with source.open(encoding="utf-8") as lines:
        stories = [json.loads(line) for line in islice(lines, limit)]
    with target.open("w", encoding="utf-8") as out:
        for copy in range(times):
            for number, story in enumerate(stories):
                story |= {"story": f"{number}-{copy}", "outlet": f"outlet {number % 15}-{copy}"}
                out.write(json.dumps(story, ensure_ascii=False) + "\n")
    return len(stories) * times


def speed(stories: tuple[int, int], tokens: tuple[int, int], seconds: tuple[float, float]) -> Speed:
    """Rates from a shorter and a longer run."""
    extra = seconds[1] - seconds[0]
    steady = (tokens[1] - tokens[0]) / extra if extra > 0 else None
    return Speed(stories[1] / seconds[1], tokens[1] / seconds[1], steady)


def time_help(runs: int = 5) -> float:
    """Median wall time of `dateline --help`, in seconds."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run([dateline_command(), "--help"], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def _finished(command: list[str], out: Path) -> Run:
    run = run_watched(command, out)
    if run.status and not run.lines:
        raise subprocess.CalledProcessError(run.status, command)
    return run


def _code(stories: Path, processes: int, model: str) -> Run:
    command = [dateline_command(), "code", str(stories), "--processes", str(processes), "--model", model]
    return _finished(command, stories.with_suffix(".claims"))


def _parse(stories: Path, processes: int, model: str) -> tuple[Run, int]:
    script = str(Path(__file__).with_name("bare_spacy.py"))
    command = [sys.executable, script, str(stories), "--processes", str(processes), "--model", model]
    out = stories.with_suffix(".tokens")
    run = _finished(command, out)
    return run, json.loads(out.read_text(encoding="utf-8"))["tokens"]


def measure(source: Path, limit: int, processes: int, model: str) -> Report:
    """Run everything once. Raises CalledProcessError when a command fails and prints nothing."""
    with tempfile.TemporaryDirectory() as folder:
        once, often = Path(folder, "once.jsonl"), Path(folder, "often.jsonl")
        stories = (
            write_repeated(source, once, limit, 1),
            write_repeated(source, often, limit, TIMES),
        )
        coded = (_code(once, processes, model), _code(often, processes, model))
        (short, few), (long, many) = (_parse(path, processes, model) for path in (once, often))
    ours = speed(stories, (few, many), (coded[0].seconds, coded[1].seconds))
    bare = speed(stories, (few, many), (short.seconds, long.seconds))
    return Report(
        stories=stories[0],
        tokens=few,
        claims=coded[0].lines,
        processes=processes,
        model=model,
        dateline=ours,
        spacy=bare,
        ratio=ours.tokens / bare.tokens,
        steady_ratio=ours.steady / bare.steady if ours.steady and bare.steady else None,
        peak=coded[0].peak_tree / MEGABYTE,
        peak_times_four=coded[1].peak_tree / MEGABYTE,
        peak_process=coded[1].peak_process / MEGABYTE,
        help_seconds=time_help(),
    )


def table(report: Report) -> str:
    """The report for a terminal."""

    def row(name: str, part: Speed) -> str:
        steady = "too few stories" if part.steady is None else f"{part.steady:,.0f}"
        return f"{name:<14}{part.stories:>12,.1f}{part.tokens:>12,.0f}{steady:>16}"

    ratio = "-" if report.steady_ratio is None else f"{report.steady_ratio:.2f}"
    many = report.stories * TIMES
    lines = [
        f"{report.stories:,} stories of {report.tokens:,} tokens, once and {TIMES} times over",
        f"{report.claims:,} claims in them; {report.model}, {report.processes} processes",
        "",
        f"{'':<14}{'stories/s':>12}{'tokens/s':>12}{'steady tokens/s':>16}",
        row("dateline code", report.dateline),
        row("bare spaCy", report.spacy),
        f"{'ratio':<14}{'':>12}{report.ratio:>12.2f}{ratio:>16}",
        "",
        f"peak memory {report.peak:,.0f} MB, and {report.peak_times_four:,.0f} MB on {many:,} stories",
        f"largest process {report.peak_process:,.0f} MB",
        f"dateline --help {report.help_seconds:.2f} s",
    ]
    return "\n".join(lines)


def main() -> int:
    """Print the report; 2 when it cannot be made."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, metavar="DATA")
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="stories (default 200)")
    parser.add_argument("--processes", type=int, default=2, metavar="P", help="for both (default 2)")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="a spaCy model's package")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    options = parser.parse_args()
    try:
        report = measure(stories_file(options.data), options.limit, options.processes, options.model)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"speed.py: {error}", file=sys.stderr)
        return 2
    print(json.dumps(asdict(report), indent=1) if options.json else table(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
