"""The audit trail as its page shows it."""

from __future__ import annotations

from trellis.study.audit import Trail
from trellis.web.schemas.base import Shown, TableShown


class AuditShown(Shown):
    """The trail. note: the line that stands on every export. head: of the history, as every export prints it."""

    note: str
    head: str
    sections: list[TableShown]

    @classmethod
    def of(cls, trail: Trail) -> AuditShown:
        """The trail as JSON."""
        sections = [TableShown.of(section) for section in trail.sections]
        return cls(note=trail.note.line(), head=trail.note.head, sections=sections)
