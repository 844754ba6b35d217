from __future__ import annotations

import pytest

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
