"""`trellis memo`: memos, the reading log, assignments."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.reading_log import add_reading_log
from trellis.core.arguments import range_in
from trellis.study.memo_about import Topic

app = typer.Typer(name="memo", no_args_is_help=True, help="Memos, who has read what, who should do what.")

Number = Annotated[int, typer.Argument(metavar="MEMO", help="Number of the memo, as the list shows it.")]
OfSource = Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="About this source.")]
OfCase = Annotated[str | None, typer.Option("--case", metavar="CASE", help="About this case; with --theme, the cell.")]
OfTheme = Annotated[str | None, typer.Option("--theme", metavar="THEME", help="About this theme.")]
OfWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="Of a cell: its wave.")]
OfCoding = Annotated[int | None, typer.Option("--coding", metavar="KEY", help="About this coding.")]
OfMemo = Annotated[int | None, typer.Option("--memo", metavar="MEMO", help="About this memo.")]
Segment = Annotated[
    str | None, typer.Option("--segment", metavar="START-END", help="About these code points of the source.")
]
Kind = Annotated[str, typer.Option("--kind", help="analytic, field note, reflexive, decision or margin.")]
Present = Annotated[list[str] | None, typer.Option("--present", metavar="NAME", help="Who was there; repeatable.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day it speaks of, as in 2026-03-31.")]


@app.command("add")
def add(
    study: StudyName,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The memo.")],
    *,
    kind: Kind = "analytic",
    source: OfSource = None,
    case: OfCase = None,
    theme: OfTheme = None,
    wave: OfWave = None,
    coding: OfCoding = None,
    memo: OfMemo = None,
    segment: Segment = None,
    present: Present = None,
    on: On = None,
    person: Person = None,
) -> None:
    """Write a memo about the study, a source, a case, a theme, a cell, a coding or another memo.

    Example: trellis memo add roles12 "Ken and Bev mean different things by it." --kind reflexive --theme 4.2
    """
    about = Topic(source, case, theme, wave, coding, memo, range_in(segment))
    with opened(study, person) as work:
        work.memos.add(text, about, kind=kind, present=present or (), on=on)


@app.command("list")
def list_memos(
    study: StudyName,
    *,
    kind: Annotated[str | None, typer.Option("--kind", help="Only this kind.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only this person's.")] = None,
    search: Annotated[str | None, typer.Option("--search", metavar="WORDS", help="With all of these words.")] = None,
    source: OfSource = None,
    case: OfCase = None,
    theme: OfTheme = None,
    wave: OfWave = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """The memos in order of time, all or some.

    Example: trellis memo list roles12 --kind decision
    """
    named = any(name is not None for name in (source, case, theme, wave))
    about = Topic(source, case, theme, wave) if named else None
    with opened(study, person) as work:
        table = work.memos.listing(about, kind=kind, by=by, search=search)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("show")
def show_memo(
    study: StudyName, number: Number, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """One memo.

    Example: trellis memo show roles12 57
    """
    with opened(study, person) as work:
        table = work.memos.show(number)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("edit")
def edit(
    study: StudyName,
    number: Number,
    *,
    text: Annotated[str | None, typer.Option("--text", help="Its words from now on.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Its kind from now on.")] = None,
    present: Present = None,
    on: On = None,
    person: Person = None,
) -> None:
    """Change a memo; the study's history keeps what it said before.

    Example: trellis memo edit roles12 57 --text "Ask Ben about this."
    """
    with opened(study, person) as work:
        work.memos.edit(number, text=text, kind=kind, present=present, on=on)


@app.command("remove")
def remove(study: StudyName, number: Number, *, person: Person = None) -> None:
    """Remove a memo.

    Example: trellis memo remove roles12 57
    """
    with opened(study, person) as work:
        work.memos.remove(number)


@app.command("import")
def import_memos(
    study: StudyName,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx: kind, about, by, date, who_was_there, text.")
    ],
    *,
    person: Person = None,
) -> None:
    """Bring in memos from a spreadsheet; those that are there already are left.

    Example: trellis memo import roles12 memos.csv
    """
    with opened(study, person) as work:
        done = work.memos.import_table(file)
    for line, reason in done.refused:
        say(f"line {line}: {reason}")
    for line, about in done.unknown:
        say(f"line {line}: nothing here is called “{about}”; kept as a memo on the study, with these words in front")
    say(f"{done.new} memos new, {done.same} were there, {len(done.refused)} refused")


add_reading_log(app)
