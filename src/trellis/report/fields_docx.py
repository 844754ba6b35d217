"""What python-docx has no calls for: what Word fills in by itself (numbers, references, pages), and ruled lines."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from trellis.core.chart_text import printable

Part = Any
"""A paragraph, a link or a document of python-docx, which has no public types for them."""


def add_field(paragraph: Part, code: str, shown: str) -> None:
    """A field with what is shown until Word fills it."""
    mark(paragraph, "begin")
    instruct(paragraph, code)
    mark(paragraph, "separate")
    paragraph.add_run(printable(shown))
    mark(paragraph, "end")


def mark(paragraph: Part, kind: str, *, stale: bool = False) -> None:
    """Where a field begins, where what it shows begins ("separate"), or where it ends. stale: Word fills it anew."""
    made = OxmlElement("w:fldChar")
    made.set(qn("w:fldCharType"), kind)
    if stale:
        made.set(qn("w:dirty"), "true")
    paragraph.add_run()._r.append(made)  # noqa: SLF001  # runs have no call for marks


def instruct(paragraph: Part, code: str) -> None:
    """What a field is to be filled with."""
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {code} "
    paragraph.add_run()._r.append(words)  # noqa: SLF001  # as above


def add_link(paragraph: Part, words: str, place: str) -> None:
    """Words that lead to a place of the document."""
    run = paragraph.add_run(printable(words))._r  # noqa: SLF001  # links have no call of their own
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), place)
    run.addprevious(link)
    link.append(run)


def begin_place(paragraph: Part, name: str, number: int) -> None:
    """Where a place begins that references point at. number: its own in the document."""
    start = OxmlElement("w:bookmarkStart")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.append(start)  # noqa: SLF001  # paragraphs have no call for places


def end_place(paragraph: Part, number: int) -> None:
    """Where it ends."""
    end = OxmlElement("w:bookmarkEnd")
    end.set(qn("w:id"), str(number))
    paragraph._p.append(end)  # noqa: SLF001  # as above


def ruled(paragraph: Part) -> None:
    """Draws a line below a paragraph, to write on; between it and another such, too, which Word takes for one block."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808080")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # as above
    properties.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
