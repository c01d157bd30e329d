"""Whether a ledger still is what it says it is."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a ledger: `where` names the row, `what` says what is wrong with it."""

    where: str
    what: str


def check_ledger(ledger: Ledger) -> list[Problem]:
    """Everything that is wrong with the ledger; empty when it is sound."""
    raise NotImplementedError
