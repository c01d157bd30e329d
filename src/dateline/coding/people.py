"""Groups of people that a sentence counts: a quantity and the noun it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.coding.quantities import Quantity, find_quantities
from dateline.coding.tokens import Sentence
from dateline.model import Victims
from dateline.ontology.english import English

NOUN_PHRASE_LENGTH = 9
SUBSET_BEFORE = (
    "including",
    "among them",
    "among whom",
    "of them",
    "of whom",
    "includes",
    "include",
    "included",
)
SUBSET_AFTER = (
    "were among the",
    "was among the",
    "are among the",
    "of them",
    "of whom",
    "of the dead",
    "of those",
    "of the victims",
    "of the casualties",
    "of the wounded",
    "of the injured",
    "of the killed",
    "among them",
    "of the people",
    "of the fatalities",
    "of the martyrs",
    "others among the",
    "of which",
)
HARMED = {
    "dead",
    "wounded",
    "injured",
    "killed",
    "casualties",
    "victims",
    "fatalities",
    "missing",
    "displaced",
    "martyrs",
}


@dataclass(frozen=True, slots=True)
class People:
    """Tokens `first` to `last` name a counted group; `head` is the noun, None for a bare number.

    `low`/`high` as in Quantity. `subset` marks a part of a group named before. `sum_of` tells that
    several nouns were added up ("a woman and two children").
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
    more: bool
    bare: bool


def find_people(sentence: Sentence, english: English) -> tuple[People, ...]:
    """The counted groups of a sentence, left to right."""
    found: list[People] = []
    for quantity in (*find_quantities(sentence, english), *_articles(sentence, english)):
        people = _people(sentence, quantity, english)
        if people is not None:
            found.append(people)
    found.sort(key=lambda people: (people.first, -people.last))
    kept: list[People] = []
    for people in found:
        if kept and people.first <= kept[-1].last:
            continue
        kept.append(people)
    return tuple(_added_up(sentence, kept))


ABSTRACT = frozenset(
    {
        "death",
        "life",
        "injury",
        "fatality",
        "casualty",
        "half",
        "head",
        "native",
        "soul",
        "general",
        "private",
        "major",
        "national",
        "local",
    }
)


