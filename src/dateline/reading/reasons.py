"""Why an input gave no story: a closed set of codes, each with a message that says what to do."""

from __future__ import annotations

from enum import StrEnum

from dateline.model import LeftOut


class Reason(StrEnum):
    """The codes that a run's summary counts by."""

    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    MIXED_ENCODING = "mixed-encoding"
    OTHER_LANGUAGE = "other-language"
    TOO_LARGE = "too-large"
    MALFORMED_JSON = "malformed-json"
    NO_TEXT = "no-text"
    WRONG_TYPE = "wrong-type"
    DUPLICATE = "duplicate"
    ID_TAKEN = "id-taken"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    LINK_LOOP = "link-loop"
    NO_ARTICLE = "no-article"
    UNSUPPORTED_TYPE = "unsupported-type"
    METADATA_ROW = "metadata-row"


def left_out(location: str, reason: Reason, message: str) -> LeftOut:
    """The record of an input that gave no story; `message` says what was wrong and what to do."""
    return LeftOut(location, str(reason), message)
