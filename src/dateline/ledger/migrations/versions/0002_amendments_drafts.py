"""What people say of a story's outlet and day, and what a coder found in stories of unknown date."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Sorts by code point in SQLite as it is; PostgreSQL has to be told.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "amendments",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("field", TEXT, nullable=False),
        sa.Column("before", TEXT),
        sa.Column("value", TEXT),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("why", TEXT),
        sa.PrimaryKeyConstraint("story", "number", name="pk_amendments"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_amendments_story"),
    )
    op.create_table(
        "drafts",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("coding", sa.Integer, nullable=False),
        sa.Column("json", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("story", "version", "coding", name="pk_drafts"),
        sa.ForeignKeyConstraint(
            ["story", "version", "coding"],
            ["codings.story", "codings.version", "codings.number"],
            name="fk_drafts_story_version_coding",
        ),
    )
