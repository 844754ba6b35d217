from __future__ import annotations

import io

from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from tests.exchange.frameworks import frameworks, words
from trellis.core.framework_file import FrameworkFile, numbered_by_depth
from trellis.core.framework_wording import Wording
from trellis.exchange.framework_csv import read_framework
from trellis.exchange.framework_xlsx import write_framework


@settings(max_examples=15)
@given(frameworks(words, headed=False))
def test_what_was_written_is_read_again_the_same_and_written_alike(framework):
    written = write_framework(framework)

    rows = CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_index(0).to_python()
    assert read_framework([[str(cell) for cell in row] for row in rows], "f.xlsx") == framework
    assert write_framework(framework) == written


def test_an_apostrophe_before_a_sign_is_kept():
    framework = FrameworkFile(numbered_by_depth([(1, Wording("Signs", example="'="), "")]))

    rows = CalamineWorkbook.from_filelike(io.BytesIO(write_framework(framework))).get_sheet_by_index(0).to_python()

    assert read_framework([[str(cell) for cell in row] for row in rows], "f.xlsx").themes[0].words.example == "'="
