"""`trellis chart`: reading the matrix and taking it out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.chart_bringing import add_bringing
from trellis.cli.chart_writing import add_writing
from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, progress, say, show
from trellis.cli.pseudonyms import Identified, KeyFile, as_wanted
from trellis.core.chart_text import cell_text, layered, references_of
from trellis.core.chart_view import ChartView
from trellis.core.errors import Invalid
from trellis.study.chart_export import Choices, Paper
from trellis.study.chart_fill import Take
from trellis.study.chart_progress import CellSheet
from trellis.study.table import Table

app = typer.Typer(name="chart", no_args_is_help=True, help="The framework matrix: cases by sub-themes.")

Themes = Annotated[
    list[str] | None, typer.Option("--theme", metavar="NUMBER", help="Only this theme, by number or name; repeatable.")
]
Cases = Annotated[list[str] | None, typer.Option("--case", metavar="CASE", help="Only this case; repeatable.")]
Waves = Annotated[list[str] | None, typer.Option("--wave", metavar="WAVE", help="Only this wave; repeatable.")]
Sort = Annotated[list[str] | None, typer.Option("--sort", metavar="ATTRIBUTE", help="Sort rows by it; repeatable.")]
Group = Annotated[list[str] | None, typer.Option("--group", metavar="ATTRIBUTE", help="Group rows by it; repeatable.")]
CaseName = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")]
ThemeName = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme.")]
OneWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="The wave, where the study has waves.")]


@app.command("show")
def show_chart(
    study: StudyName,
    *,
    themes: Themes = None,
    cases: Cases = None,
    waves: Waves = None,
    sort: Sort = None,
    group: Group = None,
    comments: Annotated[bool, typer.Option("--comments", help="With the analyst's comments.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """The chart of a theme (all cases) or of a case (all themes), as a table.

    Example: trellis chart show roles12 --theme 2 --group Site
    """
    with opened(study, person) as work:
        view = work.chart.matrix(themes, cases, waves, sort=sort or (), group=group or (), words=True)
        if as_json or as_csv:
            view, withheld = work.consents.quotable_chart(view)
            if withheld:
                say(withheld)
    show(_as_table(view, comments=comments), form(as_json=as_json, as_csv=as_csv))


def _as_table(view: ChartView, *, comments: bool) -> Table:
    if len(view.rows) == 1:
        return _case_table(view, comments=comments)
    heads = ["case", *(["wave"] if view.waves else []), *view.attributes]
    columns = [f"{column.number} {column.name}" for column in view.columns]
    values = tuple(
        (
            row.name,
            *([row.wave_name] if view.waves else []),
            *row.header,
            *(_shown(view, row_at, column_at, comments=comments) for column_at in range(len(columns))),
        )
        for row_at, row in enumerate(view.rows)
    )
    return Table((*heads, *columns), values, view.title, _NOTE)


def _case_table(view: ChartView, *, comments: bool) -> Table:
    row = view.rows[0]
    title = " · ".join(piece for piece in (row.name, row.wave_name, *row.header) if piece)
    values = tuple(
        (f"{column.number} {column.name}", _shown(view, 0, at, comments=comments))
        for at, column in enumerate(view.columns)
    )
    return Table(("theme", row.name), values, title, _NOTE)


_NOTE = "“Words of the source”, otherwise summaries; * a quotation to use; ! look again; empty: not yet charted."


def _shown(view: ChartView, row_at: int, column_at: int, *, comments: bool) -> str:
    cell = view.cell(view.rows[row_at], view.columns[column_at])
    text = cell_text(cell, comments=comments)
    return f"! {text}" if cell is not None and cell.stale else text


@app.command("cell")
def show_cell(
    study: StudyName,
    *,
    case: CaseName,
    theme: ThemeName,
    wave: OneWave = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """One cell: its statements, the words they rest on, and what is indexed for it and not yet summarised.

    Example: trellis chart cell roles12 Denise 2.3
    """
    with opened(study, person) as work:
        sheet, guide = work.chart.cell(case, theme, wave=wave), work.chart.asked(case, theme, wave=wave)
    show(_sheet_table(sheet, guide), form(as_json=as_json, as_csv=as_csv))


def _sheet_table(sheet: CellSheet, guide: str = "") -> Table:
    lines: list[tuple[str | int | None, ...]] = []
    for n, statement in enumerate(() if sheet.cell is None else sheet.cell.statements, 1):
        lines.append((n, statement.layer.value, layered(statement), references_of(statement), ""))
        for m, evidence in enumerate(statement.evidence, 1):
            source = evidence.source_name or "cell"
            again = "" if evidence.stale is None else evidence.stale.value
            star = "*" if evidence.star else ""
            lines.append((f"{n}.{m}", source, evidence.words, evidence.reference + star, again))
    lines += [(None, f"coding {w.coding}", w.words, f"{w.source}, {w.reference}", w.note) for w in sheet.waiting]
    state = "uncharted" if sheet.cell is None else sheet.cell.state.value
    blank = f", {sheet.cell.blank.value}" if sheet.cell is not None and sheet.cell.blank is not None else ""
    title = f"{sheet.row.name} / {sheet.column.number} {sheet.column.name}: {state}{blank}"
    note = f"{len(sheet.waiting)} codings not yet summarised; {sheet.words} words of about {sheet.budget}."
    if sheet.cell is not None and sheet.cell.stale:
        note += " Look again: " + "; ".join(sheet.cell.stale) + "."
    if guide and (sheet.cell is None or not sheet.cell.statements):
        note += f" By the topic guide {guide}."
    return Table(("n", "kind", "words", "reference", "note"), tuple(lines), title, note)


@app.command("progress")
def show_progress(
    study: StudyName,
    *,
    only_open: Annotated[bool, typer.Option("--open", help="Only the cells that need work.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """How far each cell is: indexed and not summarised, not evidenced, to look at again, blank and why.

    Example: trellis chart progress roles12 --open
    """
    with opened(study, person) as work:
        table = work.chart.progress(only_open=only_open)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("next")
def show_next(
    study: StudyName,
    *,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="Stay in this case.")] = None,
    person: Person = None,
) -> None:
    """The next uncharted cell, in the order of the chart, with what is indexed for it.

    Example: trellis chart next roles12 --case Denise
    """
    with opened(study, person) as work:
        sheet = work.chart.next_sheet(case)
    if sheet is None:
        say("every cell is charted, or blank for a reason")
        return
    show(_sheet_table(sheet))


@app.command("export")
def export_chart(
    study: StudyName,
    *,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to: .xlsx, .docx, .html or .csv.")],
    themes: Themes = None,
    cases: Cases = None,
    waves: Waves = None,
    sort: Sort = None,
    group: Group = None,
    paper: Annotated[Paper, typer.Option("--paper", help="The sheet it is printed on.")] = Paper.A4,
    comments: Annotated[bool, typer.Option("--comments", help="With the analyst's comments.")] = False,
    colours: Annotated[bool, typer.Option("--colours", help="Shade cells by their state.")] = False,
    wide: Annotated[bool, typer.Option("--wide/--long", help=".csv: a row a case, or a row a statement.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file of that name.")] = False,
    identified: Identified = False,
    key: KeyFile = None,
    person: Person = None,
) -> None:
    """Writes the chart, or part of it, to a file to read, print or fill in.

    Example: trellis chart export roles12 --to chart.xlsx --theme 2 --paper A3
    """
    choices = Choices(paper, comments=comments, colours=colours, wide=wide)
    part = {"themes": themes, "cases": cases, "waves": waves}
    with opened(study, person) as whole, as_wanted(whole, "chart export", identified=identified, key=key) as work:
        written = work.chart.export(to, **part, sort=sort or (), group=group or (), choices=choices, overwrite=replace)
    say(f"wrote {written}")


@app.command("import")
def import_chart(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A long table: .csv, .tsv or .xlsx.")],
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Statements from a long table: case, theme, text and what they rest on. Bad lines are listed, the others go in.

    Example: trellis chart import roles12 chart.csv
    """
    with opened(study, person) as work, progress("charting") as told:
        found = work.chart.import_statements(file, told)
    say(found.table().note)
    if found.bad:
        show(found.table(), form(as_json=as_json, as_csv=as_csv))
        raise typer.Exit(1)


@app.command("fill")
def fill_chart(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A workbook that “chart export” wrote, filled in.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would come in.")] = False,
    take: Annotated[
        Take | None, typer.Option("--take", help="Whose text wins where both wrote, or where the file empties a cell.")
    ] = None,
    cells: Annotated[
        list[str] | None, typer.Option("--cell", metavar="CASE/THEME", help="Only for this cell; repeatable.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Brings back a workbook that somebody filled in; what both sides wrote is listed and left as it is.

    Example: trellis chart fill roles12 chart.xlsx --dry-run
    """
    with opened(study, person) as work:
        found = work.chart.import_filled(file, dry_run=dry_run, take=take, cells=[_cell_named(c) for c in cells or ()])
    show(found.table(), form(as_json=as_json, as_csv=as_csv))
    if found.conflicts and not dry_run:
        say(f"{len(found.conflicts)} cells were written on both sides; repeat with --take theirs to take the file's")


def _cell_named(given: str) -> tuple[str, str]:
    case, slash, theme = given.rpartition("/")
    if not slash:
        message = f"“{given}” names no cell; give CASE/THEME, such as Denise/2.3"
        raise Invalid(message)
    return case.strip(), theme.strip()


add_writing(app)
add_bringing(app)
