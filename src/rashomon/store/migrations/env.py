"""Run by Alembic: the steps go through the connection that the store hands over."""

from __future__ import annotations

from alembic import context

from rashomon.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
