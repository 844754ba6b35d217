"""The forms in which a study is written for readers, and their media types."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """How a report is written to a file."""

    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"


MEDIA = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.HTML: "text/html; charset=utf-8",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
}
FILES: dict[str, Any] = {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA.values()}
"""What a route that answers with such a file says of its answer."""
