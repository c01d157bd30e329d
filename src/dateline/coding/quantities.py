"""Numbers of people as news words them: digits, words, "at least", "dozens", "N to M"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from text_to_num import text2num

from dateline.coding.tokens import Sentence
from dateline.ontology.english import English, Words

DIGITS = re.compile(r"^\d{1,3}(?:[,.]\d{3})+$|^\d+$")
DECIMAL = re.compile(r"^\d+\.\d+$")
MAGNITUDES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
RANGE = re.compile(r"^(\d+)[-–](\d+)$")
LARGEST = 20_000_000
"""No count of people in a claim is larger; what is, is money or a population."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `last` (both included) count `low` to `high` of something.

    `core` is the first token of the number itself, behind "at least" and the like. `high` is None
    where there is no upper bound; both are None for "tens", "many". `article` is for "a woman".
    """

    first: int
    core: int
    last: int
    low: int | None
    high: int | None
    approximate: bool = False
    article: bool = False
    more: bool = False


@lru_cache(maxsize=4096)
def _number_in_words(words: Words) -> int | None:
    try:
        return int(text2num(" ".join(words), "en"))
    except (ValueError, OverflowError):
        return None


def find_quantities(sentence: Sentence, english: English) -> Iterator[Quantity]:
    """All quantities of the sentence, left to right, not overlapping. Years, times, ages and ordinals are none."""
    i = 0
    while i < len(sentence):
        found = _quantity_at(sentence, i, english)
        if found is None:
            i += 1
        else:
            yield found
            i = found.last + 1


def _quantity_at(sentence: Sentence, i: int, english: English) -> Quantity | None:
    if (
        i > 0
        and sentence.lowers[i - 1] in {"no", "aged", "ages"}
        or sentence.lowers[max(0, i - 2) : i] == ("aged", "between")
    ):
        return None  # "no one", "aged between 15 and 55"
    if "aged" in sentence.lowers[max(0, i - 5) : i] and sentence.lowers[i - 1] in {
        "and",
        "to",
        "between",
        "from",
    }:
        return None
    first, bound, approximate, more = i, "", False, False
    core = i
    while True:
        for kind, phrases in (
            ("at_least", english.at_least),
            ("at_most", english.at_most),
            ("about", english.about),
            ("filler", english.fillers),
        ):
            length = _longest(sentence, core, phrases)
            if length:
                break
        else:
            break
        if kind == "filler":
            more = more or sentence.lowers[core] in {"another", "additional", "further"}
        elif kind == "about":
            approximate = sentence.lowers[core] != "reportedly" or approximate
        else:
            bound = kind
        core += length
    value = _core(sentence, core, english)
    if value is None:
        return None
    last, low, high = value
    if low == high and low is not None:
        if bound == "at_least":
            high = None
        elif bound == "at_most":
            low = None
    elif bound == "at_most" and low is not None and high is None:
        low, high = None, None
    if bound == "" and core == first and sentence.lowers[core] in {"a", "an"} and last == core:
        return None
    return Quantity(first, core, last, low, high, approximate and high is not None, more=more)


def _longest(sentence: Sentence, at: int, phrases: Sequence[Words]) -> int:
    for words in phrases:
        if sentence.lowers[at : at + len(words)] == words:
            return len(words)
    return 0


def _core(sentence: Sentence, at: int, english: English) -> tuple[int, int | None, int | None] | None:
    """Last token, low and high of the number that starts at token `at`."""
    if at >= len(sentence):
        return None
    for words in sorted(english.exact, key=len, reverse=True):
        if sentence.lowers[at : at + len(words)] == words:
            after = at + len(words)
            if after < len(sentence) and sentence.lowers[after] in MAGNITUDES:
                continue
            return after - 1, english.exact[words], english.exact[words]
    for words in sorted(english.vague, key=len, reverse=True):
        if sentence.lowers[at : at + len(words)] == words:
            last = at + len(words) - 1
            if last + 1 < len(sentence) and sentence.lowers[last + 1] == "of":
                return _of_people(sentence, last), english.vague[words], None
            return last, english.vague[words], None
    number = _plain(sentence, at)
    if number is None:
        return None
    last, value = number
    for joiner in ("to", "and", "-", "or"):
        if last + 2 < len(sentence) and sentence.lowers[last + 1] == joiner:
            upper = _plain(sentence, last + 2)
            between = at > 0 and sentence.lowers[at - 1] == "between"
            if upper and upper[1] > value and (joiner in {"to", "-"} or (joiner == "and" and between)):
                return upper[0], value, upper[1]
    return last, value, value


def _of_people(sentence: Sentence, last: int) -> int:
    return last


def _plain(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """A number in digits or words from token `at`: its last token and value."""
    token = sentence.tokens[at]
    if (
        sentence.lowers[at + 1 : at + 2] == ("-",)
        and sentence.lowers[at + 2 : at + 3] != ()
        and sentence.lowers[at + 2] in NO_COUNT_AFTER | {"old", "member", "story", "man", "strong"}
    ):
        return None
    match = DIGITS.match(token.text)
    if match:
        return _digits(sentence, at)
    if DECIMAL.match(token.text):
        if at + 1 < len(sentence) and sentence.lowers[at + 1] in {"million", "billion"}:
            return at + 1, int(float(token.text) * MAGNITUDES[sentence.lowers[at + 1]])
        return None
    if _number_in_words((token.lower,)) is None or token.lower in {"a", "o", "zero"}:
        return None
    if token.tag not in {"CD", "NN", "NNP", "JJ", "PRP", "NNS", "DT", "RB"}:
        return None
    best = None
    words: list[str] = []
    for k in range(at, min(at + 7, len(sentence))):
        word = sentence.lowers[k]
        if word not in {"-", "and"}:
            words.append(word)
        value = _number_in_words(tuple(words))
        if value is None:
            break
        if word not in {"-", "and"}:
            best = (k, value)
    return best if best and best[1] <= LARGEST else None


def _digits(sentence: Sentence, at: int) -> tuple[int, int] | None:
    token = sentence.tokens[at]
    value = int(re.sub(r"[,.]", "", token.text))
    last = at
    if at + 1 < len(sentence) and sentence.lowers[at + 1] in MAGNITUDES:
        value *= MAGNITUDES[sentence.lowers[at + 1]]
        last = at + 1
    if value > LARGEST or _is_no_count(sentence, at, value):
        return None
    return last, value


NO_COUNT_BEFORE = frozenset(
    {
        "$",
        "€",
        "£",
        "#",
        "no.",
        "number",
        "route",
        "room",
        "article",
        "resolution",
        "aged",
        "age",
        "flight",
        "brigade",
        "unit",
        "sector",
        "phase",
    }
)  # noqa: E501 - one list
NO_COUNT_AFTER = frozenset(
    {
        "%",
        "percent",
        "th",
        "st",
        "nd",
        "rd",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "km",
        "kms",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "hour",
        "hours",
        "minute",
        "minutes",
        "mile",
        "miles",
        "kilometer",
        "kilometers",
        "kilometre",
        "kilometres",
        "meters",
        "metres",
        "dollars",
        "euros",
        "gmt",
        "degrees",
        "tonnes",
        "tons",
        "hectares",
        "mm",
        "cm",
        "m",
        "kg",
        "°",
        "local",
        "p.m",
        "a.m",
        "o'clock",
        "days.",
        "seconds",
    }
)  # noqa: E501 - one list
MONTHS = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "jun.",
        "jul.",
        "aug.",
        "sep.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
    }
)  # noqa: E501 - one list


def _is_no_count(sentence: Sentence, at: int, value: int) -> bool:
    """Years, days of a month, times, ages, distances, money."""
    before = sentence.lowers[at - 1] if at else ""
    after = sentence.lowers[at + 1] if at + 1 < len(sentence) else ""
    if before in NO_COUNT_BEFORE or after in NO_COUNT_AFTER:
        return True
    if after == "-" and at + 2 < len(sentence) and sentence.lowers[at + 2] in NO_COUNT_AFTER | {"old"}:
        return True
    following = sentence.tokens[at + 1] if at + 1 < len(sentence) else None
    text = sentence.tokens[at].text
    if len(text) == 4 and 1900 <= value <= 2100:
        # Four figures of our time are a year unless a noun for what they count follows.
        counted = following is not None and following.tag in {"NNS", "JJ"} and following.dep != "ROOT"
        return not counted or before in {"in", "since", "of", "until", "by", "before"} | MONTHS
    if value <= 31 and (before in MONTHS or (after in MONTHS and after != "may")):
        return True
    return text.startswith("0") and len(text) > 1
