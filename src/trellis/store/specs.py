"""Which records a study keeps, and how: one record, one table under history."""

from __future__ import annotations

from dataclasses import dataclass, fields

from trellis.core import (
    attribute,
    case,
    chart,
    coding,
    consent,
    derivation,
    disagreement,
    finding,
    framework,
    information_power,
    intent,
    judgement,
    memo,
    merging,
    sample,
    source,
    study,
    study_review,
    typology,
    wave_change,
    worksheet,
)


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
    TableSpec(
        sample.TopicTheme,
        "topic_theme",
        key=("topic", "theme"),
        refs=(("topic", "topic"), ("theme", "theme")),
        indexes=(("theme",),),
    ),
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
    TableSpec(judgement.DeclaredLens, "lens", refs=(("by", "person"),)),
    TableSpec(
        judgement.Judgement,
        "judgement",
        refs=(
            ("lens", "lens"),
            ("case", "kase"),
            ("judge", "person"),
            ("framework_version", "framework_version"),
            ("by", "person"),
        ),
        soft=("wave",),
        indexes=(("lens", "dimension"), ("case",)),
        subject="case",
    ),
    TableSpec(
        judgement.Override,
        "override",
        refs=(("lens", "lens"), ("case", "kase"), ("by", "person")),
        soft=("wave",),
        indexes=(("lens",), ("case",)),
        subject="case",
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
    TableSpec(
        memo.Assignment,
        "assignment",
        refs=(("person", "person"), ("source", "source"), ("theme", "theme")),
        soft=("case", "wave"),
    ),
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
    TableSpec(finding.Finding, "finding", refs=(("by", "person"),)),
    TableSpec(
        finding.FindingLink,
        "finding_link",
        key=("finding", "what", "about", "value"),
        refs=(("finding", "finding"),),
        soft=("about",),
        indexes=(("about",),),
        subject="about",
    ),
    TableSpec(
        finding.FindingCase,
        "finding_case",
        key=("finding", "case", "wave"),
        refs=(("finding", "finding"), ("case", "kase"), ("by", "person")),
        soft=("wave",),
        indexes=(("case",),),
        subject="case",
    ),
    TableSpec(study_review.Waiver, "waiver", refs=(("by", "person"),)),
    TableSpec(
        finding.CounterSearch,
        "counter_search",
        refs=(("finding", "finding"), ("by", "person")),
        indexes=(("finding",),),
    ),
    TableSpec(
        wave_change.WaveChange,
        "wave_change",
        # The key is made of the place, so that two copies that say something of one place meet.
        refs=(
            ("chart", "chart"),
            ("row", "kase"),
            ("theme", "theme"),
            ("earlier", "wave"),
            ("later", "wave"),
            ("by", "person"),
        ),
        indexes=(("row",),),
        subject="row",
    ),
    TableSpec(intent.Provision, "provision", refs=(("by", "person"),)),
    TableSpec(
        intent.Experience,
        "experience",
        refs=(("provision", "provision"), ("attribute", "attribute"), ("by", "person")),
        indexes=(("provision",),),
    ),
    TableSpec(information_power.PowerStatement, "power_statement", refs=(("by", "person"),)),
    TableSpec(derivation.Derivation, "derivation", refs=(("by", "person"),)),
    TableSpec(worksheet.Category, "category", refs=(("theme", "theme"), ("by", "person")), indexes=(("theme", "pos"),)),
    TableSpec(
        worksheet.Element,
        "element",
        refs=(("theme", "theme"), ("category", "category"), ("by", "person")),
        indexes=(("theme", "pos"), ("category",)),
        # What is drawn from one person's words alone goes with them, its history too.
        subject="k",
    ),
    TableSpec(
        worksheet.ElementLink,
        "element_link",
        key=("element", "statement"),
        # It outlives the statement, and says what that said.
        refs=(("element", "element"), ("row", "kase")),
        soft=("statement", "wave"),
        indexes=(("statement",), ("row",)),
        subject="row",
    ),
    TableSpec(typology.Typology, "typology", refs=(("by", "person"),)),
    TableSpec(
        typology.TypologyDimension,
        "typology_dimension",
        refs=(("typology", "typology"),),
        indexes=(("typology", "pos"),),
    ),
    TableSpec(
        typology.DimensionValue,
        "dimension_value",
        refs=(("dimension", "typology_dimension"), ("category", "category")),
        indexes=(("dimension", "pos"), ("category",)),
    ),
    TableSpec(
        typology.Placement,
        "placement",
        key=("value", "row", "wave"),
        refs=(("value", "dimension_value"), ("row", "kase"), ("by", "person")),
        soft=("wave",),
        indexes=(("row",),),
        subject="row",
    ),
    TableSpec(
        typology.SetAside,
        "set_aside",
        key=("typology", "row", "wave"),
        refs=(("typology", "typology"), ("row", "kase"), ("by", "person")),
        soft=("wave",),
        indexes=(("row",),),
        subject="row",
    ),
    TableSpec(typology.CaseType, "case_type", refs=(("typology", "typology"),), indexes=(("typology", "pos"),)),
    TableSpec(
        typology.TypeValue,
        "type_value",
        key=("type", "value"),
        refs=(("type", "case_type"), ("value", "dimension_value")),
        indexes=(("value",),),
    ),
)
BEARERS = frozenset(kind.value for kind in chart.EvidenceFor)
"""What evidence may be for, by the table that keeps it, which is called the same."""
