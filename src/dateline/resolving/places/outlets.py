"""Where an outlet is at home, as far as its name or address tells: "kyivpost.com", "chicago.example.com"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

import pycountry

from dateline.resolving.places.gazetteer import Gazetteer, GazetteerPlace
from dateline.resolving.places.sources import SETTLEMENT

_TOWN = 20_000
_SHORTEST = 4
_LABEL = re.compile(r"[^\W\d_]+")


def outlet_country(outlet: str | None) -> str | None:
    """The country (alpha-3) of an outlet by its domain's ending ("example.co.uk": GBR), else None."""
    if not outlet or "." not in outlet:
        return None
    ending = outlet.rsplit(".", 1)[1].upper()
    found = pycountry.countries.get(alpha_2="GB" if ending == "UK" else ending) if len(ending) == 2 else None
    return str(found.alpha_3) if found else None


def outlet_towns(outlet: str | None, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """The larger towns that an outlet may be called after: "onlineathens.com" is in one Athens or another."""
    if not outlet:
        return ()
    words = gazetteer.words
    labels = _LABEL.findall(outlet.lower())
    names = dict.fromkeys(name for label in labels for name in _names(label, words.masthead))
    found = gazetteer.named(names)
    called = [name for name in names if name not in words.doubtful and name not in words.never]
    return tuple(place for name in called for place in found[name] if _is_town(place))


def _is_town(place: GazetteerPlace) -> bool:
    return place.kind == SETTLEMENT and place.form == 0 and place.population >= _TOWN


def _names(label: str, masthead: Set[str]) -> Iterator[str]:
    """What may be a place in one word of an outlet's name: all of it, or what a masthead's word leaves."""
    if len(label) < _SHORTEST or label in masthead:
        return
    yield label
    for cut in range(_SHORTEST, len(label) - 1):
        if label[cut:] in masthead:
            yield label[:cut]
        if label[:cut] in masthead:
            yield label[cut:].removeprefix("of")
