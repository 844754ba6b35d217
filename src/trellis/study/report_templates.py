"""Templates of reports as files: read, and written out to be changed."""

from __future__ import annotations

from pathlib import Path

from trellis.core.report_template import STANDARD, ReportTemplate
from trellis.exchange.report_toml import read_report_template, write_report_template
from trellis.reading import bytes_of

__all__ = ["STANDARD", "ReportTemplate", "read_report_template", "template_file", "template_given"]


def template_given(path: Path | None) -> ReportTemplate:
    """The template in a file; None gives the one that comes with Trellis. Raises Unreadable, BadTable, Invalid."""
    return STANDARD if path is None else read_report_template(bytes_of(path), path.name)


def template_file(template: ReportTemplate) -> str:
    """A template as a file's text."""
    return write_report_template(template).decode("utf-8")
