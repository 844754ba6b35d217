"""Files for the tests of the readers, built from strings."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from trellis.core.document import Document
from trellis.reading import ReadOptions, read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def a_docx(body: str, **side: str) -> bytes:
    """A Word file; `side` holds the inside of footnotes, endnotes, comments, styles, header1."""
    members = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    roots = {"header1": "hdr"}
    for name, inside in side.items():
        root = roots.get(name, name)
        members[f"word/{name}.xml"] = f"<w:{root} {W}>{inside}</w:{root}>"
    return zipped(members)


def p(*runs: str, props: str = "") -> str:
    """A paragraph of runs; plain text is made a run."""
    made = [run if run.startswith("<") else r(run) for run in runs]
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{''.join(made)}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return r(text, "<w:b/>")


def read(name: str, content: str | bytes, **options: Any) -> Document:
    data = content.encode() if isinstance(content, str) else content
    return read_bytes(name, data, ReadOptions(**options))


def spoken(document: Document) -> list[tuple[str | None, str]]:
    """Who says what, and None beside what nobody says."""
    return [(part.label, document.text[part.words : part.end]) for part in document.parts]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(part.kind.value, document.text[part.start : part.end]) for part in document.parts]


def slugs(document: Document) -> list[str]:
    return [notice.slug for notice in document.notices]


def assert_parts_cover(document: Document) -> None:
    """Parts are in order, do not overlap, and leave only white space between them."""
    at = 0
    for part in document.parts:
        assert at <= part.start <= part.words <= part.end <= len(document.text)
        assert part.start < part.end
        assert not document.text[at : part.start].strip()
        at = part.end
    assert not document.text[at:].strip()
