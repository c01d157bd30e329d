"""The ledger's tables as they are now; `migrations` say how they came about.

What was read and coded is only ever added to:
    versions   every text that a story has had, with its metadata
    codings    each time that a coder went over a version, also when it found nothing
    claims     what that coding found
    stories    which version and coding of each story are the current ones
    drafts     what the coder found in a story of unknown date before places and days were looked up
    amendments what people said of a story's outlet or day
    decisions  what people said of claims and incidents, with who, when and why
What is computed from that, and may be replaced:
    incidents, members, lineages, and linkings: one row, what they were computed by and with
    unlinked   stories whose claims, or what is said of them, changed since
    profiles   what linking knows of each story's claims, so that a neighbour need not be read anew
    filings    the keys under which claims are found that may be of one incident, with the days between which
    sketches   numbers of which stories share some when they may be copies of each other
What is kept of what was computed before:
    former     claims that once were of an incident and no longer are, which lead an old id to its successors
    reports    one row: what the last run's report holds that nothing else does

No column holds the time of a run, so that the same input gives the same file; when a person said
something is part of what was said.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    false,
)

from dateline.ledger.exact import ExactText

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

versions = Table(
    "versions",
    metadata,
    Column("story", ExactText, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", ExactText, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("outlet", ExactText),
    Column("title", ExactText),
    Column("published", Date),
    Column("url", ExactText),
    Column("language", ExactText),
    Column("location", ExactText, nullable=False),
    Column("origins", ExactText, nullable=False),
    Column("extra", ExactText, nullable=False),
    PrimaryKeyConstraint("story", "number"),
)

codings = Table(
    "codings",
    metadata,
    Column("story", ExactText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("coder", ExactText, nullable=False),
    Column("basis", ExactText, nullable=False),
    PrimaryKeyConstraint("story", "version", "number"),
    ForeignKeyConstraint(["story", "version"], ["versions.story", "versions.number"]),
)

stories = Table(
    "stories",
    metadata,
    Column("id", ExactText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("coding", Integer, nullable=False),
    PrimaryKeyConstraint("id"),
    ForeignKeyConstraint(["id", "version", "coding"], ["codings.story", "codings.version", "codings.number"]),
)

claims = Table(
    "claims",
    metadata,
    Column("story", ExactText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("coding", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("claim", ExactText, nullable=False),
    Column("event", ExactText, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("geonameid", Integer),
    Column("claimant", ExactText),
    Column("status", ExactText, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("json", ExactText, nullable=False),
    PrimaryKeyConstraint("story", "version", "coding", "number"),
    UniqueConstraint("story", "version", "coding", "claim"),
    ForeignKeyConstraint(
        ["story", "version", "coding"], ["codings.story", "codings.version", "codings.number"]
    ),
)
for column in (claims.c.claim, claims.c.event, claims.c.geonameid, claims.c.claimant, claims.c.status):
    Index(None, column)
Index(None, claims.c.earliest, claims.c.latest)

drafts = Table(
    "drafts",
    metadata,
    Column("story", ExactText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("coding", Integer, nullable=False),
    Column("json", ExactText, nullable=False),
    PrimaryKeyConstraint("story", "version", "coding"),
    ForeignKeyConstraint(
        ["story", "version", "coding"], ["codings.story", "codings.version", "codings.number"]
    ),
)

amendments = Table(
    "amendments",
    metadata,
    Column("story", ExactText, ForeignKey("stories.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("field", ExactText, nullable=False),
    Column("before", ExactText),
    Column("value", ExactText),
    Column("by", ExactText, nullable=False),
    Column("at", ExactText, nullable=False),
    Column("why", ExactText),
    PrimaryKeyConstraint("story", "number"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", ExactText, nullable=False),
    Column("number", Integer, nullable=False),
    Column("event", ExactText, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("geonameid", Integer),
    Column("grade", ExactText, nullable=False),
    Column("json", ExactText, nullable=False),
    # What it is counted and ranked by: independent sources, claims, whether a toll is disputed.
    Column("sources", Integer, nullable=False, server_default="0"),
    Column("size", Integer, nullable=False, server_default="0"),
    Column("disputed", Boolean, nullable=False, server_default=false()),
    # First day and place: the order in which incidents are read, among equals that of their ids.
    Column("sort", ExactText, nullable=False, server_default="", index=True),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("number"),
)

members = Table(
    "members",
    metadata,
    Column("claim", ExactText, nullable=False),
    Column("story", ExactText, ForeignKey("stories.id"), nullable=False, index=True),
    Column("incident", ExactText, ForeignKey("incidents.id"), nullable=False, index=True),
    PrimaryKeyConstraint("claim"),
)

lineages = Table(
    "lineages",
    metadata,
    Column("story", ExactText, ForeignKey("stories.id"), nullable=False),
    Column("lineage", ExactText, ForeignKey("stories.id"), nullable=False, index=True),
    PrimaryKeyConstraint("story"),
)

linkings = Table(
    "linkings",
    metadata,
    Column("linker", ExactText, nullable=False),
    Column("decisions", ExactText, nullable=False, server_default=""),
    PrimaryKeyConstraint("linker"),
)

unlinked = Table(
    "unlinked",
    metadata,
    Column("story", ExactText, nullable=False),
    PrimaryKeyConstraint("story"),
)

profiles = Table(
    "profiles",
    metadata,
    Column("story", ExactText, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("story"),
)

filings = Table(
    "filings",
    metadata,
    Column("key", BigInteger, nullable=False),
    Column("claim", ExactText, nullable=False, index=True),
    Column("first", Integer),
    Column("last", Integer),
    PrimaryKeyConstraint("key", "claim"),
    sqlite_with_rowid=False,
)

sketches = Table(
    "sketches",
    metadata,
    Column("number", BigInteger, nullable=False),
    Column("story", ExactText, nullable=False, index=True),
    PrimaryKeyConstraint("number", "story"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", ExactText, nullable=False),
    Column("kind", ExactText, nullable=False),
    Column("who", ExactText, nullable=False),
    Column("at", ExactText, nullable=False),
    Column("json", ExactText, nullable=False),
    PrimaryKeyConstraint("id"),
)

former = Table(
    "former",
    metadata,
    Column("incident", ExactText, nullable=False),
    Column("claim", ExactText, nullable=False),
    PrimaryKeyConstraint("incident", "claim"),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, nullable=False, autoincrement=False),
    Column("title", ExactText),
    Column("left_out", ExactText, nullable=False),
    PrimaryKeyConstraint("number"),
)
