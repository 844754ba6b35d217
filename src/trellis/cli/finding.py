"""`trellis finding`: claims, the cases that carry them, the words they rest on, searches for cases against."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.cli.filtering import pairs
from trellis.cli.finding_evidence import add_finding_evidence
from trellis.core.finding_view import FindingView
from trellis.study.finding_scope import About
from trellis.study.finding_words import finding_text

app = typer.Typer(name="finding", no_args_is_help=True, help="Claims, their cases and their evidence.")
add_finding_evidence(app)

Which = Annotated[str, typer.Argument(metavar="FINDING", help="Number in the list, or how its statement begins.")]
OfCase = Annotated[
    list[str] | None, typer.Option("--case", metavar="CASE", help="It speaks of this person, site or team; repeatable.")
]
OfWave = Annotated[list[str] | None, typer.Option("--wave", metavar="WAVE", help="It speaks of this wave; repeatable.")]
Where = Annotated[
    list[str] | None, typer.Option("--where", metavar="ATTRIBUTE=VALUE", help="It speaks of these cases; repeatable.")
]
OfTheme = Annotated[
    list[str] | None, typer.Option("--theme", metavar="THEME", help="A theme that it comes from; repeatable.")
]
Follows = Annotated[
    list[str] | None, typer.Option("--follows", metavar="FINDING", help="A finding that it follows from; repeatable.")
]
Answers = Annotated[
    list[str] | None, typer.Option("--answers", metavar="N", help="A research question that it answers; repeatable.")
]
Output = Annotated[
    str,
    typer.Option("--output", help="concept, range and nature, typology, association, explanation or recommendation."),
]


@app.command("add")
def add(
    study: StudyName,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="The claim in a sentence or two.")],
    *,
    output: Output = "range and nature",
    theme: OfTheme = None,
    case: OfCase = None,
    wave: OfWave = None,
    where: Where = None,
    follows: Follows = None,
    answers: Answers = None,
    account: Annotated[str, typer.Option("--account", help="What the report says below it.")] = "",
    person: Person = None,
) -> None:
    """Write a finding.

    Example: trellis finding add roles12 "Most STR workers work alone and say so as a matter of course." --theme 3
    """
    about = _about(theme, case, wave, where, follows)
    with opened(study, person) as work:
        work.findings.add(statement, about, output=output, answers=answers or (), account=account)


def _about(
    theme: list[str] | None,
    case: list[str] | None,
    wave: list[str] | None,
    where: list[str] | None,
    follows: list[str] | None,
) -> About:
    conditions = None if where is None else pairs(where)
    return About(cases=case, waves=wave, where=conditions, themes=theme, follows=follows)


@app.command("list")
def list_findings(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Every finding: how many of its cases stand in which list, and what it wants.

    Example: trellis finding list roles12
    """
    with opened(study, person) as work:
        table = work.findings.listing()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("show")
def show_finding(study: StudyName, finding: Which, *, person: Person = None) -> None:
    """One finding with its cases in their lists, its evidence in words, and the searches against it.

    Example: trellis finding show roles12 1
    """
    with opened(study, person) as work:
        view: FindingView = work.findings.get(finding)
    typer.echo(finding_text(view))


@app.command("cases")
def cases(
    study: StudyName,
    finding: Which,
    *,
    group: Annotated[
        str | None, typer.Option("--list", metavar="LIST", help="Only this list: holds, contrary, silent …")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """The cases of a finding, list by list: what stands behind a “most”.

    Example: trellis finding cases roles12 1 --list contrary
    """
    with opened(study, person) as work:
        table = work.findings.cases(finding, group)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("counter")
def counter(
    study: StudyName, finding: Which, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None
) -> None:
    """The cases that were charted and do not carry the claim, with what their cells say.

    Example: trellis finding counter roles12 1
    """
    with opened(study, person) as work:
        table = work.findings.counter(finding)
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("edit")
def edit(
    study: StudyName,
    finding: Which,
    *,
    statement: Annotated[str | None, typer.Option("--statement", help="The claim in other words.")] = None,
    account: Annotated[str | None, typer.Option("--account", help="What the report says below it.")] = None,
    output: Annotated[str | None, typer.Option("--output", help="Which output of mapping it is.")] = None,
    person: Person = None,
) -> None:
    """Put a finding in other words.

    Example: trellis finding edit roles12 1 --output association
    """
    with opened(study, person) as work:
        work.findings.edit(finding, statement=statement, account=account, output=output)


@app.command("tie")
def tie(
    study: StudyName,
    finding: Which,
    *,
    theme: OfTheme = None,
    case: OfCase = None,
    wave: OfWave = None,
    where: Where = None,
    follows: Follows = None,
    person: Person = None,
) -> None:
    """Say what a finding speaks of, the themes it comes from, the findings it follows from; replaces what stood there.

    Example: trellis finding tie roles12 1 --where "role=STR worker" --theme 3.1
    """
    about = _about(theme, case, wave, where, follows)
    with opened(study, person) as work:
        work.findings.tie(finding, about)


@app.command("answer")
def answer(
    study: StudyName,
    finding: Which,
    questions: Annotated[
        list[str] | None, typer.Argument(metavar="[QUESTION]...", help="Numbers of research questions; none: of none.")
    ] = None,
    *,
    person: Person = None,
) -> None:
    """Say which research questions a finding answers.

    Example: trellis finding answer roles12 1 1
    """
    with opened(study, person) as work:
        work.findings.answer(finding, questions or ())


@app.command("status")
def status(
    study: StudyName,
    finding: Which,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="draft, ready or dropped.")],
    *,
    person: Person = None,
) -> None:
    """Say how far a finding is; the review asks about those that are ready.

    Example: trellis finding status roles12 1 ready
    """
    with opened(study, person) as work:
        work.findings.set_status(finding, status)


@app.command("numbers")
def numbers(
    study: StudyName,
    finding: Which,
    *,
    off: Annotated[bool, typer.Option("--off", help="Take it back.")] = False,
    person: Person = None,
) -> None:
    """Let counts of cases stand in print beside a finding. The lead's alone.

    Example: trellis finding numbers roles12 1
    """
    with opened(study, person) as work:
        work.findings.print_numbers(finding, on=not off)


@app.command("remove")
def remove(study: StudyName, finding: Which, *, person: Person = None) -> None:
    """Take a finding out with all that belongs to it.

    Example: trellis finding remove roles12 2
    """
    with opened(study, person) as work:
        work.findings.remove(finding)


@app.command("import")
def import_findings(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .toml file of findings.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come in.")] = False,
    person: Person = None,
) -> None:
    """Bring in findings with their evidence; nothing comes in if one of them does not fit.

    Example: trellis finding import roles12 findings.toml
    """
    with opened(study, person) as work:
        done = work.findings.import_file(file, dry_run=dry_run)
    would = "would come in" if dry_run else "came in"
    say(f"{done.new} findings with {done.evidence} pieces of evidence {would}; {len(done.same)} were there already")


@app.command("export")
def export(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write them, a .toml file.")],
    *,
    person: Person = None,
) -> None:
    """Write the findings with their evidence to a file that `import` takes.

    Example: trellis finding export roles12 findings-out.toml
    """
    with opened(study, person) as work:
        content = work.findings.written()
    with file.open("xb") as out:
        out.write(content)
    say(f"wrote {file}")
