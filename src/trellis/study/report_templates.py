"""Templates of reports as files: read, and written out to be changed."""

from __future__ import annotations

from pathlib import Path

from trellis.core.report_template import STANDARD, ReportTemplate
from trellis.core.study import Setting
from trellis.exchange.report_toml import read_report_template, write_report_template
from trellis.reading import bytes_of
from trellis.store.changes import Change
from trellis.store.reader import Reader

TEMPLATE_SETTING = "report template"
"""Under which name a study keeps the template of its report, as the text of its file."""


def kept_template(reader: Reader) -> tuple[ReportTemplate, Setting | None]:
    """The study's own template with what keeps it; the one that comes with Trellis where it has none."""
    kept = reader.find(Setting, TEMPLATE_SETTING)
    if kept is None or not kept.value:
        return STANDARD, kept
    return read_report_template(kept.value.encode("utf-8"), TEMPLATE_SETTING), kept


def keep_template(change: Change, text: str) -> None:
    """Keeps a template; "" goes back to the one that comes with Trellis. Raises BadTable, Invalid."""
    if text.strip():
        read_report_template(text.encode("utf-8"), TEMPLATE_SETTING)
    before = change.find(Setting, TEMPLATE_SETTING)
    after = Setting(TEMPLATE_SETTING, 0, text.strip())
    if before is None:
        change.insert(after)
    else:
        change.update(before, after)


def template_given(path: Path | None) -> ReportTemplate:
    """The template in a file; None gives the one that comes with Trellis. Raises Unreadable, BadTable, Invalid."""
    return STANDARD if path is None else read_report_template(bytes_of(path), path.name)


def template_file(template: ReportTemplate) -> str:
    """A template as a file's text."""
    return write_report_template(template).decode("utf-8")
