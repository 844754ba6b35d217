"""The door: a path or some bytes in, a document out, or one clear refusal."""

from __future__ import annotations

import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from trellis.core.document import Document
from trellis.core.errors import Damaged, EmptyFile, NotSupported, TooLarge

from . import kinds, limits
from .draft import Draft
from .options import ReadOptions
from .turns import recognise

# Module and function for each kind; loaded when first needed, so that text files do not wait for lxml.
READERS = {
    kinds.TEXT: ("txt", "read_txt"),
    kinds.MARKDOWN: ("markdown", "read_markdown"),
    kinds.DOCX: ("docx", "read_docx"),
    kinds.ODT: ("odt", "read_odt"),
    kinds.RTF: ("rtf", "read_rtf"),
    kinds.PDF: ("pdf", "read_pdf"),
    kinds.HTML: ("html", "read_html"),
    kinds.VTT: ("vtt", "read_vtt"),
    kinds.SRT: ("srt", "read_srt"),
}

_DEFAULT = ReadOptions()


def read_path(path: Path, options: ReadOptions = _DEFAULT) -> Document:
    """The document in a file.

    Raises a subclass of Unreadable, with one line that says what to do, for whatever cannot be brought in: also
    for directories, devices, dangling links and files that may not be read. Sizes are checked before reading.
    """
    return read_bytes(path.name, bytes_of(path), options)


def read_bytes(name: str, data: bytes, options: ReadOptions = _DEFAULT) -> Document:
    """The document in some bytes; `name` with its suffix is used in messages and must fit the content.

    Raises a subclass of Unreadable.
    """
    check_size(name, len(data))
    kind = kinds.kind_of(name, data)
    if kind == kinds.XLSX:
        raise NotSupported(name, "this is a spreadsheet", "bring it in as survey answers, or as a table of attributes")
    draft = _reader(kind)(name, data, options)
    if not draft.text or draft.text.isspace():
        raise EmptyFile(name, "there is no text in it", "export it again from where it came")
    parts, report, notices = recognise(draft, options)
    return Document(
        draft.text,
        parts,
        draft.pages,
        draft.comments,
        (*draft.notices, *notices),
        report,
        draft.reader,
        draft.title,
        draft.properties,
    )


def bytes_of(path: Path) -> bytes:
    """The bytes of an ordinary file of bearable size. Raises a subclass of Unreadable."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise Damaged(path.name, "there is no such file, or its link leads nowhere", "check the path") from error
    if stat.S_ISDIR(status.st_mode):
        raise NotSupported(path.name, "this is a folder", "give the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise NotSupported(path.name, "this is a device or a pipe, not a file", "save its content in a file")
    check_size(path.name, status.st_size)
    try:
        return path.read_bytes()
    except OSError as error:
        raise Damaged(path.name, "it cannot be read", "check its permissions, or copy it again") from error


def check_size(name: str, size: int) -> None:
    """Refuse a file that is larger than a source can reasonably be. Raises TooLarge."""
    package = Path(name).suffix.lower() in limits.PACKAGE_SUFFIXES
    limit = limits.PACKAGE_BYTES if package else limits.TEXT_BYTES
    if size > limit:
        raise TooLarge(
            name,
            f"the file has {size // 1_000_000} MB and sources are read up to {limit // 1_000_000} MB",
            "split it, or save it without pictures",
        )


def _reader(kind: str) -> Callable[[str, bytes, ReadOptions], Draft]:
    module, function = READERS[kind]
    reader: Callable[[str, bytes, ReadOptions], Draft] = getattr(import_module(f"{__package__}.{module}"), function)
    return reader
