"""What is done with each fuzzed file: read it, and hold what comes out against what every reader promises."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trellis.core.document import Document

Target = Callable[[bytes], object]

CRAFTED = Path(__file__).parents[1] / "tests" / "reading" / "crafted"
WHOLE = ("txt", "md", "docx", "odt", "rtf", "pdf", "html", "vtt", "srt")
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{to}"/></Relationships>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def check(document: Document) -> None:
    """Raises AssertionError unless the parts are in order, within the text, and leave only white space out."""
    at = 0
    for part in document.parts:
        assert at <= part.start <= part.words <= part.end <= len(document.text), part
        assert part.start < part.end, part
        assert not document.text[at : part.start].strip(), part
        at = part.end
    assert not document.text[at:].strip()
    for page in document.pages:
        assert 0 <= page.start <= page.end <= len(document.text), page
    for comment in document.comments:
        assert 0 <= comment.start <= comment.end <= len(document.text), comment
    assert "\r" not in document.text
    document.text.encode()  # no half characters, or the database would refuse the text


def source(name: str, pack: Callable[[bytes], bytes] = bytes) -> Target:
    """Reads as `trellis import` does."""
    from trellis.core.errors import TrellisError
    from trellis.reading import read_bytes

    def read(given: bytes) -> None:
        try:
            document = read_bytes(name, pack(given))
        except TrellisError:
            return
        check(document)

    return read


def table(name: str, pack: Callable[[bytes], bytes] = bytes) -> Target:
    """Reads as `trellis case import` and `trellis import --survey` do."""
    from trellis.core.errors import TrellisError
    from trellis.reading import SurveyLayout, SurveyOptions, read_survey, read_workbook

    def read(given: bytes) -> None:
        packed = pack(given)
        try:
            for sheet in read_workbook(name, packed):
                assert all(len(row) == len(sheet.header) for row in sheet.rows)
            for layout in SurveyLayout:
                for one in read_survey(name, packed, SurveyOptions(layout)):
                    check(one.document)
        except TrellisError:
            return

    return read


def packed_as(*members: tuple[str, str], where: str) -> Callable[[bytes], bytes]:
    """Puts the fuzzed bytes into a package as one member, so that the checksum of the package does not stop them."""

    def pack(given: bytes) -> bytes:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            for name, content in members:
                archive.writestr(name, content)
            archive.writestr(where, given)
        return whole.getvalue()

    return pack


def _docx(given: bytes) -> bytes:
    root = ("_rels/.rels", RELATION.format(kind="officeDocument", to="word/document.xml"))
    return packed_as(("[Content_Types].xml", TYPES), root, where="word/document.xml")(given)


def _odt(given: bytes) -> bytes:
    return packed_as(("mimetype", "application/vnd.oasis.opendocument.text"), where="content.xml")(given)


def _xlsx(given: bytes) -> bytes:
    root = ("_rels/.rels", RELATION.format(kind="officeDocument", to="xl/workbook.xml"))
    sheet = ("xl/_rels/workbook.xml.rels", RELATION.format(kind="worksheet", to="worksheets/sheet1.xml"))
    book = ("xl/workbook.xml", BOOK)
    return packed_as(("[Content_Types].xml", TYPES), root, sheet, book, where="xl/worksheets/sheet1.xml")(given)


TARGETS: dict[str, Callable[[], Target]] = {
    **{kind: lambda kind=kind: source(f"a.{kind}") for kind in WHOLE},  # type: ignore[misc]
    "docx-xml": lambda: source("a.docx", _docx),
    "odt-xml": lambda: source("a.odt", _odt),
    "csv": lambda: table("a.csv"),
    "xlsx": lambda: table("a.xlsx"),
    "xlsx-xml": lambda: table("a.xlsx", _xlsx),
}
