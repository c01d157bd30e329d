"""The places that a text names: known names that stand like places, and unknown ones said to be places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.resolving.full_names import is_told_as_person
from dateline.resolving.places.gazetteer import Gazetteer
from dateline.resolving.places.known import CONNECTORS, known_names, span_key
from dateline.resolving.places.sightings import PLACE_LABELS, Entity, Sighting, may_be_known
from dateline.resolving.places.sources import COUNTRY, SETTLEMENT
from dateline.resolving.places.surroundings import Surroundings
from dateline.resolving.places.tokens import Token

TAKEN = 2
_LISTED = frozenset({"and", "or"})
_LONGEST_UNKNOWN = 4
_CITY = 100_000
_METROPOLIS = 500_000


def find_sightings(
    text: str, tokens: Sequence[Token], entities: Sequence[Entity], gazetteer: Gazetteer
) -> list[Sighting]:
    """The sightings taken for places, in order, without overlap. Unknown names have no candidates."""
    around = Surroundings(tokens, entities, gazetteer)
    known = _known(tokens, gazetteer, around)
    taken = _accept(text, tokens, known)
    unknown = list(_unknown(tokens, around, taken))
    taken = _whole_names(tokens, [*taken, *_drop_overlaps(unknown)], around)
    taken += _repeats(tokens, taken, around)
    taken.sort(key=lambda seen: seen.first)
    _share_plurals(tokens, taken, around)
    return taken


def _known(tokens: Sequence[Token], gazetteer: Gazetteer, around: Surroundings) -> list[Sighting]:
    """One sighting for each place in the text where known names begin: the longest that will do."""
    names = known_names(tokens, gazetteer)
    at: dict[int, list[int]] = {}
    for first, last in names:
        at.setdefault(first, []).append(last)
    chosen: list[Sighting] = []
    free = 0
    for first in sorted(at):
        if first < free:
            continue
        longest: Sighting | None = None
        for last in sorted(at[first], reverse=True):
            key, places, end = names[first, last]
            seen = around.sighting(first, last, key, places, end)
            longest = longest or seen
            if seen.score >= TAKEN:
                if seen is not longest and _is_city(longest):
                    longest.score, seen = max(longest.score, TAKEN), longest
                break
        else:
            assert longest is not None
            seen = longest
        chosen.append(seen)
        if seen.score >= TAKEN:
            free = seen.last + 1
    return chosen


def _accept(text: str, tokens: Sequence[Token], sightings: list[Sighting]) -> list[Sighting]:
    """Those that score enough by themselves, by another mention of the name, or by the company in a list."""
    media = {seen.key for seen in sightings if seen.is_medium}
    persons = {seen.key for seen in sightings if seen.is_person and not may_be_known(seen)}
    asked = {seen.key: seen for seen in sightings if not seen.words and seen.first == seen.last}
    told = {key for key, seen in asked.items() if is_told_as_person(text, tokens[seen.first].text)}
    for seen in sightings:
        if seen.key in media and not seen.words:
            seen.score -= 3
        elif not seen.words and (
            (seen.key in persons | told and not seen.located) or (seen.key in told and not _is_great(seen))
        ):
            seen.score -= 3  # "Bruce Fulton", then "Fulton": a surname
    keys = {seen.key for seen in sightings if seen.score >= TAKEN}
    taken = [seen.score >= TAKEN or (seen.key in keys and seen.score >= 0) for seen in sightings]
    for direction in (1, -1):
        order = range(len(sightings)) if direction == 1 else range(len(sightings) - 1, -1, -1)
        for index in order:
            other = index - direction
            if taken[index] or not 0 <= other < len(sightings) or not taken[other]:
                continue
            left, right = sorted((sightings[index], sightings[other]), key=lambda seen: seen.first)
            if sightings[index].score >= 0 and _is_list(tokens, left, right):
                taken[index] = True
    kept = [seen for seen, is_taken in zip(sightings, taken, strict=True) if is_taken]
    return _drop_overlaps(kept)


def _is_city(seen: Sighting) -> bool:
    """Whether a larger town has the whole name for its own: "Kansas City" is not Kansas."""
    return any(place.form == 0 and place.population >= _CITY for place in seen.candidates)


def _is_great(seen: Sighting) -> bool:
    """Whether the name is a country's or a large city's."""
    return any(
        place.kind == COUNTRY or (place.kind == SETTLEMENT and place.population >= _METROPOLIS)
        for place in seen.candidates
        if place.form <= 1
    )


def _is_list(tokens: Sequence[Token], left: Sighting, right: Sighting) -> bool:
    """Whether the two names are neighbours in a list: "A, B", "A and B", "A, and the B"."""
    if tokens[left.last].sentence != tokens[right.first].sentence:
        return False
    between = tokens[left.last + 1 : right.first]
    return len(between) <= 2 and all(token.lower in _LISTED or token.lower == "the" for token in between)


def _share_plurals(tokens: Sequence[Token], taken: Sequence[Sighting], around: Surroundings) -> None:
    """ "Homs, Hama and Idlib provinces": what the plural behind the last says is said of all."""
    shared: set[str] = set()
    for left, right in reversed(list(pairwise(taken))):
        after = tokens[right.last + 1] if right.last + 1 < len(tokens) else None
        if after is not None and after.lower.endswith("s") and _descriptive(after, around):
            shared = right.words
        if not _is_list(tokens, left, right):
            shared = set()
        elif not left.words:
            left.words |= shared


def _drop_overlaps(sightings: list[Sighting]) -> list[Sighting]:
    kept: list[Sighting] = []
    for seen in sorted(sightings, key=lambda item: (item.first, -item.last)):
        if not kept or seen.first > kept[-1].last:
            kept.append(seen)
    return kept


def _whole_names(
    tokens: Sequence[Token], sightings: Sequence[Sighting], around: Surroundings
) -> list[Sighting]:
    """The sightings, with names that were cut put together: "Mota Khan district" is neither Mota nor Khan."""
    kept: list[Sighting] = []
    for seen in sorted(sightings, key=lambda item: item.first):
        first = _first_of_name(tokens, seen, around)
        whole = seen
        if first < seen.first:
            kept = [other for other in kept if other.last < first]
            key = span_key(tokens, first, seen.last)
            whole = around.sighting(first, seen.last, key, (), tokens[seen.last].end)
        kept.append(whole)
    return kept


def _first_of_name(tokens: Sequence[Token], seen: Sighting, around: Surroundings) -> int:
    """Where the name begins that ends in `seen` and is called a district or village behind it."""
    after = tokens[seen.last + 1] if seen.last + 1 < len(tokens) else None
    called = after is not None and after.joined and seen.words & {"settlement", "part", "admin2"}
    if after is None or not called or not _descriptive(after, around) or after.capital:
        return seen.first
    first = seen.first
    while (
        first
        and seen.last - first < _LONGEST_UNKNOWN - 1
        and tokens[first].joined
        and around.may_name(tokens[first - 1])
        and not around.is_known(tokens[first - 1], _CITY)
    ):
        first -= 1
    one = first and tokens[first - 1].lower == "the"  # "the Mota Khan district"
    said = one or around.is_said_together(first, seen) or not around.is_known(tokens[seen.first], _CITY)
    return first if said else seen.first


def _unknown(tokens: Sequence[Token], around: Surroundings, taken: Sequence[Sighting]) -> Iterator[Sighting]:
    """Names that the gazetteer lacks but the text calls a place: "the village of X", "X district", or a
    parser's place after "in"."""
    used = {index for seen in taken for index in range(seen.first, seen.last + 1)}
    naming = [index for index, token in enumerate(tokens) if token.capital and around.may_name(token)]
    may_name = frozenset(naming)
    for first in naming:
        token = tokens[first]
        if first in used or token.headline or (token.shouted and len(token.text) < 4):
            continue
        if token.joined and first - 1 in may_name and first - 1 not in used:
            continue
        last = first
        while (
            last + 1 < len(tokens)
            and last - first < _LONGEST_UNKNOWN - 1
            and tokens[last + 1].joined
            and last + 1 not in used
            and (
                last + 1 in may_name
                or (
                    tokens[last + 1].lower in CONNECTORS
                    and tokens[last + 1].lower not in ("and", "of", "in", "the")
                    and last + 2 in may_name
                    and tokens[last + 2].joined
                )
            )
            and not _descriptive(tokens[last + 1], around)
        ):
            last += 1
        while last > first and not tokens[last].capital:
            last -= 1
        key = span_key(tokens, first, last)
        if len(key) < 3:
            continue
        seen = around.described(first, last, key, (), tokens[last].end)
        said = bool(seen.words & {"settlement", "part", "admin1", "admin2", "surroundings", "facility"})
        labelled = seen.label in PLACE_LABELS and seen.located
        if not (said or labelled):
            continue
        around.weigh(seen)
        if (said and seen.score >= TAKEN) or (labelled and seen.score >= 4):
            yield seen


def _descriptive(token: Token, around: Surroundings) -> bool:
    return around.is_descriptive(token.lower)


def _repeats(tokens: Sequence[Token], taken: Sequence[Sighting], around: Surroundings) -> list[Sighting]:
    """Other mentions of the unknown names that were found."""
    names = {
        tuple(token.key for token in tokens[seen.first : seen.last + 1])
        for seen in taken
        if not seen.candidates
    }
    if not names:
        return []
    used = {index for seen in taken for index in range(seen.first, seen.last + 1)}
    at: dict[str, list[int]] = {name[0]: [] for name in names}
    for index, token in enumerate(tokens):
        if token.capital and token.key in at:
            at[token.key].append(index)
    found = []
    for name in sorted(names):
        for first in at[name[0]]:
            last = first + len(name) - 1
            if (
                tuple(token.key for token in tokens[first : last + 1]) == name
                and not used.intersection(range(first, last + 1))
                and all(token.joined for token in tokens[first + 1 : last + 1])
            ):
                seen = around.sighting(first, last, span_key(tokens, first, last), (), tokens[last].end)
                if seen.score >= 0:
                    found.append(seen)
                    used.update(range(first, last + 1))
    return found
