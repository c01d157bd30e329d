"""The domain in frozen dataclasses: what every station may import."""

from dateline.model.claim import Actor, Attribution, Claim, Codes, Event, Place, Toll, When
from dateline.model.decision import Decision, DecisionKind, Review, SeenClaim
from dateline.model.incident import Incident, WeighedToll
from dateline.model.record import Record
from dateline.model.spans import Span
from dateline.model.story import LeftOut, Story, stored_text, text_hash
from dateline.model.terms import EventType, Grade, Harm, Role, Status, Victims

__all__ = [
    "Actor",
    "Attribution",
    "Claim",
    "Codes",
    "Decision",
    "DecisionKind",
    "Event",
    "EventType",
    "Grade",
    "Harm",
    "Incident",
    "LeftOut",
    "Place",
    "Record",
    "Review",
    "Role",
    "SeenClaim",
    "Span",
    "Status",
    "Story",
    "Toll",
    "Victims",
    "WeighedToll",
    "When",
    "stored_text",
    "text_hash",
]
