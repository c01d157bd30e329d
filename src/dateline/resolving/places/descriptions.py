"""Places without a name of their own: "the Syrian capital", "the Old City", "this northern port"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.sightings import Sighting
from dateline.resolving.places.sources import COUNTRY
from dateline.resolving.places.tokens import Token


def capital_phrases(
    text: str,
    tokens: Sequence[Token],
    sightings: Sequence[Sighting],
    gazetteer: Gazetteer,
    main_country: str | None,
) -> Iterator[tuple[int, int, GazetteerPlace]]:
    """Phrases that stand for a capital, as (start, end, capital): "the Syrian capital", "Syria's capital",
    "the capital of Syria", "the capital" (of `main_country`). Not where the capital's name follows.
    """
    if "capital" not in text.lower():
        return
    named = [index for index, token in enumerate(tokens) if token.lower == "capital" and index]
    if not named:
        return
    starts = {seen.first: seen for seen in sightings}
    ends = {seen.last: seen for seen in sightings}
    for index in named:
        token = tokens[index]
        if token.capital != token.shouted:
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after and _takes_it(after, gazetteer):
            continue
        if after and index + 1 in starts and text[token.end : after.start].strip() in ("", ","):
            continue
        found = _whose(index, tokens, (starts, ends), gazetteer)
        if found and (capital := gazetteer.capitals.get(found[2] or main_country or "")):
            yield found[0], found[1], capital


def _takes_it(after: Token, gazetteer: Gazetteer) -> bool:
    """Whether the next word makes something else of "capital": punishment, a name."""
    named = after.capital and not after.first and not after.shouted
    return after.joined and (after.lower in gazetteer.words.no_capital or named)


def _whose(
    index: int,
    tokens: Sequence[Token],
    sightings: tuple[Mapping[int, Sighting], Mapping[int, Sighting]],
    gazetteer: Gazetteer,
) -> tuple[int, int, str | None] | None:
    """Start and end of the phrase around the word "capital" and the country that it names, if any.

    `sightings` are those of the story by first and by last token.
    """
    starts, ends = sightings
    before, word = tokens[index - 1], tokens[index]
    if countries := gazetteer.demonym(before.key):
        with_article = index >= 2 and tokens[index - 2].lower == "the"
        return tokens[index - 2].start if with_article else before.start, word.end, countries[0]
    if before.possessive:
        seen = ends.get(index - 1)
        country = _country(seen) if seen else None
        return (seen.start, word.end, country) if seen and country else None
    if before.lower != "the":
        return None
    if index + 1 < len(tokens) and tokens[index + 1].lower == "of":
        whole = starts.get(index + 2)
        country = _country(whole) if whole else None
        return (before.start, whole.end, country) if whole and country else None
    return before.start, word.end, None


def _country(seen: Sighting) -> str | None:
    return next((place.country for place in seen.candidates if place.kind == COUNTRY), None)


def unnamed_parts(
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
    begins = {phrase.partition(" ")[0] for phrase in gazetteer.words.unnamed_part}
    for index in [index for index, token in enumerate(tokens[:-1]) if token.lower in begins]:
        phrase = f"{tokens[index].lower} {tokens[index + 1].lower}"
        if phrase not in gazetteer.words.unnamed_part or not tokens[index + 1].joined:
            continue
        if tokens[index].capital != tokens[index + 1].capital:
            continue
        city = upto.get(index - 1)
        if city is None and index + 3 < len(tokens) and tokens[index + 2].lower == "of":
            city = at.get(index + 3)
        if city is None:
            city = known or _latest(settled, index)
        known = known or city
        yield tokens[index].start, tokens[index + 1].end, city


_MARKS_BETWEEN = 2
"""Words that may stand in "this battered northern port"."""
_OPENING, _CLOSING = "“", "”"


def towns_here(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Start and end of "this town", "this northern port": where the reporter writes from. What a speaker
    calls so in a quotation is another's.
    """
    for index, token in enumerate(tokens):
        if token.lower != "this":
            continue
        for after in tokens[index + 1 : index + 2 + _MARKS_BETWEEN]:
            if not after.joined or after.capital != after.shouted or after.possessive:
                break
            if after.lower in gazetteer.words.settlement:
                if not _is_quoted(text, token.start):
                    yield token.start, after.end
                break
            if after.lower in gazetteer.words.function:
                break


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation that the paragraph has opened is still open."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.rfind(_OPENING) > before.rfind(_CLOSING) or before.count('"') % 2 == 1


def _latest(settled: Sequence[tuple[Sighting, GazetteerPlace]], index: int) -> GazetteerPlace | None:
    before = [place for seen, place in settled if seen.last < index]
    after = [place for seen, place in settled if seen.first > index]
    return before[-1] if before else after[0] if after else None
