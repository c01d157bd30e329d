"""Stories with their versions, claims by coding, and the incidents computed from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Sorts by code point in SQLite as it is; PostgreSQL has to be told.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "versions",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("outlet", TEXT),
        sa.Column("title", TEXT),
        sa.Column("published", sa.Date),
        sa.Column("url", TEXT),
        sa.Column("language", TEXT),
        sa.Column("location", TEXT, nullable=False),
        sa.Column("origins", TEXT, nullable=False),
        sa.Column("extra", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("story", "number", name="pk_versions"),
    )
    op.create_table(
        "codings",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("coder", TEXT, nullable=False),
        sa.Column("basis", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("story", "version", "number", name="pk_codings"),
        sa.ForeignKeyConstraint(
            ["story", "version"], ["versions.story", "versions.number"], name="fk_codings_story_version"
        ),
    )
    op.create_table(
        "stories",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("coding", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
        sa.ForeignKeyConstraint(
            ["id", "version", "coding"],
            ["codings.story", "codings.version", "codings.number"],
            name="fk_stories_id_version_coding",
        ),
    )
    op.create_table(
        "claims",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("coding", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("claim", TEXT, nullable=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("geonameid", sa.Integer),
        sa.Column("claimant", TEXT),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("background", sa.Boolean, nullable=False),
        sa.Column("json", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("story", "version", "coding", "number", name="pk_claims"),
        sa.UniqueConstraint(
            "story", "version", "coding", "claim", name="uq_claims_story_version_coding_claim"
        ),
        sa.ForeignKeyConstraint(
            ["story", "version", "coding"],
            ["codings.story", "codings.version", "codings.number"],
            name="fk_claims_story_version_coding",
        ),
    )
    for columns in (
        ["claim"],
        ["event"],
        ["geonameid"],
        ["claimant"],
        ["status"],
        ["earliest", "latest"],
    ):
        op.create_index("ix_claims_" + "_".join(columns), "claims", columns)
    op.create_table(
        "incidents",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("geonameid", sa.Integer),
        sa.Column("grade", TEXT, nullable=False),
        sa.Column("json", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
        sa.UniqueConstraint("number", name="uq_incidents_number"),
    )
    op.create_table(
        "members",
        sa.Column("claim", TEXT, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("incident", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_members"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_members_story"),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_members_incident"),
    )
    op.create_index("ix_members_story", "members", ["story"])
    op.create_index("ix_members_incident", "members", ["incident"])
    op.create_table(
        "lineages",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("lineage", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("story", name="pk_lineages"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_lineages_story"),
        sa.ForeignKeyConstraint(["lineage"], ["stories.id"], name="fk_lineages_lineage"),
    )
    op.create_index("ix_lineages_lineage", "lineages", ["lineage"])
    op.create_table(
        "linkings",
        sa.Column("linker", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("linker", name="pk_linkings"),
    )
