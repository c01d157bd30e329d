"""Which rows are the current ones, and how to read them in order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, or_, select

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


# Built once: they are asked for each story of a run, and building costs more than asking.
ONE_STORY = select(versions).join(stories, is_current_text()).where(stories.c.id == bindparam("story_id"))
ONE_CLAIM = current_claims().where(claims.c.claim == bindparam("claim_id"))
CLAIMS_OF_ONE_STORY = current_claims().where(stories.c.id == bindparam("story_id"))
KNOWN_STORY = (
    select(stories.c.id)
    .join(codings, is_current_coding())
    .where(
        stories.c.id == bindparam("story_id"),
        codings.c.coder == bindparam("coder_name"),
        codings.c.basis == bindparam("read_basis"),
    )
)
VERSIONS_OF_ONE_STORY = (
    select(
        versions,
        select(codings.c.coder)
        .where(codings.c.story == versions.c.story, codings.c.version == versions.c.number)
        .order_by(codings.c.number.desc())
        .limit(1)
        .scalar_subquery()
        .label("coder"),
        stories.c.version.label("current"),
    )
    .join(stories, stories.c.id == versions.c.story)
    .where(stories.c.id == bindparam("story_id"))
    .order_by(versions.c.number)
)
