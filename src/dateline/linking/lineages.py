"""Stories that are copies or rewrites of one another: one wire story is one voice.

Copies are found by their text alone, without the title: exact ones after normalising, near ones by
MinHash over runs of words with an exact check of every candidate (Broder 1997, "On the resemblance
and containment of documents": both of his measures are used, as papers cut wire stories).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from dateline.linking.numbers import number_of
from dateline.linking.settings import CopySettings, LinkingSettings, load_linking_settings
from dateline.linking.unions import Unions
from dateline.linking.wires import Traits, quotations, traits_of
from dateline.model import Story

SEED = 1
_WORD = re.compile(r"[^\W_]+")

Hashes = npt.NDArray[np.uint64]


def _words(story: Story) -> list[str]:
    text = story.text
    if story.title and text.startswith(story.title):
        text = text[len(story.title) :]
    plain = unicodedata.normalize("NFKD", text).casefold()
    # Papers differ in apostrophes and accents when they set a wire story; both are joined over.
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʼ`")
    return _WORD.findall(plain)


def _shingles(words: list[str], size: int) -> list[str]:
    return sorted({" ".join(words[i : i + size]) for i in range(len(words) - size + 1)})


def runs_of_words(story: Story, settings: CopySettings) -> list[str]:
    """The runs of words by which a story's text is compared with others, each once, sorted."""
    return _shingles(_words(story), settings.shingle_words)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A story as it is compared with others."""

    outlet: str
    hashes: Hashes
    traits: Traits


def _near_copies(one: _Printed, other: _Printed, settings: CopySettings) -> bool:
    shared = np.intersect1d(one.hashes, other.hashes, assume_unique=True).size
    smaller = min(one.hashes.size, other.hashes.size)
    union = one.hashes.size + other.hashes.size - shared
    return bool(shared >= settings.jaccard * union or shared >= _enough(one, other, settings) * smaller)


def _enough(one: _Printed, other: _Printed, settings: CopySettings) -> float:
    """How much of the shorter story the longer one must hold: one outlet repeats its own background and
    furniture, two share long runs only through one wire story."""
    if not (one.outlet and other.outlet) or one.outlet == other.outlet:
        return settings.containment
    days = one.traits.day, other.traits.day
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > settings.days_apart:
        return settings.containment_elsewhere
    credited = one.traits.agencies & other.traits.agencies
    quoted = set(one.traits.quotations) & set(other.traits.quotations)
    return settings.containment_credited if credited or quoted else settings.containment_same_days


def _exact(words: list[str]) -> tuple[int, ...]:
    return (number_of("words", " ".join(words)),) if words else ()


def _bands(shingles: list[str], settings: CopySettings) -> Iterator[int]:
    sketch = RMinHash(num_perm=settings.permutations, seed=SEED)
    sketch.update(shingles)
    digest = sketch.digest()
    rows = settings.permutations // settings.bands
    for band in range(settings.bands):
        yield number_of("band", band, *digest[band * rows : (band + 1) * rows])


def sketch_of(story: Story, settings: LinkingSettings | None = None) -> tuple[int, ...]:
    """Numbers of which two stories share one or more when they may be copies of each other."""
    copies = (settings or load_linking_settings()).copies
    words = _words(story)
    shingles = _shingles(words, copies.shingle_words)
    if len(shingles) < copies.least_shingles:
        return tuple(sorted(_exact(words)))
    quoted = quotations(story.text, copies.quote_words, _WORD)
    return tuple(sorted({*_exact(words), *_bands(shingles, copies), *quoted}))


def _copies(
    equal: Iterable[list[str]],
    near: Iterable[list[str]],
    printed: Mapping[str, _Printed],
    copies: CopySettings,
) -> Unions[str]:
    """Which stories are copies: those of one list of `equal`, and those of `near` that prove to be."""
    unions: Unions[str] = Unions()
    for known in equal:
        for other in known[1:]:
            unions.join(known[0], other)
    seen: set[tuple[str, str]] = set()
    for held in near:
        for pair in combinations(sorted(held), 2):
            if pair in seen:
                continue
            seen.add(pair)
            if _near_copies(printed[pair[0]], printed[pair[1]], copies):
                unions.join(*pair)
    return unions


def find_lineages(stories: Iterable[Story], settings: LinkingSettings | None = None) -> dict[str, str]:
    """For each story's id the id of its lineage: the first story of its copies.

    The first is the earliest published (a story of unknown date comes last), then the one whose id
    sorts first. A story without copies is its own lineage. The order of `stories` does not matter.
    """
    copies = (settings or load_linking_settings()).copies
    published: dict[str, date] = {}
    by_words: dict[int, list[str]] = defaultdict(list)
    printed: dict[str, _Printed] = {}
    by_band: dict[int, list[str]] = defaultdict(list)
    for story in stories:
        published[story.id] = story.published or date.max
        words = _words(story)
        same = [by_words[key] for key in _exact(words)]
        for known in same:
            known.append(story.id)
        if any(len(known) > 1 for known in same):
            continue
        shingles = _shingles(words, copies.shingle_words)
        if len(shingles) < copies.least_shingles:
            continue
        hashes = np.unique(np.array(RMinHash.hash_token_sets([shingles])[0], dtype=np.uint64))
        traits = traits_of(story, copies.quote_words, _WORD)
        printed[story.id] = _Printed((story.outlet or "").casefold(), hashes, traits)
        for key in (*_bands(shingles, copies), *traits.quotations):
            by_band[key].append(story.id)

    unions = _copies(by_words.values(), by_band.values(), printed, copies)
    groups: dict[str, list[str]] = defaultdict(list)
    for story_id in published:
        groups[unions.root(story_id)].append(story_id)
    lineages: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda member: (published[member], member))
        lineages |= dict.fromkeys(group, first)
    return dict(sorted(lineages.items()))
