"""`trellis report`: the report of a study as .docx, .html or .md."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import Person, StudyName, opened, say
from trellis.study.report_templates import template_file, template_given


def report(
    study: StudyName,
    *,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file: .docx, .html or .md.")] = None,
    template: Annotated[Path | None, typer.Option("--template", help="Sections and your own words (.toml).")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the template as the study's.")] = False,
    styles: Annotated[Path | None, typer.Option("--styles", help="A Word file whose styles are taken.")] = None,
    print_template: Annotated[bool, typer.Option("--print-template", help="Write the template out.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file of that name.")] = False,
    person: Person = None,
) -> None:
    """Write the report: method with its numbers, sample, framework, findings with quotations, limitations, checklists.

    Example: trellis report roles12 -o report.docx
    """
    if out is None and not (print_template or keep):
        message = "give the file to write with -o, such as report.docx, report.html or report.md"
        raise typer.BadParameter(message)
    chosen = None if template is None else template_given(template)
    with opened(study, person) as found:
        if keep:
            found.report.keep_template("" if chosen is None else template_file(chosen))
            say("the study keeps this template" if chosen else "the study goes back to the template of Trellis")
        if print_template:
            sys.stdout.write(found.report.outline().template if chosen is None else template_file(chosen))
        if out is not None:
            say(f"{found.report.write(out, chosen, styles=styles, overwrite=replace)} holds the report")


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("report")(report)
