from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import trellis.lenses
from trellis.core.toml_lines import line_at, lines_of

SHIPPED = sorted(Path(trellis.lenses.__file__).parent.glob("*.toml"))
TRICKY = '''# a comment with [a.head] in it
"quoted key" = "a # that is none"
a.b = 'C:\\path'

[[item]]
text = """
[not a head]
key = "no"
""" # after
list = [
  "one", # here
  { x = 1, y = [2,
     3] },
]
date = 2026-11-27 10:00:00

[[item]]
[[item.part]]
n = """ends in two quotes"" """
[[item.part]]
[item.table."odd.key"]
k = -1.5e3
'''


def ways(value, way=()):
    if isinstance(value, dict):
        for key, inside in value.items():
            yield (*way, key)
            yield from ways(inside, (*way, key))
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield (*way, at)
            yield from ways(inside, (*way, at))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_key_and_element_of_a_file_has_the_line_it_stands_in(path):
    text = path.read_text(encoding="utf-8")

    found = lines_of(text)

    lines = text.split("\n")
    for way in ways(tomllib.loads(text)):
        if isinstance(way[-1], str):
            assert way[-1] in lines[found[way] - 1]
        else:
            assert way in found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_strings_comments_and_lists_over_several_lines_are_passed_over(end):
    found = lines_of(TRICKY.replace("\n", end))

    assert found["quoted key",] == 2
    assert found["a", "b"] == 3
    assert found["item", 0, "list", 1, "y", 1] == 13
    assert found["item", 0, "date"] == 15
    assert found["item", 1, "part", 0, "n"] == 19
    assert found["item", 1, "part", 1] == 20
    assert found["item", 1, "table", "odd.key", "k"] == 22
    assert set(ways(tomllib.loads(TRICKY))) == set(found)


def test_what_has_no_line_has_that_of_what_it_stands_in():
    found = lines_of("\n[rule]\nkind = 1\n")

    assert line_at(found, ("rule", "exclusive")) == 2
    assert line_at(found, ("nothing",)) == 1
