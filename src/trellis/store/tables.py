"""The tables of a study, each made from its record: one field, one column.

Study tables hold what people decided and are under history. Local tables (replica, search rows, theme
paths, suggestions) can be rebuilt or belong to this copy of the file, and stand outside it.
"""

from __future__ import annotations

from typing import get_args, get_type_hints

import sqlalchemy as sa

from trellis.store.specs import SPECS, TableSpec

SCHEMA = 3
"""The number of the newest migration; kept in the file's user_version and beside every history image."""

METADATA = sa.MetaData()


def _column(spec: TableSpec, name: str, hint: object) -> sa.Column[object]:
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not type(None)]
    nullable = type(None) in get_args(hint)
    whole = kinds[0] in {int, bool}
    target = dict(spec.refs).get(name)
    links = [sa.ForeignKey(f"{target}.k", deferrable=True, initially="DEFERRED")] if target is not None else []
    return sa.Column(
        name,
        sa.Integer if whole else sa.Text,
        *links,
        nullable=nullable,
        autoincrement=False,
    )


def _table(spec: TableSpec) -> sa.Table:
    hints = get_type_hints(spec.record)
    columns = [_column(spec, name, hints[name]) for name in spec.columns]
    if spec.name == "part":
        # The search index needs a small row number; it is this copy's own and in no record.
        columns.insert(0, sa.Column("id", sa.Integer, primary_key=True))
    indexes = [sa.Index(f"ix_{spec.name}_{'_'.join(names)}", *names) for names in spec.indexes]
    # In the key's order, not the columns': cells are read theme by theme.
    unique = sa.UniqueConstraint if spec.name == "part" else sa.PrimaryKeyConstraint
    checks: list[sa.Constraint] = [unique(*spec.key)]
    if spec.name in {"coding", "evidence", "part", "settled_coding"}:
        order = '"start" < "end"' if spec.name != "part" else '"start" <= "end"'
        checks.append(sa.CheckConstraint(order, name=f"ck_{spec.name}_order"))
    return sa.Table(spec.name, METADATA, *columns, *checks, *indexes)


TABLES: dict[str, sa.Table] = {spec.name: _table(spec) for spec in SPECS}
SPEC_OF: dict[type, TableSpec] = {spec.record: spec for spec in SPECS}
SPEC_NAMED: dict[str, TableSpec] = {spec.name: spec for spec in SPECS}

# Local: this copy of the file, or rebuilt from the study tables.
CONTENT = sa.Table(
    "content",
    METADATA,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("body", sa.Text),
    sa.Column("data", sa.LargeBinary),
)
REPLICA = sa.Table(
    "replica",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("guid", sa.Text, nullable=False, unique=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("made_at", sa.Integer, nullable=False),
    sa.Column("next", sa.Integer, nullable=False),
)
GUID = sa.Table(
    "guid",
    METADATA,
    sa.Column("k", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("guid", sa.Text, nullable=False, unique=True),
)
TOMBSTONE = sa.Table(
    "tombstone",
    METADATA,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("k", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("change", sa.Integer, nullable=False),
)
CHANGE = sa.Table(
    "change",
    METADATA,
    sa.Column("k", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, unique=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("person", sa.Integer, nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("batch", sa.Integer, index=True),
    sa.Column("request", sa.Text, unique=True),
    sa.Column("undoes", sa.Integer, index=True),
    sa.Column("head", sa.LargeBinary, nullable=False),
    sa.Column("parent", sa.LargeBinary, nullable=False),
    sa.Column("parent2", sa.LargeBinary),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    # Written in another copy: the merge that brought it here. What it did here is in the merge's own images.
    sa.Column("brought", sa.Integer, index=True),
)
CHUNK = sa.Table(
    "change_chunk",
    METADATA,
    sa.Column("change", sa.Integer, sa.ForeignKey("change.k"), primary_key=True, autoincrement=False),
    sa.Column("chunk", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("subject", sa.Integer, nullable=False, index=True),
    sa.Column("tbl", sa.Text, nullable=False),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("codec", sa.Integer, nullable=False),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("payload", sa.LargeBinary),
    sa.Column("commitment", sa.LargeBinary, nullable=False),
)
THEME_PATH = sa.Table(
    "theme_path",
    METADATA,
    sa.Column("ancestor", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("theme", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("depth", sa.Integer, nullable=False),
)
SUGGESTION = sa.Table(
    "suggestion",
    METADATA,
    sa.Column("k", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("rule", sa.Integer, nullable=False, index=True),
    sa.Column("source", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("theme", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
)
FINGERPRINT = sa.Table(
    "fingerprint",
    METADATA,
    # Of what a request asked for. Not in the change's header, which cannot be erased.
    sa.Column("request", sa.Text, primary_key=True),
    sa.Column("print", sa.LargeBinary, nullable=False),
)
RECORDING_PLACE = sa.Table(
    "recording_place",
    METADATA,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("media", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("mtime_ns", sa.Integer, nullable=False),
)
LOCAL = ("replica", "theme_path", "suggestion", "fingerprint", "recording_place", "part_text", "fts")
"""What a study's canonical dump leaves out, beside history: this copy's counters and what can be rebuilt."""

SEARCH_DDL = (
    (
        'CREATE VIEW part_text AS SELECT p.id AS id, substr(c.body, p.words + 1, p."end" - p.words) AS body '
        "FROM part p JOIN version v ON v.k = p.version JOIN content c ON c.sha = v.sha WHERE p.kind <> 'page'"
    ),
    (
        "CREATE VIRTUAL TABLE fts USING fts5(body, content='part_text', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2')"
    ),
    "INSERT INTO fts(fts, rank) VALUES('secure-delete', 1)",
)
