"""The first schema: every table, index and view as released."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    (
        "CREATE TABLE study (k INTEGER NOT NULL, rev INTEGER NOT NULL, guid TEXT NOT NULL, title TEXT NOT "
        "NULL, questions TEXT NOT NULL, notice TEXT NOT NULL, PRIMARY KEY (k))"
    ),
    ("CREATE TABLE setting (name TEXT NOT NULL, rev INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name))"),
    (
        "CREATE TABLE person (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT "
        "NULL, PRIMARY KEY (k))"
    ),
    (
        "CREATE TABLE wave (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, pos TEXT NOT "
        "NULL, PRIMARY KEY (k))"
    ),
    (
        "CREATE TABLE source (k INTEGER NOT NULL, rev INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT "
        "NULL, wave INTEGER, current INTEGER NOT NULL, original TEXT, original_name TEXT, recording TEXT, "
        "held_on TEXT, duration_s INTEGER, PRIMARY KEY (k), FOREIGN KEY(wave) REFERENCES wave (k) "
        "DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE version (k INTEGER NOT NULL, rev INTEGER NOT NULL, source INTEGER NOT NULL, number "
        "INTEGER NOT NULL, kind TEXT NOT NULL, parent INTEGER, sha TEXT NOT NULL, length INTEGER NOT "
        "NULL, reader TEXT NOT NULL, original TEXT, original_name TEXT, PRIMARY KEY (k), FOREIGN "
        "KEY(source) REFERENCES source (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(parent) REFERENCES "
        "version (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE version_map (from_version INTEGER NOT NULL, to_version INTEGER NOT NULL, rev "
        "INTEGER NOT NULL, blocks TEXT NOT NULL, PRIMARY KEY (from_version, to_version), FOREIGN "
        "KEY(from_version) REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(to_version) "
        "REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE part (id INTEGER NOT NULL, version INTEGER NOT NULL, n INTEGER NOT NULL, rev "
        'INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words '
        "INTEGER NOT NULL, label TEXT, level INTEGER, number TEXT, from_ms INTEGER, to_ms INTEGER, "
        'PRIMARY KEY (id), UNIQUE (version, n), CONSTRAINT ck_part_order CHECK ("start" <= "end"), '
        "FOREIGN KEY(version) REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE participant (k INTEGER NOT NULL, rev INTEGER NOT NULL, pseudonym TEXT NOT NULL, "
        "status TEXT NOT NULL, PRIMARY KEY (k))"
    ),
    (
        "CREATE TABLE consent (participant INTEGER NOT NULL, wave INTEGER NOT NULL, scope TEXT NOT NULL, "
        'rev INTEGER NOT NULL, given INTEGER NOT NULL, "on" TEXT, withdrawn_on TEXT, PRIMARY KEY '
        "(participant, wave, scope), FOREIGN KEY(participant) REFERENCES participant (k) DEFERRABLE "
        "INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE withdrawal (k INTEGER NOT NULL, rev INTEGER NOT NULL, participant INTEGER NOT NULL, "
        "level TEXT NOT NULL, cut_off TEXT NOT NULL, PRIMARY KEY (k), FOREIGN KEY(participant) REFERENCES "
        "participant (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE kase (k INTEGER NOT NULL, rev INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT "
        "NULL, participant INTEGER, pos TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (k), FOREIGN "
        "KEY(participant) REFERENCES participant (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE case_in (child INTEGER NOT NULL, parent INTEGER NOT NULL, since TEXT NOT NULL, rev "
        "INTEGER NOT NULL, until TEXT, PRIMARY KEY (child, parent, since), FOREIGN KEY(child) REFERENCES "
        "kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(parent) REFERENCES kase (k) DEFERRABLE "
        "INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE speaker (source INTEGER NOT NULL, label TEXT NOT NULL, rev INTEGER NOT NULL, role "
        'TEXT NOT NULL, "case" INTEGER, PRIMARY KEY (source, label), FOREIGN KEY(source) REFERENCES '
        'source (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("case") REFERENCES kase (k) DEFERRABLE '
        "INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE extent (k INTEGER NOT NULL, rev INTEGER NOT NULL, "case" INTEGER NOT NULL, source '
        'INTEGER NOT NULL, version INTEGER, start INTEGER, "end" INTEGER, how TEXT NOT NULL, PRIMARY KEY '
        '(k), FOREIGN KEY("case") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(source) '
        "REFERENCES source (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE attribute (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, "of" TEXT '
        "NOT NULL, type TEXT NOT NULL, levels TEXT NOT NULL, per_wave INTEGER NOT NULL, pos TEXT NOT "
        "NULL, description TEXT NOT NULL, PRIMARY KEY (k))"
    ),
    (
        "CREATE TABLE attribute_value (attribute INTEGER NOT NULL, owner INTEGER NOT NULL, wave INTEGER "
        "NOT NULL, rev INTEGER NOT NULL, value TEXT NOT NULL, how_known TEXT NOT NULL, origin TEXT NOT "
        "NULL, PRIMARY KEY (attribute, owner, wave), FOREIGN KEY(attribute) REFERENCES attribute (k) "
        "DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE attendance ("case" INTEGER NOT NULL, wave INTEGER NOT NULL, rev INTEGER NOT NULL, '
        'status TEXT NOT NULL, reason TEXT NOT NULL, "on" TEXT, PRIMARY KEY ("case", wave), FOREIGN '
        'KEY("case") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(wave) REFERENCES wave '
        "(k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE quota (k INTEGER NOT NULL, rev INTEGER NOT NULL, "where" TEXT NOT NULL, target '
        'INTEGER, "exists" INTEGER NOT NULL, PRIMARY KEY (k))'
    ),
    (
        "CREATE TABLE topic (k INTEGER NOT NULL, rev INTEGER NOT NULL, parent INTEGER, pos TEXT NOT NULL, "
        "number TEXT NOT NULL, name TEXT NOT NULL, prompt TEXT NOT NULL, PRIMARY KEY (k), FOREIGN "
        "KEY(parent) REFERENCES topic (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE topic_covered (source INTEGER NOT NULL, topic INTEGER NOT NULL, rev INTEGER NOT "
        "NULL, covered TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (source, topic), FOREIGN "
        "KEY(source) REFERENCES source (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(topic) REFERENCES "
        "topic (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE theme (k INTEGER NOT NULL, rev INTEGER NOT NULL, parent INTEGER, pos TEXT NOT NULL, "
        "name TEXT NOT NULL, definition TEXT NOT NULL, include TEXT NOT NULL, exclude TEXT NOT NULL, "
        "example TEXT NOT NULL, origin TEXT NOT NULL, state TEXT NOT NULL, defined INTEGER NOT NULL, "
        "PRIMARY KEY (k), FOREIGN KEY(parent) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE framework_version (k INTEGER NOT NULL, rev INTEGER NOT NULL, number INTEGER NOT "
        'NULL, name TEXT NOT NULL, reason TEXT NOT NULL, themes TEXT NOT NULL, "by" INTEGER NOT NULL, at '
        'INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY '
        "DEFERRED)"
    ),
    (
        "CREATE TABLE theme_operation (k INTEGER NOT NULL, rev INTEGER NOT NULL, kind TEXT NOT NULL, "
        'theme INTEGER NOT NULL, "into" INTEGER NOT NULL, was TEXT NOT NULL, reason TEXT NOT NULL, memo '
        'INTEGER, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(theme) '
        "REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(memo) REFERENCES memo (k) "
        'DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY '
        "DEFERRED)"
    ),
    (
        "CREATE TABLE round (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, purpose TEXT "
        "NOT NULL, framework_version INTEGER, blind INTEGER NOT NULL, closed INTEGER NOT NULL, adopted "
        "INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(framework_version) REFERENCES framework_version "
        "(k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE rule (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, "query" TEXT '
        'NOT NULL, theme INTEGER NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), '
        'FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE coding (k INTEGER NOT NULL, rev INTEGER NOT NULL, source INTEGER NOT NULL, version "
        'INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, theme INTEGER NOT NULL, coder '
        "INTEGER NOT NULL, round INTEGER NOT NULL, framework_version INTEGER, note TEXT NOT NULL, origins "
        'TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), CONSTRAINT ck_coding_order CHECK ("start" < '
        '"end"), FOREIGN KEY(version) REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN '
        "KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(coder) REFERENCES "
        "person (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(round) REFERENCES round (k) DEFERRABLE "
        "INITIALLY DEFERRED, FOREIGN KEY(framework_version) REFERENCES framework_version (k) DEFERRABLE "
        "INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE theme_todo (k INTEGER NOT NULL, rev INTEGER NOT NULL, operation INTEGER NOT NULL, "
        'coding INTEGER NOT NULL, state TEXT NOT NULL, "by" INTEGER, PRIMARY KEY (k), FOREIGN '
        "KEY(operation) REFERENCES theme_operation (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(coding) "
        'REFERENCES coding (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) '
        "DEFERRABLE INITIALLY DEFERRED)"
    ),
    ("CREATE TABLE chart (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (k))"),
    (
        'CREATE TABLE cell (chart INTEGER NOT NULL, "row" INTEGER NOT NULL, wave INTEGER NOT NULL, theme '
        "INTEGER NOT NULL, rev INTEGER NOT NULL, state TEXT NOT NULL, blank TEXT, framework_version "
        'INTEGER, confirmed INTEGER NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY '
        '(chart, theme, "row", wave), FOREIGN KEY(chart) REFERENCES chart (k) DEFERRABLE INITIALLY '
        'DEFERRED, FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN '
        "KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(framework_version) "
        'REFERENCES framework_version (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES '
        "person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE statement (k INTEGER NOT NULL, rev INTEGER NOT NULL, chart INTEGER NOT NULL, "row" '
        "INTEGER NOT NULL, wave INTEGER NOT NULL, theme INTEGER NOT NULL, pos TEXT NOT NULL, layer TEXT "
        'NOT NULL, text TEXT NOT NULL, origin_theme INTEGER, "by" INTEGER NOT NULL, at INTEGER NOT NULL, '
        "pending TEXT NOT NULL, PRIMARY KEY (k), FOREIGN KEY(chart) REFERENCES chart (k) DEFERRABLE "
        'INITIALLY DEFERRED, FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, '
        'FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE evidence (k INTEGER NOT NULL, rev INTEGER NOT NULL, for_kind TEXT NOT NULL, for_k "
        'INTEGER NOT NULL, side TEXT NOT NULL, source INTEGER, version INTEGER, start INTEGER, "end" '
        'INTEGER, coding INTEGER, chart INTEGER, "row" INTEGER, wave INTEGER, theme INTEGER, star INTEGER '
        'NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (k), CONSTRAINT ck_evidence_order CHECK ("start" < '
        '"end"), FOREIGN KEY(version) REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN '
        'KEY(coding) REFERENCES coding (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("row") REFERENCES '
        "kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE "
        "INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE memo (k INTEGER NOT NULL, rev INTEGER NOT NULL, kind TEXT NOT NULL, about_kind TEXT "
        'NOT NULL, about INTEGER NOT NULL, version INTEGER, start INTEGER, "end" INTEGER, text TEXT NOT '
        'NULL, present TEXT NOT NULL, "on" TEXT, author TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER '
        "NOT NULL, theme INTEGER, wave INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(version) REFERENCES "
        'version (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE '
        "INITIALLY DEFERRED, FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE reading (person INTEGER NOT NULL, source INTEGER NOT NULL, "on" TEXT NOT NULL, rev '
        'INTEGER NOT NULL, how TEXT NOT NULL, PRIMARY KEY (person, source, "on"), FOREIGN KEY(person) '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(source) REFERENCES source (k) "
        "DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE assignment (k INTEGER NOT NULL, rev INTEGER NOT NULL, person INTEGER NOT NULL, task "
        "TEXT NOT NULL, source INTEGER, theme INTEGER, due TEXT, state TEXT NOT NULL, PRIMARY KEY (k), "
        "FOREIGN KEY(person) REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(source) "
        "REFERENCES source (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(theme) REFERENCES theme (k) "
        "DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE redaction (k INTEGER NOT NULL, rev INTEGER NOT NULL, source INTEGER NOT NULL, "
        'version INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, replacement TEXT NOT '
        "NULL, participant INTEGER, PRIMARY KEY (k), FOREIGN KEY(source) REFERENCES source (k) DEFERRABLE "
        "INITIALLY DEFERRED, FOREIGN KEY(version) REFERENCES version (k) DEFERRABLE INITIALLY DEFERRED, "
        "FOREIGN KEY(participant) REFERENCES participant (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        'CREATE TABLE "conflict" (about TEXT NOT NULL, place TEXT NOT NULL, one INTEGER NOT NULL, other '
        "INTEGER NOT NULL, rev INTEGER NOT NULL, subject INTEGER NOT NULL, one_fields TEXT NOT NULL, "
        "other_fields TEXT NOT NULL, one_by INTEGER NOT NULL, other_by INTEGER NOT NULL, state TEXT NOT "
        "NULL, outcome TEXT NOT NULL, settled_by INTEGER, PRIMARY KEY (about, place, one, other))"
    ),
    (
        "CREATE TABLE content (sha TEXT NOT NULL, kind TEXT NOT NULL, size INTEGER NOT NULL, body TEXT, "
        "data BLOB, PRIMARY KEY (sha))"
    ),
    (
        "CREATE TABLE replica (number INTEGER NOT NULL, guid TEXT NOT NULL, place TEXT NOT NULL, made_at "
        "INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (number), UNIQUE (guid))"
    ),
    ("CREATE TABLE guid (k INTEGER NOT NULL, guid TEXT NOT NULL, PRIMARY KEY (k), UNIQUE (guid))"),
    ("CREATE TABLE tombstone (kind TEXT NOT NULL, k INTEGER NOT NULL, change INTEGER NOT NULL, PRIMARY KEY (kind, k))"),
    (
        "CREATE TABLE change (k INTEGER NOT NULL, seq INTEGER, at INTEGER NOT NULL, person INTEGER NOT "
        "NULL, action TEXT NOT NULL, batch INTEGER, request TEXT, undoes INTEGER, head BLOB NOT NULL, "
        "parent BLOB NOT NULL, parent2 BLOB, digest BLOB NOT NULL, hash BLOB NOT NULL, brought INTEGER, "
        "PRIMARY KEY (k), UNIQUE (seq), UNIQUE (request))"
    ),
    (
        "CREATE TABLE change_chunk (change INTEGER NOT NULL, chunk INTEGER NOT NULL, subject INTEGER NOT "
        "NULL, tbl TEXT NOT NULL, schema INTEGER NOT NULL, codec INTEGER NOT NULL, salt BLOB, payload "
        "BLOB, commitment BLOB NOT NULL, PRIMARY KEY (change, chunk), FOREIGN KEY(change) REFERENCES "
        "change (k))"
    ),
    (
        "CREATE TABLE theme_path (ancestor INTEGER NOT NULL, theme INTEGER NOT NULL, depth INTEGER NOT "
        "NULL, PRIMARY KEY (ancestor, theme))"
    ),
    (
        "CREATE TABLE suggestion (k INTEGER NOT NULL, rule INTEGER NOT NULL, source INTEGER NOT NULL, "
        'version INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, theme INTEGER NOT '
        "NULL, state TEXT NOT NULL, PRIMARY KEY (k))"
    ),
    ("CREATE INDEX ix_source_name ON source (name)"),
    ("CREATE INDEX ix_version_sha ON version (sha)"),
    ("CREATE INDEX ix_version_source_number ON version (source, number)"),
    ("CREATE INDEX ix_part_version_start ON part (version, start)"),
    ("CREATE INDEX ix_kase_name ON kase (name)"),
    ("CREATE INDEX ix_case_in_parent ON case_in (parent)"),
    ('CREATE INDEX ix_extent_case_source ON extent ("case", source)'),
    ("CREATE INDEX ix_extent_source ON extent (source)"),
    ("CREATE INDEX ix_attribute_value_attribute_value_owner ON attribute_value (attribute, value, owner)"),
    ("CREATE INDEX ix_attribute_value_owner ON attribute_value (owner)"),
    ("CREATE INDEX ix_theme_parent_pos ON theme (parent, pos)"),
    ("CREATE INDEX ix_coding_theme_source_start ON coding (theme, source, start)"),
    ("CREATE INDEX ix_coding_version_start ON coding (version, start)"),
    ("CREATE INDEX ix_theme_todo_coding ON theme_todo (coding)"),
    ("CREATE INDEX ix_theme_todo_operation ON theme_todo (operation)"),
    ('CREATE INDEX ix_cell_row_wave ON cell ("row", wave)'),
    ('CREATE INDEX ix_statement_chart_theme_row_wave_pos ON statement (chart, theme, "row", wave, pos)'),
    ("CREATE INDEX ix_evidence_coding ON evidence (coding)"),
    ("CREATE INDEX ix_evidence_for_kind_for_k ON evidence (for_kind, for_k)"),
    ('CREATE INDEX ix_evidence_theme_row ON evidence (theme, "row")'),
    ("CREATE INDEX ix_evidence_version_start ON evidence (version, start)"),
    ("CREATE INDEX ix_memo_about ON memo (about)"),
    ("CREATE INDEX ix_memo_version ON memo (version)"),
    ("CREATE INDEX ix_change_batch ON change (batch)"),
    ("CREATE INDEX ix_change_brought ON change (brought)"),
    ("CREATE INDEX ix_change_undoes ON change (undoes)"),
    ("CREATE INDEX ix_change_chunk_subject ON change_chunk (subject)"),
    ("CREATE INDEX ix_suggestion_rule ON suggestion (rule)"),
    (
        'CREATE VIEW part_text AS SELECT p.id AS id, substr(c.body, p.words + 1, p."end" - p.words) AS '
        "body FROM part p JOIN version v ON v.k = p.version JOIN content c ON c.sha = v.sha WHERE p.kind "
        "<> 'page'"
    ),
    (
        "CREATE VIRTUAL TABLE fts USING fts5(body, content='part_text', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2')"
    ),
    ("INSERT INTO fts(fts, rank) VALUES('secure-delete', 1)"),
)


def upgrade() -> None:
    """Makes the tables in an empty file."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
