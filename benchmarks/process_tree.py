"""Run a command and see how long it takes and how much memory it and its children hold."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.2
ON_LINUX = sys.platform.startswith("linux")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished command: wall time in seconds, memory in bytes, what it printed.

    `peak_tree` is the most that the whole tree of processes held at one moment. On Linux pages that
    processes share are counted once (proportional set size); elsewhere they count for each process.
    `peak_process` is the most that any one process held. Both are sampled, so a shorter spike is missed.
    """

    seconds: float
    peak_tree: int
    peak_process: int
    lines: int
    status: int


def run_watched(command: Sequence[str], out: Path) -> Run:
    """Run `command` with its standard output in the file `out`."""
    peaks = [0, 0]
    done = threading.Event()
    with out.open("wb") as sink:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=sink)

        def watch() -> None:
            while not done.is_set():
                held = memory_of_tree(process.pid)
                peaks[0] = max(peaks[0], sum(held))
                peaks[1] = max(peaks[1], *held, 0)
                done.wait(SAMPLE_SECONDS)

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        status = process.wait()
        seconds = time.perf_counter() - started
        done.set()
        watcher.join()
    with out.open("rb") as printed:
        lines = sum(1 for _ in printed)
    return Run(seconds, peaks[0], peaks[1], lines, status)


def memory_of_tree(root: int) -> list[int]:
    """Bytes held by the process `root` and each of its descendants; those that are gone hold none."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    for pid, parent, held in _linux_processes() if ON_LINUX else _listed_processes():
        children[parent].append(pid)
        resident[pid] = held
    tree = [root]
    for pid in tree:
        tree += children[pid]
    return [_shared_once(pid) if ON_LINUX else resident.get(pid, 0) for pid in tree]


def _linux_processes() -> list[tuple[int, int, int]]:
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            status = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        # The command's name, in brackets, may itself hold brackets and spaces.
        found.append((int(folder.name), int(status.rpartition(")")[2].split()[1]), 0))
    return found


def _listed_processes() -> list[tuple[int, int, int]]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], stdout=subprocess.PIPE, encoding="ascii", check=True
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return [(int(pid), int(parent), int(kilobytes) * 1024) for pid, parent, kilobytes in rows]


def _shared_once(pid: int) -> int:
    """Proportional set size of a process, in bytes."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # It ended between two looks.
    return 0
