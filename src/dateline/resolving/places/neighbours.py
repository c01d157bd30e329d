"""How likely a name is a place's, by itself and by the capitalised words beside it."""

from __future__ import annotations

import re

from dateline.resolving.places.sightings import PLACE_LABELS, Sighting
from dateline.resolving.places.sources import ADMIN1, COUNTRY, REGION, SEA
from dateline.resolving.places.wording import Wording
from dateline.resolving.places.words import PlaceWords

_WIDE = frozenset({COUNTRY, REGION, SEA})
_BY_SOUND = 3
_CITY, _METROPOLIS = 50_000, 500_000
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ul|ur|ud)-\w", re.IGNORECASE)


def prior(seen: Sighting, words: PlaceWords) -> int:
    """What the name alone says: countries and big cities need no preposition."""
    if seen.key in words.never or seen.key.removesuffix("s") in words.never:
        return -8
    score = -3 if seen.key in words.doubtful else 0
    points = 0
    for place in seen.candidates:
        form, kind = place.form, place.kind
        if form < _BY_SOUND and kind in _WIDE:
            return score + 2
        if (form <= 1 and place.population >= _METROPOLIS) or (form == 0 and place.capital):
            points = 2
        elif not points and (
            (form <= 1 and place.population >= _CITY) or (form < _BY_SOUND and kind == ADMIN1)
        ):
            points = 1
    return score + points


def neighbours(seen: Sighting, wording: Wording) -> int:
    """Capitalised words beside the name make it a part of a longer one: a person or an outfit."""
    words, score = wording.words, 0
    sentence = wording.tokens[seen.first].sentence
    before, after = wording.token(seen.first - 1, sentence), wording.token(seen.last + 1, sentence)
    if (
        before
        and wording.tokens[seen.first].joined
        and _ARTICLE.match(wording.tokens[seen.first].text)
        and before.capital
        and not (before.headline or before.possessive or wording.is_known(before))
    ):
        score -= 6  # "Karm al-Loz" is one name
    if before and wording.tokens[seen.first].joined:
        if before.lower in words.person_title and before.capital:
            score -= 5
            seen.is_person = True
        elif (
            before.capital
            and not before.first
            and not before.headline
            and not before.possessive
            and seen.label not in PLACE_LABELS
            and not wording.is_known(before)
            and before.lower not in words.community
        ):
            score -= 2
            seen.is_person = not words.is_direction(before.lower)
    if (
        after
        and after.joined
        and after.capital
        and _ARTICLE.match(after.text)
        and not wording.is_known(after)
    ):
        score -= 6
    if after and after.joined:
        following = [after]
        while (
            len(following) < 3
            and after.lower != "the"
            and (token := wording.token(seen.last + 1 + len(following), sentence))
            and token.joined
            and token.capital
            and not after.headline
        ):
            following.append(token)
        if any(token.capital and token.lower in words.outfit for token in following):
            score -= 8
        elif seen.key in words.capitals_only and (after.capital or after.lower not in words.function):
            # "US missiles", "UK Prime Minister": the letters stand for an adjective.
            seen.attributive = True
        elif after.lower in words.speech:
            score -= 1
        elif after.capital and not after.headline and not wording.is_known(after):
            # "Tall Tawil": a label that reaches further says that the name does.
            reaches = wording.reaches(seen) and prior(seen, words) < 2
            score -= 4 if reaches else 0 if seen.label in PLACE_LABELS else 2
    return score
