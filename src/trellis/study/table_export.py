"""A single table of results as a file that goes into a paper."""

from __future__ import annotations

from trellis.core.errors import NotSupported
from trellis.report.note import ExportNote
from trellis.study.table import Table


# The libraries that write these files are slow to load, and most calls write none.
def table_file(table: Table, note: ExportNote, ending: str) -> bytes:
    """The file's bytes: ".docx" or ".xlsx". Raises NotSupported."""
    if ending == ".docx":
        from trellis.report.table_docx import table_docx

        return table_docx(table, note)
    if ending == ".xlsx":
        from trellis.report.table_xlsx import table_xlsx

        return table_xlsx(table, note)
    raise NotSupported(ending, "a table is not written to this kind of file", "give .docx or .xlsx")
