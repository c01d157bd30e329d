"""`dateline record` that is killed leaves a sound ledger, and a second run completes it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.cli.running import DATELINE, OUTPUTS, dateline, environment, fingerprints, record

TEXT = "Shelling killed at least {number} people in {place} on Thursday, medics at the hospital said."
PLACES = ("Taiz", "Marib", "Aden", "Hodeidah", "Saada")
STORIES = 80
"""More than are written in one transaction."""


def write_stories(path: Path) -> Path:
    """Stories that differ in place, number and day."""
    lines = []
    for number in range(STORIES):
        text = TEXT.format(number=10 + number, place=PLACES[number % len(PLACES)])
        day = f"2019-{1 + number % 12:02}-{1 + number % 28:02}"
        lines.append(json.dumps({"story": f"s{number:03}", "text": text, "published": day}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def kill_when(stories: Path, out: Path, ready: Callable[[], bool]) -> bool:
    """Start a run, kill it and its workers when `ready` says so, and tell whether it was killed."""
    command = [DATELINE, "record", str(stories), "--out", str(out), "--processes", "2"]
    silent = subprocess.DEVNULL
    running = subprocess.Popen(
        command, stdout=silent, stderr=silent, env=environment(), start_new_session=True
    )
    while running.poll() is None and not ready():
        time.sleep(0.002)
    if running.poll() is None:
        os.killpg(running.pid, signal.SIGKILL)
    return running.wait() == -signal.SIGKILL


def moments(out: Path) -> dict[str, Callable[[], bool]]:
    """Moments of a run, told by the files that it has written, and one at random."""
    chance = random.Random(20190314)
    ledger, began = out / "ledger.sqlite", time.monotonic()
    moment = began + chance.uniform(1, 8)
    return {
        "the ledger was made": ledger.exists,
        "a first transaction is under way": lambda: (
            ledger.exists() and ledger.stat().st_size > 100_000 and Path(f"{ledger}-journal").exists()
        ),
        "some files are published": (out / "claims.jsonl").exists,
        "sometime": lambda: time.monotonic() > moment,
    }


def published(out: Path) -> dict[str, str]:
    """The published files; how a ledger's pages lie depends on its transactions."""
    found = fingerprints(out)
    return {name: found.get(name, "") for name in OUTPUTS if name != "ledger.sqlite"}


def test_a_run_that_is_killed_is_completed_by_the_next(tmp_path: Path) -> None:
    stories = write_stories(tmp_path / "stories.jsonl")
    record(stories, out=tmp_path / "whole")
    exports = published(tmp_path / "whole")

    def kill_and_complete(number: int) -> bool:
        out = tmp_path / f"killed-{number}"
        what, ready = list(moments(out).items())[number]
        killed = kill_when(stories, out, ready)
        if (out / "ledger.sqlite").exists():
            checked = dateline("check", out)
            assert checked.returncode == 0, f"{what}: {checked.stdout} {checked.stderr}"
        done = record(stories, out=out)
        assert done.returncode == 0, done.stderr
        assert published(out) == exports, what
        assert dateline("check", out).returncode == 0, what
        return killed

    with ThreadPoolExecutor(2) as pool:
        killed = list(pool.map(kill_and_complete, range(len(moments(tmp_path)))))
    assert killed.count(True) >= 3, "most runs ended before they were killed, so that this tests little"
