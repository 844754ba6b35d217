from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from tests.exchange.frameworks import frameworks, words
from trellis.core.errors import BadTable
from trellis.core.framework_file import FileTheme, FrameworkFile
from trellis.core.framework_wording import Wording
from trellis.exchange.framework_csv import read_framework, write_framework


def rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.split("\n")]


def numbered(framework: FrameworkFile) -> list[tuple[str, str]]:
    return [(theme.number, theme.words.name) for theme in framework.themes]


@given(frameworks(words, headed=False))
def test_what_was_written_is_read_again_the_same(framework):
    written = write_framework(framework).decode("utf-8-sig")

    assert read_framework(list(csv.reader(io.StringIO(written, newline=""))), "f.csv") == framework


def test_no_cell_is_run_as_a_formula():
    framework = FrameworkFile((FileTheme("1", Wording("=1+1", "'=2")),))

    written = write_framework(framework).decode("utf-8-sig")

    assert written.splitlines()[1] == "1,'=1+1,''=2,,,,"


def test_heads_are_known_by_their_other_names_and_empty_rows_passed_over():
    found = read_framework(rows("No.|Theme| Description \n|||\n1|Support|Help.\n1.1|Team|"), "f.csv")

    assert numbered(found) == [("1", "Support"), ("1.1", "Team")]
    assert found.themes[0].words.definition == "Help."


def test_without_numbers_a_parent_may_be_named():
    found = read_framework(rows("name|parent\nDesks|Team\nSupport|\nTeam|\nRooms|Desks\nKeys|team"), "f.csv")

    assert numbered(found) == [("1", "Support"), ("2", "Team"), ("2.1", "Desks"), ("2.1.1", "Rooms"), ("2.2", "Keys")]


def test_without_both_all_are_main_themes():
    assert numbered(read_framework(rows("name\nA\nB"), "f.csv")) == [("1", "A"), ("2", "B")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name", r"f\.csv has no rows below its heads"),
        ("what\nA", "no column “name”; its heads are: what"),
        ("name|theme\nA|B", r"two columns are headed “name” \(1 and 2\)"),
        ("number|name\n1|A\n2|", r"f\.csv, row 3: the theme has no name"),
        ("number|name\nx|A", "row 2: “x” is not the number of a theme"),
        ("name|origin\nA|guess", "row 2: “guess” is not an origin"),
        ("name|parent\nA|B", "row 2: no row is named “B”, the parent of “A”"),
        ("name|parent\nA|B\nB|A", "stands under itself"),
    ],
)
def test_a_table_that_does_not_fit_is_told_by_its_row(text, told):
    with pytest.raises(BadTable, match=told):
        read_framework(rows(text), "f.csv")
