"""What linking a few stories into many needs: which are not linked, where claims and copies are found."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Sorts by code point in SQLite as it is; PostgreSQL has to be told.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("incidents", sa.Column("sort", TEXT, nullable=False, server_default=""))
    incidents = sa.table("incidents", sa.column("id", TEXT), sa.column("json", TEXT), sa.column("sort", TEXT))
    connection = op.get_bind()
    for name, stored in connection.execute(sa.select(incidents.c.id, incidents.c.json)).all():
        incident = json.loads(stored)
        day = (incident["date"] or {}).get("earliest") or "9999-12-31"
        sort = f"{day} {(incident['place'] or {}).get('name', '')}"
        connection.execute(sa.update(incidents).where(incidents.c.id == name).values(sort=sort))
    op.create_index("ix_incidents_sort", "incidents", ["sort"])
    op.create_table(
        "unlinked",
        sa.Column("story", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_unlinked"),
    )
    op.create_table(
        "filings",
        sa.Column("key", sa.BigInteger, nullable=False),
        sa.Column("claim", TEXT, nullable=False),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.PrimaryKeyConstraint("key", "claim", name="pk_filings"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_filings_claim", "filings", ["claim"])
    op.create_table(
        "sketches",
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number", "story", name="pk_sketches"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketches_story", "sketches", ["story"])
