"""Valid records with as little said as possible."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from trellis.core.coding import Coding, Purpose, Round
from trellis.core.document import PartKind
from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.source import Source, SourceKind, StoredPart, Version, VersionKind
from trellis.core.study import Person, Role, StudyRecord
from trellis.store.changes import Change, Intent
from trellis.store.database import memory
from trellis.store.installation import Installation
from trellis.store.migrate import migrate
from trellis.store.study_file import StudyFile


def person(file: StudyFile) -> int:
    with file.read() as reader:
        return reader.all(Person)[0].k


def intent(file: StudyFile, action: str = "test.write", **more: Any) -> Intent:
    return Intent(action, person(file), file.now(), **more)


def found_study(file: StudyFile) -> None:
    with file.change(Intent("study.create", 0, file.now())) as change:
        study, lead = change.new_keys(2)
        change.insert(
            StudyRecord(study, 0, "6a1f9c1e-7f0e-4c1c-9b7e-0d5d3c5a0001", "A study", (), ""),
            Person(lead, 0, "Ana", Role.LEAD),
        )


def add_source(change: Change, text: str = "INT: How so?\nP1: Übung macht den Meister.", name: str = "one") -> Source:
    source, version = change.new_keys(2)
    added = Source(source, 0, SourceKind.INTERVIEW, name, None, version)
    change.insert(
        added, Version(version, 0, source, 1, VersionKind.IMPORTED, None, change.keep_text(text), len(text), "txt 1")
    )
    start = 0
    for n, line in enumerate(text.split("\n"), 1):
        words = start + (line.index(": ") + 2 if ": " in line else 0)
        change.insert(
            StoredPart(version, n, 0, PartKind.TURN, start, start + len(line), words, None, None, None, None, None)
        )
        start += len(line) + 1
    return added


def in_memory_bare(folder: Path) -> StudyFile:
    """An empty file that lives in memory only, for tests that need many."""
    database = memory()
    with database.write() as connection:
        migrate(connection)
    ticks = count(1_000_000)
    return StudyFile(database, Installation(folder), lambda: next(ticks))


def in_memory(folder: Path) -> StudyFile:
    """A study that lives in memory only."""
    study = in_memory_bare(folder)
    found_study(study)
    return study


def add_theme(change: Change, name: str, parent: int | None = None, pos: str = "V") -> Theme:
    theme = Theme(
        change.new_key(), 0, parent, pos, name, "", "", "", "", Origin.UNSTATED, ThemeState.ACTIVE, change.key
    )
    change.insert(theme)
    return theme


def add_round(change: Change) -> Round:
    made = Round(change.new_key(), 0, "main", Purpose.MAIN, None, blind=False, closed=False, adopted=True)
    change.insert(made)
    return made


def add_coding(change: Change, source: Source, theme: int, round_: int, *, start: int = 0, end: int = 3) -> Coding:
    made = Coding(
        change.new_key(), 0, source.k, source.current, start, end, theme, change.person, round_, None, "", (), change.at
    )
    change.insert(made)
    return made
