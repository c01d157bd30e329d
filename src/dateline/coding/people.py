"""Groups of people that a sentence counts: a quantity and the noun it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.bare_numbers import RECALLED, is_of_two, may_stand_alone
from dateline.coding.counted import JOINS, People, are_names_of_list, without_owners
from dateline.coding.headline_persons import headline_persons
from dateline.coding.named_persons import named_persons
from dateline.coding.person_nouns import (
    counted_noun,
    modified_person,
    person_class,
    victims_of,
    victims_of_number,
)
from dateline.coding.quantities import Quantity, ages_behind, behind_children, opens_quantity
from dateline.coding.single_persons import (
    ARTICLES,
    POSSESSIVES,
    PRONOUNS,
    is_kin_of,
    is_last_of_several,
    name_behind,
    pair_of,
    single_persons,
)
from dateline.coding.tokens import Sentence
from dateline.coding.wholes import told_one_by_one
from dateline.model import Victims
from dateline.ontology.english import English

BEFORE_NAMES = frozenset({(), (",",), (":",), ("-",), (",", "including")})
"""What stands between a number of people and the names of some of them."""

OWNERS = POSSESSIVES | {"its", "our"}

WHOLE_BEFORE = frozenset({("among", "them"), ("among", "whom"), ("of", "whom"), ("of", "which")})


def find_people(sentence: Sentence, quantities: Sequence[Quantity], english: English) -> tuple[People, ...]:
    """The counted groups of a sentence, left to right; `quantities` are its numbers."""
    counted = (_people(sentence, q, english) for q in (*quantities, *single_persons(sentence, english)))
    found = [people for people in counted if people is not None]
    found += [_named(*person) for person in named_persons(sentence, english)]
    found += [_in_headline(sentence, *person, english) for person in headline_persons(sentence, english)]
    found = [people._replace(last=ages_behind(sentence, people.last, people.low or 0)) for people in found]
    found.sort(key=lambda people: (people.first, -people.last))
    kept: list[People] = []
    for people in _with_another(sentence, found):
        before = kept[-1] if kept else None
        if before is None or people.first > before.last:
            if before is not None and _is_apposed(sentence, before, people):
                kept[-1] = _with_apposition(sentence, before, people)
            elif before is not None and _are_both_again(sentence, before, people):
                continue
            elif before is None or not people.named or not _is_named_behind(sentence, before, people):
                kept.append(people)
            elif before.low != 1:
                kept.append(people._replace(subset=True))
    return tuple(_added_up(sentence, kept, english) if len(kept) > 1 else kept)


def _are_both_again(sentence: Sentence, one: People, other: People) -> bool:
    """ "Two more guests, *both men*, were hurt": the same two."""
    again = sentence.lowers[other.first] == "both" and one.last + 2 == other.first
    return again and one.low == other.low == 2 and sentence.lowers[one.last + 1] == ","


def _with_another(sentence: Sentence, found: Sequence[People]) -> Iterator[People]:
    """ "a boy was killed and another wounded": another of those told before, as is "the fourth"."""
    before: People | None = None
    for people in found:
        if is_last_of_several(sentence, people.first) and people.head == people.last == people.first + 1:
            if before is not None and _are_last_counted(sentence, before, people):
                yield people._replace(victims=before.victims)
            continue
        if before is not None and people.head == people.first and sentence.lowers[people.first] == "another":
            yield people._replace(victims=before.victims)
        else:
            before = people
            yield people


def _are_last_counted(sentence: Sentence, before: People, last: People) -> bool:
    """ "three *gunmen* were killed and the fourth was captured": nothing else is counted between."""
    between = sentence.tokens[before.last + 1 : last.first]
    many = before.low is not None and before.low > 1
    return many and not any(token.pos == "NUM" for token in between)


def _named(first: int, head: int, last: int) -> People:
    """One person told by name: tokens `first` to `last`, and the name's own last."""
    return People(
        first, last, head, 1, 1, False, Victims.UNKNOWN, False, True, True, False, False, named=True
    )


def _in_headline(sentence: Sentence, first: int, head: int, english: English) -> People:
    """One person in a headline without an article: the first token and the noun."""
    victims = victims_of(sentence, first, head, english)
    return People(first, head, head, 1, 1, False, victims, False, True, False, False, False)


def _with_apposition(sentence: Sentence, one: People, other: People) -> People:
    """The person with what says who it is, and the comma behind it if there is one."""
    victims = other.victims if one.victims is Victims.UNKNOWN else one.victims
    comma = sentence.lower(other.last + 1) == ","
    return one._replace(last=other.last + comma, victims=victims)


