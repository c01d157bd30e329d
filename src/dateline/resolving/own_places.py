"""The place that a claim's own sentence gives it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from dateline.coding.drafts import DraftClaim
from dateline.coding.tokens import ParsedStory, Sentence
from dateline.model import EventType, Role, Span
from dateline.resolving.attachment import Attachment, attachments
from dateline.resolving.discourse import coarseness
from dateline.resolving.full_names import is_told_as_person
from dateline.resolving.own_days import gap
from dateline.resolving.places import LocatedMention
from dateline.resolving.recalling import Recalling

ASIDE_WITHIN = 50

TOO_FAR = 3
"""So many lower clauses deep a place is nothing of the event's."""

AREA = 3
"""From first-level divisions on a place is an area: the smallest wins, wherever it stands."""

LOCATIVE = re.compile(
    r"\b(?:in|inside|across|into|within|throughout|around|over|near|to|from|of|through)\s+"
    r"(?:the\s+|\w+ern\s+|\w+(?:-\w+)?\s+)?$",
    re.IGNORECASE,
)
BARE_PART = re.compile(r"(?:(?:at least|about|more than|over) )?[\w-]+")
WHERE_PART = re.compile(r"\s(?:in|at|near|inside|outside|around)\s[^,.;:]{0,40}")
"""A number without a noun, and what leads from it to where these people were."""

MOVING = frozenset({EventType.EVACUATION, EventType.DISPLACEMENT})

OF_A_PERSON = re.compile(
    r"\b(?:operat(?:es?|ed|ing)|activ(?:e|ity)|based|born|rais(?:ed)|resid(?:es?|ed|ing)|liv(?:es?|ed|ing)"
    r"|stationed|headquartered|native)\s+(?:out of|in|of|from|throughout|within|near|around)\s+"
    r"(?:the\s+|\w+ern\s+)*$",
    re.IGNORECASE,
)
"""What stands before the place where somebody lives or works: "a commander who operates in Daraa"."""

NAMED_BEFORE = re.compile(
    r"\b(?:in|on|at|near|around|inside|outside) (?:the|that|this) (?:same )?"
    r"(?:village|town|city|camp|base|district|area|neighbou?rhood)\b(?! of\b)",
    re.IGNORECASE,
)

AWAY_FROM = re.compile(
    r"\b(?:km|kms|kilomet(?:er|re)s?|miles?)\b(?:\s*\([^)]*\))?\s+(?:away\s+)?"
    r"(?:from|(?:to\s+the\s+)?(?:north|south|east|west)[a-z-]*\s+(?:of|from))\s+"
    r"(?:[\w-]+(?:['’]s)?,?\s+){0,4}$",
    re.IGNORECASE,
)
"""What stands before the place that a distance is measured from: "40 km (25 miles) from the city of Homs",
"400 kilometres south of Algeria's capital, Algiers"."""

PART_NOUN = (
    r"(?:neighbou?rhood|district|suburb|quarter|area|village|town|city|camp|base|countryside|outskirts|market"
    r"|subdistrict|port)"
)
WHOLE_BEFORE = re.compile(
    rf"^(?:\s+(?:city|province|governorate))?(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?{PART_NOUN}\s+of\s+(?:the\s+)?$"
    r"|^['’]s?\s+(?:[\w-]+ern\s+|central\s+)?$",
    re.IGNORECASE,
)
"""What stands between a place and a part of it: "the Aden suburb of Crater", "Aden's Crater district"."""

LONGEST_BETWEEN = 160
"""Characters that those words never come to."""

A_TOWN = re.compile(
    r"(?:an?|the)\s(?:[\w-]+\s){0,4}?(?:town|village|city|suburb|district|quarter|camp|port|base|settlement)\b",
    re.IGNORECASE,
)
"""The beginning of an apposition to a place's name."""

INSIDE = re.compile(
    r"^\s*,?\s*(?:an?\s+(?:[\w-]+\s+){1,4}?(?=(?:north|south|east|west|in|of|near|outside)))?"
    r"(?:(?:to the )?(?:north|south|east|west)[a-z-]* of|(?:in|of|inside|within|near|outside)\b)?"
    r"\s*(?:the\b)?\s*(?:\w+(?:s|'s|’s)\b)?\s*(?:\w+(?:ern|ral)\b)?\s*"
    r"(?:(?:province|city|region|governorate|district|state) of\b)?\s*$",
    re.IGNORECASE,
)


def _is_of_part(place: Span, draft: DraftClaim, text: str) -> bool:
    """ "killed 31 people across the province, including 12 in *Saraqib*": where a part of them were."""
    if not any(not toll.subset and toll.mention.end <= place.start for toll in draft.tolls):
        return False
    return any(
        toll.subset
        and BARE_PART.fullmatch(toll.mention.text) is not None
        and WHERE_PART.fullmatch(text, toll.mention.end, place.start) is not None
        for toll in draft.tolls
    )


