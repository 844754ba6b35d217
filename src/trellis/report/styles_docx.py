"""How a report looks in Word: Trellis's own styles, or the page and styles of a document of the user's."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from trellis.core.errors import Damaged

_SHEET_MM, _EDGE_MM = (210, 297), 25
_INK, _ACCENT = RGBColor(0x1F, 0x2A, 0x30), RGBColor(0x0B, 0x60, 0x70)
_HEADINGS = (("Title", 24, _INK), ("Heading 1", 16, _INK), ("Heading 2", 12.5, _ACCENT), ("Heading 3", 11, _INK))


def styled_document(styles: bytes | None) -> Any:  # noqa: ANN401  # python-docx has no public type for a document
    """An empty document. styles: a Word document whose styles and page are taken, None for ours. Raises Damaged."""
    try:
        document = Document(None if styles is None else io.BytesIO(styles))
    except (KeyError, ValueError, AttributeError, PackageNotFoundError, zipfile.BadZipFile) as error:
        raise Damaged("the file of styles", "it is no Word document", "give a .docx that Word opens") from error
    if styles is None:
        _our_styles(document)
    else:
        _emptied(document)
    return document


def _our_styles(document: Any) -> None:  # noqa: ANN401
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _SHEET_MM)
    section.left_margin = section.right_margin = Mm(_EDGE_MM)
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for name, size, colour in _HEADINGS:
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), colour
    for name, before, after in (("Heading 1", 22, 6), ("Heading 2", 14, 4), ("Heading 3", 10, 2)):
        styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(before), Pt(after)
    quote, caption = styles["Quote"], styles["Caption"]
    quote.paragraph_format.left_indent, quote.paragraph_format.space_after = Mm(10), Pt(2)
    quote.font.color.rgb = caption.font.color.rgb = _INK
    caption.font.size, caption.font.bold = Pt(10), False
    styles["Footer"].font.size = Pt(8)
    for level in (1, 2):
        _contents_style(styles, level)


def _contents_style(styles: Any, level: int) -> None:  # noqa: ANN401
    style = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    look = style.paragraph_format
    look.space_after, look.space_before = Pt(1), Pt(4 if level == 1 else 0)
    look.left_indent, look.right_indent = Mm(6 * (level - 1)), Mm(12)
    end = Mm(_SHEET_MM[0] - 2 * _EDGE_MM)
    look.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _emptied(document: Any) -> None:  # noqa: ANN401
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
