"""What linking knows of each story's claims, and what incidents are counted and ranked by, so that adding a
few stories to many reads neither their texts nor every incident."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Sorts by code point in SQLite as it is; PostgreSQL has to be told.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "profiles",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_profiles"),
    )
    incidents = sa.table(
        "incidents",
        *(sa.column(name, TEXT) for name in ("id", "json")),
        *(sa.column(name, sa.Integer) for name in ("sources", "size")),
        sa.column("disputed", sa.Boolean),
    )
    for column in ("sources", "size"):
        op.add_column("incidents", sa.Column(column, sa.Integer, nullable=False, server_default="0"))
    op.add_column("incidents", sa.Column("disputed", sa.Boolean, nullable=False, server_default=sa.false()))
    connection = op.get_bind()
    for name, stored in connection.execute(sa.select(incidents.c.id, incidents.c.json)).all():
        incident = json.loads(stored)
        counted = {
            "sources": incident["independent_sources"],
            "size": len(incident["claims"]),
            "disputed": "toll" in incident["disputed"],
        }
        connection.execute(sa.update(incidents).where(incidents.c.id == name).values(counted))
