"""The page as text: whole without a script, closed to the network, deaf to hostile stories."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from dateline.model import Claim, Record, Review, Span
from dateline.publishing.html_report import report_html
from dateline.publishing.options import PublishingOptions
from tests.deciding.deciding import confirmed, corrected, rejected
from tests.publishing.sample_record import sample_record

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;{{ 7*7 }}"


def html_of(record: Record, title: str | None = None) -> str:
    return "".join(report_html(record, PublishingOptions(title=title)))


class Page(HTMLParser):
    """Tags with their attributes, headings in order, scripts by type, and the text without scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[str | None, str]] = []
        self.text = ""
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self._inside.append(tag)
        if tag == "script":
            self.scripts.append((dict(attrs).get("type"), ""))

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text += data
        elif self._inside[-1] == "script":
            kind, before = self.scripts[-1]
            self.scripts[-1] = (kind, before + data)


@pytest.fixture(scope="module")
def html() -> str:
    return html_of(sample_record(), "The coast in May")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_everything_can_be_read_without_a_script(page: Page) -> None:
    text = " ".join(page.text.split())
    for words in (
        "The coast in May",
        "31–40, best 31 killed",
        "Low and best 31 are the Coast Monitor’s; high 40 is State radio’s.",
        "State radio put the dead at 40",
        "disputed: responsibility",
        "One voice: 2 stories",
        "1 story has no publication date",
        "“on Thursday”, day not known",
        "in the province",
        "denied",
        "The file is empty.",
        "triggers.yaml: Shells (active)",
    ):
        assert words in text


def test_the_quote_is_marked_and_its_figures_underlined(html: str) -> None:
    assert (
        '<mark>State radio put the dead at <span class="m-figure">40</span></mark>'.replace(
            "State radio", '<span class="m-source">State radio</span>'
        )
        in html
    )


def test_headings_descend_one_step_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_inner_link_leads_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = {
        a["href"][1:]
        for tag, a in page.tags
        if tag == "a" and (a["href"] or "").startswith("#") and a["href"]
    }
    assert inner <= set(ids)


def test_every_field_has_its_label(html: str) -> None:
    form = html[html.index("<form") : html.index("</form>")]
    fields = re.findall(r"<(?:input|select)\b", form)
    labelled = re.findall(r"<label[^>]*>(?:(?!</label>).)*?<(?:input|select)\b", form, re.DOTALL)
    assert len(fields) == len(labelled) > 5


def test_nothing_in_the_page_could_load_anything(page: Page) -> None:
    loading = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"}
    assert not [(tag, a) for tag, a in page.tags if loading & set(a)]
    assert not [tag for tag, _ in page.tags if tag in {"link", "iframe", "object", "embed", "img", "base"}]


def test_the_policy_allows_these_scripts_and_nothing_else(page: Page) -> None:
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy and "http" not in policy
    running = [source for kind, source in page.scripts if kind is None]
    hashes = [base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() for source in running]
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes


def hostile_record() -> Record:
    """The sample with hostile markup as titles, outlets, claimants, places and texts."""
    record = sample_record()
    stories = {
        id_: replace(story, text=story.text.replace("Monday", HOSTILE), outlet=HOSTILE, title=HOSTILE)
        for id_, story in record.stories.items()
    }
    claims: dict[str, Claim] = {}
    for id_, claim in record.claims.items():
        text = stories[claim.story].text
        attribution = claim.attribution and replace(claim.attribution, name=HOSTILE)
        quote = Span.of(text, 0, len(text))
        claims[id_] = replace(claim, quote=quote, attribution=attribution, rule=HOSTILE)
    incidents = tuple(
        replace(
            incident,
            place=incident.place and replace(incident.place, name=HOSTILE, admin1=HOSTILE),
            tolls=tuple(replace(toll, rule=HOSTILE) for toll in incident.tolls),
        )
        for incident in record.incidents
    )
    return replace(record, stories=stories, claims=claims, incidents=incidents)


def test_hostile_words_stay_words() -> None:
    html = html_of(hostile_record(), HOSTILE)
    page = Page(html)
    assert "alert(1)" in page.text
    assert len(page.scripts) == 3
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert HOSTILE not in html
    data = next(source for kind, source in page.scripts if kind == "application/json")
    assert any(HOSTILE in place["label"] for place in json.loads(data)["places"])


def test_what_people_checked_is_marked_and_their_words_stay_words() -> None:
    record = sample_record()
    (first, second), third = record.incidents[0].claims[:2], record.incidents[-1].claims[-1]
    claims = dict(record.claims)
    reviews = {
        first: Review((confirmed(claims[first], who=HOSTILE, why=HOSTILE),)),
        second: Review((corrected(claims[second], "toll.1", {"low": 9, "high": 9}),)),
        third: Review((rejected(claims[third]),)),
    }
    html = html_of(replace(record, reviews=reviews, rejected=1, another_look=2))
    page = Page(html)
    assert HOSTILE not in html
    assert len(page.scripts) == 3
    marks = [attributes for _, attributes in page.tags if attributes.get("class") == "mark checked"]
    assert f"{HOSTILE}, 7 March 2031: {HOSTILE}" in [attributes["title"] for attributes in marks]
    text = " ".join(page.text.split())
    assert "People have checked some of the claims: confirmed 1, corrected 1 and rejected 1." in text
    assert "2 decisions of people need another look" in text
    assert "no person has checked them" not in text
    assert "corrected by a person: toll.1" in text
    assert "no person has checked them" in " ".join(Page(html_of(sample_record())).text.split())


def test_links_to_stories_tell_nobody_where_from(page: Page) -> None:
    outer = [a for tag, a in page.tags if tag == "a" and (a["href"] or "").startswith("http")]
    assert outer
    assert all("noreferrer" in (a["rel"] or "") for a in outer)
    assert not [a for tag, a in page.tags if tag == "a" and (a["href"] or "").startswith("javascript")]
