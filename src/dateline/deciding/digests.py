"""The version of a claim that a person saw."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from dateline.model import Claim
from dateline.model.jsonform import claim_to_json, json_line


def claim_digest(claim: Claim) -> str:
    """16 hex digits of the hash of everything that the claim says, with its words.

    Which incident it is of, and the name of the rule that coded it, say nothing about the event: a
    lexicon may be put in another order without taking a decision away.
    """
    said = json_line(claim_to_json(replace(claim, incident=None, rule="")))
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:16]
