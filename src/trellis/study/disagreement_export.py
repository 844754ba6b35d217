"""The disagreements of a round as files for the meeting: .docx to print and write on, .csv for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from trellis.core.errors import NotSupported
from trellis.core.turns import clock
from trellis.report.note import ExportNote
from trellis.study.disagreements import Definition, Disagreement, Disagreements


def written(found: Disagreements, path: Path, note: ExportNote) -> bytes:
    """The file's bytes, of the kind that its name asks for. Raises NotSupported."""
    kind = path.suffix.lower()
    if kind == ".csv":
        # A byte-order mark, or spreadsheets take the file for another encoding.
        return ("\ufeff" + found.table().to_csv()).encode("utf-8")
    if kind == ".docx":
        return _docx(found, note)
    raise NotSupported(
        path.name, "disagreements cannot be written to this kind of file", "end its name in .docx or .csv"
    )


def _docx(found: Disagreements, note: ExportNote) -> bytes:
    # The library that writes these files is slow to load.
    from trellis.report.disagreements_docx import Reading, Sheet, disagreements_docx

    sheets = [
        Sheet(
            _head(item),
            item.before,
            item.words,
            item.after,
            tuple(Reading(coder, item.read_by(coder), _notes(item, coder)) for coder in item.coders),
            tuple((one.label, _worded(one)) for one in item.definitions),
            _decision(item),
        )
        for item in found.items
    ]
    about = f"Definitions as in framework {found.framework}. {found.note}" if found.framework else found.note
    return disagreements_docx(f"disagreements in “{found.round}”", about, sheets, note)


def _notes(item: Disagreement, coder: str) -> tuple[str, ...]:
    """A coder's notes on what is in dispute, each once."""
    return tuple(dict.fromkeys(one.note for one in item.chosen if one.coder == coder and one.note))


def _head(item: Disagreement) -> str:
    turn = None if item.part is None else f"turn {item.part}"
    differs = None if item.difference is None else item.difference.value
    place = (str(item.number), item.source, turn, clock(item.from_ms), item.speaker, differs)
    return " · ".join(piece for piece in place if piece)


def _worded(one: Definition) -> str:
    pieces = (one.definition, one.include and f"Include: {one.include}", one.exclude and f"Exclude: {one.exclude}")
    return " ".join(piece for piece in pieces if piece) or "not defined"


def _decision(item: Disagreement) -> str:
    if item.decision is None:
        return ""
    again = " (the codings have changed since)" if item.standing.value == "reopened" else ""
    return f"{item.outcome}, {item.decision.by}: {item.decision.reason}{again}"
