"""The report: its outline, and the template it is made by."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field

from trellis.core.report_template import Section
from trellis.study.reporting import ReportOutline
from trellis.web.schemas.base import Given, Rev, Shown, TableShown


class SectionShown(Shown):
    """A section. to_write: what it asks of a person; words: how many it has already, tables too."""

    section: Section
    heading: str
    to_write: list[str]
    words: int


class OutlineShown(Shown):
    """What the report would be. template: the text of its file; rev: of the study's own, null where it has none."""

    title: str
    template: str
    rev: Rev | None
    sections: list[SectionShown]
    tables: list[TableShown]

    @classmethod
    def of(cls, outline: ReportOutline) -> Self:
        """The outline as it is shown."""
        return cls(
            title=outline.report.title,
            template=outline.template,
            rev=outline.rev,
            sections=[SectionShown.model_validate(section) for section in outline.sections],
            tables=[TableShown.of(table) for table in outline.tables],
        )


class TemplateGiven(Given):
    """A template as TOML; "" goes back to the one of Trellis. rev: of the one it replaces, null for none."""

    text: Annotated[str, Field(max_length=200_000)]
    rev: Rev | None = None
