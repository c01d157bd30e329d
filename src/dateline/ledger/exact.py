"""Text columns that give back exactly the characters that were put in.

News texts hold what no database takes as text: lone surrogates (from JSON escapes such as
"\\ud83d" cut in half) have no UTF-8, and PostgreSQL refuses the NUL character. These, and the
escape character itself (U+001A, SUBSTITUTE), are stored as U+001A and four hex digits; every other
text is stored as it is, so that a ledger can be read with any SQLite browser.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a([0-9a-f]{4})")


def stored_form(text: str) -> str:
    """The text as the database keeps it."""
    return _UNSTORABLE.sub(lambda found: f"\x1a{ord(found[0]):04x}", text)


def original_form(stored: str) -> str:
    """The text that `stored_form` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored)


class ExactText(TypeDecorator[str]):
    """Text that comes back character for character, and sorts by code point in every database."""

    impl = Text().with_variant(Text(collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else stored_form(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else original_form(value)
