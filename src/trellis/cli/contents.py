"""The commands of the program: what each does in a few words, and the module that has it.

A module is imported when one of its commands is asked for, so that no command, and no list of them, waits for what
the others need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from trellis.cli.examples import end_help_with_examples


class Entry(NamedTuple):
    """A command in the list. module: below `trellis.cli`; line: what it does."""

    module: str
    line: str


PARTS: dict[str, dict[str, Entry]] = {
    "Set up": {
        "demo": Entry("demo", "Make the example study."),
        "serve": Entry("serve", "Start the workbench and open it in the browser."),
        "new": Entry("study", "Make a new, empty study."),
        "show": Entry("study", "What is in a study, or one source with its turns."),
        "cases": Entry("cases", "People, pairs, groups, teams, sites, documents."),
        "sample": Entry("sample", "The sampling frame, the sample and its table."),
        "guide": Entry("guide", "The topic guide and its coverage."),
        "team": Entry("team", "Who works in a study, and in which role."),
    },
    "1 Familiarise": {
        "import": Entry("bringing", "Bring interviews and documents in."),
        "text": Entry("correcting", "Write a source's text out, to be corrected."),
        "correct": Entry("correcting", "Put a corrected transcript in the old one's place."),
        "recording": Entry("recordings", "Recordings, linked where they lie."),
        "pseudonym": Entry("pseudonyms", "Names replaced in texts; their key is kept apart."),
        "search": Entry("search", "Words in context, in all texts."),
        "memo": Entry("memo", "Memos, who has read what, who should do what."),
    },
    "2 Framework": {
        "framework": Entry("framework", "Themes, operations on them, versions."),
    },
    "3 Index": {
        "index": Entry("index", "Codings, rounds, rules, what is under a theme."),
        "rounds": Entry("rounds", "Rounds of coding, compared and settled."),
    },
    "4 Chart": {
        "chart": Entry("chart", "The framework matrix: cases by sub-themes."),
        "queue": Entry("queue", "Cells returned or to review, who should do what."),
    },
    "5 Interpret": {
        "range": Entry("explore", "Every case's cell under a theme."),
        "compare": Entry("explore", "A theme across groups."),
        "waves": Entry("waves", "Waves beside each other, and what changed."),
        "saturation": Entry("explore", "Where new interviews stop bringing new themes."),
        "voices": Entry("explore", "Who is quoted how often."),
        "power": Entry("explore", "Information power as a written statement."),
        "intent": Entry("intent", "What documents intend, and how it is told."),
        "worksheet": Entry("worksheet", "From a chart's column: data, elements, categories."),
        "typology": Entry("typology", "Types of cases: dimensions, combinations, types."),
        "lens": Entry("lens", "Lenses, judgements under them, what comes out."),
        "finding": Entry("finding", "Claims, their cases and their evidence."),
        "review": Entry("review", "Ask of a study, or a draft, what a referee would."),
        "report": Entry("report", "Write the study's report."),
        "panel": Entry("panel", "What a panel reads, and what became of its points."),
    },
    "The record": {
        "history": Entry("study", "Who changed what and when, newest first."),
        "undo": Entry("study", "Take back your last change, or one by its number."),
        "redo": Entry("study", "Bring back what your last undo took."),
        "check": Entry("study", "Verify file, history, texts and links."),
        "audit": Entry("withdraw", "Write the trail that a reviewer reads."),
        "backup": Entry("study", "Write a copy, also while others work."),
        "restore": Entry("study", "Make a study from a backup."),
        "encrypt": Entry("study", "Write a study to a new, encrypted file."),
        "decrypt": Entry("study", "Write an encrypted study to a plain file."),
        "withdraw": Entry("withdraw", "Record that a participant withdraws."),
        "keep-until": Entry("withdraw", "Set until when original files are kept."),
        "dispose": Entry("withdraw", "Destroy original files whose date has passed."),
    },
    "Working apart": {
        "handout": Entry("working_apart", "Make a package for somebody."),
        "merge": Entry("working_apart", "Bring in what was done in a copy or package."),
        "rekey": Entry("working_apart", "Give a copy's own work new keys."),
        "derive": Entry("derive", "Make a study from part of this one."),
        "derived": Entry("derive", "What of the parent study came along."),
        "context": Entry("derive", "The parent study's words around a segment."),
    },
}
"""The commands under their headings, which are those of the workbench, in the order in which help lists them."""

CONTENTS: dict[str, Entry] = {name: entry for part in PARTS.values() for name, entry in part.items()}
"""All commands."""


@cache
def commands_of(module: str) -> Mapping[str, TyperCommand | TyperGroup]:
    """The commands and groups of a module below `trellis.cli`, by name, as help lists them."""
    found = import_module(f"trellis.cli.{module}")
    part = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None, add_completion=False)
    if hasattr(found, "register"):
        found.register(part)
    else:
        part.add_typer(found.app)
    end_help_with_examples(part)
    commands: Mapping[str, Any] = get_group(part).commands
    return commands


class _OnDemand(Mapping[str, TyperCommand | TyperGroup]):
    """All commands by name, each made when it is looked up."""

    def __getitem__(self, name: str) -> TyperCommand | TyperGroup:
        return commands_of(CONTENTS[name].module)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(CONTENTS)

    def __len__(self) -> int:
        return len(CONTENTS)


class Contents(TyperGroup):
    """The program as a group whose commands are imported when they are asked for."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Typer's own settings, passed on
        super().__init__(**{**settings, "commands": _OnDemand()})

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - Typer does not export their types
        """Lists the commands under their headings, by the lines that stand here."""
        widest = max(map(len, CONTENTS))
        for heading, entries in PARTS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(widest), entry.line) for name, entry in entries.items()])
