"""Bringing a study file to today's schema."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Connection

from trellis.store.tables import SCHEMA

_FOLDER = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = threading.Lock()
"""Alembic speaks to one connection a process, through names of its own modules."""


def schema_of(connection: Connection) -> int:
    """The number of the newest migration that the file has had; 0 for an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection) -> None:
    """Runs the migrations that the file has not had, in the caller's transaction."""
    if schema_of(connection) == SCHEMA:
        return
    # Alembic is slow to import and needed only here.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    with _ONE_AT_A_TIME:
        command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
