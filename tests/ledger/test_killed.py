"""A run that is killed leaves a sound ledger, and the next run completes it."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dateline.ledger import Ledger, check_ledger
from dateline.model import Record
from tests.ledger.recording_until_killed import record

# Of the whole run: the migration, the first stories, their new versions, the linking.
KILLED_AT = (0.001, 0.02, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.999)


def run(path: Path, kill_at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.ledger.recording_until_killed", str(path), str(kill_at)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def contents(record: Record) -> tuple[object, ...]:
    return dict(record.stories), dict(record.claims), record.incidents, record.lineages


def test_a_ledger_survives_being_killed_at_any_point(tmp_path: Path) -> None:
    whole = run(tmp_path / "whole.sqlite", 0)
    assert whole.returncode == 0, whole.stderr
    moments = int(whole.stdout)
    with Ledger.open(tmp_path / "whole.sqlite", create=False) as ledger:
        assert check_ledger(ledger) == []
        expected = contents(ledger.record())

    def kill(share: float) -> Path:
        path = tmp_path / f"killed-{share}.sqlite"
        assert run(path, max(1, int(moments * share))).returncode == -signal.SIGKILL
        return path

    with ThreadPoolExecutor(2) as pool:
        killed = list(pool.map(kill, KILLED_AT))
    left_behind = [path for path in killed if Path(f"{path}-journal").exists()]
    assert left_behind, "no kill fell into a transaction, so that this tests nothing"
    for path in killed:
        with Ledger.open(path) as ledger:
            assert check_ledger(ledger) == []
            stories, claims = len(ledger.record().stories), len(ledger.record().claims)
            assert claims == 2 * stories
        record(path)
        with Ledger.open(path, create=False) as ledger:
            assert check_ledger(ledger) == []
            assert contents(ledger.record()) == expected
