"""Checking a manuscript against its transcripts and its sample: no study is needed, and none is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from trellis.core.document import Notice, PartKind
from trellis.core.errors import NotFound, Unreadable
from trellis.core.review import Review
from trellis.core.voice import NOT_SAID
from trellis.reading import LabelRole, bytes_of, read_bytes, read_grids, read_manuscript, role_of
from trellis.report.review_json import review_values
from trellis.report.review_text import review_text
from trellis.review.casting import Heard, cast
from trellis.review.checks import BY_ID
from trellis.review.material import Settings
from trellis.review.people import NOBODY, Sample, sample_of
from trellis.review.settings import settings_of
from trellis.review.whole import review_of
from trellis.study.work import Progress, Step, silent

_NO_SOURCES = frozenset({".xlsx", ".xlsm", ".csv", ".tsv", ".json", ".toml", ".py", ".sh", ".zip", ".trellis"})


File = tuple[str, bytes]
"""A file's name and what is in it."""


def review_manuscript(
    manuscript: str | Path,
    sources: str | Path | Iterable[str | Path],
    sample: str | Path | None = None,
    settings: Settings | None = None,
) -> Review:
    """What a careful referee would ask of a manuscript.

    manuscript: a .docx, .odt, .md, .html, .pdf, .rtf or .txt file. sources: a folder of transcripts, or the files;
    what cannot be read is named in the review's notices. sample: a .csv or .xlsx file with a row for each participant;
    without it, the questions about people keep quiet. The same files give the same review.
    Raises Unreadable for the manuscript or the sample, NotFound where there are no transcripts.
    """
    path, sheet = Path(manuscript), Path(sample) if sample else None
    files = _files(sources, {path.resolve(), *([sheet.resolve()] if sheet else [])})
    return _review((path.name, bytes_of(path)), files, _given(sheet), settings)


def review_files(
    manuscript: File,
    sources: Iterable[File],
    sample: File | None = None,
    settings: Settings | None = None,
    *,
    progress: Progress = silent,
) -> Review:
    """The same for files that are at hand as bytes, such as those dropped on a page; nothing is written anywhere.

    progress: told before each transcript and before the checks; may raise Stopped.
    Raises Unreadable for the manuscript or the sample, NotFound where there are no transcripts.
    """
    return _review(manuscript, list(sources), sample, settings, progress)


def _review(
    manuscript: File,
    sources: Sequence[File | Path],
    sample: File | None,
    settings: Settings | None,
    progress: Progress = silent,
) -> Review:
    if not sources:
        message = "there are no transcripts; give the folder that holds them, or the files"
        raise NotFound(message)
    read = read_manuscript(*manuscript)
    people = _sample(*sample) if sample else NOBODY
    transcripts, notices = _read_all(sources, progress)
    progress(Step(len(sources), len(sources), "asking what a careful referee would ask"))
    told = (*read.notices, *notices, *_guesses(sample, people))
    return review_of(read, cast(transcripts, people), people, settings or Settings(), notices=told)


def _guesses(sample: File | None, people: Sample) -> list[Notice]:
    """What of a sample sheet was guessed, to be told: which column names the people."""
    if sample is None or not people.guessed:
        return []
    heads = "“participant”, “ID” or “pseudonym”"
    said = (
        f"{sample[0]}: no column is headed {heads}; the first one, “{people.guessed}”, was taken for who a row is about"
    )
    return [Notice("sample-names-guessed", said)]


def _given(path: Path | None) -> File | None:
    return None if path is None else (path.name, bytes_of(path))


def _files(sources: str | Path | Iterable[str | Path], left_out: set[Path]) -> list[Path]:
    """The files of a folder and those below it, or the files given, in the order of their names."""
    given = [Path(sources)] if isinstance(sources, str | Path) else [Path(source) for source in sources]
    files: list[Path] = []
    for path in given:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        files += [file for file in inside if not file.is_dir() and not _is_hidden(file, path)]
    kept = [file for file in files if file.suffix.lower() not in _NO_SOURCES and file.resolve() not in left_out]
    if not kept:
        told = ", ".join(str(path) for path in given)
        message = f"there are no transcripts in {told}; give the folder that holds them"
        raise NotFound(message)
    return kept


def _is_hidden(file: Path, below: Path) -> bool:
    inside = file.relative_to(below).parts if file != below else ()
    return any(part.startswith((".", "~$")) for part in inside)


def _read_all(
    files: Sequence[File | Path], progress: Progress
) -> tuple[list[tuple[str, str, list[Heard]]], list[Notice]]:
    """Name, text and stretches of each source that can be read, and what is to be said of the others."""
    read: list[tuple[str, str, list[Heard]]] = []
    notices: list[Notice] = []
    for n, file in enumerate(files):
        progress(Step(n, len(files), file.name if isinstance(file, Path) else file[0]))
        try:
            name, data = (file.name, bytes_of(file)) if isinstance(file, Path) else file
            document = read_bytes(name, data)
        except Unreadable as error:
            notices.append(Notice("source-left-out", str(error)))
            continue
        heard = [
            Heard(part.start, part.words, part.end, part.label or "", _asks(part.kind, part.label))
            for part in document.parts
            if part.label or part.kind not in NOT_SAID
        ]
        read.append((name, document.text, heard))
    return read, notices


def _asks(kind: PartKind, label: str | None) -> bool:
    return kind is PartKind.QUESTION or (label is not None and role_of(label) is LabelRole.INTERVIEWER)


def _sample(name: str, data: bytes) -> Sample:
    """The people in the first sheet that holds any. Raises Unreadable, and NotFound for a file without people."""
    for grid in read_grids(name, data):
        found = sample_of(grid.rows)
        if found.people:
            return found
    message = f"{name} has no row about a participant; it takes a column “participant” and a row for each"
    raise NotFound(message)


def commented(name: str, data: bytes, review: Review) -> bytes:
    """The manuscript as a .docx with a comment at every spot that the review remarks on. Raises Unreadable."""
    from trellis.report.review_docx import commented_docx  # python-docx is slow to load

    read = read_manuscript(name, data)
    return commented_docx(data if read.places else None, read, review, BY_ID)


def review_record(review: Review) -> dict[str, Any]:
    """The review as plain values, as JSON takes them."""
    return review_values(review, BY_ID)


def told(review: Review, *, everything: bool = False) -> str:
    """The review as text: the first page, or everything."""
    return review_text(review, BY_ID, everything=everything)


def review_settings(path: str | Path | None = None, *, k: int | None = None) -> Settings:
    """The settings in a .toml file, k replaced where one is given. Raises Unreadable, Invalid."""
    settings = settings_of(Path(path).name, bytes_of(Path(path))) if path else Settings()
    return settings if k is None else replace(settings, k=k)
