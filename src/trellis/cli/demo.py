"""`trellis demo`: the example study, made before one's eyes."""

from __future__ import annotations

from typing import Annotated

import typer

from trellis.bootstrap import make_example, study_path
from trellis.cli.common import say
from trellis.study.demo import Stage


def demo(
    name: Annotated[str, typer.Argument(metavar="[STUDY]", help="Path or name of the study to make.")] = "roles",
    stage: Annotated[Stage, typer.Option("--stage", help="Stop after this stage of the method.")] = Stage.CHARTED,
) -> None:
    """Make the example study: thirteen invented interviews, documents, framework, codings, a filled chart.

    Fiction, written for Trellis, CC0. An example that is there already is left alone.

    Example: trellis demo roles
    """
    path = study_path(name)
    if path.exists():
        say(f"{path} is there already and was left as it is")
    else:
        made = make_example(name, lambda line: say(f"  {line}"), stage)
        made.close()
        say(f"{path} is ready. All of it is fiction, written for Trellis (CC0).")
    for line in (
        f"trellis show {name}                          what is in it",
        f"trellis framework show {name}                the themes",
        f"trellis chart show {name} --theme 5          a chart: cases by sub-themes",
        f"trellis search {name} supervision            words in context",
        f"trellis sample table {name} role site        who took part",
        f"trellis chart export {name} --to matrix.xlsx the framework matrix for a spreadsheet",
        f"trellis history {name}                       who did what",
    ):
        say(f"  {line}")


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("demo")(demo)
