from __future__ import annotations

import pytest

from tests.study.withdrawn_study import GROUP, SAID, filled
from trellis.core.errors import Invalid


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
