"""Write docs/reference/: cli.md from the commands' own help, api.md from the modules, the others from records.

`--check` writes nothing and fails when a page is stale; a test asks that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
WIDTH = 100
MADE = "<!-- Made by scripts/make_reference.py (`make docs`); not edited by hand. -->"

# What a notebook calls, in the order of reading: heading -> modules, a folder standing for all in it.
API = {
    "Opening a study": ("trellis",),
    "The study": ("trellis.study",),
    "Tables": ("trellis.analysis.table",),
    "Records": ("trellis.core",),
}


def main() -> int:
    """Write the pages, or say which are stale."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale; run `make docs`")
        return 1 if stale else 0
    for path, text in pages().items():
        path.write_text(text, "utf-8")
    return 0


def pages() -> dict[Path, str]:
    """The text of each generated page."""
    return {
        REFERENCE / "cli.md": cli_page(),
        REFERENCE / "api.md": api_page(),
        REFERENCE / "tables.md": tables_page(),
        REFERENCE / "checks.md": checks_page(),
    }


def commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and group below `trellis`, by its words, each group before what is in it."""
    from trellis.cli.main import app  # so that the API page can be made while the command line is broken

    yield from _below((), get_command(app))


def help_of(words: tuple[str, ...]) -> str:
    """What `trellis WORDS --help` prints, at a fixed width and without colours."""
    from trellis.cli.main import app

    os.environ.update(COLUMNS=str(WIDTH), TERMINAL_WIDTH=str(WIDTH), NO_COLOR="1", TERM="dumb")
    answer = CliRunner().invoke(app, [*words, "--help"], prog_name="trellis")
    if answer.exit_code:
        message = f"trellis {' '.join(words)} --help: {answer.output}"
        raise SystemExit(message)
    return "\n".join(line.rstrip() for line in answer.output.strip().splitlines())


def cli_page() -> str:
    """One heading and one block of help for each command."""
    parts = [
        "# The command line",
        MADE,
        (
            "Every command with the help that it prints itself. STUDY is the path of a study file, or its name in\n"
            "the library folder. Results go to standard output, what is said beside them to standard error. A failure\n"
            "that Trellis can name is one line and exit code 1; [Errors](errors.md) lists them."
        ),
    ]
    for words, _ in commands():
        level = "##" if len(words) < 2 else "###"
        parts += [f"{level} {' '.join(('trellis', *words))}", f"```text\n{help_of(words)}\n```"]
    return "\n\n".join(parts) + "\n"


def api_page() -> str:
    """One heading a group, one directive a module; mkdocstrings fills them in when the site is built."""
    parts = [
        "# The Python API",
        MADE,
        (
            "What a notebook or a script can call. Everything else is the inside of Trellis and may change.\n"
            "Offsets are Unicode code points and half-open: `[start, end)`."
        ),
    ]
    for heading, names in API.items():
        parts.append(f"## {heading}")
        parts += [f"::: {module}" for name in names for module in _modules(name)]
    return "\n\n".join(parts) + "\n"


def tables_page() -> str:
    """One row a study table: what a row is, what it is keyed by, its columns."""
    from trellis.store.specs import SPECS

    parts = [
        "# The study's tables",
        MADE,
        (
            "The tables under history, each made from the record of the same name in `trellis.core`. [The study file]"
            "(file-format.md)\nsays what else is in there and how to read it."
        ),
        "| table | a row is | key | columns |\n|---|---|---|---|",
    ]
    rows = [
        f"| `{spec.name}` | {_first_line(spec.record)} | {_code(spec.key)} | {_code(spec.columns)} |" for spec in SPECS
    ]
    return "\n\n".join(parts) + "\n" + "\n".join(rows) + "\n"


def checks_page() -> str:
    """One heading a check of the review: what it asks, when it fires and keeps quiet, what resolves it."""
    from trellis.core.review import Group
    from trellis.review.checks import CHECKS
    from trellis.review.study_checks import STUDY_BY_ID, STUDY_CHECKS

    parts = [
        "# The checks",
        MADE,
        (
            "What `trellis review` asks of a manuscript (`trellis.review_manuscript`) and of a study\n"
            "(`study.review`). Each answer names its check, its level (*wrong*, *say why*, *for your eyes*) and its\n"
            "place. The pages [Check a manuscript](../how-to/check-a-manuscript.md) and\n"
            "[Review a study](../how-to/review-a-study.md) say how to read them and how to let one stand."
        ),
        "**Of a study** are asked: " + ", ".join(f"`{name}`" for name in sorted(STUDY_BY_ID)) + ".",
    ]
    parts += _told(CHECKS, list(Group))
    parts.append("## Asked of a study only")
    parts += [each for each in _told(STUDY_CHECKS, list(Group)) if not each.startswith("## ")]
    return "\n\n".join(parts) + "\n"


def _told(checks: Iterable[Any], groups: Iterable[Any]) -> list[str]:
    parts: list[str] = []
    for group in groups:
        parts.append(f"## {group.value[0].upper()}{group.value[1:]}")
        for check in checks:
            if check.group is group:
                lines = (
                    f"**Fires when** {check.fires}.",
                    f"**Keeps quiet when** {check.quiet}.",
                    f"**Usually resolved so:** {check.resolves}.",
                )
                parts += [f"### `{check.id}`", check.asks, *lines]
    return parts


def _first_line(record: type) -> str:
    return (record.__doc__ or "").strip().splitlines()[0].replace("|", "\\|")


def _code(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _below(words: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - Typer's
    yield words, command
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        if not inner.hidden:
            yield from _below((*words, name), inner)


def _modules(name: str) -> list[str]:
    folder = ROOT / "src" / Path(*name.split("."))
    if name == "trellis" or not folder.is_dir():
        return [name]
    return [f"{name}.{path.stem}" for path in sorted(folder.glob("*.py")) if not path.stem.startswith("_")]


if __name__ == "__main__":
    raise SystemExit(main())
