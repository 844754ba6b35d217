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


@app.command("add")
def add_topic(
    study: StudyName,
    name: Annotated[str, typer.Argument(metavar="TOPIC", help="What is asked about.")],
    *,
    under: Annotated[str | None, typer.Option("--under", help="The topic that it stands under.")] = None,
    prompt: Annotated[str, typer.Option("--prompt", help="How it may be put.")] = "",
    person: Person = None,
) -> None:
    """Add a topic behind the others, under the next number.

    Example: trellis guide add roles12 "Going home" --under 2
    """
    with opened(study, person) as work:
        k = work.guide.add(name, prompt=prompt, under=under)
        made = next(topic for topic in work.guide.topics() if topic.k == k)
    say(f"{made.number} {made.name}")


@app.command("edit")
def edit_topic(
    study: StudyName,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="Number or name of the topic.")],
    *,
    name: Annotated[str | None, typer.Option("--name", help="Its other name.")] = None,
    prompt: Annotated[str | None, typer.Option("--prompt", help="How it may be put.")] = None,
    person: Person = None,
) -> None:
    """Give a topic another name or prompt; its number and coverage stay.

    Example: trellis guide edit roles12 2.1 --name "The way home"
    """
    with opened(study, person) as work:
        work.guide.edit(topic, name=name, prompt=prompt)


@app.command("move")
def move_topic(
    study: StudyName,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="Number or name of the topic.")],
    to: Annotated[int, typer.Argument(metavar="PLACE", help="Its place among those beside it, from 1.", min=1)],
    *,
    person: Person = None,
) -> None:
    """Put a topic at another place among those beside it; numbers stay with the places.

    Example: trellis guide move roles12 2.3 1
    """
    with opened(study, person) as work:
        work.guide.move(topic, to)


@app.command("remove")
def remove_topic(
    study: StudyName,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="Number or name of the topic.")],
    *,
    person: Person = None,
) -> None:
    """Take a topic away with those below it and what was said of their coverage; `trellis undo` brings it back.

    Example: trellis guide remove roles12 2.3
    """
    with opened(study, person) as work:
        gone = work.guide.remove(topic)
    say(f"{gone} topics removed" if gone > 1 else "1 topic removed")


@app.command("feed")
def feed(
    study: StudyName,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="Number or name of the topic.")],
    theme: Annotated[list[str] | None, typer.Argument(metavar="[THEME]...", help="Numbers or names of themes.")] = None,
    *,
    person: Person = None,
) -> None:
    """Say which themes a topic feeds, in place of those that it fed; without a theme, none.

    A blank under these themes is then told apart: not asked, or nothing said.

    Example: trellis guide feed roles12 2.1 3.1 3.2
    """
    with opened(study, person) as work:
        work.guide.feed(topic, theme or [])


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
