# ruff: noqa: E501 - one case a line reads best

"""What is read from files, folders and standard input, and why the rest is left out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline.model import LeftOut, Story, text_hash
from dateline.reading import Reason, read_inputs

BODY = (
    "Two shells fell on the market of the old town on Monday and killed three people, residents said. "
    "The army said that it had not fired at the town, and that the rebels were to blame for the attack."
)
PAGE = f"""<!doctype html><html><head><title>Market shelled | The Example Post</title>
<meta property="og:title" content="Market shelled"><meta property="og:site_name" content="The Example Post">
<meta property="article:published_time" content="2013-05-21T08:00:00Z">
<link rel="canonical" href="https://example.org/2013/market"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Market shelled</h1><p>{BODY}</p><p>{BODY[:96]}</p></article></body></html>"""


def read(*inputs: Path | str, **options: object) -> list[Story | LeftOut]:
    return list(read_inputs([str(path) for path in inputs], **options))  # type: ignore[arg-type]


def stories(*inputs: Path | str, **options: object) -> list[Story]:
    return [item for item in read(*inputs, **options) if isinstance(item, Story)]


def reasons(*inputs: Path | str) -> list[str]:
    return [item.reason for item in read(*inputs) if isinstance(item, LeftOut)]


def only(*inputs: Path | str) -> LeftOut:
    (item,) = read(*inputs)
    assert isinstance(item, LeftOut)
    return item


def write(path: Path, content: str | bytes = BODY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_a_text_file_is_stored_exactly_as_decoded(tmp_path: Path) -> None:
    text = f"{BODY}\r\n\r\n“Curly” – quotes…\n"
    (story,) = stories(write(tmp_path / "market.txt", "\ufeff" + text))
    assert (story.id, story.text, story.title) == ("market", text, None)
    assert (story.published, story.outlet, story.language) == (None, None, "en")


def test_a_folder_is_read_in_order_with_ids_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "may/c.txt", ".hidden/d.txt"):
        write(tmp_path / name, f"{name}: {BODY}")
    assert [story.id for story in stories(tmp_path)] == ["a", "b", "may/c"]


def test_a_json_line_speaks_for_itself(tmp_path: Path) -> None:
    line = {
        "story": "s1", "outlet": "The Example Post", "title": "Market shelled", "published": "2013-05-20",
        "url": "https://example.org/1", "text": BODY, "desk": "foreign",
    }  # fmt: skip
    (story,) = stories(
        write(tmp_path / "in.jsonl", json.dumps(line) + "\n"), outlet="Other", published=date(2000, 1, 1)
    )
    assert (story.id, story.outlet, story.published) == ("s1", "The Example Post", date(2013, 5, 20))
    assert story.text == f"Market shelled\n\n{BODY}"
    assert story.origins == dict.fromkeys(("outlet", "published", "title", "url"), "story")
    assert story.extra == {"desk": "foreign"}
    assert story.location.endswith("in.jsonl, line 1")


def test_a_line_without_an_id_gets_one_from_its_content(tmp_path: Path) -> None:
    path = write(
        tmp_path / "in.jsonl", json.dumps({"text": BODY}) + "\n\n" + json.dumps({"text": BODY + " More."})
    )
    first, second = stories(path)
    assert len(first.id) == 16 and first.id != second.id
    assert first.id == stories(path)[0].id
    assert second.location.endswith("line 3")


def test_a_page(tmp_path: Path) -> None:
    (story,) = stories(write(tmp_path / "page.html", PAGE))
    assert (story.title, story.outlet, story.published) == (
        "Market shelled",
        "The Example Post",
        date(2013, 5, 21),
    )
    assert story.url == "https://example.org/2013/market"
    assert story.text.startswith(f"Market shelled\n\n{BODY}")
    assert story.origins["published"] == "page"


def test_stories_csv_tells_of_the_files_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "may/b.html", PAGE)
    write(
        tmp_path / "stories.csv",
        "file,story,outlet,published,title\n"
        'a.txt,market-1,"The Post, Beirut",2013-05-20,Market shelled\n'
        "may/b.html,,,2013-05-22,\n",
    )
    first, second = stories(tmp_path)
    assert (first.id, first.outlet, first.published) == ("market-1", "The Post, Beirut", date(2013, 5, 20))
    assert first.text == f"Market shelled\n\n{BODY}"
    assert (second.published, second.outlet) == (date(2013, 5, 22), "The Example Post")
    assert second.origins["published"] == "stories.csv" and second.origins["outlet"] == "page"
    assert stories(tmp_path / "a.txt")[0].outlet == "The Post, Beirut"


def test_wrong_rows_are_reported_with_their_line_and_cost_only_themselves(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", BODY + " b")
    write(
        tmp_path / "stories.csv",
        "file,outlet,published\na.txt,The Post,20/05/2013\nb.txt,The Post, Beirut,2013-05-20\nc.txt,The Post,\n",
    )
    items = read(tmp_path)
    rows = [item for item in items if isinstance(item, LeftOut)]
    assert [row.location.rpartition("/")[2] for row in rows] == [f"stories.csv, line {n}" for n in (2, 3, 4)]
    assert {row.reason for row in rows} == {"metadata-row"}
    assert (
        "2013-05-20" in rows[0].message and "quotes" in rows[1].message and "no file c.txt" in rows[2].message
    )
    first, second = (item for item in items if isinstance(item, Story))
    assert (first.outlet, first.published, second.outlet) == ("The Post", None, None)


def test_a_sheet_by_itself_is_no_story(tmp_path: Path) -> None:
    assert "give its folder" in only(write(tmp_path / "stories.csv", "file,outlet\n")).message


def test_a_sheet_without_the_column_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "stories.csv", "name;outlet\na.txt;The Post\n")
    assert reasons(tmp_path) == ["metadata-row"]


def test_the_texts_own_dateline_and_then_the_options_give_the_day(tmp_path: Path) -> None:
    dated = write(tmp_path / "a.txt", f"HOMS, Syria, May 20, 2013 (AP) — {BODY}")
    undated = write(tmp_path / "b.txt", f"HOMS, Syria, May 20 — {BODY}")
    first, second = stories(dated, undated, outlet="The Post", published=date(2013, 5, 21))
    assert (first.published, first.origins["published"]) == (date(2013, 5, 20), "dateline")
    assert (second.published, second.origins["published"]) == (date(2013, 5, 21), "option")
    assert second.origins["outlet"] == "option"
    assert stories(undated)[0].published is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((json.dumps({"text": BODY}) + "\n").encode(), BODY),
        (BODY.encode(), BODY),
        (PAGE.encode(), f"Market shelled\n\n{BODY}\n{BODY[:96]}"),
        (b"\xef\xbb\xbf" + json.dumps({"text": BODY}).encode(), BODY),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: bytes, expected: str) -> None:
    (story,) = stories("-", stdin=io.BytesIO(content))
    assert story.text == expected
    assert len(story.id) == 16 and story.location.startswith("standard input")


def test_an_empty_standard_input() -> None:
    (item,) = read("-", stdin=io.BytesIO(b""))
    assert isinstance(item, LeftOut) and item.reason == "empty"


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ("He said: “No one – not one.” Café.".encode("cp1252"), "cp1252 (detected)"),
        ("He said: “No one – not one.” It’s over, Zoë.".encode("mac_roman"), "mac_roman (detected)"),
        ("He said: “No one – not one.”".encode("utf-16"), "UTF-16"),
        ("He said: “No one – not one.”".encode("utf-16-le"), "UTF-16 (detected)"),
    ],
)
def test_other_encodings_are_detected_and_told(tmp_path: Path, data: bytes, note: str) -> None:
    (story,) = stories(write(tmp_path / "a.txt", data))
    assert story.text.startswith("He said: “No one – not one.”")
    assert story.origins["encoding"] == note


def test_a_text_that_was_misread_and_saved_again_is_set_right(tmp_path: Path) -> None:
    garbled = "He said: “No one – not one.”".encode().decode("latin-1").encode("utf-8")
    (story,) = stories(write(tmp_path / "a.txt", garbled))
    assert story.text == "He said: “No one – not one.”"


@pytest.mark.parametrize(
    ("name", "data", "reason", "told"),
    [
        ("a.txt", b"", Reason.EMPTY, "empty"),
        ("a.txt", b" \n\t\n", Reason.EMPTY, "empty"),
        ("a.html", b"", Reason.EMPTY, "empty"),
        ("a.jsonl", b"", Reason.EMPTY, "empty"),
        ("a.jsonl", b'{"text": " "}', Reason.EMPTY, "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", Reason.BINARY, "a PNG image"),
        ("a.txt", bytes(range(256)) * 8, Reason.BINARY, "no text has"),
        ("a.txt", "One – two.\n".encode() * 3 + "A “word”.\n".encode("cp1252"), Reason.MIXED_ENCODING, "line 4"),
        ("a.txt", b"\xff\xfeA\x00B", Reason.UNDECODABLE, "UTF-16"),
        ("a.txt", ("Die Regierungstruppen haben am Montag die Stadt beschossen und sechs Menschen getötet. " * 3).encode(), Reason.OTHER_LANGUAGE, "German"),
        ("a.txt", ("قصفت قوات النظام المدينة يوم الاثنين وقتلت ستة أشخاص " * 2).encode(), Reason.OTHER_LANGUAGE, "Arabic"),
        ("a.txt", b"The army said. " * 140_000, Reason.TOO_LARGE, "2 MB"),
        ("a.jsonl", json.dumps({"text": "The army said. " * 140_000}).encode(), Reason.TOO_LARGE, "2 MB"),
        ("a.jsonl", b'{"text": "The', Reason.MALFORMED_JSON, "JSON"),
        ("a.jsonl", b"[" * 100_000, Reason.MALFORMED_JSON, "JSON"),
        ("a.jsonl", b'["text"]', Reason.WRONG_TYPE, "a list"),
        ("a.jsonl", b'{"body": "x"}', Reason.NO_TEXT, "body"),
        ("a.jsonl", b'{"text": null}', Reason.NO_TEXT, "text"),
        ("a.jsonl", b'{"text": 12}', Reason.WRONG_TYPE, '"text" is a number'),
        ("a.jsonl", b'{"text": "x", "outlet": ["y"]}', Reason.WRONG_TYPE, '"outlet" is a list'),
        ("a.jsonl", b'{"text": "x", "published": "May 2013"}', Reason.WRONG_TYPE, "2013-05-20"),
        ("a.jsonl", b'{"text": "x \\ud83d y"}', Reason.UNDECODABLE, "half of a character"),
        ("a.jsonl", b'{"text": "x", "language": "fr"}', Reason.OTHER_LANGUAGE, "stated"),
        ("a.html", b"<html><body><ul><li><a href='/'>Home</a></li><li>World</li></ul></body></html>", Reason.NO_ARTICLE, "article"),
        ("a.pdf", b"%PDF-1.4", Reason.UNSUPPORTED_TYPE, ".txt"),
    ],
)  # fmt: skip
def test_each_reason(tmp_path: Path, name: str, data: bytes, reason: Reason, told: str) -> None:
    left = only(write(tmp_path / name, data))
    assert (left.reason, told in left.message) == (reason, True), left.message
    assert left.location.startswith(str(tmp_path / name))


def test_a_bad_line_never_costs_a_good_one(tmp_path: Path) -> None:
    lines = [
        json.dumps({"story": "a", "text": BODY}),
        "{oops",
        json.dumps({"story": "b", "text": BODY + " b"}),
    ]
    first, bad, second = read(write(tmp_path / "in.jsonl", "\n".join(lines)))
    assert isinstance(first, Story) and isinstance(second, Story) and isinstance(bad, LeftOut)
    assert bad.location.endswith("in.jsonl, line 2")


def test_a_short_text_is_not_judged_by_its_language(tmp_path: Path) -> None:
    (story,) = stories(write(tmp_path / "a.txt", "Sechs Tote in Homs."))
    assert story.language is None


def test_a_missing_path_and_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert only(tmp_path / "nowhere").reason == Reason.MISSING
    assert "link" in only(tmp_path / "gone.txt").message


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path / "in/a.txt")
    (tmp_path / "in/again").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/self.txt").symlink_to(tmp_path / "in/self.txt")
    items = read(tmp_path / "in")
    assert [getattr(item, "reason", "story") for item in items] == ["story", "link-loop", "link-loop"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path) == ["unsupported-type"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert only(path).reason == Reason.UNREADABLE


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails on reading")
def test_a_file_that_fails_on_reading() -> None:
    assert only("/proc/self/mem").reason == Reason.UNREADABLE


def test_the_same_story_twice(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    assert reasons(tmp_path) == ["duplicate"]
    assert reasons(tmp_path / "a.txt", tmp_path / "a.txt") == ["duplicate"]


def test_the_same_text_in_another_outlet_is_kept(tmp_path: Path) -> None:
    lines = [json.dumps({"outlet": outlet, "text": BODY}) for outlet in ("The Post", "The Times", "The Post")]
    items = read(write(tmp_path / "in.jsonl", "\n".join(lines)))
    assert [getattr(item, "reason", "story") for item in items] == ["story", "story", "duplicate"]


def test_the_same_text_under_an_id_of_its_own_is_kept(tmp_path: Path) -> None:
    lines = [
        json.dumps({"story": name, "outlet": "The Post", "text": BODY}) for name in ("p-1", "p-2", "p-2")
    ]
    items = read(write(tmp_path / "in.jsonl", "\n".join(lines)))
    assert [getattr(item, "reason", "story") for item in items] == ["story", "story", "duplicate"]


def test_two_texts_under_one_id(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    other = write(tmp_path / "other/a.txt", BODY + " And more.")
    story, left = read(path, other)
    assert isinstance(story, Story) and isinstance(left, LeftOut)
    assert left.reason == Reason.ID_TAKEN
    assert str(path) in left.message and "another id" in left.message


def test_progress_ends_at_all_the_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.jsonl", "\n".join(json.dumps({"text": f"{n}: {BODY}"}) for n in range(50)))
    write(tmp_path / "c.pdf", b"%PDF")
    write(tmp_path / "stories.csv", "file,outlet\na.txt,The Post\n")
    seen: list[tuple[int, int]] = []
    read(tmp_path, progress=lambda done, total: seen.append((done, total)))
    total = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_stories_come_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        """A stream of stories that never ends."""

        count = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            assert isinstance(buffer, memoryview)
            self.count += 1
            line = (json.dumps({"text": f"{self.count}: {BODY}"}) + "\n").encode()
            buffer[: len(line)] = line
            return len(line)

    items = read_inputs(["-"], stdin=io.BufferedReader(Endless()))
    assert [
        text_hash(item.text)[:1] != ""
        for item, _ in zip(items, range(1000), strict=False)
        if isinstance(item, Story)
    ]


def test_importing_the_station_stays_light() -> None:
    heavy = "{'trafilatura', 'lingua', 'charset_normalizer', 'pycountry', 'htmldate'}"
    program = f"import sys, dateline.reading; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