def _is_named_behind(sentence: Sentence, one: People, name: People) -> bool:
    """ "two children, Ali Haddad, 5, and …": who of those counted before is named."""
    by_name = one.definite and one.head is not None and sentence.tokens[one.head].tag == "NNP"
    return not (one.named or by_name) and sentence.lowers[one.last + 1 : name.first] in BEFORE_NAMES


def _is_last_apposed(sentence: Sentence, one: People, other: People) -> bool:
    """ "a boy and his father, a policeman, ": who the last of several is."""
    several = one.low is not None and one.low > 1
    if not several or other.head is None or not other.article or other.low != 1 or other.definite:
        return False
    token, ends = sentence.tokens[other.head], sentence.around[other.last + 1]
    listed = any(sentence.deps[child] in {"cc", "conj"} for child in sentence.children[other.head])
    after = sentence.lowers[one.last + 1 : other.first] == (",",) and ends in {",", ".", ""}
    return after and token.dep == "appos" and one.first < token.head <= one.last and not listed


def _is_apposed(sentence: Sentence, one: People, other: People) -> bool:
    """ "the man, a bomb maker, and two others": the same person twice."""
    closed = sentence.lower(other.last + 1) == ","  # a list goes on with "and"
    closed = closed or one.named  # "Omar Haddad, a teacher from the port, was shot"
    if other.named or not (one.definite and other.article and closed and other.head is not None):
        return False
    token = sentence.tokens[other.head]
    apposed = token.dep == "appos" and one.first <= token.head <= one.last
    # "Haddad, 52, a deacon and bus driver, died": whatever the parse makes of it.
    aged = one.named and sentence.lowers[one.last].isdigit() and one.last + 2 == other.first
    owned = is_kin_of(sentence, other.head) or sentence.lowers[other.first] in OWNERS
    return (apposed or (aged and other.low == 1)) and not owned


def _people(sentence: Sentence, quantity: Quantity, english: English) -> People | None:
    after = quantity.last + 1
    head, last = _counted(sentence, quantity, english)
    if sentence.lowers[quantity.first] == "both" and not is_of_two(
        sentence, head, quantity.last + 1, english
    ):
        return None
    if quantity.definite and sentence.lowers[quantity.first] in PRONOUNS:
        head = last = quantity.first
    elif quantity.definite and quantity.low == 1 and quantity.last > quantity.first:
        head = last = quantity.last  # a full name
    if head is None:
        if sentence.around[after] == "of" and sentence.around[after + 1] not in RECALLED:
            return None
        if not may_stand_alone(sentence, quantity, english):
            return None
        last += 2 if sentence.reads(after, ("of", "them")) else 0
    elif quantity.article:
        pair = quantity.low == 2 and not quantity.definite and sentence.reads(head + 1, ("and",))
        last = (
            (pair_of(sentence, head, english) or head + 2) if pair else name_behind(sentence, head, english)
        )
        last = behind_children(sentence, last, english)
    elif _is_joined(sentence, head, english):
        last = max(last, head + 2)
    return People(
        first=quantity.first,
        last=last,
        head=head,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
        victims=(
            victims_of_number(sentence, quantity.last, english)
            if head is None
            else victims_of(sentence, after, head, english)
        ),
        subset=_is_part(sentence, quantity.first, last, english) or _is_of_number(sentence, after, english),
        article=quantity.article,
        definite=quantity.definite,
        more=quantity.more or "more" in sentence.lowers[after : last + 1],
        bare=head is None,
    )


def _counted(sentence: Sentence, quantity: Quantity, english: English) -> tuple[int | None, int]:
    """The noun that is counted, None for none, and the last token of the group."""
    harmed = english.people.harmed
    start = quantity.last + 1
    after, following = sentence.around[start], sentence.around[start + 1]
    if after == "of" and following in {"the", "those"}:
        return (start + 2, start + 2) if sentence.around[start + 2] in harmed else (None, quantity.last)
    if after == "of" and following in harmed and modified_person(sentence, start + 1, english) is None:
        return start + 1, start + 1
    if after in harmed and modified_person(sentence, start, english) is None:
        return None, quantity.last  # "20 dead": the word of harm is no part of the group
    if after == "others":
        among = sentence.reads(start + 1, ("among", "the")) and start + 3 < len(sentence)
        return start, start + 3 if among else start  # "two others among the dead"
    if after in POSSESSIVES:
        return None, quantity.last  # "News 2 his injury"
    begin = start
    if after == "of":  # "three of his associates"
        begin += 2 if following in OWNERS else 1
    head = counted_noun(sentence, begin, english)
    return head, quantity.last if head is None else head


def _is_joined(sentence: Sentence, head: int, english: English) -> bool:
    """ "20 soldiers and militiamen": one number for two nouns."""
    other = sentence.token(head + 2)
    return (
        sentence.around[head + 1] == "and"
        and other is not None
        and other.tag == sentence.tokens[head].tag == "NNS"
        and person_class(sentence, head + 2, english) is not None
    )


