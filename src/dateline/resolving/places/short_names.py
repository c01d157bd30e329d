"""Short forms of first-level divisions behind a town: "Forest, Miss.", "Newton, N.C.", "Lincoln, NE".

They are read nowhere else: "Ill", "Ore", "Miss" and "OK" are words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from dateline.ontology.files import knowledge_file, read_csv
from dateline.resolving.places.tokens import Token

FILE = "places_short.csv"
COLUMNS = ("country", "admin1", "written", "code")
_COMMA = 2
"""Letters of ", ", which stands between a town and its division."""

Division = tuple[str, str]


@lru_cache(maxsize=4)
def short_divisions(folder: Path | None = None) -> Mapping[str, Division]:
    """Country (ISO 3166-1 alpha-3) and name of the division for each short form, as it is written.

    A form that wants a dot behind it has one here ("Miss."). Raises KnowledgeError naming file and line
    where a row has no name or a form stands twice.
    """
    file = knowledge_file(FILE, folder)
    forms: dict[str, Division] = {}
    for line, row in read_csv(file, COLUMNS):
        if not row["country"] or not row["admin1"]:
            raise file.error(line, "country and admin1 should not be empty")
        written = [form for form in row["written"].split("|") if form]
        for form in [*(form if "." in form else f"{form}." for form in written), row["code"]]:
            if form in forms:
                raise file.error(line, f"{form!r} stands for {forms[form][1]} already")
            if form:
                forms[form] = (row["country"], row["admin1"])
    return forms


def find_short(tokens: Sequence[Token], forms: Mapping[str, Division]) -> Iterator[tuple[int, Division]]:
    """The tokens that are a short form behind "Town, ", each with its division."""
    for index in range(1, len(tokens)):
        token, town = tokens[index], tokens[index - 1]
        if token.joined or not (token.capital and town.capital) or token.start - town.end != _COMMA:
            continue
        if token.sentence == town.sentence and (division := forms.get(_written(tokens, index))):
            yield index, division


def _written(tokens: Sequence[Token], index: int) -> str:
    """The word as the table writes it: with the dot that stands behind it, if one does."""
    token = tokens[index]
    if "." in token.text or (token.text.isupper() and not token.shouted):
        return token.text
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    dotted = after is None or after.start - token.end > 1
    return f"{token.text}." if dotted else token.text.casefold()
