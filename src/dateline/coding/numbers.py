"""Plain numbers of people, in digits and in words; years, days, times, ages, distances and money are none."""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num.transforms import text2num

from dateline.coding.tokens import Sentence
from dateline.ontology.english import NUMBER_WORDS, English, Words

DIGITS = re.compile(r"^\d{1,3}(?:[,.]\d{3})+$|^\d+$")
FIRST_GROUP = re.compile(r"^[1-9]\d{0,2}$")
NEXT_GROUP = re.compile(r"^\d{3}$")
DECIMAL = re.compile(r"^\d+\.\d+$")
NUMBER_TAGS = frozenset({"CD", "NN", "NNP", "JJ", "PRP", "NNS", "DT", "RB"})
LONGEST = 7
"""Tokens that a number in words takes at most ("two hundred and fifty - five")."""

LARGEST = 20_000_000
"""No count of people in a claim is larger; what is, is money or a population."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
LAST_DAY = 31
LONGEST_NAME = 5
"""Words from a verb to a score at most ("kill off Real Santos 2")."""

LEADS_ON = frozenset({"and", "or", ","})
ADDRESS = 5
"""Words that an address takes behind its number at most ("South Harbour View Avenue")."""


def plain_number(sentence: Sentence, at: int, english: English) -> tuple[int, int] | None:
    """The last token and the value of the number that starts at token `at`; None when it counts no people."""
    words = english.quantities
    if not opens_number(sentence.lowers[at]):
        return None
    joined = sentence.around[at + 2] if sentence.around[at + 1] == "-" else ""
    of_money = sentence.lowers[at] in words.magnitudes and sentence.around[at - 1][:1].isdigit()
    if joined in words.not_counted_after or joined in words.not_counted_joined or of_money:
        return None
    text = sentence.tokens[at].text
    if not text[:1].isdigit():
        return _in_words(sentence, at, english)
    if (value := _figures(text)) is not None:
        return _in_digits(sentence, at, value, english)
    if DECIMAL.match(text):
        magnitude = words.magnitudes.get(sentence.around[at + 1], 1)
        value = int(float(text) * magnitude)
        counts = magnitude >= 1_000_000 and not _is_no_count(sentence, at, at + 1, value, english)
        return (at + 1, value) if counts else None
    return _in_words(sentence, at, english)


def _in_digits(sentence: Sentence, at: int, value: int, english: English) -> tuple[int, int] | None:
    last, value = _thousands(sentence, at, value, english)
    if (magnitude := english.quantities.magnitudes.get(sentence.around[last + 1])) is not None:
        value, last = value * magnitude, last + 1
    if value > LARGEST or _is_no_count(sentence, at, last, value, english):
        return None
    return last, value


def _thousands(sentence: Sentence, at: int, value: int, english: English) -> tuple[int, int]:
    """ "200 000 civilians": figures in groups of three, a space between them. "Killing 12 350 wounded" are
    two numbers.
    """
    if not sentence.around[at + 1][:1].isdigit():
        return at, value
    tokens, last = sentence.tokens, at
    if not FIRST_GROUP.match(tokens[at].text):
        return at, value
    while (group := sentence.token(last + 1)) is not None and (
        NEXT_GROUP.match(group.text) and group.start == tokens[last].end + 1
    ):
        value, last = value * 1000 + int(group.text), last + 1
    apart = tokens[last].text != "000" and sentence.around[last + 1] in english.people.harmed
    return (at, int(tokens[at].text)) if apart else (last, value)


def _in_words(sentence: Sentence, at: int, english: English) -> tuple[int, int] | None:
    token = sentence.tokens[at]
    if token.lower in english.quantities.no_number or token.tag not in NUMBER_TAGS:
        return None
    best = None
    words: list[str] = []
    for k in range(at, min(at + LONGEST, len(sentence))):
        word = sentence.lowers[k]
        if word in {"-", "and"} and words:
            continue  # "twenty-one", "a hundred and ten": counts only with what follows
        words.append(word)
        value = _value(tuple(words))
        if value is None:
            break
        best = (k, value)
    if best is not None and sentence.around[best[0] + 1] == "-":
        joined = sentence.around[best[0] + 2]  # "twenty-five-year-old"
        if joined in english.quantities.not_counted_after or joined in english.quantities.not_counted_joined:
            return None
    return best if best is not None and best[1] <= LARGEST else None


def opens_number(word: str) -> bool:
    """Whether a number can start with the word, in lower case: figures or "twenty"."""
    return word in NUMBER_WORDS or word[:1].isdigit()


@lru_cache(maxsize=4096)
def _figures(text: str) -> int | None:
    return int(re.sub(r"[,.]", "", text)) if DIGITS.match(text) else None


@lru_cache(maxsize=4096)
def _value(words: Words) -> int | None:
    if not NUMBER_WORDS.issuperset(words):
        return None  # the library would raise an error, which takes long
    try:
        return int(text2num(" ".join(words), "en"))
    except (ValueError, OverflowError):
        return None


def last_of_share(sentence: Sentence, at: int, english: English) -> int | None:
    """The last token of a share that opens at token `at`: "*1 in 3* Syrians", "kills *one in four*"; None for
    a number of people: "killed *two in* 12 *days*".
    """
    part = plain_number(sentence, at, english)
    if part is None or sentence.around[part[0] + 1] != "in" or part[0] + 2 >= len(sentence):
        return None
    whole = plain_number(sentence, part[0] + 2, english)
    if whole is None or whole[1] <= part[1]:
        return None
    following = sentence.token(whole[0] + 1)
    if following is None or following.pos == "PUNCT" or following.lemma == "be":
        return whole[0]
    people = following.lower in english.people.classes or following.entity == "NORP"
    return whole[0] if people else None


def last_of_score(sentence: Sentence, at: int) -> int | None:
    """The last token of the score of a game that opens at token `at`: "*112-98*", "*2-0*"; None for a range:
    "10-12".
    """
    figures = sentence.tokens[at : at + 3]
    if len(figures) < 3 or figures[1].text not in {"-", "–"}:
        return None
    one, dash, other = figures
    joined = one.end == dash.start and dash.end == other.start
    if not (joined and one.text.isdigit() and other.text.isdigit()):
        return None
    return at + 2 if int(other.text) <= int(one.text) else None


def is_of_game(sentence: Sentence, last: int) -> bool:
    """ "Rovers *massacre* City 6-0": behind the verb that ends with token `last`, names lead to a score."""
    for token in sentence.tokens[last + 1 : last + 1 + LONGEST_NAME]:
        if token.text.isdigit():
            return last_of_score(sentence, token.i) is not None
        if not token.text[:1].isupper() and token.lower != "off":
            return False
    return False


def _are_years(sentence: Sentence, at: int) -> bool:
    at += sentence.around[at] == "-"
    return sentence.around[at] in {"year", "years"}


def _is_of_address(sentence: Sentence, at: int, last: int, english: English) -> bool:
    """ "on 2850 Harbour Avenue": names lead from figures to a word for a street; "image 8 of 11", "1 / 8"."""
    words = english.quantities
    if sentence.around[last + 1] == "/" and sentence.around[last + 2][:1].isdigit():
        return True
    if sentence.around[at - 1] == "of" and sentence.around[at - 2][:1].isdigit():
        return sentence.around[at - 3] in words.not_counted_before
    for i in range(last + 1, min(last + 1 + ADDRESS, len(sentence))):
        token = sentence.tokens[i]
        if not token.text[:1].isupper() or token.tag in {"NNS", "NNPS"}:
            return False
        if i > last + 1 and token.lower in words.streets:
            return True
    return False


def _is_no_count(sentence: Sentence, at: int, last: int, value: int, english: English) -> bool:
    """Years, days of a month, times, ages, distances, money."""
    words, months = english.quantities, english.grammar.months
    before, after = sentence.around[at - 1], sentence.around[last + 1]
    before = sentence.around[at - 2] if before == "." else before  # "Hwy. 550"
    if before in words.not_counted_before or after in words.not_counted_after:
        return True
    if after in LEADS_ON and opens_number(sentence.around[last + 2]) and _are_years(sentence, last + 3):
        return True  # "28 and 31 years old"
    if _is_of_address(sentence, at, last, english):
        return True
    following = sentence.token(last + 1)
    text = sentence.tokens[at].text
    if len(text) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        # Four figures of our time are a year unless a noun for what they count follows.
        counted = following is not None and following.tag in {"NNS", "JJ"} and following.dep != "ROOT"
        return not counted or before in words.before_year or before in months
    if value <= LAST_DAY and (before in months or (after in months and after != "may")):
        return True
    return text.startswith("0") and len(text) > 1
