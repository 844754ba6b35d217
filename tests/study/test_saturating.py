from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.errors import Invalid
from trellis.core.filters import Filters
from trellis.study.exploring_pictures import saturation_svg
from trellis.study.saturating import Asked


@pytest.fixture(autouse=True)
def sample(study):
    return add_sample(study)


def test_each_interview_has_what_it_is_the_first_to_have(study):
    found = study.explore.saturation(Asked(base=1, run=1, orders=5))

    assert [(one.name, one.themes, one.new, one.seen) for one in found.heard] == [
        ("denise", 2, 2, 2),
        ("yusuf", 1, 0, 2),
    ]
    assert found.said == "Reached at interview 1 (+1) of 2 (base 1, run 1, threshold 5 %)."


def test_too_few_interviews_never_reach_it(study):
    assert study.explore.saturation().said == "Not reached in 2 interviews (base 4, run 2, threshold 5 %)."


def test_no_themes_in_the_base_leave_it_undefined(study):
    found = study.explore.saturation(Asked(base=1, run=1), Filters(where=(("Years", ("99",)),)))

    assert found.said.startswith("Undefined")


def test_the_table_prints_the_order_and_the_framework(study):
    table = study.explore.saturation(Asked(base=1, run=1, orders=10)).table()

    assert [row["ratio"] for row in table.records()] == [None, 0.0]
    assert "Order: by name. Framework: no named version. 7 of 10 random orders reached it" in table.note


@pytest.mark.parametrize("asked", [Asked(base=0), Asked(run=0), Asked(threshold="few"), Asked(orders=10_001)])
def test_what_cannot_be_asked_is_refused(study, asked):
    with pytest.raises(Invalid):
        study.explore.saturation(asked)


def test_the_picture_is_the_same_for_the_same_study(study):
    one = saturation_svg(study.explore.saturation(Asked(base=1, run=1, orders=20)))

    assert one == saturation_svg(study.explore.saturation(Asked(base=1, run=1, orders=20)))
    assert b"1 (+1)" in one
