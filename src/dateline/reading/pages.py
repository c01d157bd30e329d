"""HTML pages: the article's text, title, day, outlet and address, by trafilatura and htmldate."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from dateline.model import LeftOut
from dateline.reading.decoding import NotText, decode
from dateline.reading.drafts import Draft
from dateline.reading.reasons import Reason, left_out

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S*[.!?…]")
# A bound that no page reaches: without it htmldate would take the day of the run as the latest day.
_DAYS = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2200-01-01",
    "outputformat": "%Y-%m-%d",
}


def looks_like_page(head: bytes) -> bool:
    """Whether these first bytes open an HTML page."""
    opening = head[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return opening.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article")) or (
        opening.startswith((b"<?xml", b"<!--")) and b"<html" in opening
    )


def read_page(data: bytes, location: str) -> Draft | LeftOut:
    """The article of the page `data`, or why it has none.

    The day is the page's own statement of its publication (metadata, or a marked date), never a day
    found in passing. The outlet is the site's name, or its host.
    """
    if not data.strip():
        return left_out(location, Reason.EMPTY, "the page is empty; save it again")
    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, declared.group(1).decode("ascii") if declared else None)
    if isinstance(decoded, NotText):
        return left_out(location, decoded.reason, f"the page {_is(decoded.message)}")
    import trafilatura  # noqa: PLC0415 - heavy, and needed for pages only

    page = trafilatura.bare_extraction(
        decoded.text, with_metadata=True, include_comments=False, date_extraction_params=_DAYS
    )
    # trafilatura gives a dictionary only when asked for one.
    title = _one_line(page.title) if page and not isinstance(page, dict) else None
    body = _without_title(page.text or "", title) if page and not isinstance(page, dict) else ""
    if page is None or isinstance(page, dict) or not _SENTENCE.search(body):
        message = "no article was found in the page; save the article's own page, or its text as .txt"
        return left_out(location, Reason.NO_ARTICLE, message)
    host = urlsplit(page.url).hostname if page.url else None
    return Draft(
        location=location,
        body=body,
        origin="page",
        title=title,
        outlet=_one_line(page.sitename) or page.hostname or host,
        published=_day(page.date),
        url=page.url or None,
        decoding=decoded.note,
    )


def _is(message: str) -> str:
    return message if message.startswith(("looks", "holds", "starts")) else f"is {message}"


def _one_line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _without_title(body: str, title: str | None) -> str:
    """The body without its first line when that says the title again: it stands above it already."""
    first, _, rest = body.partition("\n")
    return rest.lstrip("\n") if title and " ".join(first.split()) == title else body


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
