"""Writing the matrix to files that people read, print and fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trellis.core.chart_view import ChartView
from trellis.core.errors import AlreadyThere, NotSupported, StudyFileError
from trellis.core.study import StudyRecord
from trellis.report.note import Choices, ExportNote, Paper
from trellis.store import history
from trellis.store.reader import Reader
from trellis.study.identified import texts_status
from trellis.study.resolve import newest_framework_version

__all__ = ["WRITERS", "Choices", "ExportNote", "Paper", "export_note", "keep", "writer_for"]

Writer = Callable[[ChartView, ExportNote, Choices], bytes]


# The libraries that write these files are slow to load, and most commands write none.
def _xlsx(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    from trellis.report.chart_xlsx import chart_xlsx

    return chart_xlsx(view, note, choices)


def _docx(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    from trellis.report.chart_docx import chart_docx

    return chart_docx(view, note, choices)


def _html(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    from trellis.report.chart_html import chart_html

    return chart_html(view, note, choices)


def _csv(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    from trellis.report.chart_csv import chart_csv

    return chart_csv(view, note, choices)


WRITERS: dict[str, Writer] = {".xlsx": _xlsx, ".docx": _docx, ".html": _html, ".csv": _csv}
"""How a chart is written, by the ending of the file's name."""


def export_note(reader: Reader) -> ExportNote:
    """What an export of the study says of itself: dated by the newest change, never by a clock."""
    about = reader.all(StudyRecord)[0]
    version = newest_framework_version(reader)
    head = history.head(reader.connection)
    at = history.entry(reader.connection, head.k).at if head.seq else 0
    name = "" if version is None else version.name
    return ExportNote(about.title, about.notice, name, at, texts_status(reader), head.hash.hex())


def writer_for(path: Path) -> Writer:
    """How a chart is written to a file of this name. Raises NotSupported."""
    found = WRITERS.get(path.suffix.lower())
    if found is None:
        advice = f"end its name in one of {', '.join(WRITERS)}"
        raise NotSupported(path.name, "a chart cannot be written to this kind of file", advice)
    return found


def keep(path: Path, content: bytes, *, replace: bool) -> None:
    """Puts a file on disk, whole or not at all. Raises AlreadyThere, or StudyFileError where it cannot be written."""
    if path.exists() and not replace:
        message = f"{path} is already there; give another name, or say --replace"
        raise AlreadyThere(message)
    half = path.with_name(f".{path.name}.part")
    try:
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        message = f"{path} cannot be written ({error.strerror}); give a folder that you may write to"
        raise StudyFileError(message) from error
