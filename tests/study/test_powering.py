from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.information_power import Dimension


def test_every_dimension_is_listed_before_anything_is_said(study):
    assert [one.dimension for one in study.explore.power()] == list(Dimension)


def test_what_was_said_last_counts_and_what_was_said_before_stays(study):
    study.explore.say_power("aim", 4, "broad at first")
    study.explore.say_power("aim", 2, "narrowed to referral")

    [said] = [one for one in study.explore.power() if one.dimension is Dimension.AIM]
    assert (said.place, said.reason, said.by, said.earlier) == (2, "narrowed to referral", "Ana", 1)


def test_a_place_without_a_reason_is_refused(study):
    with pytest.raises(Invalid, match="reason"):
        study.explore.say_power("aim", 2, "")


def test_no_sum_is_made(study):
    study.explore.say_power("dialogue", 1, "long talks")

    table = study.explore.power_table()
    assert len(table) == 5
    assert "no sum" in table.note
