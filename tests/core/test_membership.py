from __future__ import annotations

import pytest

from trellis.core.case import Membership
from trellis.core.errors import Invalid
from trellis.core.membership import iso_date, require_in_order, require_no_circle

CHAIN = [Membership(1, 2, "", 0, None), Membership(2, 3, "", 0, None), Membership(1, 3, "2004-01-01", 0, None)]


@pytest.mark.parametrize(("child", "parent"), [(3, 1), (2, 1), (1, 1)])
def test_a_circle_is_refused(child, parent):
    with pytest.raises(Invalid):
        require_no_circle(CHAIN, child, parent)


def test_one_may_belong_to_several():
    require_no_circle(CHAIN, 1, 4)
    require_no_circle(CHAIN, 4, 1)


def test_a_date_has_year_month_and_day():
    assert iso_date(" 2026-03-31 ") == "2026-03-31"
    with pytest.raises(Invalid, match="2026-03-31"):
        iso_date("31 March")


def test_an_end_does_not_come_before_its_beginning():
    require_in_order("", "2004-01-01")
    with pytest.raises(Invalid):
        require_in_order("2004-01-02", "2004-01-01")
