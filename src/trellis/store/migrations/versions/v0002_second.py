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
    'ALTER TABLE assignment ADD COLUMN "case" INTEGER',
    "ALTER TABLE assignment ADD COLUMN wave INTEGER",
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
    (
        "CREATE TABLE finding (k INTEGER NOT NULL, rev INTEGER NOT NULL, pos TEXT NOT NULL, statement TEXT NOT "
        "NULL, account TEXT NOT NULL, output TEXT NOT NULL, status TEXT NOT NULL, answers TEXT NOT NULL, numbers "
        'INTEGER NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE finding_link (finding INTEGER NOT NULL, what TEXT NOT NULL, about INTEGER NOT NULL, value "
        "TEXT NOT NULL, rev INTEGER NOT NULL, PRIMARY KEY (finding, what, about, value), FOREIGN KEY(finding) "
        "REFERENCES finding (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_finding_link_about ON finding_link (about)",
    (
        'CREATE TABLE finding_case (finding INTEGER NOT NULL, "case" INTEGER NOT NULL, wave INTEGER NOT NULL, rev '
        'INTEGER NOT NULL, stance TEXT NOT NULL, note TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, '
        'PRIMARY KEY (finding, "case", wave), FOREIGN KEY(finding) REFERENCES finding (k) DEFERRABLE INITIALLY '
        'DEFERRED, FOREIGN KEY("case") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    'CREATE INDEX ix_finding_case_case ON finding_case ("case")',
    (
        'CREATE TABLE counter_search (k INTEGER NOT NULL, rev INTEGER NOT NULL, finding INTEGER NOT NULL, "where" '
        'TEXT NOT NULL, found TEXT NOT NULL, done TEXT NOT NULL, note TEXT NOT NULL, "by" INTEGER NOT NULL, at '
        "INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(finding) REFERENCES finding (k) DEFERRABLE INITIALLY "
        'DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    "CREATE INDEX ix_counter_search_finding ON counter_search (finding)",
    (
        'CREATE TABLE waiver (k INTEGER NOT NULL, rev INTEGER NOT NULL, point TEXT NOT NULL, "check" TEXT NOT NULL, '
        'reason TEXT NOT NULL, rests TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), '
        'FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    (
        'CREATE TABLE wave_change (chart INTEGER NOT NULL, "row" INTEGER NOT NULL, theme INTEGER NOT NULL, '
        "earlier INTEGER NOT NULL, later INTEGER NOT NULL, rev INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT "
        'NOT NULL, seen_earlier INTEGER NOT NULL, seen_later INTEGER NOT NULL, "by" INTEGER NOT NULL, at INTEGER '
        'NOT NULL, PRIMARY KEY (chart, "row", theme, earlier, later), FOREIGN KEY(chart) REFERENCES chart (k) '
        'DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, '
        "FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(earlier) REFERENCES "
        "wave (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(later) REFERENCES wave (k) DEFERRABLE INITIALLY "
        'DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    'CREATE INDEX ix_wave_change_row ON wave_change ("row")',
    (
        "CREATE TABLE provision (k INTEGER NOT NULL, rev INTEGER NOT NULL, pos TEXT NOT NULL, text TEXT NOT NULL, "
        '"by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY("by") REFERENCES person (k) '
        "DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE experience (k INTEGER NOT NULL, rev INTEGER NOT NULL, provision INTEGER NOT NULL, attribute "
        'INTEGER NOT NULL, "group" TEXT NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL, "by" INTEGER NOT NULL, '
        "at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(provision) REFERENCES provision (k) DEFERRABLE "
        "INITIALLY DEFERRED, FOREIGN KEY(attribute) REFERENCES attribute (k) DEFERRABLE INITIALLY DEFERRED, "
        'FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    "CREATE INDEX ix_experience_provision ON experience (provision)",
    (
        "CREATE TABLE power_statement (k INTEGER NOT NULL, rev INTEGER NOT NULL, dimension TEXT NOT NULL, place "
        'INTEGER NOT NULL, reason TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), '
        'FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    (
        "CREATE TABLE derivation (k INTEGER NOT NULL, rev INTEGER NOT NULL, parent TEXT NOT NULL, title TEXT NOT "
        "NULL, head TEXT NOT NULL, framework_version TEXT NOT NULL, kind TEXT NOT NULL, purpose TEXT NOT NULL, "
        "themes TEXT NOT NULL, cases TEXT NOT NULL, waves TEXT NOT NULL, consent TEXT NOT NULL, whole INTEGER NOT "
        'NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY("by") REFERENCES person '
        "(k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    (
        "CREATE TABLE category (k INTEGER NOT NULL, rev INTEGER NOT NULL, theme INTEGER NOT NULL, pos TEXT NOT NULL, "
        'name TEXT NOT NULL, definition TEXT NOT NULL, kind TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, '
        "PRIMARY KEY (k), FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, "
        'FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    "CREATE INDEX ix_category_theme_pos ON category (theme, pos)",
    (
        "CREATE TABLE element (k INTEGER NOT NULL, rev INTEGER NOT NULL, theme INTEGER NOT NULL, pos TEXT NOT NULL, "
        'text TEXT NOT NULL, category INTEGER, confirmed INTEGER NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, '
        "PRIMARY KEY (k), FOREIGN KEY(theme) REFERENCES theme (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(category) "
        'REFERENCES category (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE '
        "INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_element_theme_pos ON element (theme, pos)",
    "CREATE INDEX ix_element_category ON element (category)",
    (
        "CREATE TABLE element_link (element INTEGER NOT NULL, statement INTEGER NOT NULL, rev INTEGER NOT NULL, "
        '"row" INTEGER NOT NULL, wave INTEGER NOT NULL, layer TEXT NOT NULL, words TEXT NOT NULL, gone INTEGER NOT '
        "NULL, PRIMARY KEY (element, statement), FOREIGN KEY(element) REFERENCES element (k) DEFERRABLE INITIALLY "
        'DEFERRED, FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    "CREATE INDEX ix_element_link_statement ON element_link (statement)",
    'CREATE INDEX ix_element_link_row ON element_link ("row")',
    (
        "CREATE TABLE lens (k INTEGER NOT NULL, rev INTEGER NOT NULL, ident TEXT NOT NULL, number INTEGER NOT NULL, "
        'title TEXT NOT NULL, text TEXT NOT NULL, names TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, '
        'PRIMARY KEY (k), FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    (
        "CREATE TABLE judgement (k INTEGER NOT NULL, rev INTEGER NOT NULL, lens INTEGER NOT NULL, unit TEXT NOT NULL, "
        '"case" INTEGER, wave INTEGER NOT NULL, name TEXT NOT NULL, dimension TEXT NOT NULL, "values" TEXT NOT NULL, '
        "confidence TEXT NOT NULL, judge INTEGER NOT NULL, word_of TEXT NOT NULL, rationale TEXT NOT NULL, "
        'framework_version INTEGER, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(lens) '
        'REFERENCES lens (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("case") REFERENCES kase (k) DEFERRABLE '
        "INITIALLY DEFERRED, FOREIGN KEY(judge) REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN "
        'KEY(framework_version) REFERENCES framework_version (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    'CREATE INDEX ix_judgement_case ON judgement ("case")',
    "CREATE INDEX ix_judgement_lens_dimension ON judgement (lens, dimension)",
    (
        "CREATE TABLE override (k INTEGER NOT NULL, rev INTEGER NOT NULL, lens INTEGER NOT NULL, unit TEXT NOT NULL, "
        '"case" INTEGER, wave INTEGER NOT NULL, name TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, "by" '
        "INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), FOREIGN KEY(lens) REFERENCES lens (k) DEFERRABLE "
        'INITIALLY DEFERRED, FOREIGN KEY("case") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    'CREATE INDEX ix_override_case ON override ("case")',
    "CREATE INDEX ix_override_lens ON override (lens)",
    (
        "CREATE TABLE recording_place (sha TEXT NOT NULL PRIMARY KEY, path TEXT NOT NULL, media TEXT NOT NULL, "
        "size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL)"
    ),
    (
        "CREATE TABLE typology (k INTEGER NOT NULL, rev INTEGER NOT NULL, name TEXT NOT NULL, description "
        'TEXT NOT NULL, kind TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (k), '
        'FOREIGN KEY("by") REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)'
    ),
    (
        "CREATE TABLE typology_dimension (k INTEGER NOT NULL, rev INTEGER NOT NULL, typology INTEGER NOT "
        "NULL, pos TEXT NOT NULL, name TEXT NOT NULL, question TEXT NOT NULL, PRIMARY KEY (k), FOREIGN "
        "KEY(typology) REFERENCES typology (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_typology_dimension_typology_pos ON typology_dimension (typology, pos)",
    (
        "CREATE TABLE dimension_value (k INTEGER NOT NULL, rev INTEGER NOT NULL, dimension INTEGER NOT NULL, "
        "pos TEXT NOT NULL, name TEXT NOT NULL, category INTEGER, PRIMARY KEY (k), FOREIGN KEY(dimension) "
        "REFERENCES typology_dimension (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY(category) REFERENCES "
        "category (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_dimension_value_category ON dimension_value (category)",
    "CREATE INDEX ix_dimension_value_dimension_pos ON dimension_value (dimension, pos)",
    (
        'CREATE TABLE placement (value INTEGER NOT NULL, "row" INTEGER NOT NULL, wave INTEGER NOT NULL, rev '
        'INTEGER NOT NULL, note TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY '
        '(value, "row", wave), FOREIGN KEY(value) REFERENCES dimension_value (k) DEFERRABLE INITIALLY '
        'DEFERRED, FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    'CREATE INDEX ix_placement_row ON placement ("row")',
    (
        'CREATE TABLE set_aside (typology INTEGER NOT NULL, "row" INTEGER NOT NULL, wave INTEGER NOT NULL, '
        'rev INTEGER NOT NULL, reason TEXT NOT NULL, "by" INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY '
        '(typology, "row", wave), FOREIGN KEY(typology) REFERENCES typology (k) DEFERRABLE INITIALLY '
        'DEFERRED, FOREIGN KEY("row") REFERENCES kase (k) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY("by") '
        "REFERENCES person (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    'CREATE INDEX ix_set_aside_row ON set_aside ("row")',
    (
        "CREATE TABLE case_type (k INTEGER NOT NULL, rev INTEGER NOT NULL, typology INTEGER NOT NULL, pos "
        "TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, PRIMARY KEY (k), FOREIGN "
        "KEY(typology) REFERENCES typology (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_case_type_typology_pos ON case_type (typology, pos)",
    (
        "CREATE TABLE type_value (type INTEGER NOT NULL, value INTEGER NOT NULL, rev INTEGER NOT NULL, "
        "PRIMARY KEY (type, value), FOREIGN KEY(type) REFERENCES case_type (k) DEFERRABLE INITIALLY "
        "DEFERRED, FOREIGN KEY(value) REFERENCES dimension_value (k) DEFERRABLE INITIALLY DEFERRED)"
    ),
    "CREATE INDEX ix_type_value_value ON type_value (value)",
)


def upgrade() -> None:
    """Adds to a file of the first schema what the second one has besides."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
