"""The framework matrix: its skeleton, windows of full cells, one cell; writing, linking, marking."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from trellis.core.chart import Statement
from trellis.core.errors import Invalid
from trellis.core.keys import Key
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.study.work import Progress
from trellis.web.asking import AWrite, IfMatch, StudyName, TheJobs, TheStudy
from trellis.web.jobs import Download
from trellis.web.routes.jobs import shown
from trellis.web.schemas.base import Written
from trellis.web.schemas.chart import (
    Blanked,
    CellShown,
    EvidenceGiven,
    ExportForm,
    ExportGiven,
    Marked,
    MarkedTogether,
    NewStatement,
    PlaceGiven,
    SkeletonShown,
    Starred,
    StatementEdit,
    StatementOrder,
    WindowShown,
)
from trellis.web.schemas.jobs import JobShown

router = APIRouter(prefix="/studies/{study}/chart", tags=["chart"])

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA = {
    ExportForm.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    ExportForm.DOCX: f"{_OFFICE}.wordprocessingml.document",
    ExportForm.HTML: "text/html",
    ExportForm.CSV: "text/csv",
}

StatementKey = Annotated[Key, Path(alias="statement", ge=0, lt=2**53)]
EvidenceKey = Annotated[Key, Path(alias="evidence", ge=0, lt=2**53)]
AKey = Annotated[Key, Query(ge=0, lt=2**53)]
Names = Annotated[list[str] | None, Query(max_length=20, description="Names of case attributes.")]
Rows = Annotated[list[str] | None, Query(max_length=500, description="Rows as case:wave; wave 0 for none.")]
Columns = Annotated[list[AKey] | None, Query(max_length=500, description="Themes of the columns.")]


@router.get("/skeleton", operation_id="getChartSkeleton")
def get_skeleton(
    found: TheStudy,
    *,
    theme: Columns = None,
    case: Annotated[list[AKey] | None, Query(max_length=2_000)] = None,
    wave: Annotated[list[AKey] | None, Query(max_length=50)] = None,
    sort: Names = None,
    group: Names = None,
) -> SkeletonShown:
    """Rows and columns, and of each cell its state, counts, whether it is stale and how it begins."""
    themes = None if theme is None else [handle(k) for k in theme]
    cases = None if case is None else [handle(k) for k in case]
    waves = None if wave is None else [handle(k) for k in wave]
    return SkeletonShown.of(found.chart.skeleton(themes, cases, waves, sort=sort or (), group=group or ()))


@router.get("/window", operation_id="getChartWindow")
def get_window(found: TheStudy, row: Rows = None, column: Columns = None) -> WindowShown:
    """Full cells of these rows and columns; all of them where none are named."""
    rows = None if row is None else [_row(given) for given in row]
    return WindowShown.of(found.chart.window(rows, column))


@router.get("/cell", operation_id="getCell")
def get_cell(found: TheStudy, case: AKey, theme: AKey, wave: AKey = 0) -> CellShown:
    """One cell with its statements, their evidence in words, and what is indexed for it."""
    return CellShown.of(found.chart.panel(handle(case), handle(theme), wave=None if wave == 0 else handle(wave)))


@router.post("/statements", operation_id="writeStatement", status_code=201)
def write_statement(write: AWrite, given: NewStatement) -> Written:
    """Writes a statement at the end of a cell."""
    case, theme = given.names()
    evidence = [each.evidence() for each in given.evidence]
    return write.do(
        lambda: write.study.chart.write(
            case, theme, given.text, layer=given.layer, wave=given.when(), evidence=evidence
        )
    )


@router.patch("/statements/{statement}", operation_id="editStatement")
def edit_statement(write: AWrite, statement: StatementKey, rev: IfMatch, given: StatementEdit) -> Written:
    """Puts a statement in other words; its evidence stays."""
    return write.do(
        lambda: write.study.chart.edit(statement, given.text, layer=given.layer),
        expected=Expected(Statement, (statement,), rev),
        current=lambda: write.study.chart.statement(statement),
    )


@router.delete("/statements/{statement}", operation_id="removeStatement")
def remove_statement(write: AWrite, statement: StatementKey, rev: IfMatch) -> Written:
    """Takes a statement out of its cell."""
    return write.do(
        lambda: write.study.chart.remove(statement),
        expected=Expected(Statement, (statement,), rev),
        current=lambda: write.study.chart.statement(statement),
    )


@router.post("/statements/{statement}/order", operation_id="orderStatement")
def order_statement(write: AWrite, statement: StatementKey, given: StatementOrder) -> Written:
    """Moves a statement to another place in its cell."""
    return write.do(lambda: write.study.chart.reorder(statement, given.to))


@router.post("/statements/{statement}/evidence", operation_id="linkEvidence", status_code=201)
def link_evidence(write: AWrite, statement: StatementKey, given: EvidenceGiven) -> Written:
    """Adds what a statement rests on."""
    return write.do(lambda: write.study.chart.link(statement, given.evidence()))


@router.delete("/evidence/{evidence}", operation_id="unlinkEvidence")
def unlink_evidence(write: AWrite, evidence: EvidenceKey) -> Written:
    """Takes a link away."""
    return write.do(lambda: write.study.chart.unlink(evidence))


@router.post("/evidence/{evidence}/star", operation_id="starEvidence")
def star_evidence(write: AWrite, evidence: EvidenceKey, given: Starred) -> Written:
    """Marks a segment as a quotation to use, or takes the mark away."""
    return write.do(lambda: write.study.chart.star(evidence, on=given.on))


@router.post("/blank", operation_id="blankCell")
def blank_cell(write: AWrite, given: Blanked) -> Written:
    """Says why a cell is empty, or takes the reason away."""
    case, theme = given.names()
    reason = None if given.reason is None else given.reason.value
    return write.do(lambda: write.study.chart.blank(case, theme, reason, wave=given.when()))


@router.post("/state", operation_id="markCell")
def mark_cell(write: AWrite, given: Marked) -> Written:
    """Says how far a cell is; returns it with a question where one is given."""
    case, theme = given.names()
    return write.do(
        lambda: write.study.chart.mark(case, theme, given.state, wave=given.when(), question=given.question)
    )


@router.post("/states", operation_id="markCells")
def mark_cells(write: AWrite, given: MarkedTogether) -> Written:
    """Marks many cells as charted or as reviewed, in one change; empty and returned ones are left alone."""
    return write.do(lambda: write.study.chart.mark_all(given.named(), given.state))


@router.post("/confirm", operation_id="confirmCell")
def confirm_cell(write: AWrite, given: PlaceGiven) -> Written:
    """Says that a cell is still right, after what it rests on changed."""
    case, theme = given.names()
    return write.do(lambda: write.study.chart.confirm(case, theme, wave=given.when()))


@router.post("/export", operation_id="exportChart", status_code=202)
def export_chart(study: StudyName, write: AWrite, jobs: TheJobs, given: ExportGiven) -> JobShown:
    """Writes the chart as a workbook, a document, a page or a table, as a job; its file is then fetched."""
    name, kind = f"{study} chart.{given.form}", MEDIA[given.form]
    themes = [handle(k) for k in given.themes] or None

    def deed(_progress: Progress) -> Download:
        group, choices = tuple(given.group), given.choices()
        return Download(name, kind, write.study.chart.written(name, themes=themes, group=group, choices=choices))

    return shown(write.held, jobs.start(study, "export", write.request, deed))


def _row(given: str) -> tuple[Key, Key]:
    case, colon, wave = given.partition(":")
    if not (colon and case.isdecimal() and wave.isdecimal() and len(given) <= 40):
        message = f"“{given[:40]}” is no row; give the keys of case and wave, as in 8589934601:0"
        raise Invalid(message)
    return int(case), int(wave)
