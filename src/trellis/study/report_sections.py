"""The sections of a report that a study writes of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.case import CaseKind
from trellis.core.chart_text import cell_text
from trellis.core.chart_view import ChartView
from trellis.core.checklists import COREQ, SRQR, Checklist
from trellis.core.finding_view import FindingView
from trellis.core.framework import FrameworkVersion
from trellis.core.report_facts import ReportFacts
from trellis.core.report_template import ReportTemplate, Section, SectionWanted
from trellis.report.blocks import Block, Figure, Grid, Points, Prompt, Words
from trellis.report.checklist_blocks import checklist_blocks
from trellis.report.method_words import method_blocks
from trellis.store.reader import Reader
from trellis.study.chart_reading import read_view
from trellis.study.chart_rows import Wanted, rows
from trellis.study.consents import quotable
from trellis.study.exploring_pictures import saturation_drawing
from trellis.study.framework_nodes import framework_now
from trellis.study.report_findings import FindingsPrinted
from trellis.study.report_lenses import lens_blocks
from trellis.study.saturating import SaturationOfStudy
from trellis.study.table import Table as AnyTable


@dataclass(frozen=True, slots=True)
class Material:
    """What sections are written from.

    sample: the table to publish, None where people are sorted by nothing. saturation: None where too little is indexed.
    """

    reader: Reader
    template: ReportTemplate
    facts: ReportFacts
    findings: FindingsPrinted
    views: tuple[FindingView, ...]
    coarser: int
    sample: AnyTable | None
    limitations: tuple[str, ...]
    saturation: SaturationOfStudy | None


def section_blocks(wanted: SectionWanted, material: Material) -> list[Block]:
    """What the study writes under one heading; nothing where the words are the template's alone."""
    writer = _WRITERS.get(wanted.section)
    return [] if writer is None else writer(material, wanted)


def _summary(_material: Material, wanted: SectionWanted) -> list[Block]:
    return [] if wanted.text else [Prompt("Write the abstract: background, purpose, methods, findings, what follows.")]


def _questions(material: Material, _wanted: SectionWanted) -> list[Block]:
    asked = material.facts.questions
    return [Points(asked)] if asked else [Prompt("Say what the study asked.")]


def _method(material: Material, _wanted: SectionWanted) -> list[Block]:
    return method_blocks(material.facts)


def _checklist(checklist: Checklist) -> Callable[[Material, SectionWanted], list[Block]]:
    def write(material: Material, _wanted: SectionWanted) -> list[Block]:
        headings = {one.section.value: one.heading for one in material.template.sections}
        return checklist_blocks(checklist, material.facts, headings)

    return write


def _sample(material: Material, _wanted: SectionWanted) -> list[Block]:
    if material.sample is None:
        return [Prompt("Describe the sample; the study has no attribute of people to count by.")]
    return [Grid(material.sample)]


def _framework(material: Material, _wanted: SectionWanted) -> list[Block]:
    reader = material.reader
    now = framework_now(reader)
    rows = tuple((node.number, node.name, node.definition, node.origin.value) for node in now.themes)
    made: list[Block] = [Grid(Table(("no.", "theme", "definition", "origin"), rows, "The thematic framework"))]
    versions = sorted(reader.all(FrameworkVersion), key=lambda one: one.number)
    if versions:
        named = tuple((one.name, _day(one.at), len(one.themes), one.reason) for one in versions)
        made.append(Grid(Table(("version", "named on", "themes", "reason"), named, "Versions of the framework")))
    return [*made, *_saturated(material.saturation)]


def _saturated(found: SaturationOfStudy | None) -> list[Block]:
    if found is None:
        return []
    told = found.table()
    kept = [told.columns.index(name) for name in ("n", "new themes", "themes so far")]
    rows = tuple(tuple(row[at] for at in kept) for row in told.values)
    table = Table(tuple(told.columns[at] for at in kept), rows, told.title)
    shows = "how many themes had been met after each interview, and how other orders of the interviews would run."
    return [Figure(saturation_drawing(found), "Themes seen, interview by interview", table, shows, told.note)]


def _findings(material: Material, _wanted: SectionWanted) -> list[Block]:
    return [*_attributed(material), *material.findings.blocks]


def _attributed(material: Material) -> list[Block]:
    said = []
    if material.coarser:
        k = material.template.k
        said.append(
            f"Of {material.coarser} people less is printed than their whole attribution: fewer than {k} of the sample "
            "share it. What somebody says may still tell who they are to those who know them."
        )
    if material.findings.withheld:
        said.append(f"{material.findings.withheld} quotations are left out: no consent to quote.")
    return [Words(" ".join(said))] if said else []


def _lenses(material: Material, _wanted: SectionWanted) -> list[Block]:
    return lens_blocks(material.reader)


def _charts(material: Material, _wanted: SectionWanted) -> list[Block]:
    wanted = Wanted(None, None, None, (), (), ())
    many = len(rows(material.reader, wanted).rows)
    if many > material.template.most_rows:
        return [Words(f"The chart has {many} rows, too many for a report; it is exported on its own.")]
    view = read_view(material.reader, wanted, words=True, title=material.facts.title)
    if not view.cells:
        return [Words("Nothing has been charted yet.")]
    quotable_view, withheld = quotable(material.reader, view)
    made: list[Block] = [Words(withheld)] if withheld else []
    return [*made, *(Grid(_chart(quotable_view, at), wide=True) for at in range(len(view.themes)))]


def _chart(view: ChartView, at: int) -> Table:
    theme = view.themes[at]
    heads = ("case", *(f"{column.number} {column.name}" for column in theme.columns))
    lines = []
    for row in view.rows:
        # A row of a site or role is written where somebody summarised it; a person's says that nobody did.
        if row.kind is not CaseKind.PERSON and not any(view.cell(row, column) for column in theme.columns):
            continue
        name = f"{row.name}\n{row.wave_name}" if row.wave_name else row.name
        lines.append((name, *(cell_text(view.cell(row, column)) for column in theme.columns)))
    return Table(heads, tuple(lines), f"{theme.number} {theme.name}")


def _limitations(material: Material, _wanted: SectionWanted) -> list[Block]:
    ask = Prompt("Weigh these, add those that only you know, and say what they mean for the findings.")
    return [Points(material.limitations), ask] if material.limitations else [ask]


_WRITERS: dict[Section, Callable[[Material, SectionWanted], list[Block]]] = {
    Section.SUMMARY: _summary,
    Section.QUESTIONS: _questions,
    Section.METHOD: _method,
    Section.SAMPLE: _sample,
    Section.FRAMEWORK: _framework,
    Section.FINDINGS: _findings,
    Section.LENSES: _lenses,
    Section.CHARTS: _charts,
    Section.LIMITATIONS: _limitations,
    Section.COREQ: _checklist(COREQ),
    Section.SRQR: _checklist(SRQR),
}


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).date().isoformat()