KIN = frozenset(
    {"wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "child", "baby"}
)


def _articles(sentence: Sentence, english: English) -> list[Quantity]:
    """ "a woman", "his brother": one person, when the noun is a person's and stands in the singular."""
    found = []
    for token in sentence.tokens:
        if token.lower not in {"a", "an", "another", "his", "her", "their"}:
            continue
        if sentence.lowers[max(0, token.i - 2) : token.i] in {("of", "them"), ("of", "whom")}:
            continue
        if token.pos == "PRON" or token.lower in {"his", "her", "their"}:
            following = sentence.lowers[token.i + 1 : token.i + 2]
            if (
                token.i == 0
                or sentence.lowers[token.i - 1] not in {",", "and"}
                or not following
                or following[0] not in KIN
            ):
                continue
        quantity = Quantity(token.i, token.i, token.i, 1, 1, article=True)
        head = _head(sentence, token.i + 1, english)
        if head is not None and sentence.lowers[head] in ABSTRACT:
            continue
        if head is None or sentence.tokens[head].tag not in {"NN", "NNP"}:
            continue
        if sentence.lowers[head + 1 : head + 2] == ("-",):  # "a rebel-held town" is no rebel
            continue
        found.append(quantity)
    return found


def person_class(sentence: Sentence, i: int, english: English) -> Victims | None:
    """Which people token `i` is a noun for; None when it is no noun for people."""
    token = sentence.tokens[i]
    for word in (token.lower, token.lemma):
        if word in english.people:
            return english.people[word]
    return None


def _is_thing(sentence: Sentence, i: int, english: English) -> bool:
    return sentence.tokens[i].lower in english.things or sentence.tokens[i].lemma in english.things


def _head(sentence: Sentence, start: int, english: English) -> int | None:
    """The person noun of the noun phrase whose words start at `start`; None when it counts no people."""
    head = None
    age = sentence.lowers[start + 1 : start + 5] == ("-", "year", "-", "old")
    start = start + 5 if age else start
    for i in range(start, min(start + NOUN_PHRASE_LENGTH, len(sentence))):
        token = sentence.tokens[i]
        if token.pos in {"NOUN", "PROPN"} or (token.tag in {"NNS", "NN", "NNP", "NNPS"}):
            if person_class(sentence, i, english) is not None:
                following = sentence.tokens[i + 1] if i + 1 < len(sentence) else None
                if (
                    following
                    and following.tag in {"NN", "NNS"}
                    and token.dep == "compound"
                    and token.head == i + 1
                ):
                    continue  # "a rebel force", "fighter planes": the next noun is the head
                if (
                    following
                    and following.pos == "NOUN"
                    and following.dep != "appos"
                    and (
                        person_class(sentence, i + 1, english) is not None
                        or _is_thing(sentence, i + 1, english)
                    )
                ):
                    continue
                head = i
                break
            if _is_thing(sentence, i, english):
                return None
            if token.pos == "NOUN" and token.tag == "NNS" and token.entity != "NORP":
                return None
        elif token.pos in {"ADJ", "NUM", "DET"} or token.tag in {
            "JJ",
            "VBN",
            "VBG",
            "HYPH",
            "POS",
            "JJR",
            "NN",
        }:
            if token.tag in {"VBN", "VBG"} and i == start and not _modifies_person(sentence, i, english):
                return None
            if token.entity == "NORP" and token.lower.endswith("s"):
                head = i
                break
            if person_class(sentence, i, english) is not None and token.lower.endswith("s"):
                head = i
                break
        elif token.lower in {"-", "of", "the", "other", "more", "their", "his", "its", "our", "s", "'s", "&"}:
            if token.lower == "of" and i != start:
                return None
        else:
            return None
    return head


def _modifies_person(sentence: Sentence, i: int, english: English) -> bool:
    """ "wounded soldiers": the participle stands before a noun for people."""
    for k in range(i + 1, min(i + 4, len(sentence))):
        if person_class(sentence, k, english) is not None:
            return True
        if sentence.tokens[k].pos not in {"ADJ", "NOUN", "PROPN"}:
            return False
    return False


def _people(sentence: Sentence, quantity: Quantity, english: English) -> People | None:
    start = quantity.last + 1
    after = sentence.lowers[start] if start < len(sentence) else ""
    head: int | None = None
    last = quantity.last
    if after == "of" and start + 2 < len(sentence) and sentence.lowers[start + 1] in {"the", "those"}:
        if sentence.lowers[start + 2] in HARMED:
            head, last = start + 2, start + 2
    elif after in HARMED | {"others", "more"} and after not in {"more"}:
        if after == "others":
            head = last = start
            if sentence.lowers[start + 1 : start + 3] == ("among", "the") and len(sentence) > start + 3:
                last = start + 3
    else:
        begin = start + 1 if after == "of" else start
        if (
            after == "of"
            and sentence.lowers[begin : begin + 1]
            and sentence.lowers[begin] in {"his", "her", "their", "its", "our"}
        ):
            begin += 1  # "three of his associates"
        head = _head(sentence, begin, english)
        last = head if head is not None else last
    if after == "of" and sentence.lowers[start + 1 : start + 2] and sentence.lowers[start + 1] in HARMED:
        head = last = start + 1
    bare = head is None
    if (
        bare
        and after == "of"
        and sentence.lowers[start + 1 : start + 2] not in {("them",), ("whom",), ("the",), ("those",)}
    ):
        return None
    if head is not None and sentence.lowers[head + 1 : head + 2] == ("and",) and head + 2 < len(sentence):
        other = sentence.tokens[head + 2]
        if (
            other.tag == "NNS"
            and person_class(sentence, head + 2, english) is not None
            and sentence.tokens[head].tag == "NNS"
        ):
            last = max(last, head + 2)  # "soldiers and militiamen"
    if bare and not _may_stand_alone(sentence, quantity, english):
        return None
    victims = Victims.UNKNOWN if head is None else _victims(sentence, quantity.last + 1, head, english)
    return People(
        first=quantity.first,
        last=last,
        head=head,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        victims=victims,
        subset=_is_subset(sentence, quantity.first, last),
        article=quantity.article,
        more=quantity.more or "more" in sentence.lowers[quantity.last + 1 : last + 1],
        bare=bare,
    )


def _victims(sentence: Sentence, start: int, head: int, english: English) -> Victims:
    """Civil or fighting people by the noun and what stands before it ("opposition activists", "rebel fighters")."""
    found = person_class(sentence, head, english) or Victims.UNKNOWN
    if found is Victims.UNKNOWN:
        for i in range(start, head):
            before = person_class(sentence, i, english)
            if before in {Victims.COMBATANT, Victims.CIVILIAN}:
                return before
    if found is Victims.UNKNOWN:
        found = _told_after(sentence, head, english)
    following = sentence.lowers[head + 1 : head + 3]
    if len(following) == 2 and following[0] == "and" and found is not Victims.UNKNOWN:
        other = person_class(sentence, head + 2, english)
        if other not in {None, found, Victims.UNKNOWN}:
            return Victims.MIXED
    return found


def _told_after(sentence: Sentence, head: int, english: English) -> Victims:
    """ "14 of the dead were rebels" tells who they are; "17 people, most of them fighters" that they are mixed."""
    rest = sentence.tokens[head + 1 : head + 10]
    for k, token in enumerate(rest):
        if (
            k == 0
            and token.lower in {"were", "was", "are", "being"}
            or token.lower in {"most", "mostly", "many", "mainly"}
            and k <= 1
        ):
            for other in rest[k + 1 : k + 8]:
                said = person_class(sentence, other.i, english)
                if said in {Victims.COMBATANT, Victims.CIVILIAN}:
                    return (
                        said if k == 0 and token.lower in {"were", "was", "are", "being"} else Victims.MIXED
                    )
                if other.is_verb:
                    break
            break
    return Victims.UNKNOWN


def _may_stand_alone(sentence: Sentence, quantity: Quantity, english: English) -> bool:
    """Whether a number without a noun can count people: "killed 19", "five were killed", "dozens wounded"."""
    if quantity.article:
        return False
    k = quantity.first
    if (
        k > 1
        and sentence.lowers[k - 1] == ","
        and sentence.tokens[k - 2].pos == "PROPN"
        and sentence.lowers[quantity.last + 1 : quantity.last + 2] in {(",",), (".",), ()}
    ):
        return False  # "James Gaylord, 71, died": an age
    after = sentence.tokens[quantity.last + 1] if quantity.last + 1 < len(sentence) else None
    if after is None:
        return True
    if after.lower in {"%", "percent", "per", "years", "year", "-", "days", "hours", "weeks", "months", "of"}:
        return after.lower == "of" and sentence.lowers[quantity.last + 2 : quantity.last + 3] in {
            ("them",),
            ("whom",),
            ("the",),
            ("those",),
        }
    if after.pos in {"NOUN", "PROPN"} and after.lower not in HARMED and after.tag in {"NN", "NNS"}:
        return (
            after.lemma not in english.things
            and after.lower not in english.things
            and after.tag == "NN"
            and after.dep not in {"nummod"}
            and False
        )
    return not (after.pos == "ADJ" and after.lower not in HARMED and _nominal_follows(sentence, after.i))


def _nominal_follows(sentence: Sentence, i: int) -> bool:
    return i + 1 < len(sentence) and sentence.tokens[i + 1].pos in {"NOUN", "ADJ"}


def _is_subset(sentence: Sentence, first: int, last: int) -> bool:
    before = " ".join(sentence.lowers[max(0, first - 6) : first])
    if any(before.endswith(phrase) for phrase in SUBSET_BEFORE):
        return True
    after = " ".join(sentence.lowers[last + 1 : last + 4])
    whole = " ".join(sentence.lowers[first : last + 1])
    if any(after.startswith(phrase) for phrase in SUBSET_AFTER) or any(
        phrase in whole for phrase in SUBSET_AFTER
    ):
        return True
    return before.endswith("among") and not before.endswith("from among")


SUMMED = frozenset(
    {
        "woman",
        "women",
        "child",
        "children",
        "man",
        "men",
        "boy",
        "boys",
        "girl",
        "girls",
        "baby",
        "infant",
        "mother",
        "father",
        "son",
        "daughter",
        "sons",
        "daughters",
        "wife",
        "husband",
        "brother",
        "sister",
        "brothers",
        "sisters",
        "grandmother",
        "grandfather",
    }
)  # noqa: E501 - one list


def _added_up(sentence: Sentence, groups: Sequence[People]) -> list[People]:
    """ "a woman and two children" is three people; "63 rebels and 21 soldiers" are two groups.

    A part inherits `subset` from the part before it in an enumeration ("including five children and two women").
    """
    found: list[People] = []
    for people in groups:
        before = found[-1] if found else None
        if before is None or before.head is None or people.head is None:
            found.append(people)
            continue
        between = sentence.lowers[before.last + 1 : people.first]
        between = tuple(word for word in between if word not in {"his", "her", "their"})
        joined = between in {("and",), (",",), (",", "and"), ("as", "well", "as")}
        if joined and before.subset:
            found.append(replace(people, subset=True))
        elif (
            joined
            and not people.subset
            and sentence.lowers[before.head] in SUMMED
            and sentence.lowers[people.head] in SUMMED
            and None not in (before.low, people.low)
        ):
            low = (before.low or 0) + (people.low or 0)
            high = None if before.high is None or people.high is None else before.high + people.high
            found[-1] = replace(before, last=people.last, head=people.head, low=low, high=high, article=False)
        else:
            found.append(people)
    return found
