"""Parts of tolls ("including four children", what follows a colon), and tolls of one harm or another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.coding.counted import People
from dateline.coding.harms import SentenceToll
from dateline.coding.tokens import Sentence
from dateline.model import Harm, Victims
from dateline.ontology.english import Opens

Tolls = dict[tuple[Harm, int], SentenceToll]
"""Tolls by harm and first token of the people."""


def add_breakdown(sentence: Sentence, people: Sequence[People], tolls: Tolls) -> None:
    """ "33 people were killed: 27 civilians, … and six members of a militia": what follows the colon
    are parts.
    """
    if not (people and tolls):
        return
    for colon in sentence.places(Opens.PARTS):
        whole = [toll for toll in tolls.values() if colon - 3 <= toll.harm_at < colon]
        told = any(colon < group.first < colon + 3 for group in people)
        if len(whole) != 1 or not told or any(first > colon for _, first in tolls):
            continue
        for group in people:
            if group.first > colon and not group.article:
                tolls[whole[0].harm, group.first] = _part(sentence, whole[0], group, "breakdown")


def add_parts(sentence: Sentence, people: Sequence[People], tolls: Tolls) -> None:
    """A part ("including four children") comes to the harm of its whole when it has none of its own."""
    parts = [(index, group) for index, group in enumerate(people) if group.subset]
    harmed = {first for _, first in tolls} if parts else ()
    for index, group in parts:
        if group.first not in harmed and sentence.lower(group.first - 1) != "not":
            wholes = _of_whole(people[:index], tolls) or _of_whole(people[index + 1 : index + 2], tolls)
            for toll in wholes:
                tolls[toll.harm, group.first] = _part(sentence, toll, group, "part")


def _of_whole(before: Sequence[People], tolls: Mapping[tuple[Harm, int], SentenceToll]) -> list[SentenceToll]:
    """The tolls of the nearest group before that is no part itself."""
    for whole in reversed(before):
        found = [toll for (_, first), toll in tolls.items() if first == whole.first]
        if found and not whole.subset:
            return [toll for toll in found if toll.high != 0]  # none of all is none of a part
    return []


def _part(sentence: Sentence, whole: SentenceToll, group: People, why: str) -> SentenceToll:
    return whole._replace(
        low=group.low,
        high=group.high,
        approximate=group.approximate,
        victims=whole.victims if group.victims is Victims.UNKNOWN else group.victims,
        subset=True,
        first=group.first,
        last=group.last,
        mention=sentence.span(group.first, group.last),
        rule=f"{whole.rule}/{why}",
    )


def either_or(sentence: Sentence, tolls: Sequence[SentenceToll]) -> Iterator[SentenceToll]:
    """ "50 were wounded or missing", "50 killed and wounded": neither number is known, each at most 50.
    Only round words ("dozens killed and wounded") are said of each."""
    for toll in tolls:
        twin = next((other for other in tolls if _is_twin(toll, other)), None)
        joined = "" if twin is None else _joined_by(sentence, toll.harm_at, twin.harm_at)
        counted = any(token.pos == "NUM" for token in sentence.tokens[toll.first : toll.last + 1])
        if twin is None or not joined or (joined == "and" and not counted):
            yield toll
        elif joined == "or" or toll.high is not None:
            first, last = min(toll.first, twin.first), max(toll.harm_at, twin.harm_at, toll.last)
            mention = sentence.span(first, last)
            yield toll._replace(low=None, high=toll.high, first=first, last=last, mention=mention)


def _is_twin(toll: SentenceToll, other: SentenceToll) -> bool:
    """Whether it is the same number for another harm."""
    same = other.low == toll.low and other.harm != toll.harm
    return same and (other.first == toll.first or other.mention.overlaps(toll.mention))


def _joined_by(sentence: Sentence, one: int, other: int) -> str:
    """ "or" somewhere between two words of harm, "and" right between them, or nothing."""
    between = sentence.lowers[min(one, other) + 1 : max(one, other)]
    if "or" in between and "and" not in between:
        return "or"
    return "and" if between == ("and",) else ""
