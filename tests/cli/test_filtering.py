from __future__ import annotations

import pytest

from trellis.cli.filtering import chosen, pairs
from trellis.core.errors import Invalid
from trellis.core.filters import Filters


def test_conditions_on_one_attribute_are_gathered():
    assert pairs(["site=North", "role = STR", "site=South"]) == (("site", ("North", "South")), ("role", ("STR",)))


@pytest.mark.parametrize("given", ["site", "=North", "site="])
def test_what_is_no_condition_is_refused(given):
    with pytest.raises(Invalid, match="ATTRIBUTE=VALUE"):
        pairs([given])


def test_options_that_are_not_given_leave_everything_in():
    assert chosen() == Filters()
    assert chosen(sources=["a"], where=["b=c"]) == Filters(source=("a",), where=(("b", ("c",)),))
