"""`trellis cases`: people, groups and sites, their attributes, where they speak."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.case_facts import add_facts
from trellis.cli.common import AsCsv, AsJson, Person, StudyName, form, opened, say, show
from trellis.core.arguments import pairs_in, range_in
from trellis.study.case_import import CasesIn, ImportHow

app = typer.Typer(name="cases", no_args_is_help=True, help="Cases: people, pairs, groups, teams, sites, documents.")
add_facts(app)

CaseName = Annotated[str, typer.Argument(metavar="CASE", help="Name of the case.")]
SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")]
Stretch = Annotated[
    str | None, typer.Option("--segment", metavar="START-END", help="Only these code points of the text.")
]
Turns = Annotated[str | None, typer.Option("--turns", metavar="FIRST-LAST", help="Only these turns, counted from 1.")]
About = Annotated[bool, typer.Option("--about", help="The case is spoken about there and does not speak.")]


@app.command("list")
def list_cases(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """Every case in its order, with its kind, its sources and what it belongs to.

    Example: trellis cases list roles12
    """
    with opened(study, person) as work:
        table = work.cases.listing()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("import")
def import_cases(
    study: StudyName,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx with a column `case` or `source`.")],
    *,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="COLUMN=TYPE", help='As in "band=ordered:3,4,5,6"; repeatable.'),
    ] = None,
    how: Annotated[
        list[str] | None,
        typer.Option("--how", metavar="COLUMN=HOW", help="told, recorded or estimated; repeatable."),
    ] = None,
    group: Annotated[
        list[str] | None,
        typer.Option("--group-by", metavar="COLUMN=KIND", help='Make group cases, as in "site=site"; repeatable.'),
    ] = None,
    per_wave: Annotated[
        list[str] | None, typer.Option("--per-wave", metavar="COLUMN", help="Its values vary by wave; repeatable.")
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option("--skip", metavar="COLUMN", help="Leave the column out; repeatable.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite values that differ.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would come in.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Bring in people with their sources and attributes from a spreadsheet.

    Values that are there stay: equal ones are left, different ones listed.

    Example: trellis cases import roles12 people.csv --type band=ordered:3,4,5,6 --how age_band=estimated
    """
    chosen = ImportHow(
        types=pairs_in(kinds or ()),
        known=pairs_in(how or ()),
        groups=pairs_in(group or ()),
        per_wave=per_wave or (),
        skip=skip or (),
        replace=replace,
    )
    with opened(study, person) as work:
        done = work.cases.import_table(file, chosen, dry_run=dry_run)
    shape = form(as_json=as_json, as_csv=as_csv)
    show(done.columns(), shape)
    _tell(done, dry_run=dry_run)


def _tell(done: CasesIn, *, dry_run: bool) -> None:
    for row in done.problems().rows():
        line, outcome, column, given, why = row
        say(f"line {line}, {column}: “{given}” {outcome}: {why}")
    for before, after in done.renamed:
        say(f"“{before}” is now “{after}”")
    say(
        f"{'would be: ' if dry_run else ''}{len(done.new)} new cases, {len(done.renamed)} renamed, "
        f"{done.linked} links to sources, {done.values} values set, {done.left} as they were, "
        f"{len(done.differs)} different and kept, {len(done.refused)} refused"
    )


@app.command("from-names")
def from_names(
    study: StudyName,
    pattern: Annotated[str, typer.Argument(metavar="PATTERN", help='As in "{site}-{role}-{n}"; {_} is left out.')],
    *,
    kinds: Annotated[
        list[str] | None, typer.Option("--type", metavar="NAME=TYPE", help="Declare a type; repeatable.")
    ] = None,
    skip: Annotated[list[str] | None, typer.Option("--skip", metavar="NAME", help="Leave out; repeatable.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be set.")] = False,
    person: Person = None,
) -> None:
    """Take attributes out of the names of the sources.

    Example: trellis cases from-names roles12 "{site}-{role}-{n}" --skip n --dry-run
    """
    chosen = ImportHow(types=pairs_in(kinds or ()), skip=skip or ())
    with opened(study, person) as work:
        done = work.cases.from_names(pattern, chosen, dry_run=dry_run)
    show(done.columns())
    _tell(done, dry_run=dry_run)


