"""The third schema: a change between waves has a key, so that evidence can name it, and topics name themes."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import Connection

from trellis.store.upgrades import of_third_schema

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KEYED = (
    'CREATE TABLE wave_change (k INTEGER NOT NULL, rev INTEGER NOT NULL, chart INTEGER NOT NULL, "row" INTEGER NOT '
    "NULL, theme INTEGER NOT NULL, earlier INTEGER NOT NULL, later INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT "
    'NOT NULL, seen_earlier INTEGER NOT NULL, seen_later INTEGER NOT NULL, "by" INTEGER NOT NULL, at INTEGER '
    "NOT NULL, PRIMARY KEY (k), FOREIGN KEY(chart) REFERENCES chart (k) DEFERRABLE INITIALLY DEFERRED, "
    'FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(theme) REFERENCES theme (k) '
    "DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(earlier) REFERENCES wave (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN "
    'KEY(later) REFERENCES wave (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) '
    "DEFERRABLE INITIALLY DEFERRED)"
)
_NEW = (
    (
        "CREATE TABLE topic_theme (topic INTEGER NOT NULL, theme INTEGER NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY "
        "(topic, theme), FOREIGN KEY(topic) REFERENCES topic (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(theme) "
        "REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_topic_theme_theme ON topic_theme (theme)",
)


def upgrade() -> None:
    """Brings a file of the second schema to the third."""
    connection = op.get_bind()
    for statement in _NEW:
        connection.exec_driver_sql(statement)
    changes = _rows(connection, "wave_change")
    # No table names it, so that it can be made anew.
    connection.exec_driver_sql("DROP TABLE wave_change")
    connection.exec_driver_sql(_KEYED)
    connection.exec_driver_sql('CREATE INDEX ix_wave_change_row ON wave_change ("row")')
    for row in changes:
        after = of_third_schema("wave_change", row)
        names = ", ".join(f'"{name}"' for name in after)
        places = ", ".join("?" * len(after))
        connection.exec_driver_sql(f"INSERT INTO wave_change ({names}) VALUES ({places})", tuple(after.values()))
    for row in _rows(connection, "conflict"):
        after = of_third_schema("conflict", row)
        if after != row:
            connection.exec_driver_sql(
                "UPDATE conflict SET place = ?, one_fields = ?, other_fields = ? "
                "WHERE about = ? AND place = ? AND one = ? AND other = ?",
                (
                    *(after[name] for name in ("place", "one_fields", "other_fields")),
                    *(row[name] for name in ("about", "place", "one", "other")),
                ),
            )


def _rows(connection: Connection, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()]
