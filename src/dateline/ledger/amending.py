"""What a person says of a story's outlet and day: rows of their own, which later versions hold to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from sqlalchemy import Connection, func, insert, select

from dateline.ledger.additions import Additions, add_batch
from dateline.ledger.admission import check_batch
from dateline.ledger.ledger import Ledger
from dateline.ledger.schema import amendments as table
from dateline.ledger.schema import codings, drafts, stories
from dateline.model import Claim, Story

PERSON = "person"
"""What `Story.origins` says of a field that a person has set."""

FIELDS = ("outlet", "published")


@dataclass(frozen=True, slots=True)
class Amendment:
    """That a person set a field of a story, "outlet" or "published": from which value to which (a day in
    ISO form; None where it is not known), by whom, when (UTC, in ISO form) and why."""

    field: str
    before: str | None
    value: str | None
    by: str
    at: str
    why: str | None


Told = Mapping[str, Mapping[str, str | None]]
"""The values that people set, by story and field."""


def amended(story: Story, values: Mapping[str, str | None]) -> Story:
    """The story with what a person said of it in the place of what was read.

    Raises ValueError when a day is not in ISO form.
    """
    if not values:
        return story
    day = values.get("published")
    return replace(
        story,
        outlet=values.get("outlet", story.outlet),
        published=(date.fromisoformat(day) if day else None) if "published" in values else story.published,
        origins={**story.origins, **dict.fromkeys(sorted(values), PERSON)},
    )


def told(ledger: Ledger) -> Told:
    """What people set last, by story and field: what a story that is read again is `amended` by."""
    with ledger.transaction() as connection:
        return _told_of(connection)


def amendments(ledger: Ledger, story: str) -> list[Amendment]:
    """All that people said of a story, oldest first. Raises NotFoundError when there is no such story."""
    ledger.story(story)
    query = select(table).where(table.c.story == story).order_by(table.c.number)
    with ledger.transaction() as connection:
        return [
            Amendment(row.field, row.before, row.value, row.by, row.at, row.why)
            for row in connection.execute(query)
        ]


def amend(
    ledger: Ledger, story: Story, claims: Sequence[Claim], said: Sequence[Amendment], *, coder: str
) -> Additions:
    """Set what a person `said` of a story that the ledger has, in one transaction.

    `story` is it as amended; `claims` are what is found in it then, and come beside the older ones as
    another coding. Raises as `Ledger.add` does.
    """
    check_batch([(story, claims)])
    with ledger.transaction(writing=True) as connection:
        added = add_batch(connection, [(story, claims)], coder, {})
        last = connection.scalar(select(func.max(table.c.number)).where(table.c.story == story.id)) or 0
        rows = [{"story": story.id, "number": n, **asdict(each)} for n, each in enumerate(said, last + 1)]
        connection.execute(insert(table), rows)
        return added


def drafts_of(ledger: Ledger, story: str, coder: str) -> str | None:
    """What this coder found in the current text of a story, when that was kept."""
    query = (
        select(drafts.c.json)
        .join(stories, (stories.c.id == drafts.c.story) & (stories.c.version == drafts.c.version))
        .join(
            codings,
            (codings.c.story == drafts.c.story)
            & (codings.c.version == drafts.c.version)
            & (codings.c.number == drafts.c.coding),
        )
        .where(drafts.c.story == story, codings.c.coder == coder)
        .order_by(drafts.c.coding.desc())
        .limit(1)
    )
    with ledger.transaction() as connection:
        return connection.scalar(query)


def amendment_flaws(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Each amendment that is none, or that its story does not hold to: where it stands, what is wrong."""
    for name, values in told(ledger).items():
        for field in values.keys() - set(FIELDS):
            yield f"story {name!r}", f"its amendments set {field!r}, which nobody can set"
        story = ledger.story(name)
        try:
            held = amended(story, {field: values[field] for field in FIELDS if field in values}) == story
        except ValueError as error:
            yield f"story {name!r}", f"its amendments cannot be read: {error}"
            continue
        if not held:
            yield f"story {name!r}", "its outlet or day is not what a person set last"


def _told_of(connection: Connection) -> dict[str, dict[str, str | None]]:
    values: dict[str, dict[str, str | None]] = {}
    for row in connection.execute(select(table).order_by(table.c.story, table.c.number)):
        values.setdefault(row.story, {})[row.field] = row.value
    return values