@app.command("add")
def add_case(
    study: StudyName,
    name: CaseName,
    *,
    kind: Annotated[
        str, typer.Option("--kind", help="person, pair, group, team, site, organisation or document.")
    ] = "person",
    status: Annotated[
        str, typer.Option("--status", help="Of a person: approached, agreed, took part, declined, withdrew.")
    ] = "took part",
    note: Annotated[str, typer.Option("--note", help="A few words about it.")] = "",
    person: Person = None,
) -> None:
    """Add a case at the end.

    Example: trellis cases add roles12 "Crane House" --kind team
    """
    with opened(study, person) as work:
        work.cases.add(name, kind, status=status, note=note)


@app.command("rename")
def rename_case(
    study: StudyName,
    name: CaseName,
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its name from now on.")],
    *,
    person: Person = None,
) -> None:
    """Give a case, and its participant, another name.

    Example: trellis cases rename roles12 Maureen Doreen
    """
    with opened(study, person) as work:
        work.cases.rename(name, new)


@app.command("remove")
def remove_case(study: StudyName, name: CaseName, *, person: Person = None) -> None:
    """Remove a case with its links and values; not while cells, evidence or memos rest on it.

    Example: trellis cases remove roles12 "Crane House"
    """
    with opened(study, person) as work:
        work.cases.remove(name)


@app.command("move")
def move_case(
    study: StudyName,
    name: CaseName,
    *,
    before: Annotated[str | None, typer.Option("--before", metavar="CASE", help="Put it before this one.")] = None,
    after: Annotated[str | None, typer.Option("--after", metavar="CASE", help="Put it after this one.")] = None,
    person: Person = None,
) -> None:
    """Put a case elsewhere in the order of the chart's rows, at the end if nothing is said.

    Example: trellis cases move roles12 Bev --before Maureen
    """
    with opened(study, person) as work:
        work.cases.move(name, before=before, after=after)


@app.command("status")
def set_status(
    study: StudyName,
    name: CaseName,
    status: Annotated[str, typer.Argument(help="approached, agreed, took part, declined or withdrew.")],
    *,
    person: Person = None,
) -> None:
    """Say how far a participant has come; only those who took part are counted in the sample.

    Example: trellis cases status roles12 Lena withdrew
    """
    with opened(study, person) as work:
        work.cases.set_status(name, status)


@app.command("belongs")
def belongs(
    study: StudyName,
    child: CaseName,
    parent: Annotated[str, typer.Argument(metavar="PARENT", help="Name of the case that it belongs to.")],
    *,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="From this day.")] = "",
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day.")] = None,
    no_more: Annotated[bool, typer.Option("--not", help="Take it back instead.")] = False,
    person: Person = None,
) -> None:
    """Say that a case belongs to another one: a person to a team, a team to a site.

    Example: trellis cases belongs roles12 Maureen "Crane House" --since 2004-09-01
    """
    with opened(study, person) as work:
        if no_more:
            work.cases.leaves(child, parent)
        else:
            work.cases.belongs(child, parent, since=since, until=until)


@app.command("link")
def link(
    study: StudyName,
    case: CaseName,
    source: SourceName,
    *,
    about: About = False,
    segment: Stretch = None,
    turns: Turns = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take such a link back.")] = False,
    person: Person = None,
) -> None:
    """Say that a case speaks in a source, or is spoken about there, or in a stretch of it.

    Example: trellis cases link roles12 Bev 01-maureen --about --turns 9-12
    """
    with opened(study, person) as work:
        call = work.cases.unlink if remove else work.cases.link
        how = "about" if about else "speaks"
        call(case, source, how=how, segment=range_in(segment), turns=range_in(turns))


@app.command("labels")
def labels(study: StudyName, *, as_json: AsJson = False, as_csv: AsCsv = False, person: Person = None) -> None:
    """The speakers' labels over all sources, with the role and the case that each stands for.

    Example: trellis cases labels roles12
    """
    with opened(study, person) as work:
        table = work.cases.labels()
    show(table, form(as_json=as_json, as_csv=as_csv))


@app.command("label")
def label(
    study: StudyName,
    name: Annotated[str, typer.Argument(metavar="LABEL", help="The label as the texts have it.")],
    role: Annotated[str, typer.Argument(metavar="ROLE", help="interviewer, participant, several voices or unknown.")],
    *,
    case: Annotated[str | None, typer.Option("--case", metavar="CASE", help="Which participant it is.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="SOURCE", help="In this source only.")] = None,
    person: Person = None,
) -> None:
    """Say what a speaker's label stands for, in all sources or in one.

    Example: trellis cases label roles12 INT interviewer
    """
    with opened(study, person) as work:
        work.cases.set_label(name, role, case=case, source=source)
