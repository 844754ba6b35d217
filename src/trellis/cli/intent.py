"""`trellis intent`: what documents say is to happen, beside how it is told."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, show
from trellis.core.errors import Invalid
from trellis.study.chart_given import OnCell, Words

app = typer.Typer(name="intent", no_args_is_help=True, help="What documents intend, beside what is told of it.")

Which = Annotated[str, typer.Argument(metavar="PROVISION", help="Number in the chart, or how it begins.")]
Group = Annotated[str, typer.Argument(metavar="GROUP", help="A value of the attribute that groups.")]


@app.command("show")
def show_chart(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The chart: a provision a row, a group a column.

    Example: trellis intent show roles12
    """
    with opened(study, person) as work:
        table = work.intent.chart().table()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("provide")
def provide(
    study: StudyName,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is to happen, in a sentence.")],
    *,
    document: Annotated[str, typer.Option("--document", metavar="SOURCE", help="The document that says so.")],
    quote: Annotated[str, typer.Option("--quote", metavar="WORDS", help="The words in it.")],
    person: Person = None,
) -> None:
    """Write down what a document says is to happen, with its words.

    Example: trellis intent provide roles12 "Supervision every month." --document guide --quote "each month"
    """
    with opened(study, person) as work:
        work.intent.provide(text, Words(document, quote))


@app.command("group")
def group(
    study: StudyName,
    attribute: Annotated[str, typer.Argument(metavar="ATTRIBUTE", help="An attribute of cases, such as role.")],
    *,
    person: Person = None,
) -> None:
    """Choose the attribute whose values are the columns.

    Example: trellis intent group roles12 role
    """
    with opened(study, person) as work:
        work.intent.group_by(attribute)


@app.command("tell")
def tell(
    study: StudyName,
    provision: Which,
    group: Group,
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="as intended, diluted, exceeded, contradicted or unknown to staff.")
    ],
    text: Annotated[str, typer.Argument(metavar="[WORDS]", help="How they tell it.")] = "",
    *,
    person: Person = None,
) -> None:
    """Say how a group tells a provision.

    Example: trellis intent tell roles12 1 "STR worker" diluted "Every third month, in a car."
    """
    with opened(study, person) as work:
        work.intent.tell(provision, group, value, text)


@app.command("untell")
def untell(study: StudyName, provision: Which, group: Group, *, person: Person = None) -> None:
    """Take back how a group tells a provision, with what it rests on.

    Example: trellis intent untell roles12 1 "STR worker"
    """
    with opened(study, person) as work:
        work.intent.untell(provision, group)


@app.command("link")
def link(
    study: StudyName,
    provision: Which,
    group: Group,
    *,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="The case of a cell.")] = None,
    theme: Annotated[str | None, typer.Option("--theme", metavar="THEME", help="The theme of the cell.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="Instead: whose words.")] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="WORDS", help="The words in that source.")] = None,
    person: Person = None,
) -> None:
    """Give what a group tells a cell of the chart, or words of a source, as evidence.

    Example: trellis intent link roles12 1 "STR worker" --case Denise --theme 5.1
    """
    with opened(study, person) as work:
        work.intent.link(provision, group, _evidence(case, theme, source, quote))


def _evidence(case: str | None, theme: str | None, source: str | None, quote: str | None) -> OnCell | Words:
    if source is not None and quote is not None and case is None and theme is None:
        return Words(source, quote)
    if case is not None and theme is not None and source is None and quote is None:
        return OnCell(case, theme)
    message = "say what it rests on: a cell by --case and --theme, or words by --source and --quote"
    raise Invalid(message)


@app.command("remove")
def remove(study: StudyName, provision: Which, *, person: Person = None) -> None:
    """Take a provision out with what is told of it.

    Example: trellis intent remove roles12 1
    """
    with opened(study, person) as work:
        work.intent.remove(provision)
