"""The ledger: stories with their versions, claims with their quotes, and what they add up to."""

from dateline.ledger.checking import Problem, check_ledger
from dateline.ledger.ledger import Additions, Ledger, StoryVersion

__all__ = ["Additions", "Ledger", "Problem", "StoryVersion", "check_ledger"]
