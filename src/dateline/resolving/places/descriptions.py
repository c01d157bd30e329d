"""Places without a name of their own: "the Syrian capital", "the Old City"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.tokens import Token

_OTHER_CAPITALS = frozenset({"provincial", "regional", "district", "cultural", "commercial", "economic", "state",
                             "financial", "venture", "working", "human", "political", "province's", "business"})  # fmt: skip
_NO_CITY_AFTER = frozenset({"punishment", "punishments", "crime", "crimes", "letters", "markets", "market", "gains",
                            "offence", "murder", "investment", "expenditure", "hill", "one", "fc"})  # fmt: skip


def capital_phrases(
    text: str,
    tokens: Sequence[Token],
    sightings: Sequence[Sighting],
    gazetteer: Gazetteer,
    main_country: str | None,
) -> Iterator[tuple[int, int, GazetteerPlace]]:
    """Phrases that stand for a capital, as (start, end, capital): "the Syrian capital", "Syria's capital",
    "the capital of Syria", "the capital". Not where the capital's name follows.
    """
    starts = {seen.first: seen for seen in sightings}
    ends = {seen.last: seen for seen in sightings}
    for index, token in enumerate(tokens):
        if token.lower != "capital" or token.capital != token.shouted:
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after and after.joined and (after.lower in _NO_CITY_AFTER or (after.capital and not after.first)):
            continue
        if index + 1 in starts and text[token.end : tokens[index + 1].start].strip() in ("", ","):
            continue
        before = tokens[index - 1] if index else None
        if before is None or before.lower in _OTHER_CAPITALS:
            continue
        last, country, start = index, None, token.start
        if countries := gazetteer.demonym(before.key):
            country, start = countries[0], before.start
            if index >= 2 and tokens[index - 2].lower == "the":
                start = tokens[index - 2].start
        elif before.possessive and (seen := ends.get(index - 1)) and (known := _country(seen)):
            country, start = known, seen.start
        elif before.lower == "the":
            start = before.start
            follower = tokens[index + 2] if index + 2 < len(tokens) else None
            if after and after.lower == "of":
                seen_after = starts.get(index + 2)
                if follower is None or seen_after is None or not (known := _country(seen_after)):
                    continue
                country, last = known, seen_after.last
            else:
                country = main_country
        if country and (capital := gazetteer.capitals.get(country)):
            yield start, tokens[last].end, capital


def _country(seen: Sighting) -> str | None:
    return next((place.country for place in seen.candidates if place.kind == "country"), None)


def unnamed_parts(
    text: str,
    tokens: Sequence[Token],
    settled: Sequence[tuple[Sighting, GazetteerPlace]],
    gazetteer: Gazetteer,
) -> Iterator[tuple[int, int, GazetteerPlace | None]]:
    """ "Old City" and the like as (start, end, the settlement it is part of).

    That is the settlement in the phrase ("Homs' Old City", "the Old City of Homs"), else the one of the same
    sentence or the last one before, else of the same phrase elsewhere in the story.
    """
    at = {seen.first: place for seen, place in settled}
    upto = {seen.last: place for seen, place in settled}
    known: GazetteerPlace | None = None
    for index in range(len(tokens) - 1):
        phrase = f"{tokens[index].lower} {tokens[index + 1].lower}"
        if phrase not in gazetteer.words.unnamed_part or not tokens[index + 1].joined:
            continue
        if tokens[index].capital != tokens[index + 1].capital:
            continue
        city = upto.get(index - 1)
        if city is None and index + 3 < len(tokens) and tokens[index + 2].lower == "of":
            city = at.get(index + 3)
        if city is None:
            city = known or _latest(tokens, settled, index)
        known = known or city
        yield tokens[index].start, tokens[index + 1].end, city


def _latest(
    tokens: Sequence[Token], settled: Sequence[tuple[Sighting, GazetteerPlace]], index: int
) -> GazetteerPlace | None:
    before = [place for seen, place in settled if seen.last < index]
    after = [place for seen, place in settled if seen.first > index]
    return before[-1] if before else after[0] if after else None
