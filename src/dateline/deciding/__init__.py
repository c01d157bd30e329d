"""Station: deciding. What people said of claims and incidents, and what follows from it: pure functions.

A decision is a row that is only ever added to the ledger. `Decisions` is the state that follows from
the rows; nothing else is remembered.
"""

from dateline.deciding.corrections import FIELDS, change_of, parts_of_toll_field
from dateline.deciding.digests import claim_digest
from dateline.deciding.faults import decision_fault
from dateline.deciding.handset import HandSetToll, handset_of, with_handset_tolls
from dateline.deciding.standing import Condition, Standing, standings
from dateline.deciding.state import Decisions

__all__ = [
    "FIELDS",
    "Condition",
    "Decisions",
    "HandSetToll",
    "Standing",
    "change_of",
    "claim_digest",
    "decision_fault",
    "handset_of",
    "parts_of_toll_field",
    "standings",
    "with_handset_tolls",
]
