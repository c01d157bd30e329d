"""Decisions of people, the incidents that claims were of before, and what only a report says of its run."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Sorts by code point in SQLite as it is; PostgreSQL has to be told.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("json", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_table(
        "former",
        sa.Column("incident", TEXT, nullable=False),
        sa.Column("claim", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("incident", "claim", name="pk_former"),
    )
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("title", TEXT),
        sa.Column("left_out", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reports"),
    )
    # An older ledger has no decisions: its incidents are still those of today.
    op.add_column("linkings", sa.Column("decisions", TEXT, nullable=False, server_default=""))
