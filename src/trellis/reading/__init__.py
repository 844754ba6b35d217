"""Files into documents: one module per format, turn recognition, tables and survey answers.

Nothing here opens a study, and nothing is left on disk. What cannot be read raises a subclass of
`trellis.core.errors.Unreadable` whose message says what the file is and what to do.
"""

from __future__ import annotations

from .files import bytes_of, read_bytes, read_path
from .labels import LabelProposal, LabelRole, fold_label, probable_host, propose_roles, role_of
from .manuscript import read_manuscript
from .options import LAYOUTS, ReadOptions
from .survey import SurveyLayout, SurveyOptions, SurveySource, read_survey
from .tables import TableSheet, read_grids, read_table, read_workbook

__all__ = [
    "LAYOUTS",
    "LabelProposal",
    "LabelRole",
    "ReadOptions",
    "SurveyLayout",
    "SurveyOptions",
    "SurveySource",
    "TableSheet",
    "bytes_of",
    "fold_label",
    "probable_host",
    "propose_roles",
    "read_bytes",
    "read_grids",
    "read_manuscript",
    "read_path",
    "read_survey",
    "read_table",
    "read_workbook",
    "role_of",
]
