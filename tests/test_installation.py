"""What is installed, from where, and how quickly the command answers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import time
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
NEVER = {"torch", "tensorflow", "jax", "transformers"}


def plain(name: str) -> str:
    """A package's name as the index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {plain(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}


def pinned(lock: str) -> dict[str, set[str]]:
    """Name to versions (some differ by Python) of a lock file."""
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([\w.-]+)==([^\s;\\]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE
    ):
        pins.setdefault(plain(name), set()).add(version)
    return pins


DECLARED = names(PROJECT["project"]["dependencies"])
DECLARED_DEV = names(PROJECT["project"]["optional-dependencies"]["dev"])


def test_the_locks_hold_what_the_project_declares() -> None:
    assert pinned(LOCK).keys() >= DECLARED, "run `make lock`"
    assert pinned(DEV_LOCK).keys() >= DECLARED | DECLARED_DEV, "run `make lock`"


def test_both_locks_agree() -> None:
    development = pinned(DEV_LOCK)
    assert {name: development.get(name) for name in pinned(LOCK)} == pinned(LOCK)


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK])
def test_every_package_of_a_lock_has_hashes_and_comes_from_no_place_of_its_own(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[\w.-]+==", line):
            assert lines[number + 1].strip().startswith("--hash=sha256:"), line
        else:
            assert re.match(r"$|\s*#|\s+--hash=sha256:[0-9a-f]{64}", line), line
    assert "://" not in "\n".join(lines)


def test_no_deep_learning_framework_is_pulled_in() -> None:
    assert not pinned(DEV_LOCK).keys() & NEVER


def test_what_the_package_imports_is_declared_and_what_is_declared_is_used() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    modules = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    owners = packages_distributions()
    used = {
        plain(owner)
        for module in modules
        if (top := module.partition(".")[0]) not in sys.stdlib_module_names and top != "dateline"
        for owner in owners.get(top, [f"nobody's {top}"])
    }
    assert used <= DECLARED, "declare it in pyproject.toml, then run `make lock`"
    # The model is imported by a name that is data.
    named = {name for name in DECLARED if name.replace("-", "_") in sources}
    assert used | named >= DECLARED, "declared, and not used"


def seconds(*command: str) -> float:
    """The quickest of three runs: what the command takes and not what else the machine does."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def test_the_command_answers_at_once() -> None:
    assert seconds(sys.executable, "-c", "import dateline") < 0.4
    assert seconds(str(Path(sys.executable).with_name("dateline")), "--help") < 0.4


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, dateline.cli.app\n"
        "print(*{'spacy', 'altair', 'numpy', 'sqlalchemy', 'trafilatura'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
