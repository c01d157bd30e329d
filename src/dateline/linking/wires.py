"""What shows that stories of several outlets were made from one wire story, besides their words.

The agencies that a text credits, the words that it quotes at length, and the day that it bears. Two outlets
that tell of one event may both quote one statement, so neither is enough by itself; with a good part of the
text in common they tell that both print one reporter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.linking.numbers import number_of
from dateline.model import Story
from dateline.reading.calendar_words import head_words
from dateline.reading.dateline import read_dateline

CLOSING = 160
"""Characters at a text's end in which an agency is credited."""

LONGEST = 1200
"""Characters of a quotation; what is longer has lost its closing mark."""

_QUOTED = re.compile(rf"[“\"«]([^“”\"«»\n]{{20,{LONGEST}}})[”\"»]")
_SAME = {"Agence France-Presse": "AFP", "Associated Press": "AP", "REUTERS": "Reuters", "dpa": "DPA"}


@dataclass(frozen=True, slots=True)
class Traits:
    """Of one story: the day on its text, else of its publication; the agencies that it credits; the numbers
    of its long quotations, sorted."""

    day: date | None
    agencies: frozenset[str]
    quotations: tuple[int, ...]


def traits_of(story: Story, quote_words: int, words: re.Pattern[str]) -> Traits:
    """The traits of a story; quotations of at least `quote_words` words, which `words` finds."""
    line = read_dateline(story.text)
    day = line.date if line is not None and line.date is not None else story.published
    stated = line.agency.text if line is not None and line.agency is not None else ""
    named = set(_agency().findall(stated)) | set(_credit().findall(story.text[-CLOSING:]))
    return Traits(
        day=day,
        agencies=frozenset(_SAME.get(name, name) for name in named if name != "Agencies"),
        quotations=quotations(story.text, quote_words, words),
    )


def quotations(text: str, least: int, words: re.Pattern[str]) -> tuple[int, ...]:
    """A number for each quotation of at least `least` words, by its words alone."""
    found = set()
    for match in _QUOTED.finditer(text):
        said = words.findall(match.group(1).casefold())
        if len(said) >= least:
            found.add(number_of("quotation", " ".join(said)))
    return tuple(sorted(found))


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{head_words().agency_pattern})(?!\w)")


@cache
def _credit() -> re.Pattern[str]:
    """ "(AFP)", "-- Reuters", "Source: AP", "Reuters contributed": at the end of a text."""
    agency = head_words().agency_pattern
    return re.compile(
        rf"(?:[(\[]|[-—–/|:]\s*|\bby\s+|\bwith\s+|\n\s*)({agency})(?=\s*(?:[)\]/|.,]|contributed\b|$|\n))"
    )
