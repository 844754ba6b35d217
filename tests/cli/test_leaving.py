from __future__ import annotations

import pytest

from tests.cli.test_index import index  # noqa: F401  # the fixture


@pytest.fixture
def silent(index, trellis):  # noqa: F811
    """Words of str-2 may not be quoted."""
    index("code", "str-1", "1.1", "--turns", "2")
    index("code", "str-2", "1.1", "--quote", "Wherever Ted is.")
    trellis("cases", "consent", "study.trellis", "str-1", "quote")
    return trellis


@pytest.mark.parametrize(
    "words",
    [("index", "list", "study.trellis"), ("index", "retrieve", "study.trellis"), ("search", "study.trellis", "i*")],
)
@pytest.mark.parametrize("form", ["--csv", "--json"])
def test_words_that_may_not_be_quoted_are_read_but_do_not_leave(silent, words, form):
    leaving = silent(*words, form)

    assert "str-1" in leaving.out
    assert "str-2" not in leaving.out
    assert "left out: no consent to quote" in leaving.err
    assert "str-2" in silent(*words).out


def test_where_nobody_was_asked_everything_leaves(index, trellis):  # noqa: F811
    index("code", "str-2", "1.1", "--quote", "Wherever Ted is.")

    leaving = trellis("index", "list", "study.trellis", "--csv")

    assert "str-2" in leaving.out
    assert leaving.err == ""
