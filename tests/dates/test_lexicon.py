"""The word and period files: the package's own, a user's, and what is wrong with one."""

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import KnowledgeError
from dateline.resolving.dates import Days, find_times, read_lexicon, resolve_time

OWN = {
    name: (files("dateline.ontology") / "data" / name).read_text(encoding="utf-8")
    for name in ("dates_words.yaml", "dates_periods.yaml")
}


def test_a_users_words_take_the_place_of_the_packages(tmp_path: Path) -> None:
    words = OWN["dates_words.yaml"].replace("  tonight: [tonight]", "  tonight: [tonight, tonite]")
    (tmp_path / "dates_words.yaml").write_text(words, encoding="utf-8")
    lexicon = read_lexicon(tmp_path)
    assert [one.mention.text for one in find_times("Clashes tonite", lexicon=lexicon)] == ["tonite"]
    assert find_times("Clashes tonite") == []


def test_a_users_periods_change_what_words_stand_for(tmp_path: Path) -> None:
    periods = OWN["dates_periods.yaml"].replace("recently: 3", "recently: 5")
    (tmp_path / "dates_periods.yaml").write_text(periods, encoding="utf-8")
    days = resolve_time("recently", date(2013, 5, 20), lexicon=read_lexicon(tmp_path))
    assert days == Days(date(2013, 5, 15), date(2013, 5, 20), 2)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("dates_words.yaml", "language: en\n", r"dates_words\.yaml, line 1: .*classes"),
        (
            "dates_words.yaml",
            "classes:\n  moth: [may]\n",
            r"dates_words\.yaml, line 2: no word class is called 'moth'",
        ),
        (
            "dates_words.yaml",
            "classes:\n  month: {may: fifth}\n",
            r"dates_words\.yaml, line 2: month must list words",
        ),
        ("dates_words.yaml", "classes:\n  month: {may: 5\n", r"dates_words\.yaml, line \d+: not readable"),
        ("dates_periods.yaml", "parts: []\n", r"dates_periods\.yaml: needs a mapping 'parts'"),
        (
            "dates_periods.yaml",
            OWN["dates_periods.yaml"].replace("early: [1, 10]", "early: [1]"),
            r"dates_periods\.yaml, line \d+: early month must be two whole numbers",
        ),
        (
            "dates_periods.yaml",
            OWN["dates_periods.yaml"].replace(
                "calendar: hijri, begins: [[9, 1]]", "calendar: lunar, begins: []"
            ),
            r"dates_periods\.yaml, line \d+: a moving feast needs names, a calendar",
        ),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_lexicon(tmp_path)
