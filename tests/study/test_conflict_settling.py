"""Putting the other side's state into force: what rests on a row that would go, what a row needs that comes back."""

from __future__ import annotations

import pytest

from tests.study.copies import copied, merged, start
from tests.study.picking import records
from trellis.core.attribute import Attribute, AttributeValue
from trellis.core.case import Case, Participant
from trellis.core.errors import Invalid
from trellis.core.memo import Memo
from trellis.study.memo_about import Topic


@pytest.fixture
def ana(tmp_path):
    study = start(tmp_path)
    study.cases.add("Moira")
    yield study
    study.close()


def waiting(study, what):
    return next(row["number"] for row in study.apart.conflicts().records() if row["what"] == what)


def test_a_case_that_work_rests_on_is_not_removed_by_settling(ana, ben, tmp_path):
    ana.chart.write("Moira", "1.1", "She drives")
    ben.cases.remove("Moira")
    merged(ana, ben, tmp_path)
    number = waiting(ana, "case")

    with pytest.raises(Invalid, match="2 cells"):
        ana.apart.settle(number, "theirs")
    ana.apart.settle(number, "ours")

    assert "Moira" in [case.name for case in records(ana, Case)]
    assert ana.history.check() == []


def test_a_case_that_one_removed_goes_with_its_person_if_that_is_taken(ana, ben, tmp_path):
    ana.cases.rename("Moira", "Moira T.")
    ben.cases.remove("Moira")
    merged(ana, ben, tmp_path)

    ana.apart.settle(waiting(ana, "case"), "theirs")

    assert "Moira T." not in [case.name for case in records(ana, Case)]
    assert "Moira T." not in [one.pseudonym for one in records(ana, Participant)]
    assert ana.history.check() == []


def test_a_case_that_we_removed_comes_back_with_its_person(ana, ben, tmp_path):
    ana.cases.remove("Moira")
    ben.cases.rename("Moira", "Moira T.")
    merged(ana, ben, tmp_path)

    ana.apart.settle(waiting(ana, "case"), "theirs")

    [case] = [case for case in records(ana, Case) if case.name == "Moira T."]
    assert case.participant in {one.k for one in records(ana, Participant)}
    assert ana.history.check() == []


def test_an_attribute_goes_with_its_values(ana, tmp_path):
    ana.attributes.define("age", "whole")
    ana.attributes.set("Moira", "age", "44")
    with copied(ana, tmp_path, name="c") as ben:
        ana.attributes.rename("age", "years")
        ben.attributes.remove("age")
        merged(ana, ben, tmp_path)

    ana.apart.settle(waiting(ana, "attribute"), "theirs")

    assert records(ana, Attribute) == records(ana, AttributeValue) == []
    assert ana.history.check() == []


def test_what_was_removed_here_since_is_not_half_put_back(ana, tmp_path):
    ana.memos.add("as it was", Topic(theme="1"))
    with copied(ana, tmp_path, name="c") as ben:
        for study, words in ((ana, "ours"), (ben, "theirs")):
            study.memos.edit(records(study, Memo)[0].k, text=words)
        merged(ana, ben, tmp_path)
    ana.memos.remove(records(ana, Memo)[0].k)

    with pytest.raises(Invalid, match="removed here since"):
        ana.apart.settle(1, "theirs")
    ana.apart.settle(1, "ours")

    assert records(ana, Memo) == []
    assert ana.history.check() == []
