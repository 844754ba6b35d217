from __future__ import annotations

import pytest

from trellis.core.coding_lines import coding_lines, offset, written
from trellis.core.errors import BadTable


def test_columns_are_known_by_other_heads_too():
    lines = coding_lines({"Interview": ["janet"], "Number": [2.3], "Words": ["so"], "Colour": ["red"]})

    assert dict(lines.columns) == {"source": ["janet"], "theme": [2.3], "quote": ["so"]}
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"theme": [], "quote": []}, "no column says the source"),
        ({"source": [], "quote": []}, "no column says the theme"),
        ({"source": [], "theme": [], "start": []}, "which words"),
        ({"source": [], "theme": [], "quote": [], "words": []}, "two columns say the quote"),
    ],
)
def test_a_table_that_does_not_fit_says_what_is_missing(columns, told):
    with pytest.raises(BadTable, match=told):
        coding_lines(columns)


def test_lines_are_picked_by_a_column():
    lines = coding_lines({"source": ["a", "b"], "theme": ["1", "2"], "quote": ["x", "y"], "version": ["v1", "v2"]})

    assert lines.having("version", "v2").columns["source"] == ["b"]


@pytest.mark.parametrize(("value", "text"), [(None, ""), (2.0, "2"), (2.3, "2.3"), (" x ", "x"), (7, "7")])
def test_a_value_is_read_as_text(value, text):
    assert written(value) == text


@pytest.mark.parametrize(("value", "number"), [(7, 7), ("7", 7), (7.0, 7), (7.5, None), ("", None), ("x", None)])
def test_a_value_is_read_as_an_offset(value, number):
    assert offset(value) == number
