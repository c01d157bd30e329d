"""What passes between scoring pairs of claims and grouping them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.linking.roles import Part

UNIT = 1000
"""Scores are counted in thousandths, so that their sums are exact."""
UNSEEN = -6 * UNIT
"""What a pair that was never compared, being far apart in place or time, counts for in an average."""
UNSEEN_ACT = -3 * UNIT
"""So, of two acts that stories are mainly about, which are compared far apart, too: a follow-up may share no
telling word with one of the stories that it follows."""

LEAST_ACT = -3 * UNIT // 2
"""What two such acts speak against one event at most: the day or the town of one may be misread, and what
speaks for one event between it and others outweighs that."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What linking may take of the machine: `memory_mb` for DuckDB's tables, which go to a folder for
    temporary files when there is more; `threads`, all cores when None; `portion`, claims at a time."""

    memory_mb: int = 768
    threads: int | None = None
    portion: int = 50_000


@dataclass(frozen=True, slots=True)
class Member:
    """What is left to know of a claim when its pairs are scored; claims are numbered in their order.

    `acts` are the numbers of the claims of its story that may tell of what led to it, `main` tells whether
    its story is mainly about its event, and that is one that is told again for months, `main_act` whether it
    tells of the act that its story is mainly about, one that is told again, all claims of which are of one
    incident."""

    claim: str
    part: Part
    story: int
    lineage: int
    acts: tuple[int, ...] = ()
    main: bool = False
    main_act: bool = False


Pair = tuple[int, int, int, bool]
"""Two claims by number, lower first, their score in units, and whether they are never of one incident."""


class Pairs:
    """Pairs in their order, in 21 bytes each: a year of one war may all hang together."""

    def __init__(self) -> None:
        self._one, self._other, self._score, self._apart = array("q"), array("q"), array("i"), array("b")

    def append(self, pair: Pair) -> None:
        """Add a pair behind the others."""
        one, other, score, apart = pair
        self._one.append(one)
        self._other.append(other)
        self._score.append(score)
        self._apart.append(apart)

    def columns(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """All first claims, all second ones and all scores; nothing can be appended while they are held."""
        one, other = (np.frombuffer(claims, dtype=np.int64) for claims in (self._one, self._other))
        return one, other, np.frombuffer(self._score, dtype=np.int32)

    def __getitem__(self, at: int) -> Pair:
        return self._one[at], self._other[at], self._score[at], bool(self._apart[at])

    def __iter__(self) -> Iterator[Pair]:
        apart = map(bool, self._apart)
        return zip(self._one, self._other, self._score, apart, strict=True)
