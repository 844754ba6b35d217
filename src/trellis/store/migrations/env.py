"""Alembic's entry: runs migrations over the connection that the caller opened."""

from __future__ import annotations

from alembic import context

from trellis.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
context.run_migrations()