def own_place(
    draft: DraftClaim,
    places: Sequence[LocatedMention],
    sentences: Sequence[Sentence],
    recalling: Recalling,
) -> LocatedMention | None:
    """The place in the claim's quote, else its sentence; None when it names none. `places` are in order.

    A distance from a town does not place what happened "in the village", which was named before.

    What a lower clause names comes behind the rest (see `attachment`); a town or smaller goes before an area,
    and of several the one nearest to the trigger; where somebody lives or works comes last. Where the
    speaker is from, and the country in a doer's name, are no places of the event.
    """
    sentence = sentences[draft.sentence]
    text = sentence.story_text
    end = sentence.end
    begin = bisect_left(places, sentence.start, key=_start)
    places = [m for m in places[begin : bisect_left(places, end, begin, key=_start)] if m.mention.end <= end]
    if not places:
        return None
    named = [place.mention for place in places]
    if (called := _called_so(places, draft.scopes[0], text)) is not None:
        return called
    ties = attachments(sentence, named, draft.trigger, recalling.firing, recalling.keeping)
    for start, end in draft.scopes:
        found = [m for m in places if start <= m.mention.start and m.mention.end <= end]
        found = [m for m in found if _is_of_event(m, draft, ties[m.mention.start], text)]
        found = [m for m in found if not _is_of_part(m.mention, draft, text)]
        found = innermost(found, text)
        if found and NAMED_BEFORE.search(text, start, end):
            found = [m for m in found if not _is_aside(m, text)]
        if len(found) == 1:
            return found[0]
        if found:
            return min(
                found,
                key=lambda m: (
                    _is_aside(m, text),
                    ties[m.mention.start].depth,
                    *_area(m),
                    gap(m.mention, draft),
                    m.mention.start,
                ),
            )
    return None


def _called_so(places: Sequence[LocatedMention], scope: tuple[int, int], text: str) -> LocatedMention | None:
    """ "X, *a town in Y province that rebels took*": a quote that begins by saying what X is, is of X."""
    if not A_TOWN.match(text, *scope):
        return None
    before = [place for place in places if place.mention.end <= scope[0] and coarseness(place) < AREA]
    apart = text[before[-1].mention.end : scope[0]] if before else ""
    return before[-1] if before and not apart.strip(" ,") else None


def named_places(parsed: ParsedStory, recalling: Recalling) -> list[tuple[int, int, str]]:
    """Names behind a preposition of place: "in Raqqa", "the strike on Urum al-Joz"."""
    found = []
    persons: dict[str, bool] = {}
    prepositions = recalling.place_prepositions | recalling.target_prepositions
    for sentence in parsed.sentences:
        for i in [i for i, lower in enumerate(sentence.lowers) if lower in prepositions]:
            token = sentence.tokens[i]
            head = sentence.tokens[token.i - 1].lemma if token.i else ""
            struck = token.lower in recalling.target_prepositions and head in recalling.attack_nouns
            if token.lower not in recalling.place_prepositions and not struck:
                continue
            first = last = token.i + 1
            while last < len(sentence) and (
                sentence.tokens[last].pos == "PROPN"
                or (sentence.tokens[last].lower in {"-", "al"} and last > first)
            ):
                last += 1
            if last == first or not sentence.tokens[first].text[:1].isupper():
                continue
            name = sentence.tokens[last - 1].text
            if name not in persons:
                persons[name] = is_told_as_person(parsed.story.text, name)
            if persons[name]:
                continue
            start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
            found.append((start, end, "GPE"))
    return found


def _area(mention: LocatedMention) -> tuple[bool, int]:
    rank = coarseness(mention)
    return rank >= AREA, rank if rank >= AREA else 0


def _is_aside(place: LocatedMention, text: str) -> bool:
    """Where somebody lives, or what the place lies some miles away from."""
    start = place.mention.start
    return any(p.search(text, max(0, start - ASIDE_WITHIN), start) for p in (OF_A_PERSON, AWAY_FROM))


def _is_of_event(place: LocatedMention, draft: DraftClaim, tie: Attachment, text: str) -> bool:
    mention = place.mention
    origin = tie.origin and draft.event not in MOVING  # "40 people from Qusayr were evacuated": from there
    if tie.doer or origin or tie.afterwards or tie.clauses >= TOO_FAR:
        return False
    if any(start <= mention.start and mention.end <= end for start, end in draft.excluded):
        return False
    if (
        place.kind == "country"
        and not tie.target
        and not LOCATIVE.search(text, max(0, mention.start - 24), mention.start)
    ):
        return False
    return not any(actor.role is Role.BY and actor.mention.covers(mention) for actor in draft.actors)


def innermost(found: list[LocatedMention], text: str) -> list[LocatedMention]:
    """The places, in order and apart, without what only says where another one lies: "Khan Sheikhun in
    Idlib", "Azaz, Aleppo province", "Aleppo's Salaheddin district"."""
    if len(found) < 2:
        return found
    found = [
        place
        for i, place in enumerate(found, 1)
        if not _is_whole_of_next(place, islice(found, i, None), text)
    ]
    last: LocatedMention | None = None
    kept = []
    for place in found:
        between = text[last.mention.end : place.mention.start] if last is not None else ""
        outer = last is not None and coarseness(last) <= coarseness(place) and INSIDE.match(between)
        last = place
        if not outer:
            kept.append(place)
    return kept


def _is_whole_of_next(place: LocatedMention, following: Iterable[LocatedMention], text: str) -> bool:
    """Whether a place that comes soon after is told as a part of this one: "Aleppo's Salaheddin"."""
    end, rank = place.mention.end, coarseness(place)
    for other in following:
        start = other.mention.start
        if start - end > LONGEST_BETWEEN:
            break
        if coarseness(other) <= rank and WHOLE_BEFORE.match(text[end:start]):
            return True
    return False


def _start(place: LocatedMention) -> int:
    return place.mention.start
