"""What the documents say of the code is so."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES += [ROOT / "examples" / "README.md"]


def script(name: str) -> ModuleType:
    """A script of the folder docs as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


COMMANDS = script("make_commands")


def code_lines(page: str) -> list[str]:
    """Lines of the code blocks, indented or fenced."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(\S.*)$", page, re.MULTILINE)
    return [line.strip() for block in fenced for line in block.splitlines()] + indented


def test_the_command_reference_is_that_of_the_commands() -> None:
    assert COMMANDS.PAGE.read_text(encoding="utf-8") == COMMANDS.page(), "run `make docs`"


def test_the_table_of_time_expressions_is_what_the_program_makes_of_them() -> None:
    dates = script("make_dates")
    assert dates.PAGE.read_text(encoding="utf-8") == dates.page(), "run `make docs`"


def test_the_levels_of_linking_are_those_of_its_settings() -> None:
    linking = script("make_linking")
    assert linking.PAGE.read_text(encoding="utf-8") == linking.page(), "run `make docs`"


def test_every_command_and_option_says_what_it_is_for() -> None:
    for name, command in COMMANDS.commands().items():
        assert command.__doc__, name
        for parameter in COMMANDS.parameters(command):
            assert parameter.help, f"{name} {parameter.name}"


def test_the_readme_opens_with_the_two_commands() -> None:
    first, second, *_ = code_lines(README)
    assert [line.partition("#")[0].strip() for line in (first, second)] == ["make record", "make test"]


def test_every_make_command_of_the_documents_is_a_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        told = [*code_lines(text), *re.findall(r"`(make [^`]+)`", text)]
        for line in told:
            if line.startswith("make "):
                words = [word for word in line.split("#")[0].split()[1:] if "=" not in word]
                assert set(words) <= targets, f"{page.name}: {line}"


def test_every_dateline_command_of_the_documents_can_be_run_so() -> None:
    taken = {
        name: {option for each in COMMANDS.parameters(command) for option in each.name.split(", ")}
        for name, command in COMMANDS.commands().items()
    }
    for page in PAGES:
        for line in code_lines(page.read_text(encoding="utf-8")):
            for words, rest in re.findall(r"\bdateline ([a-z]+(?: [a-z]+)?)\b([^|]*)", line):
                # The second word is a command of a group, or what the command is given.
                name = words if words in taken else words.split()[0]
                assert name in taken, f"{page.name}: {line}"
                assert set(re.findall(r"--[a-z-]+", rest)) <= taken[name], f"{page.name}: {line}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_commands_that_readme_and_makefile_name_exist() -> None:
    done = subprocess.run(
        ["make", "--dry-run", "record", "test", "docs"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for path in re.findall(r"\b((?:docs|scripts|benchmarks|examples)/[\w./-]+)", done.stdout):
        assert (ROOT / path).exists(), path


def test_the_accuracy_tables_stand_in_the_readme_as_the_script_writes_them() -> None:
    accuracy = script("make_accuracy")
    block = accuracy.block_of(README)
    samples = accuracy.samples_of(block)
    gold = next(corpus for corpus in accuracy.read_corpora() if corpus.name == accuracy.GOLD)
    assert [words for words, _ in samples] == list(gold.rows.values())
    assert accuracy.page_block(samples) == block, "run `make docs`"
