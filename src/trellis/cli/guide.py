"""`trellis guide`: the topic guide and what the interviews covered of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.study.guide import GuideIn

app = typer.Typer(name="guide", no_args_is_help=True, help="The topic guide and its coverage.")

Replace = Annotated[bool, typer.Option("--replace", help="Overwrite what stands otherwise.")]


@app.command("show")
def show_guide(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The numbered topics with their prompts.

    Example: trellis guide show roles12
    """
    with opened(study, person) as work:
        table = work.guide.show()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("import")
def import_guide(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx: number, topic, prompt.")],
    *,
    replace: Replace = False,
    person: Person = None,
) -> None:
    """Bring in the topic guide from a spreadsheet; "1.2" stands under "1".

    Example: trellis guide import roles12 guide.csv
    """
    with opened(study, person) as work:
        done = work.guide.import_guide(file, replace_words=replace)
    _tell(done, "topics")


@app.command("cover")
def cover(
    study: StudyName,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the interview.")],
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="Number or name of the topic.")],
    covered: Annotated[str, typer.Argument(help="yes, partly or no.")] = "yes",
    *,
    note: Annotated[str, typer.Option("--note", help="A few words about it.")] = "",
    person: Person = None,
) -> None:
    """Say how far an interview covered a topic.

    Example: trellis guide cover roles12 01-maureen 1.3 partly
    """
    with opened(study, person) as work:
        work.guide.cover(source, topic, covered, note=note)


@app.command("coverage")
def coverage(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Interviews by topics: yes, partly, no.

    Example: trellis guide coverage roles12
    """
    with opened(study, person) as work:
        table = work.guide.coverage()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("import-coverage")
def import_coverage(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx: source, topic, covered, note.")],
    *,
    replace: Replace = False,
    person: Person = None,
) -> None:
    """Bring in coverage from a spreadsheet.

    Example: trellis guide import-coverage roles12 guide-coverage.csv
    """
    with opened(study, person) as work:
        done = work.guide.import_coverage(file, replace_values=replace)
    _tell(done, "entries")


def _tell(done: GuideIn, what: str) -> None:
    for line, reason in done.refused:
        say(f"line {line}: {reason}")
    for one in done.differs:
        say(f"{one} stands otherwise here and was kept; --replace overwrites it")
    say(
        f"{done.new} {what} new, {done.same} as they were, {done.changed} changed, {len(done.differs)} different and "
        f"kept, {len(done.refused)} refused"
    )
