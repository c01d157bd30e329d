"""What the last run's report says that nothing else in the ledger does."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger.rows import Values
from dateline.ledger.schema import reports
from dateline.model import LeftOut

Report = tuple[str | None, tuple[LeftOut, ...]]


def keep_report(connection: Connection, title: str | None, left_out: Iterable[LeftOut]) -> None:
    """Put title and inputs left out in the place of the last run's; write nothing when they are the same."""
    told = [[item.location, item.reason, item.message] for item in left_out]
    row: Values = {"number": 1, "title": title, "left_out": json.dumps(told, ensure_ascii=False)}
    if [dict(held) for held in connection.execute(select(reports)).mappings()] != [row]:
        connection.execute(delete(reports))
        connection.execute(insert(reports), [row])


def kept_report(connection: Connection) -> Report:
    """The title of the last run's report, and the inputs that it left out."""
    row = connection.execute(select(reports)).one_or_none()
    if row is None:
        return None, ()
    return row.title, tuple(LeftOut(*item) for item in json.loads(row.left_out))
