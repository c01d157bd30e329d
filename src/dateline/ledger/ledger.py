"""The database of stories and claims, with the incidents computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.model import Claim, Incident, Record, Story


@dataclass(frozen=True, slots=True)
class Additions:
    """What `Ledger.add` did, in stories: `new` ids, `changed` text or metadata, `unchanged`,
    `recoded` (the same story by another coder); and how many `claims` were written."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    claims: int = 0
    recoded: int = 0


@dataclass(frozen=True, slots=True)
class StoryVersion:
    """One text that a story has had; `coder` is who coded it last, None when nobody has."""

    number: int
    story: Story
    coder: str
    current: bool


class Ledger:
    """A ledger that is open; a context manager."""

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True, patience: float = 10.0) -> Self:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def known(self, story: Story, coder: str) -> bool:
        raise NotImplementedError

    def add(self, coded: Iterable[tuple[Story, Sequence[Claim]]], *, coder: str) -> Additions:
        raise NotImplementedError

    def stories(self) -> Iterator[Story]:
        raise NotImplementedError

    def story(self, story: str) -> Story:
        raise NotImplementedError

    def versions(self, story: str) -> list[StoryVersion]:
        raise NotImplementedError

    def claims(self, story: str | None = None) -> Iterator[Claim]:
        raise NotImplementedError

    def claim(self, claim: str) -> Claim:
        raise NotImplementedError

    def replace_incidents(
        self, incidents: Iterable[Incident], lineages: Mapping[str, str], *, linker: str = ""
    ) -> bool:
        """Put these in the place of all incidents and lineages; False when nothing differed."""
        raise NotImplementedError

    def linked(self, linker: str = "") -> bool:
        """Whether the incidents stand for the claims as they are now, by this linker fingerprint."""
        raise NotImplementedError

    def incidents(self) -> Iterator[Incident]:
        raise NotImplementedError

    def incident(self, incident: str) -> Incident:
        raise NotImplementedError

    def lineages(self) -> Mapping[str, str]:
        raise NotImplementedError

    def record(self) -> Record:
        raise NotImplementedError
