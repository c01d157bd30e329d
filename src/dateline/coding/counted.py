"""What a counted group of people is."""

from __future__ import annotations

from typing import NamedTuple

from dateline.coding.single_persons import POSSESSIVES
from dateline.coding.tokens import Sentence
from dateline.model import Victims

WITH = frozenset(
    {
        *((("along", "with"), (",", "along", "with"), ("together", "with"), (",", "together", "with"))),
        *((("as", "well", "as"), (",", "as", "well", "as"))),
        *((("plus",), (",", "plus"), ("alongside",), (",", "alongside"))),
    }
)
"""What joins people to others who came to the same harm."""

JOINS = frozenset({("and",), (",",), (",", "and"), *WITH})
"""What stands between the groups of a list."""


class People(NamedTuple):
    """Tokens `first` to `last` name a counted group; `head` is the noun, None for a bare number.

    `low`/`high` as in Quantity. `subset` marks a part of a group named before, `article` one person
    ("a woman"), `definite` one who is known by name or from before ("the leader"), `more` people on top of
    others, `bare` a number without a noun, `named` one person told by name alone.
    """

    first: int
    last: int
    head: int | None
    low: int | None
    high: int | None
    approximate: bool
    victims: Victims
    subset: bool
    article: bool
    definite: bool
    more: bool
    bare: bool
    named: bool = False


def without_owners(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The words from token `first` to before `last`, without "his", "her" and the like."""
    return tuple(word for word in sentence.lowers[first:last] if word not in POSSESSIVES)
