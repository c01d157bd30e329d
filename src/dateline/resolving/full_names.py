"""Whether a text gives a word as a person's name; the search for places asks too."""

from __future__ import annotations

import re

_NAME = r"[A-Z][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
_BEHIND = "and|at|by|died|from|had|has|in|is|of|on|said|told|to|was|were|who|with"
"""What stands behind a person's name, and not behind "7-year-old Dundalk" of a boy from there."""
_AGE_BEFORE = re.compile(rf"(?:years?[- ]old |\baged? \d+ )(?:{_NAME} ){{0,2}}$")
_BEHIND_AGED = re.compile(rf"(?: {_NAME}){{0,2}}(?:[,.]|['’]s|\s(?:{_BEHIND})\b)")
_GIVEN_NAME = re.compile(rf"(?<!\bin )(?<!\bat )(?<!\bof )(?<!near )(?<!from )\b{_NAME} (?:{_NAME} )?$")
_BEHIND_FULL_NAME = re.compile(r",? (?:age[d ]*)?\d{1,2},| \(\d\d\)| (?:said|says|told|added)\b")
AROUND_NAME = 80
"""Characters before and behind a name in which it is told whose it is."""


def is_told_as_person(text: str, name: str) -> bool:
    """Whether the text gives a word as a person's name, by an age or a verb of saying: "1-year-old *Malika
    Grant*", "Omar *Carr*, 51,". "From Carr's driveway" is no place then.
    """
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, behind = text[max(0, at - AROUND_NAME) : at], text[end : end + AROUND_NAME]
        if _AGE_BEFORE.search(before) and _BEHIND_AGED.match(behind):
            return True
        if _BEHIND_FULL_NAME.match(behind) and _GIVEN_NAME.search(before):
            return True
        at = text.find(name, end)
    return False
