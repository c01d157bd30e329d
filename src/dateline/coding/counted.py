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

LONGEST_ITEM = 10
"""Words from one person to the next at most, in a list of names with semicolons."""


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


def are_names_of_list(sentence: Sentence, one: People, other: People) -> bool:
    """ "Omar Haddad, 35; Said Omar, a baker; and his son Ray": single persons with a semicolon between."""
    between = sentence.tokens[one.last + 1 : other.first]
    listed = len(between) <= LONGEST_ITEM and any(token.lower == ";" for token in between[-2:])
    single = all(people.named or people.article for people in (one, other))
    return single and listed and (one.named or not any(token.is_verb for token in between))
