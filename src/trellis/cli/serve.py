"""`trellis serve`: the workbench in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from trellis.bootstrap import library_folder, person_here
from trellis.cli.common import Person, say


def serve(
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Port to listen on, 0 for any.")] = None,
    library: Annotated[Path | None, typer.Option("--library", help="Folder in which the studies lie.")] = None,
    *,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the link.")] = False,
    person: Person = None,
) -> None:
    """Start the workbench on this machine and open it in the browser.

    The link opens it once; after that the browser stays signed in. Nobody else on the network can reach it. Ctrl-C
    stops it.

    Example: trellis serve --no-browser
    """
    open_workbench(library, port, person=person, browser=not no_browser)


def open_workbench(
    library: Path | None = None, port: int | None = None, *, person: str | None = None, browser: bool = True
) -> None:
    """Serves a library's workbench until Ctrl-C, and opens it in the browser if that is wanted."""
    # Loaded here, since the other commands need not wait for it.
    from trellis.web.serving import serve as serve_web

    folder = (library or library_folder()).expanduser()

    def ready(link: str) -> None:
        say(f"The workbench for the studies in {folder} is at\n\n  {link}\n\nThe link opens once. Ctrl-C stops it.")
        if browser:
            webbrowser.open(link)

    def late() -> None:
        say("trellis: what was still being worked on was cut off; every change that was finished before is kept")

    serve_web(folder, person or person_here(), port, ready=ready, late=late)


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("serve")(serve)
