"""A field that two claims are compared in: its levels, each with a condition in SQL."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One answer to how two claims compare in a field; `condition` None: what no other level takes."""

    name: str
    condition: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """What two claims are compared in; its levels from the first that is asked to the last."""

    name: str
    levels: tuple[Level, ...]

    @property
    def case(self) -> str:
        """SQL for the name of the level."""
        asked = " ".join(
            f"WHEN {level.condition} THEN '{level.name}'" for level in self.levels if level.condition
        )
        return f"(CASE {asked} ELSE '{self.levels[-1].name}' END)"


def field(name: str, *asked: tuple[str, str], otherwise: str) -> Field:
    """A field with the levels that are `asked`, in this order, each a name and a condition."""
    levels = [Level(level, f"({' '.join(condition.split())})") for level, condition in asked]
    return Field(name, (*levels, Level(otherwise, None)))


def when(condition: str, then: str) -> str:
    """`then` where `condition` holds; it is not worked out elsewhere, as SQL's AND would."""
    return f"(CASE WHEN {condition} THEN {then} ELSE FALSE END)"


def column_of(level: str) -> str:
    """The column with how much must be shared for a level of words."""
    return f"{level.replace('-', '_')}_words"
