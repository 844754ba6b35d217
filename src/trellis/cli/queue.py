"""`trellis queue`: what waits for whom in the chart."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.study.queue import queue_table

app = typer.Typer(name="queue", no_args_is_help=True, help="Cells returned or to review, and who should do what.")

CaseName = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")]
ThemeName = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme.")]
OneWave = Annotated[str | None, typer.Option("--wave", metavar="WAVE", help="The wave, where the study has waves.")]


@app.command("show")
def show_queue(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Show what waits for you: cells returned to you, those you returned, cells to review, assignments.

    Example: trellis queue show roles12 --as Ben
    """
    with opened(study, person) as work:
        show(queue_table(work.queue.now()), form(as_json=as_json, as_csv=as_csv))


@app.command("return")
def return_cell(
    study: StudyName,
    case: CaseName,
    theme: ThemeName,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What whoever charted it is asked.")],
    *,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Return a cell to whoever charted it, with a question.

    Example: trellis queue return roles12 Denise 2.3 "Four what?"
    """
    with opened(study, person) as work:
        work.chart.mark(case, theme, "returned", wave=wave, question=question)
    say(f"{case} / {theme} returned")


@app.command("answer")
def answer(
    study: StudyName,
    case: CaseName,
    theme: ThemeName,
    text: Annotated[str, typer.Argument(metavar="ANSWER", help="Kept as a memo on the cell.")],
    *,
    wave: OneWave = None,
    person: Person = None,
) -> None:
    """Answer what was asked on a cell; it is charted again, and waits for whoever asked.

    Example: trellis queue answer roles12 Denise 2.3 "Four forms a week."
    """
    with opened(study, person) as work:
        work.queue.answer(case, theme, text, wave=wave)
    say(f"{case} / {theme} answered")
