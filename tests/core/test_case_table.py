from __future__ import annotations

import pytest

from trellis.core.case import CaseKind, Recruitment
from trellis.core.case_table import columns_of, row_of
from trellis.core.consent import ConsentScope
from trellis.core.errors import BadTable

HEADS = ("Case", "source", "Kind", "status", "Consent: quote", "role", "notice")


def test_columns_are_known_by_their_heads():
    columns = columns_of(HEADS)

    assert (columns.case, columns.source, columns.kind, columns.status) == (0, 1, 2, 3)
    assert columns.consents == ((ConsentScope.QUOTE, 4),)
    assert columns.attributes == (("role", 5),)
    assert columns.skipped == ("notice",)


def test_a_row_says_what_its_columns_hold():
    row = row_of(columns_of(HEADS), 2, ("Ann", "a; b", "Pair", "took part", "yes", "nurse", "x"))

    assert row is not None
    assert (row.case, row.sources, row.kind, row.status) == ("Ann", ("a", "b"), CaseKind.PAIR, Recruitment.TOOK_PART)
    assert row.consents == ((ConsentScope.QUOTE, True),)
    assert row.values == (("role", "nurse"),)


def test_a_case_without_a_name_is_called_after_its_source():
    row = row_of(columns_of(("source", "role")), 2, ("a1", "-"))

    assert row is not None
    assert (row.case, row.values) == ("a1", ())


def test_words_that_do_not_fit_are_refused_one_by_one():
    row = row_of(columns_of(HEADS), 7, ("Ann", "", "robot", "asleep", "maybe", "nurse", ""))

    assert row is not None
    assert [(r.line, r.column) for r in row.refused] == [(7, "kind"), (7, "status"), (7, "consent quote")]
    assert row.values == (("role", "nurse"),)


@pytest.mark.parametrize("heads", [("role", "site"), ("case", "Role", "role")])
def test_heads_that_do_not_fit_are_refused(heads):
    with pytest.raises(BadTable):
        columns_of(heads)
