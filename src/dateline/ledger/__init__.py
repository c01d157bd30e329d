"""The ledger: stories with their versions, claims with their quotes, and what they add up to."""

from dateline.ledger.additions import Additions
from dateline.ledger.admission import check_claims
from dateline.ledger.amending import Amendment, amend, amended, amendments, drafts_of, told
from dateline.ledger.checking import Problem, check_ledger
from dateline.ledger.counting import Counts, best_attested, counts, undated
from dateline.ledger.ledger import Ledger
from dateline.ledger.rows import StoryVersion

__all__ = [
    "Additions",
    "Amendment",
    "Counts",
    "Ledger",
    "Problem",
    "StoryVersion",
    "amend",
    "amended",
    "amendments",
    "best_attested",
    "check_claims",
    "check_ledger",
    "counts",
    "drafts_of",
    "told",
    "undated",
]
