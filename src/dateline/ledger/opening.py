"""Opening the database of a ledger: where it is, what can go wrong, and its migrations.

A ledger in SQLite keeps SQLite's rollback journal, not write-ahead logging: at rest it is one file,
which can be copied, mailed, put on a network folder and opened from a read-only one. A run that is
killed leaves `ledger.sqlite-journal` beside it, and whoever opens the ledger next, with write
access, is given the state before the transaction that was under way. Copy both files or none.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    exc,
    inspect,
    make_url,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from dateline.errors import LedgerError, NotFoundError

# Marks a SQLite file as a ledger (bytes 68 to 71 of the file): "DLNE".
APPLICATION_ID = 0x444C4E45

WRITING = "dateline_writing"


def ledger_url(where: str | Path) -> URL:
    """The database that a path or a SQLAlchemy URL ("postgresql+psycopg://...") names."""
    if isinstance(where, str) and "://" in where:
        try:
            return make_url(where)
        except exc.ArgumentError as error:
            raise LedgerError(
                f"{where!r} names no database; give a file, or a URL such as postgresql+psycopg://HOST/NAME"
            ) from error
    return URL.create("sqlite", database=str(where))


def ledger_name(url: URL) -> str:
    """What messages call the ledger: its file, or its URL without the password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def find_file(path: Path, *, create: bool) -> None:
    """Raise LedgerError or NotFoundError when the file cannot be opened as asked.

    A folder that nothing can be written to is reported before the work and not after it.
    """
    if path.is_dir():
        raise LedgerError(
            f"{path} is a folder; name the ledger's file in it, such as {path / 'ledger.sqlite'}"
        )
    if not path.exists() and not create:
        raise NotFoundError(f"there is no ledger at {path}; `dateline record` makes one")
    if not create:
        return
    if not path.parent.is_dir():
        raise LedgerError(f"the folder {path.parent} for the ledger does not exist; make it, or name another")
    for part in (path.parent, path):
        if part.exists() and not os.access(part, os.W_OK):
            raise LedgerError(
                f"{path} cannot be written: no permission on {part}; "
                "change its permissions, or name a ledger in another folder"
            )


def ledger_engine(url: URL, patience: float) -> Engine:
    """An engine whose transactions are the database's own; `patience` in seconds is how long to
    wait for another run that is writing (SQLite)."""
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, poolclass=NullPool)
        except (exc.NoSuchModuleError, ImportError) as error:
            raise LedgerError(
                f"{ledger_name(url)}: no driver for this database ({error}); "
                "install one, such as `pip install psycopg[binary]`"
            ) from error
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # Python's sqlite3 would begin transactions by itself, and not before a CREATE TABLE.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer that first reads must not find, when it comes to write, that another was quicker.
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def reported(name: str) -> Iterator[None]:
    """Turn what the database reports into a LedgerError that says what to do."""
    try:
        yield
    except exc.DBAPIError as error:
        raise LedgerError(f"{name}: {_remedy(error)}") from error


def _remedy(error: exc.DBAPIError) -> str:
    message = str(error.orig)
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another run is writing this ledger; wait until it has ended, then run again"
    if code == sqlite3.SQLITE_NOTADB:
        return "this file is no ledger (not a SQLite database); name another file"
    if code == sqlite3.SQLITE_CORRUPT:
        return f"the file is damaged ({message}); take a copy from before, or record into a new ledger"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return (
            f"cannot be opened or written ({message}); give yourself write permission on the file "
            "and its folder, or copy the folder to one of yours"
        )
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full; nothing of the last batch was kept; make room, then run again"
    return f"the database reports: {message}"


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Give an empty database the ledger's tables, and an older ledger those of today.

    Raises LedgerError for a database that is another program's or a newer Dateline's.
    """
    # Not at the top: only opening a ledger needs Alembic, and its import takes a while.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    with as_file(files("dateline.ledger") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        script = ScriptDirectory.from_config(config)
        with connection.begin():
            held = _schema_version(connection, name)
        known = {step.revision for step in script.walk_revisions()}
        if held == script.get_current_head():
            return
        if held is not None and held not in known:
            raise LedgerError(
                f"{name}: written by a newer Dateline (its tables are version {held}, this Dateline knows "
                f"up to {script.get_current_head()}); update Dateline"
            )
        connection.execution_options(**{WRITING: True})
        with connection.begin():
            command.upgrade(config, "head")
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execution_options(**{WRITING: False})


def _schema_version(connection: Connection, name: str) -> str | None:
    """The version of the ledger's tables; None in an empty database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    ours = "alembic_version" in tables
    if ours and connection.dialect.name == "sqlite":
        ours = connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
    if not ours:
        raise LedgerError(f"{name}: a database of another program, not a ledger; name another file")
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
