from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.filters import EVERYTHING
from trellis.web.filtering import meant
from trellis.web.schemas.search import FiltersGiven


def test_keys_are_handed_on_as_handles_and_values_of_one_attribute_together():
    given = FiltersGiven(source=[7], theme=9, attribute=["site=North", "site=a=b", "role=worker"])

    filters = meant(given)

    assert (filters.source, filters.theme) == (("#7",), "#9")
    assert filters.where == (("site", ("North", "a=b")), ("role", ("worker",)))


def test_nothing_given_narrows_to_nothing():
    assert meant(FiltersGiven()) == EVERYTHING


def test_an_attribute_without_a_value_is_refused():
    with pytest.raises(Invalid, match="name=value"):
        meant(FiltersGiven(attribute=["site"]))
