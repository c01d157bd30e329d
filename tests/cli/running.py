"""Run the real command in a process of its own, and look at what it leaves."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

DATELINE = str(Path(sys.executable).with_name("dateline"))
OUTPUTS = (
    "claims.jsonl",
    "incidents.csv",
    "incidents.geojson",
    "incidents.jsonl",
    "ledger.sqlite",
    "report.html",
)


def environment(**added: str) -> dict[str, str]:
    """This process's environment with a terminal of fixed width, so that lines break where tests expect."""
    return {**os.environ, "COLUMNS": "200", "TERM": "dumb", **added}


def dateline(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command's exit status and what it printed."""
    done = subprocess.run(
        [DATELINE, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=dict(env or environment()),
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def record(*inputs: str | Path, out: Path, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """`dateline record` in one process, which must not crash."""
    done = dateline("record", *inputs, "--out", out, "--processes", "1", *options)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def fingerprints(out: Path) -> dict[str, str]:
    """Every file in `out` by the hash of its bytes."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }
