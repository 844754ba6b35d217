"""PDF: pages, lines in reading order also in two columns, and paragraphs."""

from __future__ import annotations

from ctypes import c_double
from typing import TYPE_CHECKING

from trellis.core.document import Notice, PartKind
from trellis.core.errors import Damaged, EmptyFile, Encrypted, TooLarge

from . import limits
from .draft import Draft, Writer, pages_from
from .options import ReadOptions
from .pdf_lines import GAP_IN_HEIGHTS, Piece, paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

READER = "pdf 1"

# FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h.
_PASSWORD_ERRORS = frozenset({4, 5})

_LINE_ENDS = frozenset({0x0D, 0x0A})


def read_pdf(name: str, data: bytes, options: ReadOptions) -> Draft:
    """The text of a PDF, line by line as printed; hyphens at line ends stay.

    Raises Encrypted for one that asks for a password, EmptyFile for a scan without text, Damaged for one that is
    cut off, TooLarge for more pages than anybody reads as one source.
    """
    del options
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise _refusal(name, error) from error
    try:
        return _draft(name, document)
    except (PdfiumError, OSError, ValueError, OverflowError) as error:
        raise _damaged(name) from error
    finally:
        document.close()


def _draft(name: str, document: PdfDocument) -> Draft:
    count = len(document)
    if count > limits.PDF_PAGES:
        raise TooLarge(name, f"the PDF has {count} pages", f"split it; up to {limits.PDF_PAGES} pages are read")
    writer = Writer()
    starts: list[int] = []
    blank: list[str] = []
    for number in range(count):
        made = _page(document, number)
        starts.append(writer.length)
        if not made:
            blank.append(str(number + 1))
        for paragraph in made:
            start = writer.begin()
            writer.write(paragraph)
            writer.end(start, PartKind.PARAGRAPH)
    if not writer.blocks:
        raise EmptyFile(
            name, "its pages are pictures without text (a scan)", "run text recognition (OCR) on it, then bring it in"
        )
    particulars = _properties(document)
    return writer.draft(
        READER,
        notices=_notices(blank),
        pages=pages_from(starts, writer.length),
        title=dict(particulars).get("title"),
        properties=particulars,
    )


def _page(document: PdfDocument, number: int) -> list[str]:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            return paragraphs(_pieces(text), page.get_width())
        finally:
            text.close()
    finally:
        page.close()


def _pieces(page: PdfTextPage) -> list[Piece]:
    """Runs of characters on one line, each with its box; a wide gap parts two runs (a column, a table cell)."""
    from pypdfium2.raw import FPDFText_GetCharBox, FPDFText_GetUnicode, FPDFText_IsGenerated

    pieces: list[Piece] = []
    run = _Run()
    sides = [c_double() for _ in range(4)]
    for index in range(page.count_chars()):
        code = FPDFText_GetUnicode(page, index)
        if code in _LINE_ENDS:
            run.close(pieces)
            continue
        FPDFText_GetCharBox(page, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        if FPDFText_IsGenerated(page, index) == 1 or code == 0x20:
            run.codes.append(code)
            continue
        if run.is_far_from(left, bottom, top):
            run.close(pieces)
        run.add(code, (left, right, bottom, top))
    run.close(pieces)
    return pieces


class _Run:
    """Characters that stand close to each other, and the box around them."""

    def __init__(self) -> None:
        self.codes: list[int] = []
        self.box: tuple[float, float, float, float] | None = None

    def is_far_from(self, left: float, bottom: float, top: float) -> bool:
        """Whether a character begins further away than the next word would, or on another line.

        PDFium tells no line end after a hyphen, since it takes the halves for one word.
        """
        if self.box is None:
            return False
        far = max(top - bottom, self.box[3] - self.box[2], 6.0) * GAP_IN_HEIGHTS
        other_line = top > bottom and (top < self.box[2] or bottom > self.box[3])
        return other_line or left > self.box[1] + far or left < self.box[0] - far

    def add(self, code: int, box: tuple[float, float, float, float]) -> None:
        """Take a character. PDFium shows a hyphen at a line's end as U+0002."""
        self.codes.append(0x2D if code == 2 else code)
        left, right, bottom, top = self.box or box
        self.box = min(left, box[0]), max(right, box[1]), min(bottom, box[2]), max(top, box[3])

    def close(self, pieces: list[Piece]) -> None:
        """Make a piece of what was taken and begin anew."""
        if self.box is not None:
            units = b"".join(code.to_bytes(4, "little") for code in self.codes if code)
            text = units.decode("utf-32-le", errors="surrogatepass")
            text = text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
            pieces.append(Piece(text, *self.box))
        self.codes, self.box = [], None


def _properties(document: PdfDocument) -> tuple[tuple[str, str], ...]:
    wanted = {"Title": "title", "Author": "author", "CreationDate": "created"}
    found = document.get_metadata_dict(skip_empty=True)
    return tuple(sorted((wanted[key], str(value)) for key, value in found.items() if key in wanted))


def _notices(blank: list[str]) -> tuple[Notice, ...]:
    if not blank:
        return ()
    shown = ", ".join(blank[:10]) + (" …" if len(blank) > 10 else "")
    return (Notice("pages-without-text", f"no text on page {shown}; if those are scans, run text recognition (OCR)"),)


def _refusal(name: str, error: PdfiumError) -> Damaged | Encrypted:
    if getattr(error, "err_code", None) in _PASSWORD_ERRORS:
        return Encrypted(name, "the PDF asks for a password", "save a copy without a password and bring that in")
    return _damaged(name)


def _damaged(name: str) -> Damaged:
    return Damaged(name, "the PDF is cut off or broken", "open it and save it anew, or export it again")
