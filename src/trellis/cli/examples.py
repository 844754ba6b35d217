"""The example that ends a command's docstring, moved to where its help ends."""

from __future__ import annotations

import inspect

import typer

MARK = "Example: "


def end_help_with_examples(app: typer.Typer) -> None:
    """Gives every command of the program its docstring's last paragraph, if it is an example, as its last line."""
    for command in app.registered_commands:
        text = inspect.getdoc(command.callback) if command.callback is not None else None
        body, found, example = (text or "").rpartition(MARK)
        if found:
            command.help = body.strip()
            # \b keeps the line as it is, so that it can be pasted whole.
            command.epilog = f"\b\n{MARK}{' '.join(example.split())}"
    for group in app.registered_groups:
        if group.typer_instance is not None:
            end_help_with_examples(group.typer_instance)
