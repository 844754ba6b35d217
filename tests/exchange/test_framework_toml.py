from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trellis
from tests.exchange.frameworks import frameworks, texts
from trellis.core.errors import BadTable
from trellis.core.framework import Operation
from trellis.exchange.framework_toml import read_framework, read_operations, write_framework

ROLES = Path(trellis.__file__).parent / "examples" / "roles"


@given(frameworks(texts))
def test_what_was_written_is_read_again_the_same(framework):
    written = write_framework(framework)

    assert read_framework(written, "f.toml") == framework
    assert write_framework(read_framework(written, "f.toml")) == written


def test_the_example_is_read_whole():
    framework = read_framework((ROLES / "framework-v1.toml").read_bytes(), "framework-v1.toml")

    assert (framework.version, framework.date, framework.by) == ("v1", "2009-03-12", ("Ana", "Ben", "Cleo"))
    assert len(framework.themes) == 35
    assert framework.themes[1].words.example == "Nineteen years in the fish market, then this."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", r"f\.toml holds no \[\[theme\]\]"),
        (b"theme = [", r"f\.toml is not valid TOML: "),
        (b"\xff", r"f\.toml is not UTF-8 text \(byte 0\)"),
        (b"format = 2", "format 2; this Trellis reads format 1"),
        (b'colour = "red"', "“colour” means nothing here; what fits: by, date"),
        (b"theme = 3", r"write \[\[theme\]\] above each"),
        (b'[[theme]]\nname = "A"', r"f\.toml, theme 1: it has no number"),
        (b'[[theme]]\nnumber = "1"\nname = " "', "theme 1: it has no name"),
        (b'[[theme]]\nnumber = 1\nname = "A"', "“number” is 1; give text in quotation marks"),
        (b'[[theme]]\nnumber = "1"\nname = "A"\norigin = "guess"', "theme 1: “guess” is not an origin"),
        (b'[[theme]]\nnumber = "1"\nname = "A"\ncolour = "red"', "theme 1: “colour” means nothing here"),
        (b'by = "Ana"\n[[theme]]\nnumber = "1"\nname = "A"', "“by” is 'Ana'; give a list of texts"),
    ],
)
def test_a_file_that_does_not_fit_is_told_where_and_what_would(content, told):
    with pytest.raises(BadTable, match=told):
        read_framework(content, "f.toml")


def test_operations_are_read_in_order():
    listed = read_operations((ROLES / "operations.toml").read_bytes(), "operations.toml")

    kinds = [operation.kind for operation in listed.operations]
    assert (listed.before, listed.after, len(kinds)) == ("v1", "v2", 18)
    assert kinds[:3] == [Operation.SPLIT, Operation.MERGE, Operation.MOVE]
    assert [words.name for words in listed.operations[0].into] == ["Formal supervision", "Colleagues to turn to"]
    assert listed.operations[1].themes == ("5.2", "5.3")
    assert listed.operations[5].after == "2.1"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", r"holds no \[\[operation\]\]"),
        (b'[[operation]]\nkind = "delete"', "operation 1: “delete” is not an operation; what fits: add, rename"),
        (b'[[operation]]\nkind = "split"\n[[operation.into]]\ndefinition = "d"', "operation 1: it has no name"),
        (b'[[operation]]\nkind = "merge"\nthemes = "5.2"', "operation 1: “themes” is '5.2'; give a list"),
    ],
)
def test_an_operation_that_does_not_fit_is_told_by_its_number(content, told):
    with pytest.raises(BadTable, match=told):
        read_operations(content, "o.toml")


@given(st.binary(max_size=60))
def test_bytes_that_are_no_framework_are_refused_by_name(content):
    with pytest.raises(BadTable, match=r"f\.toml"):
        read_framework(content, "f.toml")
