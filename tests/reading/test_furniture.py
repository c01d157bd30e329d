"""What stands in a text and is no story."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import KnowledgeError
from dateline.reading import furniture_spans
from dateline.reading.furniture import furniture, furniture_rules, site_names

# ruff: noqa: E501 - one case a line reads best
STORY = "Two shells fell on the market of the old town on Monday and killed three people, residents said."


def found(text: str) -> list[str]:
    return [span.text for span in furniture_spans(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Share",
        "Share this: Facebook",
        "Facebook | Twitter | Email",
        "jane.doe@example.org",
        "Contact Jane Doe: jane.doe@example.org or on Twitter @janedoe",
        "Special correspondent Omar Haddad contributed to this report.",
        "The Example Press contributed to this report.",
        "Reporting by Jane Doe in Beirut; Editing by John Roe",
        "(Additional reporting by J. Doe and Omar Haddad in Amman; editing by John Roe)",
        "Read more: Five things to know about the truce",
        "RELATED: Truce talks end in Geneva",
        "Also read: Truce talks end in Geneva",
        "More on this story",
        "(Reuters)",
        "Photo: Jane Doe/Example Press",
        "File photo",
        "Smoke rises over the old town after a strike. (Photo: Jane Doe, Example Press)",
        "Tags: Syria, Homs, truce",
        "Sign up for our newsletter",
        "Follow us on Twitter @example",
        "Follow Jane Doe on Twitter: @janedoe",
        "Copyright 2014 Example Press. All rights reserved.",
        "© 2014 Example Media Group.",
        "12 comments",
        "Published: May 20, 2013",
        "Last updated 12:30",
        "Updated: 3 June 2013 - 7:08 PM",
        "By Jane Doe and Omar Haddad",
        "Read or share this story: http://example.org/x",
        "Download the Example News app",
        "Terms of Use | Privacy Policy",
    ],
)
def test_a_line_that_is_no_story(line: str) -> None:
    assert found(f"{STORY}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Video shows fighters entering the town, and at least 12 bodies in its square.",
        "Images released by the army showed 20 captured men.",
        "Like many groups on Telegram, the brigade claimed to have killed 40 soldiers.",
        "More in the north were killed when the convoy was hit.",
        "MORE THAN 40 PEOPLE WERE KILLED IN THE RAID",
        "Produced by the army's own workshops, the barrel bombs killed 12 people.",
        "Four states contributed troops and 300 soldiers were killed.",
        "By Monday the army had taken half of the town and captured 20 men.",
        "Source in the town: at least 12 people were killed.",
        "Section commanders were killed in the strike",
        "Related attacks killed nine people in the same week.",
        "Watch towers were hit by mortars and two guards were wounded.",
        "Follow-up strikes killed five rescuers.",
        "Reporting by the monitor showed that 12 civilians were killed.",
        "Share prices fell after the attack that killed 12 people.",
        "The photo was taken after a strike that killed three.",
        "Twitter users posted pictures of six bodies.",
        "A contributor to this newspaper was among the three killed.",
        "The group breached its privacy policy, and two men were arrested.",
    ],
)
def test_a_sentence_of_the_story_is_left_alone(line: str) -> None:
    assert found(f"{STORY}\n\n{line}") == []
    assert found(f"{STORY} {line} {STORY}") == []


def test_headlines_after_a_marker_belong_to_it() -> None:
    text = (
        f"{STORY}\n\nRelated:\n\nTruce talks end in Geneva\n\nAid convoy reaches Homs\n\nThe army denied it."
    )
    assert found(text) == ["Related:", "Truce talks end in Geneva", "Aid convoy reaches Homs"]


def test_a_line_in_the_middle_of_a_wrapped_sentence_is_no_button() -> None:
    text = (
        "The two sides said that they had agreed on how they would\nshare\nthe water of the dam between them."
    )
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "furniture_texts"),
    [
        (f"{STORY} Reporting by Jane Doe; Editing by John Roe", ["Reporting by Jane Doe; Editing by John Roe"]),
        (f"{STORY} Agencies contributed to this report. {STORY}", ["Agencies contributed to this report."]),
        (f"{STORY} (Source: Example Coalition) Twitter", ["(Source: Example Coalition) Twitter"]),
        (f"{STORY} Twitter", ["Twitter"]),
        (f"{STORY} -AFP", ["-AFP"]),
        (f"{STORY} Read Also", ["Read Also"]),
        (f"{STORY} Tags truce Homs Syria", ["Tags truce Homs Syria"]),
        (f"Tags Syria Homs Rebels Car Bomb At least 20 people were killed. {STORY}", ["Tags Syria Homs Rebels Car Bomb"]),
        (f"AFP Monday 3 Oct 2016 {STORY}", ["AFP Monday 3 Oct 2016"]),
        (
            f"A boy sits on the rubble of a house in Homs on May 3 2014. (AFP Photo) {STORY}",
            ["A boy sits on the rubble of a house in Homs on May 3 2014. (AFP Photo)"],
        ),
        (f"{STORY} (Reuters) {STORY}", ["(Reuters)"]),
        (f"{STORY} (Jane Doe/AP) {STORY}", ["(Jane Doe/AP)"]),
    ],
)  # fmt: skip
def test_in_a_text_that_lost_its_lines(text: str, furniture_texts: list[str]) -> None:
    assert found(text) == furniture_texts


def test_a_title_is_never_a_link_or_a_credit() -> None:
    assert found(f"Video: Air strike kills 12 in the old town\n\n{STORY}") == []


def test_a_dateline_is_no_furniture() -> None:
    assert found(f"TACOMA, Wash. (AP) - {STORY}") == []


def test_each_piece_names_its_rule() -> None:
    assert [piece.rule for piece in furniture(f"Advertisement\n\n{STORY}")] == ["advertisement"]


def test_a_wrong_rule_is_reported_with_its_line(tmp_path: Path) -> None:
    rules = "lines:\n  - name: broken\n    pattern: '('\nmarkers: []\nrunning: []\n"
    (tmp_path / "reading_furniture.yaml").write_text(rules, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"reading_furniture\.yaml, line 2: the pattern of broken"):
        furniture_rules(tmp_path)


_PIECES = st.lists(
    st.sampled_from(
        ["Advertisement", "\n", "\n\n", "Share", "Tags ", "a@b.org", " contributed to this report.", "(Reuters)", "İ",
         "(AFP Photo)", "Reporting by Jane Doe; ", "Related:", "\u2028", "🕊️", "e\u0301", "حمص", "Twitter", ". ", "\r\n",
         "file photo", "this ", "AFP Monday 3 Oct 2016 ", "Follow us on Twitter", "12 comments", " (archive)", "ŉ"]
    )
    | st.text(max_size=6),
    max_size=25,
)  # fmt: skip


@given(_PIECES)
def test_spans_are_sorted_apart_and_exact(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = furniture_spans(text)
    for span in spans:
        span.check(text)
    assert all(one.end < other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Two dead in market blast - WKLM News 5 - Medina, Ohio", "- WKLM News 5 - Medina, Ohio"),
        (
            "Two dead in market blast - Region - World - The Harbour Online",
            "- Region - World - The Harbour Online",
        ),
        ("Two dead in market blast | Medina Times", "| Medina Times"),
        ("Two dead in market blast :: harbour.com", ":: harbour.com"),
        ("National News Agency - Two dead in market blast", "National News Agency -"),
        ("FOX 46 Medina - Two dead in market blast", "FOX 46 Medina -"),
        ("Two dead in market blast - Medina Governor", None),
        ("Two dead in market blast - State News Agency", None),
        ("Two dead in market blast – police", None),
        ("Medina - two dead in market blast", None),
    ],
)
def test_a_pages_title_names_its_site(title: str, site: str | None) -> None:
    names = [span.text.strip() for span in site_names(f"{title}\n\n{STORY}")]
    assert names == ([] if site is None else [site])
    assert names == [] or names[0] in found(f"{title}\n\n{STORY}")


def test_films_with_their_lengths_are_no_story() -> None:
    films = ["2:51 Sheriff speaks on the shooting", "0:50 One dead in the harbour", "1:39 A new bakery"]
    assert found("\n".join([STORY, *films, STORY])) == films


def test_the_hours_of_a_day_are_a_story() -> None:
    hours = ["9:05 Shells fall on the market", "11:50 One dead in the harbour", "14:39 The army denies it"]
    assert found("\n".join([STORY, *hours])) == []
    assert found("\n".join([STORY, "2:51 PM Shots", "0:50 PM One dead", "1:39 PM The army denies it"])) == []
