"""Which stretches of a text are names that the gazetteer knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.names import ARTICLES, name_key
from dateline.resolving.places.short_names import find_short
from dateline.resolving.places.sources import COUNTRY, REGION, SETTLEMENT
from dateline.resolving.places.tokens import Token

Places = tuple[GazetteerPlace, ...]
Span = tuple[int, int]

LONGEST_NAME = 6
# Articles that are no English words: in lower case, too, they may begin a name.
_LEADING_ARTICLES = frozenset({"al", "el", "ad", "ash", "ar", "az", "ez", "esh"})
CONNECTORS = ARTICLES | frozenset(
    {"of", "the", "de", "del", "la", "las", "los", "do", "da", "dos", "du", "des", "sur", "y", "e", "i",
     "upon", "and", "bin", "ye", "wa", "le", "les", "in"}
)  # fmt: skip


def _keys_of_spans(tokens: Sequence[Token]) -> dict[Span, str]:
    """The name key of every stretch of words that could be one name, by first and last token index."""
    keys: dict[Span, str] = {}
    size = len(tokens)
    for first, token in enumerate(tokens):
        key = token.key
        if token.capital:
            keys[first, first] = key
        elif not (token.lower in _LEADING_ARTICLES and first + 1 < size and tokens[first + 1].capital):
            continue
        for last in range(first + 1, min(first + LONGEST_NAME, size)):
            after = tokens[last]
            if not after.joined:
                break
            if after.key:
                key = f"{key} {after.key}" if key else after.key
            if after.capital:
                keys[first, last] = key
            elif after.lower not in CONNECTORS:
                break
    return keys


def span_key(tokens: Sequence[Token], first: int, last: int) -> str:
    """The name key of words `first` to `last`."""
    if first == last:
        return tokens[first].key
    return " ".join(token.key for token in tokens[first : last + 1] if token.key)


def known_names(tokens: Sequence[Token], gazetteer: Gazetteer) -> Mapping[Span, tuple[str, Places, int]]:
    """The stretches that the gazetteer knows: (first, last) to key, places and the name's end.

    A lost apostrophe is put right: "Syrias" is Syria where no place is called Syrias. Demonyms are no names.
    """
    spans = _keys_of_spans(tokens)
    keys = dict.fromkeys([key for key in spans.values() if len(key) > 1])
    plurals = [key[:-1] for key in keys if key[-1] == "s" and len(key) > 4]
    found = gazetteer.named([*keys, *plurals])
    names: dict[Span, tuple[str, Places, int]] = {}
    for (first, last), key in spans.items():
        if not found.get(key) and not (key[-1:] == "s" and found.get(key[:-1])):
            continue
        end = tokens[last].end
        short = key.replace(" ", "")
        if _is_side(tokens, last, gazetteer):
            continue
        unsure = tokens[first].shouted or tokens[first].headline or _is_second_name(found.get(key, ()))
        if unsure and _is_plain(tokens[first : last + 1], gazetteer):
            continue
        if short in gazetteer.words.capitals_only:
            if places := _abbreviated(tokens[first : last + 1], found.get(key, ())):
                names[first, last] = (short, places, end)
        elif len(key) <= 2 or key in ARTICLES or _only_demonym(key, found[key], gazetteer):
            continue
        elif places := found[key]:
            names[first, last] = (key, places, end)
        elif key.endswith("s") and (places := _plural(found.get(key[:-1], ()))):
            names[first, last] = (key[:-1], places, end - 1)
    for index, (country, admin1) in find_short(tokens, gazetteer.shorts):
        if (division := gazetteer.division(country, admin1)) is not None:
            names[index, index] = (name_key(admin1), (division,), tokens[index].end)
    return names


def _is_side(tokens: Sequence[Token], last: int, gazetteer: Gazetteer) -> bool:
    """ "the North Side", "Near West Side": of any town, and no town in Turkey."""
    side = tokens[last].lower == "side" and tokens[last].joined
    return side and tokens[last - 1].lower in gazetteer.words.direction


def _is_second_name(places: Places) -> bool:
    """ "North Side", a suburb's name of old; as likely, any town's north side."""
    return bool(places) and all(place.form == 1 and place.kind == SETTLEMENT for place in places)


def _is_plain(words: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """ "DRUG", "AT FIRST", "LAS": where all is in capitals they tell no name, and plain words stay words."""
    lowers = [word.lower for word in words]
    telling = [lower for lower in lowers if lower not in CONNECTORS]
    return not telling or lowers[0] in gazetteer.words.locative or gazetteer.words.is_common(telling)


def _only_demonym(key: str, places: Places, gazetteer: Gazetteer) -> bool:
    """ "Filipinos", but not "Philippines", which is the plural of a demonym as well."""
    return bool(gazetteer.demonym(key)) and not any(place.kind == COUNTRY for place in places)


def _abbreviated(words: Sequence[Token], places: Places) -> Places:
    """Countries and regions for letters written as capitals; none for "US" in a text that is all capitals."""
    letters = "".join(token.text for token in words).replace(".", "")
    dotted = any("." in token.text for token in words)
    if not letters.isupper() or (words[0].shouted and not dotted):
        return ()
    return tuple(place for place in places if place.kind in (COUNTRY, REGION))


def _plural(places: Places) -> Places:
    return tuple(
        place for place in places if place.form <= 1 and (place.kind == COUNTRY or place.population >= 50_000)
    )
