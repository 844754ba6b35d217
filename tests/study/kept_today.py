"""What people have today: the study that the files of `examples/from-excel` belong to, and those files."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import trellis.examples
from trellis.core.source import SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.study.bringing import BringIn
from trellis.study.case_import import ImportHow

FOLDER = Path(__file__).parents[2] / "examples" / "from-excel"
ROLES = Path(trellis.examples.__file__).parent / "roles"
ANA = LabelRule("Ana", SpeakerRole.INTERVIEWER)


def makers() -> ModuleType:
    """The script that makes the two untidy files."""
    spec = importlib.util.spec_from_file_location("make_files", FOLDER / "make_files.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bring_transcripts(study, *names: str) -> None:
    study.sources.bring_in([ROLES / "transcripts" / name for name in names], BringIn(labels=(ANA,)))
    study.cases.import_table(ROLES / "people.csv", ImportHow(skip=("interviewer", "notice")))


def fill(study, folder: Path) -> Path:
    """Maureen's and Wendy's transcripts, Dan's with its comments, the framework; Yusuf's is still to come.

    The folder with framework.xlsx and 02-dan.docx.
    """
    made = makers()
    made.write_workbook(folder / "framework.xlsx")
    made.write_transcript(folder / "02-dan.docx")
    study.framework.import_file(ROLES / "framework-v1.toml")
    study.sources.bring_in([folder / "02-dan.docx"], BringIn())
    bring_transcripts(study, "01-maureen.txt", "03-wendy.txt")
    return folder
