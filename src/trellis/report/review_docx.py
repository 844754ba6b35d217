"""A manuscript as a Word document with a comment at every spot that a review remarks on."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from trellis.core.chart_text import printable
from trellis.core.document import PartKind
from trellis.core.manuscript import Manuscript, TextPlace
from trellis.core.review import Check, Remark, Review, Spot
from trellis.report.packing import without_times

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

AUTHOR, INITIALS = "Trellis", "T"
_SPOTS = 12
"""Comments that one remark makes at most; the first one says how many spots there are."""

_LINE = re.compile(r"[^\n\t]+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented_docx(data: bytes | None, manuscript: Manuscript, review: Review, checks: Mapping[str, Check]) -> bytes:
    """The Word document with its own text untouched and a comment for each remark that nobody waived.

    data: the manuscript's own file where it is a Word document; None for other formats, whose text is then set anew,
    paragraph by paragraph, as is that of a Word document too unusual to be written to. The same input gives the same
    bytes.
    """
    document = _opened(data) if data is not None else None
    places = manuscript.places if document is not None else tuple(_places(manuscript))
    document = document or _set_anew(manuscript)
    notes = [(spot, lines) for remark in review.standing for spot, lines in _notes(remark, checks[remark.check])]
    _Commenter(document, places).add(notes)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _opened(data: bytes) -> WordDocument | None:
    """The document, None where it lacks a part that python-docx asks for, such as the list of content types."""
    try:
        document = Document(io.BytesIO(data))
        document.comments  # noqa: B018 - makes the part that holds them, where it can
    except (KeyError, ValueError, AttributeError, PackageNotFoundError):
        return None
    return document


def _notes(remark: Remark, check: Check) -> Iterator[tuple[Spot, list[str]]]:
    """The comment for each spot of a remark: in full at the first, short at the others."""
    several = f" ({len(remark.spots)} spots)" if len(remark.spots) > 1 else ""
    full = [f"{remark.level.value}: {check.id}{several}", remark.said]
    full += [f"{source.told()}: “{source.words}”" for source in remark.sources]
    full += [f"Usually resolved so: {check.resolves}. [{remark.key}]"]
    for n, spot in enumerate(remark.spots[:_SPOTS]):
        yield spot, full if not n else [f"{remark.level.value}: {check.id} [{remark.key}]", remark.said]


def _set_anew(manuscript: Manuscript) -> WordDocument:
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = printable(manuscript.name), AUTHOR
    for passage in manuscript.passages:
        style = "Quote" if passage.is_quoted else None
        if passage.kind is PartKind.HEADING:
            style = f"Heading {min(passage.level or 1, 9)}"
        document.add_paragraph(style=style).add_run(printable(manuscript.text[passage.start : passage.end]))
    # The template's own dates are fixed; nothing here tells the time of writing.
    return document


def _places(manuscript: Manuscript) -> Iterator[TextPlace]:
    """Where the text lies in a document that was set anew: a line end or tab parts two text elements."""
    lines = (
        line for passage in manuscript.passages for line in _LINE.finditer(manuscript.text, passage.start, passage.end)
    )
    for n, line in enumerate(lines):
        yield TextPlace(line.start(), line.end(), n)


class _Commenter:
    """Puts comments into one document."""

    def __init__(self, document: WordDocument, places: tuple[TextPlace, ...]) -> None:
        self.document, self.places = document, places
        self.starts = [place.start for place in places]
        self.texts: list[Any] = list(document.element.body.iter(qn("w:t")))
        # For each text element that was cut: where its parts begin, and the runs that hold them now.
        self.parts: dict[int, list[tuple[int, Any]]] = {}

    def add(self, notes: Iterable[tuple[Spot, list[str]]]) -> None:
        """Add every note at its spot, all cuts being made first so that runs stay where they are."""
        anchored = [(self._anchor(spot), lines) for spot, lines in notes]
        cuts: dict[int, set[int]] = {}
        for anchor, _ in anchored:
            if anchor is not None:
                for n, at in anchor:
                    cuts.setdefault(n, set()).add(at)
        for n, offsets in sorted(cuts.items()):
            self.parts[n] = list(_cut(self.texts[n], offsets))
        for anchor, lines in anchored:
            if anchor is not None:
                self._comment(self._run_from(*anchor[0]), self._run_to(*anchor[1]), lines)

    def _anchor(self, spot: Spot) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Text element and offset of a spot's beginning and end; of a spot outside the body, what precedes it."""
        inside = [place for place in self._around(spot) if place.start < spot.end and place.end > spot.start]
        if inside:
            first, last = inside[0], inside[-1]
            start = max(spot.start - first.start, 0)
            return (first.n, start), (last.n, min(spot.end, last.end) - last.start)
        before = bisect_right(self.starts, spot.start) - 1
        if before < 0:
            return None
        place = self.places[before]
        return (place.n, 0), (place.n, place.end - place.start)

    def _around(self, spot: Spot) -> tuple[TextPlace, ...]:
        first = max(bisect_right(self.starts, spot.start) - 1, 0)
        return self.places[first : bisect_right(self.starts, spot.end)]

    def _run_from(self, n: int, at: int) -> Any:  # noqa: ANN401 - an element of the document
        return next(run for start, run in self.parts[n] if start >= at)

    def _run_to(self, n: int, at: int) -> Any:  # noqa: ANN401 - the same
        return [run for start, run in self.parts[n] if start < at][-1]

    def _comment(self, first: Any, last: Any, lines: list[str]) -> None:  # noqa: ANN401 - the same
        first, last = _outside_boxes(first), _outside_boxes(last)
        comment = self.document.comments.add_comment(printable(lines[0]), AUTHOR, INITIALS)
        for line in lines[1:]:
            comment.add_paragraph(printable(line))
        # A comment need not tell its time, and the same review gives the same bytes.
        del comment._comment_elm.attrib[qn("w:date")]  # noqa: SLF001 - there is no public way
        first.addprevious(_element("w:commentRangeStart", comment.comment_id))
        reference = OxmlElement("w:r")
        reference.append(_element("w:commentReference", comment.comment_id))
        ending = _element("w:commentRangeEnd", comment.comment_id)
        last.addnext(ending)
        ending.addnext(reference)


