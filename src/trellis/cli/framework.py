"""`trellis framework`: the commands about the themes, gathered."""

from __future__ import annotations

import typer

from trellis.cli import framework_operations, framework_todo, framework_versions

app = typer.Typer(
    name="framework", help="The thematic framework: themes, operations on them, versions.", no_args_is_help=True
)
for _group in (framework_operations, framework_versions, framework_todo):
    app.add_typer(_group.app)
