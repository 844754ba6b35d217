"""`trellis index`: applying the framework to the sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trellis.cli.common import AsCsv, AsJson, Person, StudyName, equals_pairs, form, opened, progress, say, show
from trellis.cli.index_paper import add_paper
from trellis.cli.index_reading import add_reading
from trellis.cli.index_rules import add_rules
from trellis.study.index import Coded, Where

app = typer.Typer(name="index", no_args_is_help=True, help="Indexing: codings, rounds, rules, what is under a theme.")

SourceName = Annotated[str, typer.Argument(metavar="SOURCE", help="Name of the source.")]
ThemeNames = Annotated[list[str], typer.Argument(metavar="THEME...", help="Numbers or names of themes.")]
Keys = Annotated[list[int], typer.Argument(metavar="CODING...", help="Keys of codings, from `trellis index list`.")]
Coder = Annotated[str | None, typer.Option("--coder", metavar="NAME", help="Who coded (default: who works).")]
RoundName = Annotated[str | None, typer.Option("--round", metavar="ROUND", help="Round (default: the adopted index).")]
VersionName = Annotated[
    str | None, typer.Option("--version", metavar="NAME", help="Framework version (default: the newest).")
]


@app.command("code")
def code(
    study: StudyName,
    source: SourceName,
    themes: ThemeNames,
    *,
    quote: Annotated[str | None, typer.Option(metavar="WORDS", help="The words, as they stand.")] = None,
    turns: Annotated[str | None, typer.Option(metavar="43-45", help="Turns, by number.")] = None,
    start: Annotated[int | None, typer.Option(help="First code point.")] = None,
    end: Annotated[int | None, typer.Option(help="Code point after the last.")] = None,
    coder: Coder = None,
    in_round: RoundName = None,
    version: VersionName = None,
    note: Annotated[str, typer.Option(help="A note on the coding.")] = "",
    person: Person = None,
) -> None:
    """Index a stretch of a source under one theme or several, by quotation, turns or offsets.

    Example: trellis index code roles12 01-maureen 2.3 4.1 --turns 43-45
    """
    where = Where(quote=quote, start=start, end=end, turns=turns)
    with opened(study, person) as work:
        coded = work.index.code(source, themes, where, coder=coder, round=in_round, version=version, note=note)
    _tell(coded)


def _tell(coded: Coded) -> None:
    for coding in coded.added:
        say(f"coding {coding.k}: characters {coding.start}–{coding.end}")
    for coding in coded.already:
        say(f"already there: coding {coding.k}, characters {coding.start}–{coding.end}")


@app.command("remove")
def remove(study: StudyName, codings: Keys, person: Person = None) -> None:
    """Take codings away; statements that rest on them keep the words.

    Example: trellis index remove roles12 8589934612
    """
    with opened(study, person) as work:
        removed = work.index.remove(*codings)
    say(f"{len(removed)} removed; `trellis undo` brings them back")


@app.command("recode")
def recode(
    study: StudyName,
    theme: Annotated[str, typer.Argument(metavar="THEME", help="Number or name of the theme they go to.")],
    codings: Keys,
    person: Person = None,
) -> None:
    """Move codings to another theme.

    Example: trellis index recode roles12 2.4 8589934612 8589934613
    """
    with opened(study, person) as work:
        coded = work.index.recode(codings, theme)
    say(f"{len(coded.added)} moved, {len(coded.already)} stood there already")


@app.command("resize")
def resize(
    study: StudyName,
    coding: Annotated[int, typer.Argument(metavar="CODING", help="Key of the coding.")],
    start: Annotated[int, typer.Argument(metavar="START", help="First code point.")],
    end: Annotated[int, typer.Argument(metavar="END", help="Code point after the last.")],
    person: Person = None,
) -> None:
    """Give a coding other bounds.

    Example: trellis index resize roles12 8589934612 1200 1312
    """
    with opened(study, person) as work:
        work.index.resize(coding, start, end)


@app.command("note")
def note(
    study: StudyName,
    coding: Annotated[int, typer.Argument(metavar="CODING", help="Key of the coding.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help='The note; "" takes it away.')],
    person: Person = None,
) -> None:
    """Give a coding a note.

    Example: trellis index note roles12 8589934612 "Said with a laugh."
    """
    with opened(study, person) as work:
        work.index.annotate(coding, text)


@app.command("bulk")
def bulk(
    study: StudyName,
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A .csv, .xlsx or Parquet file of codings.")],
    *,
    heads: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="HEAD=NAME", help="What a column holds: source, theme, quote …; repeatable."),
    ] = None,
    coder: Coder = None,
    in_round: RoundName = None,
    version: VersionName = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, store nothing.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    person: Person = None,
) -> None:
    """Index from a table with columns source, theme and quote (or turns, or start and end).

    Heads in other words are known (Participant, Code, Extract, Who, Comment …); --column names the rest.

    Example: trellis index bulk roles12 codings.csv --version v2 --dry-run
    """
    with opened(study, person) as work, progress("Indexing") as told:
        done = work.index.bulk(
            table,
            heads=equals_pairs(heads),
            coder=coder,
            round=in_round,
            version=version,
            dry_run=dry_run,
            progress=told,
        )
    would = "would be made" if dry_run else "made"
    say(f"{done.added} codings {would}, {done.already} were there already, {len(done.bad)} lines left out")
    if done.bad:
        show(done.table(), form(as_json=as_json, as_csv=as_csv))


add_reading(app)
add_paper(app)
add_rules(app)
