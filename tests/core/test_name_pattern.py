from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.name_pattern import NamePattern


def test_a_name_is_read_by_its_places():
    pattern = NamePattern.of("{site}-{role}-{_}.{case}")

    assert pattern.names == ("site", "role")
    assert pattern.read("North-nurse-3.Ann") == {"site": "North", "role": "nurse", "case": "Ann"}


def test_a_name_that_does_not_fit_is_none():
    assert NamePattern.of("{site}-{n}").read("north") is None


@pytest.mark.parametrize("pattern", ["north", "{}", "{_}", "{a}-{A}"])
def test_a_pattern_needs_different_names(pattern):
    with pytest.raises(Invalid):
        NamePattern.of(pattern)
