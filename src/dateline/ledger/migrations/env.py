"""Alembic's entry: runs the migrations on the connection that `opening` hands over."""

from alembic import context

from dateline.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # Of the databases that cannot undo a CREATE TABLE, none is supported: a migration that is
    # killed half-way leaves the tables as they were.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
