"""The second schema: what was added to a study after the first release of its tables."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS: tuple[str, ...] = (
    "CREATE TABLE fingerprint (request TEXT NOT NULL PRIMARY KEY, print BLOB NOT NULL)",
    "ALTER TABLE reading ADD COLUMN turn INTEGER",
    (
        'CREATE TABLE looked_over (coding INTEGER NOT NULL, rev INTEGER NOT NULL, seen INTEGER NOT NULL, "by" INTEGER '
        "NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (coding), FOREIGN KEY(coding) REFERENCES coding (k) DEFERRABLE "
        'INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
)


def upgrade() -> None:
    """Adds to a file of the first schema what the second one has besides."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
