"""`trellis worksheet`: data, elements and categories of one column of the chart."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Form, Person, StudyName, form, opened, say, show
from trellis.cli.worksheet_categories import add_categories
from trellis.core.arguments import numbers_in
from trellis.study.worksheet_given import Datum, Nth
from trellis.study.worksheet_reading import categories_table, data_table, elements_table, whole_table

app = typer.Typer(
    name="worksheet", no_args_is_help=True, help="One column of the chart: data, elements drawn from it, categories."
)

ThemeName = Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme whose column it is.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="The element, on one line.")]
From = Annotated[
    str, typer.Option("--from", metavar="DATA", help="Lines of the data, by the numbers shown: “3” or “1,3,7-9”.")
]
Number = Annotated[int, typer.Argument(metavar="N", help="Number of the element, as the worksheet shows it.")]
Numbers = Annotated[str, typer.Argument(metavar="ELEMENTS", help="Numbers of elements: “3” or “1,3,7-9”.")]
Category = Annotated[str | None, typer.Option("--category", metavar="NAME", help="A category of the worksheet.")]


def nths(theme: str, given: str) -> list[Nth]:
    """The elements that numbers such as “1,3,7-9” mean. Raises Invalid."""
    return [Nth(theme, n) for n in numbers_in(given)]


@app.command("list")
def list_worksheets(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Show how far the worksheet of each column is.

    Example: trellis worksheet list roles12
    """
    with opened(study, person) as work:
        show(work.worksheets.listing(), form(as_json=as_json, as_csv=as_csv))


@app.command("show")
def show_worksheet(
    study: StudyName, theme: ThemeName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """Show a column's data, the elements drawn from it and the categories; with --csv or --json, side by side.

    Example: trellis worksheet show roles12 2.3
    """
    with opened(study, person) as work:
        sheet = work.worksheets.sheet(theme)
    how = form(as_json=as_json, as_csv=as_csv)
    if how is not Form.TABLE:
        show(whole_table(sheet), how)
        return
    for table in (data_table(sheet), elements_table(sheet), categories_table(sheet)):
        show(table)
    say(f"{len(sheet.undrawn)} statements not drawn from, {len(sheet.ungrouped)} elements in no category")


@app.command("draw")
def draw(
    study: StudyName, theme: ThemeName, text: Text, *, data: From, category: Category = None, person: Person = None
) -> None:
    """Draw an element from lines of the data.

    Example: trellis worksheet draw roles12 2.3 "Learns by watching others" --from 1,4
    """
    with opened(study, person) as work:
        work.worksheets.draw(theme, text, [Datum(n) for n in numbers_in(data)], category=category)
    say(f"drawn: {text}")


@app.command("reword")
def reword(study: StudyName, theme: ThemeName, n: Number, text: Text, *, person: Person = None) -> None:
    """Put an element in other words; what it was drawn from stays.

    Example: trellis worksheet reword roles12 2.3 1 "Learns beside others"
    """
    with opened(study, person) as work:
        work.worksheets.reword(Nth(theme, n), text)
    say(f"element {n}: {text}")


@app.command("link")
def link(study: StudyName, theme: ThemeName, n: Number, *, data: From, person: Person = None) -> None:
    """Add lines of the data to what an element was drawn from.

    Example: trellis worksheet link roles12 2.3 1 --from 5
    """
    with opened(study, person) as work:
        fresh = work.worksheets.link(Nth(theme, n), [Datum(one) for one in numbers_in(data)])
    say(f"element {n}: {fresh} more")


@app.command("unlink")
def unlink(
    study: StudyName,
    theme: ThemeName,
    n: Number,
    *,
    line: Annotated[int, typer.Option("--from", metavar="LINE", help="A line of the data, by its number.")],
    person: Person = None,
) -> None:
    """Take a line of the data from what an element was drawn from.

    Example: trellis worksheet unlink roles12 2.3 1 --from 5
    """
    with opened(study, person) as work:
        work.worksheets.unlink(Nth(theme, n), Datum(line))
    say(f"element {n} is no longer drawn from line {line}")


@app.command("join")
def join(study: StudyName, theme: ThemeName, elements: Numbers, *, person: Person = None) -> None:
    """Make one of several elements: the first one given, drawn from all that the others were.

    Example: trellis worksheet join roles12 2.3 1,4
    """
    with opened(study, person) as work:
        work.worksheets.join(nths(theme, elements))
    say(f"elements {elements} are one")


@app.command("remove")
def remove(study: StudyName, theme: ThemeName, elements: Numbers, *, person: Person = None) -> None:
    """Remove elements; the statements stay as they are.

    Example: trellis worksheet remove roles12 2.3 4
    """
    with opened(study, person) as work:
        work.worksheets.remove(nths(theme, elements))
    say(f"elements {elements} removed; “trellis undo” brings them back")


@app.command("order")
def order(
    study: StudyName,
    theme: ThemeName,
    n: Number,
    *,
    to: Annotated[int, typer.Option("--to", metavar="PLACE", help="Its new place, from 1.")],
    person: Person = None,
) -> None:
    """Move an element to another place in its worksheet.

    Example: trellis worksheet order roles12 2.3 4 --to 1
    """
    with opened(study, person) as work:
        work.worksheets.order(Nth(theme, n), to)
    say(f"element {n} moved")


@app.command("group")
def group(
    study: StudyName,
    theme: ThemeName,
    elements: Numbers,
    *,
    category: Annotated[str | None, typer.Argument(metavar="CATEGORY", help="Its name; none to ungroup.")] = None,
    person: Person = None,
) -> None:
    """Put elements into a category of their worksheet, or, with none named, out of any.

    Example: trellis worksheet group roles12 2.3 1,2 "Learning alone"
    """
    with opened(study, person) as work:
        work.worksheets.group(nths(theme, elements), category)
    say(f"elements {elements}: {category or 'in no category'}")


@app.command("confirm")
def confirm(study: StudyName, theme: ThemeName, elements: Numbers, *, person: Person = None) -> None:
    """Say that elements are still right, after what they were drawn from changed.

    Example: trellis worksheet confirm roles12 2.3 1,2
    """
    with opened(study, person) as work:
        work.worksheets.confirm(nths(theme, elements))
    say(f"elements {elements} are still right")


@app.command("move")
def move(
    study: StudyName,
    theme: ThemeName,
    elements: Numbers,
    *,
    to: Annotated[str, typer.Option("--to", metavar="THEME", help="The theme whose worksheet they go to.")],
    person: Person = None,
) -> None:
    """Put elements into the worksheet of another column, as after a split; they leave their category.

    Example: trellis worksheet move roles12 2.3 4 --to 2.4
    """
    with opened(study, person) as work:
        work.worksheets.move(nths(theme, elements), to)
    say(f"elements {elements} moved to {to}")


@app.command("export")
def export(
    study: StudyName,
    theme: ThemeName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .docx or .xlsx file to write.")],
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    person: Person = None,
) -> None:
    """Write a worksheet to a file: data, elements, categories, a line a statement and element.

    Example: trellis worksheet export roles12 2.3 training.docx
    """
    with opened(study, person) as work:
        work.worksheets.export(theme, file, overwrite=replace)
    say(f"written to {file}")


add_categories(app)