def _is_part(sentence: Sentence, first: int, last: int, english: English) -> bool:
    words = english.people
    before = " ".join(sentence.lowers[max(0, first - 6) : first])
    if before.endswith(words.part_after):
        return True
    if sentence.lowers[last + 1 : last + 3] in WHOLE_BEFORE and _opens_count(sentence, last + 3, english):
        return False  # "nine, among them eight women"
    if not words.part_openings.isdisjoint(sentence.lowers[first : last + 2]):
        after = " ".join(sentence.lowers[last + 1 : last + 4])
        whole = " ".join(sentence.lowers[first : last + 1])
        if after.startswith(words.part_before) or any(phrase in whole for phrase in words.part_before):
            return True
    if sentence.around[last + 1] in english.people.harmed:
        return False  # "three were among 12 people killed", "among the 25 injured"
    return before.endswith("among") and not before.endswith("from among")


def _is_among(sentence: Sentence, one: People, other: People, english: English) -> bool:
    """ "Six children were among at least 22 people killed": the group before is the part."""
    between = sentence.lowers[one.last + 1 : other.first]
    counted = sentence.lower(other.last + 1) in english.people.harmed
    return counted and between[-1:] == ("among",) and not english.grammar.be.isdisjoint(between)


def _is_of_number(sentence: Sentence, after: int, english: English) -> bool:
    """ "one of several insurgents", "two of the 20 men": behind the number stands what it is a part of."""
    if sentence.around[after] != "of":
        return False
    at = after + 2 if sentence.around[after + 1] in {"the", "those", "these"} else after + 1
    words = english.quantities
    vague = words.vague_by_first.get(sentence.around[at], ())
    counted = any(sentence.reads(at, phrase) and words.vague[phrase] is not None for phrase in vague)
    return counted or (at < len(sentence) and sentence.tokens[at].pos == "NUM")


def _opens_count(sentence: Sentence, at: int, english: English) -> bool:
    token = sentence.token(at)
    counted = token is not None and (token.pos in {"NUM", "ADJ", "NOUN"} or token.lower in ARTICLES)
    return counted or opens_quantity(sentence, at, english)


def _added_up(sentence: Sentence, groups: Sequence[People], english: English) -> list[People]:
    """ "a woman and two children" is three people; "63 rebels and 21 soldiers" are two groups.

    A part hands `subset` on to the next of an enumeration ("including five children and two women").
    """
    found: list[People] = []
    for people in told_one_by_one(sentence, groups, english):
        before = found[-1] if found else None
        if before is not None and _is_among(sentence, before, people, english):
            _mark_listed(sentence, found)
            found.append(people)
            continue
        if before is None or before.head is None or people.head is None:
            found.append(people)
            continue
        joined = without_owners(sentence, before.last + 1, people.first) in JOINS
        joined = joined or are_names_of_list(sentence, before, people)
        if joined and before.subset:
            found.append(people._replace(subset=not _is_on_its_own(sentence, people, english)))
        elif _is_last_apposed(sentence, before, people):
            found[-1] = before._replace(last=people.last + (sentence.around[people.last + 1] == ","))
        elif joined and _can_be_summed(sentence, before, people, english):
            found[-1] = _sum(before, people)
        else:
            found.append(people)
    return found


def _mark_listed(sentence: Sentence, found: list[People]) -> None:
    """Makes parts of the last group and of those that it is listed with."""
    for number in range(len(found) - 1, -1, -1):
        found[number] = found[number]._replace(subset=True)
        if number and sentence.lowers[found[number - 1].last + 1 : found[number].first] not in JOINS:
            break


def _is_on_its_own(sentence: Sentence, people: People, english: English) -> bool:
    """ "including three children, and 43 others were injured": others than the whole."""
    others = people.head is not None and sentence.lowers[people.head] == "others"
    after = sentence.lower(people.last + 1)
    hurt = after in english.people.harmed or sentence.lower(people.last + 2) in english.people.harmed
    return others and hurt and (after in english.grammar.be or after in english.people.harmed)


def _can_be_summed(sentence: Sentence, one: People, other: People, english: English) -> bool:
    summed = english.people.summed
    return (
        not other.subset
        and one.low is not None
        and other.low is not None
        and one.head is not None
        and other.head is not None
        and sentence.lowers[one.head] in summed
        and sentence.lowers[other.head] in summed
    )


def _sum(one: People, other: People) -> People:
    low = (one.low or 0) + (other.low or 0)
    high = None if one.high is None or other.high is None else one.high + other.high
    return one._replace(last=other.last, head=other.head, low=low, high=high, article=False)
