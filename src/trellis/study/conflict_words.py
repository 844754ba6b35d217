"""What a conflict is about, as people say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trellis.core.case import Case
from trellis.core.framework import Theme
from trellis.core.source import Source, Version
from trellis.core.study import Person
from trellis.store.reader import Reader

_CALLED = {
    "kase": "case",
    "case_in": "case in a case",
    "extent": "case in a source",
    "theme_todo": "to-do entry",
    "looked_over": "review of an extract",
    "settlement": "settled disagreement",
    "finding_link": "what a finding speaks of",
    "finding_case": "case of a finding",
    "counter_search": "search for cases against a finding",
    "waiver": "reason why a point of the review stands",
    "wave_change": "change between waves",
    "topic_theme": "theme that a topic feeds",
    "experience": "experience of a provision",
    "power_statement": "statement on information power",
    "settled_coding": "coding of a settled disagreement",
}
_BELONGS: tuple[tuple[Any, str], ...] = (
    (Case, "row"),
    (Case, "owner"),
    (Case, "case"),
    (Theme, "theme"),
    (Source, "source"),
)
MOST_WORDS = 60
"""Code points of a text that the list shows."""


def called(table: str) -> str:
    """What rows of a table are called."""
    return _CALLED.get(table, table.replace("_", " "))


def shown(reader: Reader, table: str, state: Mapping[str, Any]) -> list[str]:
    """The values in question, each as people say it; who settled a disagreement stands in a column of its own."""
    said = dict(state)
    if table == "settlement":
        adopted = None if said.get("adopted") is None else reader.find(Person, said["adopted"])
        said = {
            "outcome": said["outcome"],
            "adopted": None if adopted is None else adopted.name,
            "reason": said["reason"],
        }
    return ["" if value is None else str(value) for value in said.values()]


def in_words(reader: Reader, table: str, said: Mapping[str, Any]) -> str:
    """What a row is about: its name or text, or the names of what it belongs to."""
    for name in ("name", "title", "statement", "text", "pseudonym"):
        if said.get(name):
            return _short(str(said[name]))
    pieces = [_segment(reader, said) if table in {"coding", "evidence"} else ""]
    for kind, column in _BELONGS:
        record = None if said.get(column) is None else reader.find(kind, said[column])
        if record is not None:
            pieces.append(record.name)
    return ", ".join(piece for piece in pieces if piece)


def _segment(reader: Reader, said: Mapping[str, Any]) -> str:
    version = None if said.get("version") is None else reader.find(Version, said["version"])
    if version is None:
        return ""
    return f"“{_short(reader.text(version.sha)[said['start'] : said['end']])}”"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1] + "…"
