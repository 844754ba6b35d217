"""Withdrawal from new use: what was made stays, and nothing new comes to rest on the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.picking import records
from tests.study.withdrawn_study import OTHER, SAID, filled
from trellis.core.coding import Coding
from trellis.core.errors import NotAllowed
from trellis.core.source import Source
from trellis.study.chart_given import Indexed, Words


@pytest.fixture
def told(study):
    filled(study)
    study.withdrawals.withdraw("Drusilla", "no new use", cut_off="1970-01-01")
    return study


def test_no_coding_is_made_on_their_words(told):
    before = told.history.dump()

    with pytest.raises(NotAllowed, match=r"nothing new may rest on “drusilla-one”.*1970-01-01"):
        told.index.code("drusilla-one", ["2"], quote="Tea, and toast")
    with pytest.raises(NotAllowed, match="“group”"):
        told.index.code("group", ["1"], quote="Well, well")

    assert told.history.dump() == before


def test_no_statement_is_written_in_their_row_nor_rests_on_their_words(told):
    theirs = next(one for one in records(told, Coding) if one.source == _key(told, "group"))

    with pytest.raises(NotAllowed, match="“Drusilla”"):
        told.chart.write("Drusilla", "2", "Tea again")
    with pytest.raises(NotAllowed, match="“group”"):
        told.chart.write("Basil", "1", "They laughed", evidence=[Indexed(theirs.k)])


def test_what_others_said_is_worked_on(told):
    told.index.code("basil", ["1"], quote="Yes.")
    told.chart.write("Basil", "1", "Agrees", evidence=[])

    assert told.history.check() == []


def test_what_rested_on_them_before_stays_and_is_carried_along(told):
    told.framework.rename("1", "Cupboards")
    told.sources.correct("drusilla-one", told.sources.text("drusilla-one").replace("Tea", "Coffee"))
    told.index.annotate(records(told, Coding)[0].k, "as it stood")

    assert SAID in str(told.index.listing().rows())
    assert OTHER in str(told.index.listing().rows())


def test_it_holds_from_its_date_on(study):
    filled(study)
    study.withdrawals.withdraw("Drusilla", "no new use", cut_off="2999-01-01")

    study.index.code("drusilla-one", ["2"], quote="Tea, and toast")


def test_no_further_contact_leaves_the_words_in_use(study):
    filled(study)
    study.withdrawals.withdraw("Drusilla", "no further contact", cut_off="1970-01-01")

    study.index.code("drusilla-one", ["2"], quote="Tea, and toast")


def test_a_dry_run_is_refused_like_the_deed(told):
    coding = next(one for one in records(told, Coding) if one.source == _key(told, "group"))

    with pytest.raises(NotAllowed), told._work.rehearsal("index.code") as change:
        change.insert(replace(coding, k=change.new_key(), note="again"))


def _key(study, name):
    return next(source.k for source in records(study, Source) if source.name == name)


def test_no_change_between_waves_comes_to_rest_on_them(told):
    for wave in ("early", "late"):
        told.waves.add(wave)
    told.waves.say("Basil", "1", "emerges")

    with pytest.raises(NotAllowed, match="“drusilla-one”"):
        told.waves.link("Basil", "1", Words("drusilla-one", SAID))
    with pytest.raises(NotAllowed, match="“Drusilla”"):
        told.waves.say("Drusilla", "1", "emerges")
