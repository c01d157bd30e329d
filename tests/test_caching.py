"""Texts that are kept in the cache folder are made once, and whatever becomes of the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.caching import cache_folder, kept_text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_text_is_made_once(folder: Path) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("once")
        return "über\r\nall"

    assert cache_folder() == folder
    assert kept_text("a.sql", make) == kept_text("a.sql", make) == "über\r\nall"
    assert made == ["once"]
    assert [path.name for path in folder.iterdir()] == ["a.sql"]
    assert kept_text("b.sql", lambda: "other") == "other"


def test_a_text_that_cannot_be_read_is_made_anew(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.sql").write_bytes(b"\xff\xfe")
    assert kept_text("a.sql", lambda: "new") == "new"
    assert (folder / "a.sql").read_text("utf-8") == "new"


def test_where_nothing_can_be_kept_it_is_made_each_time(folder: Path) -> None:
    folder.write_text("a file where the folder should be", encoding="utf-8")
    assert kept_text("a.sql", lambda: "new") == "new"
