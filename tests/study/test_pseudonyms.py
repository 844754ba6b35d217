from __future__ import annotations

import pytest

from tests.study.withdrawn_study import filled
from trellis.core.errors import Invalid


@pytest.fixture
def told(study):
    return filled(study)


def test_a_name_is_replaced_in_every_text_and_codings_keep_their_words(told):
    before = [row["words"] for row in told.index.listing().records()]

    told.pseudonyms.replace("Drusilla", "Al", bracketed=True)

    assert "[Al] told me" in told.sources.text("basil")
    assert "Drusilla" not in told.sources.text("group")
    assert [row["words"] for row in told.index.listing().records()] == before
    assert told.search.count("drusilla").hits == 0
    assert told.history.check() == []


def test_replacing_is_undone_exactly(told):
    before = told.history.dump()

    told.pseudonyms.replace("Drusilla", "Philippa")
    told.history.undo()

    assert told.history.dump() == before
    assert told.history.check() == []


def test_a_dry_run_shows_each_place_and_what_is_left(told):
    number = told.history.number()

    shown = told.pseudonyms.replace("Drusilla", "Al", dry_run=True)

    assert told.history.number() == number
    assert ("basil", "Drusilla", "Al") in [(row["source"], row["name"], row["becomes"]) for row in shown.hits.records()]
    assert {"kase", "memo", "statement", "source"} <= {row["in"] for row in shown.left.records()}


def test_an_empty_name_is_refused(told):
    with pytest.raises(Invalid, match="give the name"):
        told.pseudonyms.replace(" ", "Al")
