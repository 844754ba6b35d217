"""`trellis demo`: the example study, made before one's eyes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from trellis.bootstrap import make_example, study_path
from trellis.cli.common import say
from trellis.cli.serve import open_workbench
from trellis.study.demo import Example, Stage, copy_files


def demo(
    name: Annotated[str, typer.Argument(metavar="[STUDY]", help="Path or name of the study to make.")] = "roles",
    files: Annotated[Path | None, typer.Option("--files", help="Also copy the example's files to this folder.")] = None,
    stage: Annotated[Stage, typer.Option("--stage", help="Stop after this stage of the method.")] = Stage.REPORTED,
    example: Annotated[
        Example | None,
        typer.Option("--example", help="Which one (by default the one that the study is named after, else roles)."),
    ] = None,
    *,
    serve: Annotated[
        bool | None, typer.Option("--serve/--no-serve", help="Open the workbench on it (by default at a terminal).")
    ] = None,
) -> None:
    """Make an example study, and open the workbench on it.

    roles: 37 invented interviews with workers without a profession and their managers, indexed and charted.
    peer: 54 invented interviews in two waves about peer workers, read again for another question than they were for.
    Fiction, written for Trellis, CC0. An example that is there already is left alone. For teaching, stop earlier:
    raw (interviews, documents, sample), v0 (the first framework), v1 (some interviews indexed under it), framework
    (v2), indexed, charted, reported (judged under lenses, with findings).

    Example: trellis demo peer
    """
    which = example or next((one for one in Example if one == Path(name).stem), Example.ROLES)
    if files is not None:
        copy_files(files, which)
        say(f"{files} holds transcripts, documents, tables and framework to try things on")
    path = study_path(name)
    if path.exists():
        say(f"{path} is there already and was left as it is")
    else:
        made = make_example(name, lambda line: say(f"  {line}"), stage, which)
        made.close()
        say(f"{path} is ready. All of it is fiction, written for Trellis (CC0).")
    made_so_far = list(Stage)[: list(Stage).index(stage) + 1]
    for begins, command, what in LOOK[which]:
        if begins in made_so_far:
            say(f"  {'trellis ' + command.format(name):<61} {what}")
    if sys.stdout.isatty() if serve is None else serve:
        open_workbench(path.parent)


LOOK = {
    Example.ROLES: (
        (Stage.RAW, "show {0}", "what is in it"),
        (Stage.V0, "framework show {0}", "the themes"),
        (Stage.V1, "framework versions {0}", "how they came about"),
        (Stage.CHARTED, "chart show {0} --theme 5", "a chart: cases by sub-themes"),
        (Stage.RAW, "search {0} supervision", "words in context"),
        (Stage.RAW, "sample table {0} --rows role --columns site", "who took part"),
        (Stage.INDEXED, 'rounds disagreements {0} "double coding"', "where two coders differ, with the words"),
        (Stage.CHARTED, "chart export {0} --to matrix.xlsx", "the framework matrix as a workbook"),
        (
            Stage.REPORTED,
            "lens outcomes {0} assistant-role",
            "what kind of post each role is, by judgements with evidence",
        ),
        (Stage.REPORTED, "lens cross {0} indirect-use shaping-context:team-structure", "two lenses crossed"),
        (Stage.REPORTED, "finding list {0}", "findings, with how many cases hold, qualify and contradict"),
        (Stage.CHARTED, "review {0}", "what a careful referee would ask of it"),
        (Stage.CHARTED, "report {0} -o {0}.docx", "the report"),
        (Stage.RAW, "history {0}", "who did what"),
        (Stage.RAW, "serve", "the workbench in the browser"),
    ),
    Example.PEER: (
        (Stage.RAW, "show {0}", "what is in it"),
        (Stage.RAW, "cases waves {0}", "the two waves"),
        (Stage.RAW, "cases attrition {0}", "who was heard in both"),
        (Stage.FRAMEWORK, "framework operations {0}", "how the framework of the evaluation became another"),
        (Stage.CHARTED, "chart show {0} --theme 1", "recognition: cases by sub-themes"),
        (Stage.CHARTED, "chart show {0} --theme 5 --case Leon --case Pearl", "two people in two waves"),
        (Stage.RAW, "sample table {0} --rows stakeholder --columns organisation", "who took part"),
        (Stage.RAW, "cases consents {0}", "who may be quoted"),
        (Stage.REPORTED, "lens outcomes {0} recognition", "who recognises peer workers, by judgements with evidence"),
        (
            Stage.REPORTED,
            "lens rests {0} workplace-actor",
            "what would come out otherwise without one case, site or judge",
        ),
        (Stage.REPORTED, "finding list {0}", "findings, with how many cases hold, qualify and contradict"),
        (Stage.CHARTED, "review {0}", "what a careful referee would ask of it"),
        (Stage.CHARTED, "report {0} -o {0}.docx", "the report"),
        (Stage.RAW, "serve", "the workbench in the browser"),
    ),
}
"""Where to look first in each example, command by command, from the stage at which there is something to see."""


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("demo")(demo)
