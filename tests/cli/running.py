"""Run the real command in a process of its own, and look at what it leaves."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from dateline.cli.app import main

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


def dateline_here(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The same in this process: for tests of many commands, which need not load everything anew for each."""
    words = ["dateline", *map(str, arguments)]
    told, complained = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    status = 0
    ours = patch.object(sys, "argv", words), patch.dict(os.environ, environment())
    with ours[0], ours[1], redirect_stdout(told), redirect_stderr(complained):
        try:
            main()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 1
    stdout, stderr = (stream.buffer.getvalue().decode("utf-8") for stream in (told, complained))
    return subprocess.CompletedProcess(words, status, stdout, stderr)


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
