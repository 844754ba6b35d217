"""The matrix as one self-contained web page: no script, no link out, made for reading, printing and screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from trellis.core.chart_text import printable
from trellis.core.chart_view import ChartRow, ChartView
from trellis.report.note import Choices, ExportNote

_TEMPLATES = Environment(
    loader=PackageLoader("trellis.report"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=lambda value: printable(value) if type(value) is str else value,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as the page shows it. heads: (attribute, value) where there is a value."""

    row: ChartRow
    heads: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return self.row.name

    @property
    def wave_name(self) -> str:
        return self.row.wave_name


def chart_html(view: ChartView, note: ExportNote, choices: Choices) -> bytes:
    """The page's bytes, UTF-8: the same for the same view, note and choices."""
    page = _TEMPLATES.get_template("chart.html")
    return page.render(view=view, note=note, choices=choices, groups=list(_groups(view))).encode("utf-8")


def _groups(view: ChartView) -> Iterator[tuple[str, list[_Row]]]:
    for values, rows in groupby(view.rows, lambda row: row.groups):
        title = " · ".join(value or "(none)" for value in values)
        yield title, [_Row(row, _heads(view, row)) for row in rows]


def _heads(view: ChartView, row: ChartRow) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in zip(view.attributes, row.header, strict=True) if value)
