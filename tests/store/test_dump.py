from __future__ import annotations

from tests.store.factories import add_theme, intent
from trellis.store.dump import differences


def test_equal_states_have_no_difference(file):
    assert differences(file.dump(), file.dump()) == []


def test_a_row_more_is_a_line_more(file):
    before = file.dump()
    with file.change(intent(file)) as change:
        add_theme(change, "one")

    lines = differences(before, file.dump())

    assert len(lines) == 1
    assert lines[0].startswith("+ theme")
