"""Numbers of people as news words them: digits, words, "at least", "dozens", "N to M"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.coding.numbers import last_of_score, last_of_share, opens_number, plain_number
from dateline.coding.tokens import Sentence
from dateline.ontology.english import English, Opens

AGE_JOINERS = frozenset({"and", "to", "between", "from", ",", "or"})
OLDEST = 115
SINGULAR_NOUNS = frozenset({"NN", "NNP"})
PLURAL_NOUNS = frozenset({"NNS", "NNPS"})
COUNT_ENDS = frozenset({"including", "whom", "them", "those", "the", "which"})
"""Behind a figure and a comma or "of": it counted people."""
AGE_ENDS = frozenset(
    {",", ".", ";", ")", "was", "is", "of", "who", "died", "has", "and", "fatally", "from", "("}
)
"""What stands behind an age between commas ("a boy, 14, fatally shot"); a noun behind it would be counted."""


ONE_PERSON = frozenset({"who", "he", "she"})
ONE_OF_TWO = frozenset({"one", "other"})
SAID_OF_ONE = frozenset({"was", "is", "has", "died", "dies"})


LISTED = (("and",), (",",), ("or",), (",", "and"), ("&",))
"""What stands between the ages of several people."""

AGES_CLOSE = frozenset({",", ".", ";", ")", "-", "–", "—", ""})
RUN_ON = re.compile(r"[a-z]+,\d{1,3}")
"""A noun and an age without a space between them: "youths,16"."""


class Quantity(NamedTuple):
    """Tokens `first` to `last` (both included) count `low` to `high` of something.

    `core` is the first token of the number itself, behind "at least" and the like. `high` is None
    where there is no upper bound; both are None for "tens", "many". `article` is for "a woman",
    `definite` for "the leader" and "rebel leader X", `more` for people on top of others ("another 20").
    """

    first: int
    core: int
    last: int
    low: int | None
    high: int | None
    approximate: bool = False
    article: bool = False
    definite: bool = False
    more: bool = False


class _Bound(NamedTuple):
    """What stands before the number at token `core`: "at_least", "at_most" or nothing."""

    core: int
    kind: str
    approximate: bool
    more: bool


def find_quantities(sentence: Sentence, english: English) -> tuple[Quantity, ...]:
    """All quantities of the sentence, left to right, not overlapping. Years, times, ages and ordinals
    are none.
    """
    found: list[Quantity] = []
    behind = 0
    for i in _openings(sentence, english):
        if i < behind or _is_age(sentence, i, english):
            continue
        if (last := last_of_share(sentence, i, english) or last_of_score(sentence, i)) is not None:
            behind = last + 1
            continue
        quantity = _quantity_at(sentence, i, english)
        if quantity is not None:
            found.append(quantity)
            behind = quantity.last + 1
    return tuple(found)


def _openings(sentence: Sentence, english: English) -> Sequence[int]:
    """The tokens that a quantity may start with, by their words and what must follow some of them."""
    followed = english.quantities.followed_by
    lowers, behind = sentence.lowers, sentence.around
    return [
        i
        for i in sentence.places(Opens.QUANTITY)
        if opens_number(lower := lowers[i])
        or (lower in followed and (not followed[lower] or behind[i + 1] in followed[lower]))
    ]


def _is_age(sentence: Sentence, i: int, english: English) -> bool:
    """ "aged between 15 and 55", "a driver, 41,", "two men, both 19"; nor is "no one" a quantity."""
    before = sentence.around[i - 1]
    if before in {"no", "aged", "ages"} or _is_age_alone(sentence, i, before):
        return True
    if before in {"of", "-"} and _is_of_one(sentence, i, english):
        return True
    if sentence.lowers[i].isdigit() and _are_ages(sentence, i, english):
        return True
    if before not in AGE_JOINERS:
        return before == "both" and opens_number(sentence.lowers[i]) and sentence.around[i + 1] in AGE_ENDS
    if not {"aged", "ages"}.isdisjoint(sentence.lowers[max(0, i - 7) : i]):
        return True
    return before == "," and _is_age_of(sentence, i, english)


def _is_age_alone(sentence: Sentence, i: int, before: str) -> bool:
    """ "one 17 and the other 21", "who police said was 16, died", "Haddad, 32, was dead"."""
    if before in ONE_OF_TWO:
        return sentence.lowers[i].isdigit()
    if sentence.around[i + 1] != ",":
        return False
    if before == "was":
        return not sentence.places(Opens.TOLL_NOUN) or sentence.around[i - 2] in ONE_PERSON
    return before == "," and sentence.around[i + 2] in SAID_OF_ONE and sentence.lowers[i].isdigit()


def _is_age_of(sentence: Sentence, i: int, english: English) -> bool:
    """Whether the figure behind a comma is the age of whom the noun or name before it tells of."""
    token, noun = sentence.tokens[i], sentence.token(i - 2)
    if noun is None or not may_be_age(token.lower):
        return False
    harm = noun.lower in english.people.harmed or noun.lower in english.harming  # "9 people shot, 1 fatally"
    one = noun.tag not in PLURAL_NOUNS and not harm
    person = noun.lower in english.people.classes or (noun.tag in SINGULAR_NOUNS and not noun.entity)
    return one and person and sentence.around[i + 1] in AGE_ENDS and sentence.around[i + 2] not in COUNT_ENDS


def _is_of_one(sentence: Sentence, i: int, english: English) -> bool:
    """ "a mother of three", "father-of-two", "a man of 25": how many children one has, or how old one is."""
    joined = sentence.around[i - 1] == "-"
    if joined and sentence.around[i - 2] != "of":
        return False
    noun = i - 2 - 2 * joined
    if sentence.around[noun] in english.people.parents:
        return True
    token = sentence.token(noun)
    return (
        may_be_age(sentence.lowers[i])
        and token is not None
        and token.tag == "NN"
        and token.lower in english.people.summed
        and sentence.around[noun - 1] in {"a", "an", "another"}
    )


def behind_children(sentence: Sentence, last: int, english: English) -> int:
    """The last token of "of three" behind a parent who ends at token `last`, else `last`."""
    number = sentence.around[last + 2]
    parent = sentence.around[last] in english.people.parents and sentence.around[last + 1] == "of"
    return last + 2 if parent and opens_number(number) else last


def _are_ages(sentence: Sentence, i: int, english: English) -> bool:
    """ "two men, 16 and 24, were shot", "youths (9, 10 and 14)": figures that stand alone behind people."""
    first, last = i, i
    while (step := _listed(sentence, first, -1)) and may_be_age(sentence.around[first - step]):
        first -= step
    while (step := _listed(sentence, last, 1)) and may_be_age(sentence.around[last + step]):
        last += step
    behind = sentence.around[last + 1]
    closed = behind in AGES_CLOSE or (sentence.title and behind in english.people.harmed)
    if not closed or not may_be_age(sentence.lowers[i]) or "respectively" in sentence.lowers:
        return False
    if first > 1 and RUN_ON.fullmatch(sentence.around[first - 2]) and sentence.lowers[first - 1] == "and":
        return True
    noun = sentence.token(first - 2)
    people = noun is not None and (
        noun.lemma in english.people.classes or noun.lower in english.people.classes
    )
    return first < last and people and sentence.around[first - 1] in {",", "("}


def ages_behind(sentence: Sentence, last: int, people: int) -> int:
    """The last token of the ages of so many people, who are named up to token `last`; `last` when none stand
    behind them: "two women, 56 and 60, and a man"."""
    opening, end = sentence.around[last + 1], last + 2
    if opening not in {",", "("} or not may_be_age(sentence.around[end]):
        return last
    while (step := _listed(sentence, end, 1)) and may_be_age(sentence.around[end + step]):
        people, end = people - 1, end + step
    if people != 1 or sentence.around[end + 1] != ("," if opening == "," else ")"):
        return last
    return end if opening == "," else end + 1


def _listed(sentence: Sentence, i: int, way: int) -> int:
    """How many tokens on, or back with `way` -1, the next figure of a list stands; 0 for none."""
    for joint in LISTED:
        steps = len(joint) + 1
        start = i + 1 if way > 0 else i - len(joint)
        if start >= 0 and sentence.reads(start, joint) and sentence.around[i + way * steps].isdigit():
            return steps
    return 0


def may_be_age(word: str) -> bool:
    """Whether figures can be the age of somebody."""
    return word.isdigit() and int(word) <= OLDEST


def opens_quantity(sentence: Sentence, at: int, english: English) -> bool:
    """Whether "at least", "about" or the like stands from token `at` on."""
    return _bound_word(sentence, at, english) is not None


def _all_but(sentence: Sentence, i: int, english: English) -> Quantity | None:
    """ "*All but one of the five* died": four."""
    if not sentence.reads(i, ("all", "but")) or i + 2 >= len(sentence):
        return None
    left = plain_number(sentence, i + 2, english)
    if left is None or sentence.around[left[0] + 1] != "of":
        return None
    at = left[0] + 2 + (sentence.around[left[0] + 2] in {"the", "those", "its", "their"})
    whole = plain_number(sentence, at, english) if at < len(sentence) else None
    if whole is None or whole[1] <= left[1]:
        return None
    return Quantity(i, i, whole[0], whole[1] - left[1], whole[1] - left[1])


def _quantity_at(sentence: Sentence, i: int, english: English) -> Quantity | None:
    if (rest := _all_but(sentence, i, english)) is not None:
        return rest
    if sentence.lowers[i] not in english.quantities.bounds:
        found = _core(sentence, i, english)
        return None if found is None else Quantity(i, i, *found)
    bound = _bound_at(sentence, i, english)
    if sentence.around[bound.core - 1] == "other" and sentence.around[bound.core + 1] in AGE_ENDS:
        return None  # "one 17 and the other 21, were shot"
    value = _core(sentence, bound.core, english)
    if value is None:
        return None
    last, low, high = value
    if bound.kind == "at_least" and low == high:
        high = None
    elif bound.kind == "at_most":
        # "fewer than 20" knows no least; "up to dozens" knows nothing
        low = None if low == high or high is None else low
    approximate = bound.approximate and high is not None
    return Quantity(i, bound.core, last, low, high, approximate, more=bound.more)


def _bound_at(sentence: Sentence, i: int, english: English) -> _Bound:
    """Reads over "at least", "about", "another" and the like, in any order, from token `i` on."""
    core, bound, approximate, more = i, "", False, False
    while (step := _bound_word(sentence, core, english)) is not None:
        kind, length = step
        if kind in {"at_least", "at_most"}:
            bound = kind
        approximate = approximate or kind == "about"
        more = more or (kind == "each_other" and sentence.lowers[core] in english.quantities.more)
        core += length
    return _Bound(core, bound, approximate, more)


def _bound_word(sentence: Sentence, at: int, english: English) -> tuple[str, int] | None:
    lowers = sentence.lowers
    for kind, words in english.quantities.bounds.get(lowers[at], ()) if at < len(lowers) else ():
        if len(words) == 1 or lowers[at : at + len(words)] == words:
            return kind, len(words)
    return None


def _core(sentence: Sentence, at: int, english: English) -> tuple[int, int | None, int | None] | None:
    """Last token, low and high of the number that starts at token `at`."""
    if at >= len(sentence):
        return None
    words, first = english.quantities, sentence.lowers[at]
    exact = words.exact_by_first.get(first)
    for phrase in sentence.standing(at, exact) if exact else ():
        last = at + len(phrase) - 1
        if sentence.around[last + 1] not in words.magnitudes:
            return last, words.exact[phrase], words.exact[phrase]
    phrases = words.vague_by_first.get(first)
    if phrases and (vague := sentence.first_standing(at, phrases)):
        return at + len(vague) - 1, words.vague[vague], None
    number = plain_number(sentence, at, english)
    if number is None:
        return None
    last, value = number
    joiner = sentence.around[last + 1]
    if joiner in {"to", "-"} or (joiner == "and" and sentence.around[at - 1] == "between"):
        upper = plain_number(sentence, last + 2, english) if last + 2 < len(sentence) else None
        if upper is not None and upper[1] > value:
            return upper[0], value, upper[1]
    return last, value, value
