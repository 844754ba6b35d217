"""A report as one self-contained page, in which every claim opens what it rests on. No script, no link out."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trellis.core.chart_text import printable
from trellis.report.blocks import Report
from trellis.report.drawing import Drawing
from trellis.report.drawing_svg import drawing_markup

_TEMPLATES = Environment(
    loader=PackageLoader("trellis.report"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=lambda value: printable(value) if type(value) is str else value,
)


def study_html(report: Report) -> bytes:
    """The page's bytes, UTF-8: the same for the same report."""
    blocks = [(type(block).__name__.lower(), block) for block in report.blocks]
    page = _TEMPLATES.get_template("report.html")
    return page.render(report=report, note=report.note, blocks=blocks, drawn=_drawn).encode("utf-8")


def _drawn(drawing: Drawing) -> Markup:
    return Markup(drawing_markup(drawing))  # noqa: S704  # written as XML, in which every word is escaped
