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
    (
        "CREATE TABLE settlement (round INTEGER NOT NULL, about INTEGER NOT NULL, rev INTEGER NOT NULL, source "
        'INTEGER NOT NULL, outcome TEXT NOT NULL, adopted INTEGER, reason TEXT NOT NULL, "by" INTEGER NOT NULL, at '
        "INTEGER NOT NULL, PRIMARY KEY (round, about), FOREIGN KEY(round) REFERENCES round (k) DEFERRABLE INITIALLY "
        "DEFERRED, FOREIGN KEY(source) REFERENCES source (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(adopted) "
        'REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE '
        "INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_settlement_source ON settlement (source)",
    (
        "CREATE TABLE settled_coding (round INTEGER NOT NULL, about INTEGER NOT NULL, coding INTEGER NOT NULL, rev "
        "INTEGER NOT NULL, source INTEGER NOT NULL, version INTEGER NOT NULL, start INTEGER NOT NULL, "
        '"end" INTEGER NOT NULL, theme INTEGER NOT NULL, coder INTEGER NOT NULL, PRIMARY KEY (round, about, coding), '
        'CONSTRAINT ck_settled_coding_order CHECK ("start" < "end"), FOREIGN KEY(round) REFERENCES round (k) '
        "DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(version) REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED, "
        "FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(coder) REFERENCES person "
        "(k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_settled_coding_coding ON settled_coding (coding)",
    "CREATE INDEX ix_settled_coding_version_start ON settled_coding (version, start)",
    "CREATE INDEX ix_redaction_version ON redaction (version)",
)


def upgrade() -> None:
    """Adds to a file of the first schema what the second one has besides."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
