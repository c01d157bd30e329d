"""Stories that are copies or rewrites of one another: one wire story is one voice.

Copies are found by their text alone, without the title: exact ones after normalising, near ones by
MinHash over runs of words with an exact check of every candidate (Broder 1997, "On the resemblance
and containment of documents": both of his measures are used, as papers cut wire stories).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from dateline.linking.settings import CopySettings, LinkingSettings, load_linking_settings
from dateline.linking.unions import Unions
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


def _near_copies(one: Hashes, other: Hashes, elsewhere: bool, settings: CopySettings) -> bool:
    shared = np.intersect1d(one, other, assume_unique=True).size
    smaller = min(one.size, other.size)
    union = one.size + other.size - shared
    # One outlet repeats its own background and furniture; two share long runs only through one wire story.
    enough = settings.containment_elsewhere if elsewhere else settings.containment
    return bool(shared >= settings.jaccard * union or shared >= enough * smaller)


def _bands(digest: list[int], settings: CopySettings) -> Iterator[tuple[int, ...]]:
    rows = settings.permutations // settings.bands
    for band in range(settings.bands):
        yield (band, *digest[band * rows : (band + 1) * rows])


def find_lineages(stories: Iterable[Story], settings: LinkingSettings | None = None) -> dict[str, str]:
    """For each story's id the id of its lineage: the first story of its copies.

    The first is the earliest published (a story of unknown date comes last), then the one whose id
    sorts first. A story without copies is its own lineage. The order of `stories` does not matter.
    """
    copies = (settings or load_linking_settings()).copies
    published: dict[str, date] = {}
    outlets: dict[str, str] = {}
    by_words: dict[str, list[str]] = defaultdict(list)
    hashes: dict[str, Hashes] = {}
    by_band: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for story in stories:
        published[story.id] = story.published or date.max
        outlets[story.id] = (story.outlet or "").casefold()
        words = _words(story)
        same = by_words[" ".join(words)] if words else []
        same.append(story.id)
        if len(same) > 1:
            continue
        shingles = _shingles(words, copies.shingle_words)
        if len(shingles) < copies.least_shingles:
            continue
        hashes[story.id] = np.unique(np.array(RMinHash.hash_token_sets([shingles])[0], dtype=np.uint64))
        sketch = RMinHash(num_perm=copies.permutations, seed=SEED)
        sketch.update(shingles)
        for band in _bands(sketch.digest(), copies):
            by_band[band].append(story.id)

    unions: Unions[str] = Unions()
    for same in by_words.values():
        for other in same[1:]:
            unions.join(same[0], other)
    seen: set[tuple[str, str]] = set()
    for held in by_band.values():
        for pair in combinations(sorted(held), 2):
            if pair in seen:
                continue
            seen.add(pair)
            first, second = outlets[pair[0]], outlets[pair[1]]
            elsewhere = bool(first and second) and first != second
            if _near_copies(hashes[pair[0]], hashes[pair[1]], elsewhere, copies):
                unions.join(*pair)

    groups: dict[str, list[str]] = defaultdict(list)
    for story_id in published:
        groups[unions.root(story_id)].append(story_id)
    lineages: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda member: (published[member], member))
        lineages |= dict.fromkeys(group, first)
    return dict(sorted(lineages.items()))
