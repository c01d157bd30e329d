"""Which rows are the current ones, and how to read them in order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select

from dateline.ledger.schema import claims, codings, members, stories, versions


def is_current_text() -> ColumnElement[bool]:
    """Of `versions` beside `stories`: the text that the story has now."""
    return and_(versions.c.story == stories.c.id, versions.c.number == stories.c.version)


def is_current_coding() -> ColumnElement[bool]:
    """Of `codings` beside `stories`: who coded that text last."""
    return and_(
        codings.c.story == stories.c.id,
        codings.c.version == stories.c.version,
        codings.c.number == stories.c.coding,
    )


def is_current() -> ColumnElement[bool]:
    """Of `claims` beside `stories`: what that coding found."""
    return and_(
        claims.c.story == stories.c.id,
        claims.c.version == stories.c.version,
        claims.c.coding == stories.c.coding,
    )


def current_claims() -> Select[Any]:
    """Story, number, JSON and incident of the current claims, in the order of a record."""
    return (
        select(claims.c.story, claims.c.number, claims.c.json, members.c.incident)
        .join_from(stories, claims, is_current())
        .join(members, members.c.claim == claims.c.claim, isouter=True)
        .order_by(stories.c.id, claims.c.number)
    )


def after(last: Row[Any]) -> ColumnElement[bool]:
    """Of `current_claims`: those that follow this one."""
    # The first half, which the second implies, is what lets a database go straight to the story.
    return and_(stories.c.id >= last.story, or_(stories.c.id > last.story, claims.c.number > last.number))
