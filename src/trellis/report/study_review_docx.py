"""The review of a study as a Word document: a heading for each group, a paragraph for each point."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docx import Document

from trellis.core.chart_text import printable
from trellis.core.review import Check, Group, Level
from trellis.core.study_review import Point, StudyReview
from trellis.report.note import ExportNote
from trellis.report.packing import without_times


def study_review_docx(review: StudyReview, checks: Mapping[str, Check], note: ExportNote) -> bytes:
    """The document's bytes: the same for the same study."""
    document = Document()
    title = printable(f"{note.title}: review")
    properties = document.core_properties
    properties.title = title
    properties.author, properties.created, properties.modified = "Trellis", note.time, note.time
    document.add_heading(title, level=0)
    document.add_paragraph(printable(note.line()))
    counts = ", ".join(f"{review.counted(level)} {level.value}" for level in Level)
    document.add_paragraph(f"{counts}; {len(review.waived)} let stand with a reason.")
    for group in Group:
        found = [point for point in review.standing if checks[point.check].group is group]
        if found:
            document.add_heading(group.value.capitalize(), level=1)
        for point in found:
            _add(document, point, checks[point.check])
    if review.waived:
        document.add_heading("Let stand, with reasons", level=1)
    for point in review.waived:
        _add(document, point, checks[point.check])
    if review.quiet:
        document.add_heading("Not asked", level=1)
    for quiet in review.quiet:
        document.add_paragraph(printable(f"{quiet.check}: {quiet.why}."), style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def _add(document: object, point: Point, check: Check) -> None:
    paragraph = document.add_paragraph()  # type: ignore[attr-defined]  # python-docx has no public type for it
    paragraph.add_run(f"{point.level.value} · {check.id}. ").bold = True
    paragraph.add_run(printable(point.said))
    for target in point.targets[:6]:
        document.add_paragraph(printable(target.words), style="List Bullet")  # type: ignore[attr-defined]
    if point.waived is not None:
        lapsed = " What it rests on has changed since." if point.waived.is_lapsed else ""
        told = f"Let stand by {point.waived.by}: {point.waived.reason}.{lapsed}"
        document.add_paragraph(printable(told))  # type: ignore[attr-defined]
    last = document.add_paragraph()  # type: ignore[attr-defined]
    last.add_run(printable(f"Usually resolved so: {check.resolves}.")).italic = True