def _element(tag: str, number: int) -> Any:  # noqa: ANN401 - an element of the document
    made = OxmlElement(tag)
    made.set(qn("w:id"), str(number))
    return made


def _outside_boxes(run: Any) -> Any:  # noqa: ANN401 - the same
    """The run, or the run of the body that holds the text box it stands in, where Word takes no comments."""
    boxes = list(run.iterancestors(qn("w:txbxContent")))
    if not boxes:
        return run
    return next(above for above in boxes[-1].iterancestors(qn("w:r")))


def _cut(text: Any, offsets: set[int]) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - the same
    """Part a text element at offsets, each part in a run that looks as before: where it begins, and the run."""
    run = text.getparent()
    words = text.text or ""
    bounds = sorted({0, len(words), *(at for at in offsets if 0 < at < len(words))})
    head, tail = _shell(run), _shell(run)
    before = True
    for child in list(run):
        if child.tag == qn("w:rPr"):
            continue
        if child is text:
            before = False
        else:
            (head if before else tail).append(child)
    if _holds_something(head):
        run.addprevious(head)
    for start, end in pairwise(bounds):
        made = _shell(run)
        part = OxmlElement("w:t")
        part.text = words[start:end]
        part.set(_SPACE, "preserve")
        made.append(part)
        run.addprevious(made)
        yield start, made
    if _holds_something(tail):
        run.addprevious(tail)
    run.getparent().remove(run)


def _shell(run: Any) -> Any:  # noqa: ANN401 - the same
    """An empty run with the looks of another."""
    made = OxmlElement("w:r")
    looks = run.find(qn("w:rPr"))
    if looks is not None:
        made.append(deepcopy(looks))
    return made


def _holds_something(run: Any) -> bool:  # noqa: ANN401 - the same
    return any(child.tag != qn("w:rPr") for child in run)
