"""`dateline set`: a story of unknown date is given it later."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from dateline.coding.coder import RuleCoder
from dateline.coding.kept import coded_from_json, coded_to_json
from dateline.ledger import Ledger, amendments, check_ledger
from dateline.model import Story
from dateline.running.amending import set_story
from dateline.running.recording import record as run
from dateline.running.settings import RunSettings
from tests.cli.running import dateline, record

DALEH = """\
Mortar fire killed four people in Taiz late on Tuesday, medics said. The army shelled the hills east of the \
city the next day and lost two soldiers, a commander said. Talks are to resume on Sunday.
"""
SAMPLES = Path(__file__).parents[2] / "examples" / "stories"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the record `out` of a story without a date in the folder `in`."""
    folder = tmp_path_factory.mktemp("recorded")
    (folder / "in").mkdir()
    (folder / "in" / "daleh.txt").write_text(DALEH, encoding="utf-8")
    assert record(folder / "in", out=folder / "out").returncode == 0
    return folder


@pytest.fixture
def out(recorded: Path, tmp_path: Path) -> Path:
    """A record of one's own."""
    shutil.copytree(recorded, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out"


def days(out: Path) -> list[tuple[str | None, str | None]]:
    claims = [json.loads(line) for line in (out / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(c["date"]["earliest"], c["date"]["latest"]) for c in claims if c["date"]]


def test_words_become_days_and_stay_so(out: Path) -> None:
    assert set(days(out)) == {(None, None)}
    done = dateline(
        "set",
        "daleh",
        "--published",
        "2019-03-15",
        "--ledger",
        out,
        "--by",
        "M. Adar",
        "--why",
        "archive page",
    )
    assert done.returncode == 0, done.stderr
    assert "coded again" not in done.stdout
    assert dateline("check", out).returncode == 0
    with Ledger.open(out / "ledger.sqlite", create=False) as ledger:
        (said,) = amendments(ledger, "daleh")
        assert (said.field, said.before, said.value) == ("published", None, "2019-03-15")
        assert (said.by, said.why) == ("M. Adar", "archive page")
        first = [claim.date.earliest for claim in ledger.claims("daleh") if claim.date]
    # the folder still gives no date; what a person said holds
    again = record(out.parent / "in", out=out)
    assert "1 known already" in again.stdout
    assert days(out)[:2] == [("2019-03-12", "2019-03-12"), ("2019-03-13", "2019-03-13")]
    assert [date.fromisoformat(day or "") for day, _ in days(out)] == first
    assert dateline("check", out).returncode == 0


def test_a_changed_text_keeps_the_day_that_a_person_gave(out: Path) -> None:
    dateline("set", "daleh", "--published", "2019-03-15", "--ledger", out)
    (out.parent / "in" / "daleh.txt").write_text(DALEH.replace("four", "five"), encoding="utf-8")
    assert "1 changed" in record(out.parent / "in", out=out).stdout
    assert days(out)[0] == ("2019-03-12", "2019-03-12")


def test_a_wrong_day_is_corrected_and_taken_back(out: Path) -> None:
    dateline("set", "daleh", "--published", "2020-03-15", "--ledger", out)
    dateline("set", "daleh", "--published", "2019-03-15", "--ledger", out)
    assert "already" in dateline("set", "daleh", "--published", "2019-03-15", "--ledger", out).stdout
    dateline("set", "daleh", "--published", "unknown", "--outlet", "Aden Post", "--ledger", out)
    with Ledger.open(out / "ledger.sqlite", create=False) as ledger:
        assert [said.value for said in amendments(ledger, "daleh")] == [
            *("2020-03-15", "2019-03-15"),
            *("Aden Post", None),
        ]
        story = ledger.story("daleh")
        assert (story.published, story.outlet) == (None, "Aden Post")
        assert check_ledger(ledger) == []
        with ledger.transaction(writing=True) as connection:
            connection.exec_driver_sql("UPDATE versions SET outlet = 'Another'")
        assert any("what a person set last" in problem.what for problem in check_ledger(ledger))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("daleh", "--published", "15.3.2019"), "'15.3.2019' is no day; give one as YYYY-MM-DD"),
        (("daleh", "--published", "2019-02-30"), "'2019-02-30' is no day"),
        (("dale", "--published", "2019-03-15"), "no story 'dale'"),
        (("daleh",), "nothing to set; give --published"),
    ],
)
def test_what_cannot_be_set(out: Path, arguments: tuple[str, ...], message: str) -> None:
    done = dateline("set", *arguments, "--ledger", out)
    assert done.returncode == 2
    assert message in done.stderr


def test_what_is_kept_of_a_story_is_all_that_was_found() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))] + [DALEH]
    stories = [Story(f"s{number}", text) for number, text in enumerate(texts)]
    for coded in RuleCoder().code(stories):
        assert coded_from_json(coded_to_json(coded), coded.parsed.story) == coded
    assert coded_from_json("[[], [], [[1]]]", stories[0]) is None


def test_set_later_is_the_same_as_given_at_once(tmp_path: Path) -> None:
    """The samples without their dates, which are set one by one, are the record of the samples with them."""
    lines = [
        json.dumps(
            {"story": path.stem, "text": path.read_text(encoding="utf-8"), "outlet": f"Outlet of {path.stem}"}
        )
        for path in sorted(SAMPLES.glob("*.txt"))
    ]
    bare = tmp_path / "bare.jsonl"
    bare.write_text("\n".join(lines), encoding="utf-8")
    dated = tmp_path / "dated.jsonl"
    published = {json.loads(line)["story"]: f"2014-05-{n:02}" for n, line in enumerate(lines, 6)}
    dated.write_text(
        "\n".join(
            json.dumps(told | {"published": published[told["story"]]}) for told in map(json.loads, lines)
        ),
        encoding="utf-8",
    )
    settings = RunSettings()
    run([str(bare)], tmp_path / "later", settings)
    run([str(dated)], tmp_path / "at-once", settings)
    with Ledger.open(tmp_path / "later" / "ledger.sqlite") as ledger:
        undated = {story.id for story in ledger.stories() if story.published is None}
        for name, day in published.items():
            done = set_story(ledger, name, {"published": day}, settings, by="test", at="2026-01-01")
            # one that its text dates is coded again, and one in which nothing was found
            assert not (done.recoded and done.claims and name in undated)
        assert check_ledger(ledger) == []
    run([str(bare)], tmp_path / "later", settings)
    for file in ("claims.jsonl", "incidents.jsonl"):
        assert (tmp_path / "later" / file).read_bytes() == (tmp_path / "at-once" / file).read_bytes()
