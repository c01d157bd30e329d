"""How fast `dateline code` is beside bare spaCy on the same stories, and how much memory it takes.

    python benchmarks/speed.py DATA [--limit N] [--processes P] [--model NAME] [--json]

DATA is a file of stories as JSON Lines, or a folder with fakes/stories.jsonl in it. Two streams are
measured: N stories about an armed conflict, and as many of which one in twenty is (the others from
geovirus, lgl and polnear, as they come; a tenth of those tells of violence too). Both commands read a
stream once and then four times over under new ids. "From a cold start" is tokens by wall time of the longer
run; "steady" is the extra tokens by the extra time, in which what it takes to start cancels out. Tokens
are spaCy's on the whole stories for both, whatever part of them `dateline code` parses. Memory that
does not grow shows in its peak on the stream once and four times. "The coder alone" is one process
that codes sentences already parsed; resolving is what it takes to look up places, days and names in them.
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
from itertools import pairwise
from pathlib import Path

from dateline.coding.coder import RuleCoder
from dateline.coding.parsing import DEFAULT_MODEL
from dateline.model import Story
from dateline.reading import read_inputs
from dateline.resolving.claims import Resolver
from dateline.running.coding import settle_memory
from gold import dateline_command
from process_tree import Run, run_watched
from streams import conflict, mixed, write_repeated

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
class Stream:
    """What is measured on one stream; memory in megabytes."""

    name: str
    stories: int
    tokens: int
    claims: int
    dateline: Speed
    spacy: Speed
    ratio: float
    steady_ratio: float | None
    peak: float
    peak_times_four: float
    peak_process: float


@dataclass(frozen=True, slots=True)
class Alone:
    """The coder without the parser, in one process: sentences per second, and seconds of each part."""

    sentences: float
    parsing: float
    coding: float
    resolving: float


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run of this script measures; times in seconds."""

    processes: int
    model: str
    streams: list[Stream]
    alone: Alone
    help_seconds: float


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


def measure_stream(name: str, lines: list[str], processes: int, model: str) -> Stream:
    """Both commands on one stream. Raises CalledProcessError when a command fails and prints nothing."""
    with tempfile.TemporaryDirectory() as folder:
        once, often = Path(folder, "once.jsonl"), Path(folder, "often.jsonl")
        stories = write_repeated(lines, once, 1), write_repeated(lines, often, TIMES)
        coded = (_code(once, processes, model), _code(often, processes, model))
        (short, few), (long, many) = (_parse(path, processes, model) for path in (once, often))
    ours = speed(stories, (few, many), (coded[0].seconds, coded[1].seconds))
    bare = speed(stories, (few, many), (short.seconds, long.seconds))
    return Stream(
        name=name,
        stories=stories[0],
        tokens=few,
        claims=coded[0].lines,
        dateline=ours,
        spacy=bare,
        ratio=ours.tokens / bare.tokens,
        steady_ratio=ours.steady / bare.steady if ours.steady and bare.steady else None,
        peak=coded[0].peak_tree / MEGABYTE,
        peak_times_four=coded[1].peak_tree / MEGABYTE,
        peak_process=coded[1].peak_process / MEGABYTE,
    )


def measure_alone(lines: list[str], model: str) -> Alone:
    """Parses, codes and resolves in this process, one after the other; in processor time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "stories.jsonl")
        write_repeated(lines, path, 1)
        stories = [item for item in read_inputs([str(path)]) if isinstance(item, Story)]
    coder, resolver = RuleCoder(model=model), Resolver.load()
    list(coder.parser.parse(stories[:1]))
    settle_memory()  # as a worker does
    clock = [time.process_time()]
    parsed = list(coder.parser.parse(stories))
    clock.append(time.process_time())
    coded = [coder.code_parsed(story) for story in parsed]
    clock.append(time.process_time())
    for story in coded:
        resolver.resolve(story)
    clock.append(time.process_time())
    parsing, coding, resolving = (end - start for start, end in pairwise(clock))
    read = sum(sentence.read for story in parsed for sentence in story.sentences)
    return Alone(read / coding, parsing, coding, resolving)


def measure(data: Path, limit: int, processes: int, model: str) -> Report:
    """Run everything once."""
    violent = conflict(data, limit)
    streams = [("about a conflict", violent), ("mixed", mixed(data, limit))]
    return Report(
        processes=processes,
        model=model,
        streams=[measure_stream(name, lines, processes, model) for name, lines in streams if lines],
        alone=measure_alone(violent, model),
        help_seconds=time_help(),
    )


def table(report: Report) -> str:
    """The report for a terminal."""
    alone = report.alone
    before = alone.parsing + alone.coding
    return "\n".join(
        [
            f"{report.model}, {report.processes} processes",
            *(line for stream in report.streams for line in ("", *_stream_table(stream))),
            "",
            f"the coder alone: {alone.sentences:,.0f} sentences/s on one core",
            f"resolving: {alone.resolving:.2f} s to {before:.2f} s of parsing and coding",
            f"dateline --help: {report.help_seconds:.2f} s",
        ]
    )


def _stream_table(stream: Stream) -> list[str]:
    def row(name: str, part: Speed) -> str:
        steady = "too few stories" if part.steady is None else f"{part.steady:,.0f}"
        return f"{name:<14}{part.stories:>12,.1f}{part.tokens:>12,.0f}{steady:>16}"

    ratio = "-" if stream.steady_ratio is None else f"{stream.steady_ratio:.2f}"
    often = stream.stories * TIMES
    return [
        f"{stream.name}: {stream.stories:,} stories of {stream.tokens:,} tokens and {stream.claims:,} claims",
        f"{'':<14}{'stories/s':>12}{'tokens/s':>12}{'steady tokens/s':>16}",
        row("dateline code", stream.dateline),
        row("bare spaCy", stream.spacy),
        f"{'ratio':<14}{'':>12}{stream.ratio:>12.2f}{ratio:>16}",
        f"peak memory {stream.peak:,.0f} MB, and {stream.peak_times_four:,.0f} MB on {often:,} stories",
        f"largest process {stream.peak_process:,.0f} MB",
    ]


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
        report = measure(options.data, options.limit, options.processes, options.model)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"speed.py: {error}", file=sys.stderr)
        return 2
    print(json.dumps(asdict(report), indent=1) if options.json else table(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
