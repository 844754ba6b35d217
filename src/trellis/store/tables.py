"""The tables of a study, each made from its record: one field, one column.

Study tables hold what people decided and are under history. Local tables (replica, search rows, theme
paths, suggestions) can be rebuilt or belong to this copy of the file, and stand outside it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import get_args, get_type_hints

import sqlalchemy as sa

from trellis.core import (
    attribute,
    case,
    chart,
    coding,
    consent,
    disagreement,
    framework,
    memo,
    merging,
    sample,
    source,
    study,
)

SCHEMA = 2
"""The number of the newest migration; kept in the file's user_version and beside every history image."""

METADATA = sa.MetaData()


@dataclass(frozen=True, slots=True)
class TableSpec:
    """How a record is kept.

    key: the columns that say what a row is about.
    refs: columns that must name a row of another table. soft: columns that name a row of any table.
    subject: the column with the source or case that a row is about, for erasing; None for neither.
    """

    record: type
    name: str
    key: tuple[str, ...] = ("k",)
    refs: tuple[tuple[str, str], ...] = ()
    soft: tuple[str, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    subject: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in the order of the record's fields."""
        return tuple(field.name for field in fields(self.record))


SPECS: tuple[TableSpec, ...] = (
    TableSpec(study.StudyRecord, "study"),
    TableSpec(study.Setting, "setting", key=("name",)),
    TableSpec(study.Person, "person"),
    TableSpec(case.Wave, "wave"),
    TableSpec(
        source.Source,
        "source",
        # A version names its source; the link back is checked by `trellis check`, since two such would be a knot.
        refs=(("wave", "wave"),),
        soft=("current",),
        subject="k",
        indexes=(("name",),),
    ),
    TableSpec(
        source.Version,
        "version",
        refs=(("source", "source"), ("parent", "version")),
        indexes=(("source", "number"), ("sha",)),
        subject="source",
    ),
    TableSpec(
        source.VersionMap,
        "version_map",
        key=("from_version", "to_version"),
        refs=(("from_version", "version"), ("to_version", "version")),
    ),
    TableSpec(
        source.StoredPart,
        "part",
        key=("version", "n"),
        refs=(("version", "version"),),
        indexes=(("version", "start"),),
        subject="version",
    ),
    TableSpec(case.Participant, "participant", subject="k"),
    TableSpec(
        consent.Consent,
        "consent",
        key=("participant", "wave", "scope"),
        refs=(("participant", "participant"),),
        soft=("wave",),
        subject="participant",
    ),
    TableSpec(consent.Withdrawal, "withdrawal", refs=(("participant", "participant"),), subject="participant"),
    TableSpec(case.Case, "kase", refs=(("participant", "participant"),), subject="k", indexes=(("name",),)),
    TableSpec(
        case.Membership,
        "case_in",
        key=("child", "parent", "since"),
        refs=(("child", "kase"), ("parent", "kase")),
        indexes=(("parent",),),
        subject="child",
    ),
    TableSpec(
        source.Speaker,
        "speaker",
        key=("source", "label"),
        refs=(("source", "source"), ("case", "kase")),
        subject="source",
    ),
    TableSpec(
        case.Extent,
        "extent",
        refs=(("case", "kase"), ("source", "source")),
        soft=("version",),
        indexes=(("case", "source"), ("source",)),
        subject="source",
    ),
    TableSpec(attribute.Attribute, "attribute"),
    TableSpec(
        attribute.AttributeValue,
        "attribute_value",
        key=("attribute", "owner", "wave"),
        refs=(("attribute", "attribute"),),
        soft=("owner", "wave"),
        indexes=(("attribute", "value", "owner"), ("owner",)),
        subject="owner",
    ),
    TableSpec(
        case.Attended,
        "attendance",
        key=("case", "wave"),
        refs=(("case", "kase"), ("wave", "wave")),
        subject="case",
    ),
    TableSpec(sample.Quota, "quota"),
    TableSpec(sample.Topic, "topic", refs=(("parent", "topic"),)),
    TableSpec(
        sample.TopicCovered,
        "topic_covered",
        key=("source", "topic"),
        refs=(("source", "source"), ("topic", "topic")),
        subject="source",
    ),
    TableSpec(framework.Theme, "theme", refs=(("parent", "theme"),), indexes=(("parent", "pos"),)),
    TableSpec(framework.FrameworkVersion, "framework_version", refs=(("by", "person"),)),
    TableSpec(
        framework.ThemeOperation,
        "theme_operation",
        refs=(("theme", "theme"), ("memo", "memo"), ("by", "person")),
    ),
    TableSpec(coding.Round, "round", refs=(("framework_version", "framework_version"),)),
    TableSpec(coding.Rule, "rule", refs=(("theme", "theme"), ("by", "person"))),
    TableSpec(
        coding.Coding,
        "coding",
        # A version belongs to one source, so its link stands for the source's as well.
        refs=(
            ("version", "version"),
            ("theme", "theme"),
            ("coder", "person"),
            ("round", "round"),
            ("framework_version", "framework_version"),
        ),
        soft=("source",),
        indexes=(("version", "start"), ("theme", "source", "start")),
        subject="source",
    ),
    TableSpec(
        framework.ThemeTodo,
        "theme_todo",
        refs=(("operation", "theme_operation"), ("coding", "coding"), ("by", "person")),
        indexes=(("coding",), ("operation",)),
    ),
    TableSpec(coding.LookedOver, "looked_over", key=("coding",), refs=(("coding", "coding"), ("by", "person"))),
    TableSpec(chart.Chart, "chart"),
    TableSpec(
        chart.Cell,
        "cell",
        key=("chart", "theme", "row", "wave"),
        refs=(
            ("chart", "chart"),
            ("theme", "theme"),
            ("row", "kase"),
            ("framework_version", "framework_version"),
            ("by", "person"),
        ),
        soft=("wave",),
        indexes=(("row", "wave"),),
        subject="row",
    ),
    TableSpec(
        chart.Statement,
        "statement",
        refs=(("chart", "chart"), ("theme", "theme"), ("row", "kase"), ("by", "person")),
        soft=("wave", "origin_theme"),
        indexes=(("chart", "theme", "row", "wave", "pos"),),
        subject="row",
    ),
    TableSpec(
        chart.Evidence,
        "evidence",
        refs=(("version", "version"), ("coding", "coding"), ("row", "kase"), ("theme", "theme")),
        soft=("for_k", "source", "chart", "wave"),
        indexes=(("for_kind", "for_k"), ("version", "start"), ("coding",), ("theme", "row")),
        subject="source",
    ),
    TableSpec(
        memo.Memo,
        "memo",
        refs=(("version", "version"), ("by", "person"), ("theme", "theme")),
        soft=("about", "wave"),
        indexes=(("about",), ("version",)),
        subject="k",
    ),
    TableSpec(
        memo.Reading,
        "reading",
        key=("person", "source", "on"),
        refs=(("person", "person"), ("source", "source")),
        subject="source",
    ),
    TableSpec(memo.Assignment, "assignment", refs=(("person", "person"), ("source", "source"), ("theme", "theme"))),
    TableSpec(
        consent.Redaction,
        "redaction",
        refs=(("source", "source"), ("version", "version"), ("participant", "participant")),
        indexes=(("version",),),
        subject="source",
    ),
    TableSpec(merging.Conflict, "conflict", key=("about", "place", "one", "other"), subject="subject"),
    TableSpec(
        disagreement.Settlement,
        "settlement",
        key=("round", "about"),
        refs=(("round", "round"), ("source", "source"), ("adopted", "person"), ("by", "person")),
        soft=("about",),
        indexes=(("source",),),
        subject="source",
    ),
    TableSpec(
        disagreement.SettledCoding,
        "settled_coding",
        key=("round", "about", "coding"),
        refs=(("round", "round"), ("version", "version"), ("theme", "theme"), ("coder", "person")),
        soft=("about", "coding", "source"),
        indexes=(("coding",), ("version", "start")),
        subject="source",
    ),
)


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
LOCAL = ("replica", "theme_path", "suggestion", "fingerprint", "part_text", "fts")
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
