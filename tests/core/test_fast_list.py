from __future__ import annotations

import pytest

from trellis.core.fast_list import fast_lines


@pytest.mark.parametrize(
    ("line", "turns", "themes", "note"),
    [
        ("T43-45 2.3 4.1", ("43-45",), ("2.3", "4.1"), ""),
        ("43 2.3", ("43",), ("2.3",), ""),
        ("43-45: 2.3; 4.1", ("43-45",), ("2.3", "4.1"), ""),
        ("T43–T45 2.3, 4.1", ("43-45",), ("2.3", "4.1"), ""),
        ("T43 2.3 she laughs here", ("43",), ("2.3",), "she laughs here"),
        ("T43 2.3 3 times", ("43",), ("2.3",), "3 times"),
        ("T43 2 4", ("43",), ("2", "4"), ""),
        ("43, 47: 2.3 - twice", ("43", "47"), ("2.3",), "twice"),
        ("turn 43 2.3", ("43",), ("2.3",), ""),
        ("7 1.2: what for??", ("7",), ("1.2",), "what for??"),
        ("43 Supervision", ("43",), ("Supervision",), ""),
        ("hello 3", (), (), ""),
        ("T8", (), (), ""),
    ],
)
def test_a_line_is_read_as_people_write_it(line, turns, themes, note):
    (read,) = fast_lines(line)

    assert (read.turns, read.themes, read.note) == (turns, themes, note)


def test_blank_lines_and_remarks_are_passed_over_and_lines_keep_their_numbers():
    assert [read.number for read in fast_lines("\ufeff# Maureen\n\nT3 1.1\n  \nT4 1.2\n")] == [3, 5]
