from __future__ import annotations

import pytest

from trellis.core.errors import BadTable
from trellis.exchange import toml_parts


def test_one_text_and_numbers_will_do_as_a_list():
    assert toml_parts.names({"themes": "2.3"}, "themes", "here") == ("2.3",)
    assert toml_parts.names({"answers": [1, 2]}, "answers", "here") == ("1", "2")


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda t, k: toml_parts.text(t, k, "here"), "give text in quotation marks"),
        (lambda t, k: toml_parts.whole(t, k, "here"), "give a whole number"),
        (lambda t, k: toml_parts.flag(t, k, "here"), "give true or false"),
        (lambda t, k: toml_parts.tables(t, k, "here"), r"write \[\[key\]\]"),
        (lambda t, k: toml_parts.names(t, k, "here"), "give a list of texts"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_its_place(ask, said):
    with pytest.raises(BadTable, match=f"here: .*{said}"):
        ask({"key": 1.5}, "key")


def test_a_file_that_is_no_utf8_is_refused_with_the_byte():
    with pytest.raises(BadTable, match="byte 2"):
        toml_parts.parsed(b"a \xff", "x.toml", frozenset(), 1)
