"""The files of the peer study, read with the standard library only."""

from __future__ import annotations

import csv
import re
import tomllib
from pathlib import Path

from tests.examples.roles_files import Row, Turn, read_text, read_turns

PEER = Path(__file__).parents[2] / "src" / "trellis" / "examples" / "peer"
TRANSCRIPTS = sorted((PEER / "transcripts").iterdir())
INTERVIEWERS = {"INT", "Interviewer", "Ruth", "Odile", "Marcus"}


def turns_of(path: Path) -> list[Turn]:
    """(label, words) of each turn, whatever the layout."""
    if path.suffix == ".docx":
        return re.findall(r"^(\w+): (.+)$", read_text(path).split("\n", 2)[2], re.MULTILINE)
    return read_turns(path)


def rows_of(name: str) -> list[Row]:
    with (PEER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def themes_of(version: str) -> list[Row]:
    return tomllib.loads((PEER / f"framework-{version}.toml").read_text(encoding="utf-8"))["theme"]


TURNS = {path.stem: turns_of(path) for path in TRANSCRIPTS}
DOCUMENTS = {
    path.stem: re.sub(r"\s+", " ", path.read_text(encoding="utf-8").replace("*", ""))
    for path in (PEER / "documents").iterdir()
}
PEOPLE = rows_of("people.csv")
"""A row for each interview."""
