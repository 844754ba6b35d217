from __future__ import annotations

import pytest

from tests.study.copies import opened
from tests.study.picking import records
from tests.study.withdrawn_study import GROUP, OTHER, SAID, filled
from trellis.core.chart import Statement
from trellis.core.errors import Invalid
from trellis.core.source import Source


def test_consent_is_listed_by_participant_wave_and_scope(study):
    study.cases.add("Ann")
    study.waves.add("first")

    study.consents.record("Ann", "quote", on="2009-02-10")
    study.consents.record("Ann", "secondary_use", given=False, wave="first")

    assert study.consents.listing().rows() == [
        ("Ann", "", "quote", "yes", "2009-02-10"),
        ("Ann", "first", "secondary use", "no", None),
    ]


def test_only_people_consent_and_only_to_what_there_is(study):
    study.cases.add("Ann")
    study.cases.add("North", "site")

    with pytest.raises(Invalid, match="site"):
        study.consents.record("North", "quote")
    with pytest.raises(Invalid, match="take part, quote"):
        study.consents.record("Ann", "everything")


def test_undo_is_exact(study):
    study.cases.add("Ann")
    study.consents.record("Ann", "quote")
    before = study.history.dump()

    study.consents.record("Ann", "quote", given=False)
    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []


def exported(study, tmp_path, name):
    return study.chart.export(tmp_path / name).read_text("utf-8")


def test_people_who_have_not_agreed_are_not_quoted_in_exports(study, tmp_path):
    filled(study)
    everything = exported(study, tmp_path, "all.csv")
    study.consents.record("Drusilla", "quote", given=False)
    study.consents.record("Basil", "quote")

    some = exported(study, tmp_path, "some.csv")

    assert SAID in everything
    assert "left out" not in everything
    assert SAID not in some
    assert GROUP not in some
    assert "Lists and buses" in some
    assert "2 quotations left out: no consent to quote" in some


def test_a_withdrawal_from_new_use_ends_the_consent_to_be_quoted(study, tmp_path):
    filled(study)
    study.consents.record("Drusilla", "quote")
    study.withdrawals.withdraw("Drusilla", "no new use", cut_off="2026-03-31")

    assert SAID not in exported(study, tmp_path, "some.csv")
    assert ("Drusilla", "", "quote", "withdrawn on 2026-03-31", None) in study.consents.listing().rows()


def test_somebody_elses_withdrawal_silences_nobody_who_was_never_asked(study, tmp_path):
    filled(study)
    study.withdrawals.withdraw("Drusilla", "no new use", cut_off="2026-03-31")

    assert [row["source"] for row in study.consents.quotable(study.index.listing()).records()] == ["basil"]


def test_extracts_that_leave_are_those_of_people_who_agreed(study):
    filled(study)
    study.consents.record("Basil", "quote")
    study.consents.record("Drusilla", "quote", given=False)

    some = study.consents.quotable(study.index.listing())

    assert {row["source"] for row in some.records()} == {"basil"}
    assert some.note == "3 left out: no consent to quote"
    assert len(study.index.listing()) == 4
    assert SAID not in str(study.consents.quotable(study.search.find("marmalade").table()).rows())
    assert OTHER in str(some.rows())


def test_consent_is_looked_up_for_the_wave_of_the_source(study):
    filled(study)
    study.waves.add("first")
    study.waves.place_sources("first", "basil")
    study.consents.record("Basil", "quote")
    study.consents.record("Drusilla", "quote")

    study.consents.record("Basil", "quote", given=False, wave="first")

    assert {row["source"] for row in study.consents.quotable(study.index.listing()).records()} == {
        "drusilla-one",
        "group",
    }


def test_a_table_that_does_not_say_whose_words_it_holds_is_refused(study):
    with pytest.raises(Invalid, match="no column “source”"):
        study.consents.quotable(study.consents.listing())


def test_who_agrees_is_listed_by_scope(study):
    filled(study)
    study.consents.record("Basil", "contact")
    study.consents.record("Drusilla", "contact")
    study.withdrawals.withdraw("Drusilla", "no further contact", cut_off="2026-03-31")

    assert study.consents.agreed("contact").rows() == [("Basil",)]
    assert study.consents.agreed("archive").rows() == [("Drusilla",), ("Basil",)]


@pytest.mark.parametrize("purpose", ["archive", "secondary use"])
def test_sources_of_people_who_have_not_agreed_are_not_handed_out_for_it(study, tmp_path, purpose):
    filled(study)
    study.consents.record("Basil", purpose)
    study.consents.record("Drusilla", purpose, given=False)

    made = study.apart.handout("An archive", tmp_path / "p.trellis", role="analyst", purpose=purpose)

    assert made.left_out == ("drusilla-one", "group")
    with opened(tmp_path / "p.trellis", tmp_path / "home-p", "An archive") as theirs:
        assert [source.name for source in records(theirs, Source)] == ["basil"]
        assert theirs.history.check() == []
        assert GROUP not in str(records(theirs, Statement))
    assert SAID.encode() not in (tmp_path / "p.trellis").read_bytes()


def test_colleagues_who_work_on_the_study_get_them(study, tmp_path):
    filled(study)
    study.consents.record("Drusilla", "archive", given=False)

    assert study.apart.handout("Ben", tmp_path / "p.trellis").left_out == ()


def test_somebody_who_withdrew_from_new_use_is_handed_out_to_nobody(study, tmp_path):
    filled(study)
    study.withdrawals.withdraw("Drusilla", "no new use", cut_off="1970-01-01")

    assert study.apart.handout("Ben", tmp_path / "p.trellis").left_out == ("drusilla-one", "group")
    with pytest.raises(Invalid, match="nothing was handed out"):
        study.apart.handout("Ben", tmp_path / "q.trellis", sources=["group"])
    with pytest.raises(Invalid, match="work, archive, secondary use"):
        study.apart.handout("Ben", tmp_path / "q.trellis", purpose="sale")


def test_examples_of_themes_leave_without_words_that_may_not_be_quoted(study):
    filled(study)
    before = study.framework.export("toml")
    study.consents.record("Basil", "quote")

    assert SAID.encode() in before
    assert SAID.encode() not in study.framework.export("toml")


def test_attributes_that_say_who_somebody_is_are_left_out_of_charts(study, tmp_path):
    filled(study)
    study.attributes.define("First name", "text")
    study.attributes.set("Basil", "First name", "Basilius")
    study.chart.set_header(["First name"])

    assert "Basilius" not in exported(study, tmp_path, "all.csv")
