"""What a file is, told from its content; the name only confirms."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath

from trellis.core.errors import Damaged, EmptyFile, Encrypted, NotSupported, Unreadable, WrongKind

DOCX, ODT, XLSX, PDF, RTF, HTML, VTT, SRT, TEXT, MARKDOWN = (
    "docx",
    "odt",
    "xlsx",
    "pdf",
    "rtf",
    "html",
    "vtt",
    "srt",
    "txt",
    "md",
)

_SUFFIXES = {
    ".docx": DOCX,
    ".odt": ODT,
    ".xlsx": XLSX,
    ".pdf": PDF,
    ".rtf": RTF,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".vtt": VTT,
    ".srt": SRT,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    "": TEXT,
}

_NAMES = {
    DOCX: "a Word document (.docx)",
    ODT: "an OpenDocument text (.odt)",
    XLSX: "a spreadsheet (.xlsx)",
    PDF: "a PDF (.pdf)",
    RTF: "rich text (.rtf)",
    HTML: "a web page (.html)",
    VTT: "captions (.vtt)",
    SRT: "subtitles (.srt)",
    TEXT: "plain text (.txt)",
}

_WORKBOOKS = frozenset({".xlsx", ".xlsm"})

# What is plainly something else: first bytes, what it is, what to do.
_FOREIGN = (
    (b"\x89PNG", "a picture", "bring in its text instead"),
    (b"\xff\xd8\xff", "a picture", "bring in its text instead"),
    (b"GIF8", "a picture", "bring in its text instead"),
    (b"ID3", "a recording", "bring in its transcript; the recording is linked to that"),
    (b"OggS", "a recording", "bring in its transcript; the recording is linked to that"),
    (b"fLaC", "a recording", "bring in its transcript; the recording is linked to that"),
    (b"RIFF", "a recording", "bring in its transcript; the recording is linked to that"),
    (b"\x1a\x45\xdf\xa3", "a recording", "bring in its transcript; the recording is linked to that"),
    (b"\x1f\x8b", "a compressed archive", "unpack it and bring in what is inside"),
    (b"7z\xbc\xaf", "a compressed archive", "unpack it and bring in what is inside"),
    (b"Rar!", "a compressed archive", "unpack it and bring in what is inside"),
    (b"SQLite format 3\x00", "a database", "bring in the documents themselves"),
    (b"%!PS", "a PostScript file", "save it as .pdf"),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
_SRT_START = re.compile(r"\s*\d+[ \t]*\r?\n[ \t]*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]{0,20}-->")
_SNIFF = 4096


def kind_of(name: str, data: bytes) -> str:
    """The kind of a file: one of the constants of this module.

    name: with its suffix, which must agree with what the content is.
    Raises EmptyFile, Encrypted, WrongKind or NotSupported, each with what to do.
    """
    if not data:
        raise EmptyFile(name, "the file is empty (0 bytes)", "export it again from where it came")
    suffix = PurePath(name).suffix.lower()
    promised = _SUFFIXES.get(suffix)
    found = _by_content(name, data)
    if found is None:
        return _as_text(name, suffix, promised)
    if promised == found:
        return found
    raise _wrong(name, found, suffix)


def table_kind_of(name: str, data: bytes) -> str:
    """XLSX or TEXT for a table, whatever its name says; raises as `kind_of` does for anything else."""
    if not data:
        raise EmptyFile(name, "the file is empty (0 bytes)", "save it again from the spreadsheet it came from")
    suffix = PurePath(name).suffix.lower()
    found = _by_content(name, data) or TEXT
    if found == XLSX and suffix in _WORKBOOKS:
        return XLSX
    if found == TEXT and suffix not in _WORKBOOKS:
        return TEXT
    if found == TEXT:
        raise WrongKind(name, f"its name ends in {suffix}, but it is plain text", "rename it so that it ends in .csv")
    raise WrongKind(name, f"this is {_NAMES[found]}, not a table in .csv, .tsv or .xlsx", "save the table as .xlsx")


def _wrong(name: str, found: str, suffix: str) -> WrongKind:
    said = f"its name ends in {suffix}" if suffix else "its name has no ending"
    return WrongKind(name, f"{said}, but the content is {_NAMES[found]}", f"rename it so that it ends in .{found}")


def _by_content(name: str, data: bytes) -> str | None:
    """A kind that shows in the first bytes, or None for what may be text."""
    if data.startswith(_OLE):
        raise _old_office(name, data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(name, data)
    if b"%PDF-" in data[:1024]:
        return PDF
    for start, what, advice in _FOREIGN:
        if data.startswith(start):
            raise NotSupported(name, f"this is {what}, not text", advice)
    if data[4:8] == b"ftyp":
        raise NotSupported(name, "this is a recording, not text", "bring in its transcript")
    return _by_words(data[:_SNIFF])


def _by_words(head: bytes) -> str | None:
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if plain.lstrip().startswith(b"{\\rtf"):
        return RTF
    if _HTML_START.match(plain):
        return HTML
    if plain.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = plain.decode("utf-16", errors="replace").removeprefix("\ufeff")
    else:
        text = plain.decode("latin-1")
    if re.match(r"WEBVTT(?:[ \t\r\n]|$)", text):
        return VTT
    return SRT if _SRT_START.match(text) else None


def _as_text(name: str, suffix: str, promised: str | None) -> str:
    if promised in {TEXT, MARKDOWN, HTML, SRT}:
        return promised
    if promised is None:
        raise NotSupported(
            name,
            f"files that end in {suffix} are not read as sources",
            "bring it in as .txt, .md, .docx, .odt, .rtf, .pdf, .html, .vtt or .srt",
        )
    if promised == VTT:
        raise WrongKind(name, "captions begin with the line WEBVTT and this does not", "export it again, or as .txt")
    raise WrongKind(
        name,
        f"its name ends in {suffix}, but the content is not {_NAMES[promised]}",
        "open it in the program it came from and save it anew",
    )


def _old_office(name: str, data: bytes) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Encrypted(name, "the document asks for a password", "save a copy without a password and bring that in")
    if "WordDocument".encode("utf-16-le") in data:
        return NotSupported(name, "this is a Word document of before 2007 (.doc)", "open it and save it as .docx")
    if "Workbook".encode("utf-16-le") in data:
        return NotSupported(name, "this is an Excel workbook of before 2007 (.xls)", "open it and save it as .xlsx")
    return NotSupported(name, "this is an old office file", "open it and save it as .docx, .odt or .xlsx")


def _zipped(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
            mimetype = _first_bytes(archive, "mimetype") if "mimetype" in members else b""
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        KeyError,
    ) as error:
        raise damaged_package(name) from error
    if b"opendocument.text" in mimetype:
        return ODT
    if any(member.startswith("word/") for member in members):
        return DOCX
    if any(member.startswith("xl/") for member in members):
        return XLSX
    raise NotSupported(
        name, f"this is {_other_package(members, mimetype)}", "bring in its text as .docx, .odt, .pdf or .txt"
    )


def _first_bytes(archive: zipfile.ZipFile, member: str) -> bytes:
    with archive.open(member) as stream:
        return stream.read(100)


def _other_package(members: set[str], mimetype: bytes) -> str:
    if any(member.startswith("ppt/") for member in members):
        return "a presentation"
    if b"epub" in mimetype:
        return "an e-book"
    if b"opendocument.spreadsheet" in mimetype:
        return "an OpenDocument spreadsheet"
    return "a zip archive"


def damaged_package(name: str) -> Damaged:
    """The refusal of a zip package that cannot be opened: cut off, or broken inside."""
    return Damaged(name, "the file is cut off or broken", "copy or export it again from where it came")
