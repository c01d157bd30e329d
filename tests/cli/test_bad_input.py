"""A bad story never costs a good one: each has its own reason, the rest goes on, the exit status says so."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.running import dateline
from tests.cli.stories import KHARKIV, TAIZ

RUSSIAN = (
    "Четыре человека погибли и девять получили ранения в результате обстрела города, сообщил в понедельник "
    "губернатор области. Министерство обороны заявило, что был уничтожен склад боеприпасов.\n"
)
GERMAN = (
    "Bei einem Angriff auf ein Lagerhaus sind am Montag vier Menschen ums Leben gekommen, neun wurden nach "
    "Angaben des Gouverneurs verletzt. Das Ministerium sprach von einem Depot, das zerstört worden sei.\n"
)
NO_ARTICLE = "<!doctype html><html><head><title>Search</title></head><body><form>Find</form></body></html>"


def _write(content: str | bytes) -> Callable[[Path], None]:
    data = content if isinstance(content, bytes) else content.encode()

    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


def _loop(path: Path) -> None:
    path.symlink_to(path.parent, target_is_directory=True)


# A file that even root cannot read: reading the address 0 of a process's own memory fails.
UNREADABLE = ["/proc/self/mem"] if Path("/proc/self/mem").exists() else []
BAD: dict[str, tuple[str, Callable[[Path], None]]] = {
    "empty.txt": ("empty", _write("")),
    "blank.txt": ("empty", _write(" \n\n ")),
    "picture.txt": ("binary", _write(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))),
    "mixed.txt": (
        "mixed-encoding",
        _write(KHARKIV.encode() + "Žele, “said”\n".encode() + b"caf\xe9 au lait\n"),
    ),
    "russian.txt": ("other-language", _write(RUSSIAN)),
    "german.txt": ("other-language", _write(GERMAN)),
    "long.txt": ("too-large", _write(KHARKIV * (2_100_000 // len(KHARKIV)))),
    "search.html": ("no-article", _write(NO_ARTICLE)),
    "twin.txt": ("duplicate", _write(TAIZ)),
    "round": ("link-loop", _loop),
    "dangling.txt": ("missing", lambda path: path.symlink_to("nowhere.txt")),
    "notes.docx": ("unsupported-type", _write("notes")),
}
LINES = (
    json.dumps({"story": "kharkiv", "text": KHARKIV}),
    '{"story": "cut", "text": "An air str',
    json.dumps({"story": "untold", "title": "No text"}),
    json.dumps(["a", "list"]),
    json.dumps({"story": "late", "text": KHARKIV, "published": "yesterday"}),
    json.dumps({"story": "kharkiv", "text": KHARKIV.replace("four", "six")}),
)
LINE_REASONS = {2: "malformed-json", 3: "no-text", 4: "wrong-type", 5: "wrong-type", 6: "id-taken"}


@dataclass(frozen=True, slots=True)
class Told:
    """What one run over all the bad inputs, and two good stories among them, printed."""

    reports: tuple[tuple[str, str], ...]
    """Reason and message of each input that was left out."""
    claims: str
    status: int


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "taiz.txt").write_text(TAIZ, encoding="utf-8")
    for name, (_, make) in BAD.items():
        make(folder / name)
    (folder / "lines.jsonl").write_text("\n".join(LINES) + "\n", encoding="utf-8")
    os.mkfifo(folder / "pipe")
    done = dateline("code", "taiz.txt", ".", "absent.txt", *UNREADABLE, cwd=folder)
    assert "Traceback" not in done.stderr
    reports = re.findall(r"^dateline: left out \((\S+)\): (.*)$", done.stderr, re.MULTILINE)
    assert len(reports) == len(done.stderr.splitlines()), done.stderr
    return Told(tuple(reports), done.stdout, done.returncode)


def test_the_exit_status_says_so(told: Told) -> None:
    assert told.status == 1


def test_the_good_stories_are_coded(told: Told) -> None:
    assert {json.loads(line)["story"] for line in told.claims.splitlines()} == {"taiz", "kharkiv"}


def test_each_bad_input_has_its_own_reason(told: Told) -> None:
    expected = Counter(reason for reason, _ in BAD.values()) + Counter(LINE_REASONS.values())
    # The pipe in the folder, the first story met again, the file that is not there, and the one of no use.
    expected += Counter(["unsupported-type", "duplicate", "missing", *["unreadable"] * len(UNREADABLE)])
    assert Counter(reason for reason, _ in told.reports) == expected


@pytest.mark.parametrize("name", sorted(BAD))
def test_its_report_names_the_file(told: Told, name: str) -> None:
    assert any(reason == BAD[name][0] and name in message for reason, message in told.reports)


@pytest.mark.parametrize("line", sorted(LINE_REASONS))
def test_the_report_of_a_line_names_its_number(told: Told, line: int) -> None:
    messages = [message for reason, message in told.reports if reason == LINE_REASONS[line]]
    assert any(f"lines.jsonl, line {line}:" in message for message in messages)


def test_a_bad_sheet_costs_only_its_own_row(tmp_path: Path) -> None:
    (tmp_path / "taiz.txt").write_text(TAIZ, encoding="utf-8")
    (tmp_path / "stories.csv").write_text(
        "file,published\ntaiz.txt,15 March\nlost.txt,2019-03-15\n", encoding="utf-8"
    )
    done = dateline("code", tmp_path)
    assert done.returncode == 1
    assert re.findall(r"left out \((\S+)\)", done.stderr) == ["metadata-row", "metadata-row"]
    assert {json.loads(line)["story"] for line in done.stdout.splitlines()} == {"taiz"}
