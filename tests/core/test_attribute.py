from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.attribute import Attribute, AttributeType, Owner, guess_type, parse_value
from trellis.core.errors import Invalid


def an_attribute(kind, *levels):
    return Attribute(1, 0, "band", Owner.CASE, kind, levels, per_wave=False, pos="V")


@pytest.mark.parametrize(
    ("kind", "given_value", "kept"),
    [
        (AttributeType.WHOLE, " 007 ", "7"),
        (AttributeType.DECIMAL, "1.50", "1.50"),
        (AttributeType.BOOLEAN, "Yes", "true"),
        (AttributeType.BOOLEAN, "n", "false"),
        (AttributeType.DATE, "2009-04-23", "2009-04-23"),
        (AttributeType.TEXT, " as it is ", "as it is"),
        (AttributeType.CATEGORY, "site B", "Site B"),
        (AttributeType.ORDERED, "site a", "Site A"),
    ],
)
def test_a_fitting_value_is_kept_in_its_canonical_form(kind, given_value, kept):
    assert parse_value(an_attribute(kind, "Site A", "Site B"), given_value) == kept


@pytest.mark.parametrize(
    ("kind", "given_value", "would_fit"),
    [
        (AttributeType.WHOLE, "3.5", "a whole number such as 12"),
        (AttributeType.DECIMAL, "many", "a number such as 12.5"),
        (AttributeType.DECIMAL, "inf", "a number such as 12.5"),
        (AttributeType.BOOLEAN, "perhaps", "yes or no"),
        (AttributeType.DATE, "31.3.2026", "a date such as 2026-03-31"),
        (AttributeType.CATEGORY, "Site C", "one of “Site A”, “Site B”"),
    ],
)
def test_a_value_that_does_not_fit_is_answered_with_what_would(kind, given_value, would_fit):
    with pytest.raises(Invalid, match=would_fit):
        parse_value(an_attribute(kind, "Site A", "Site B"), given_value)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["3", "4", ""], AttributeType.WHOLE),
        (["3", "4.5"], AttributeType.DECIMAL),
        (["2009-04-23"], AttributeType.DATE),
        (["yes", "no", "No"], AttributeType.BOOLEAN),
        (["STR worker", "CSW"], AttributeType.CATEGORY),
        (["", " "], AttributeType.TEXT),
        (["word " * 30], AttributeType.TEXT),
    ],
)
def test_the_type_is_the_narrowest_that_fits(values, kind):
    assert guess_type(values) is kind


@given(st.lists(st.text(max_size=12), min_size=1))
def test_every_value_fits_the_type_that_was_guessed_from_it(values):
    kind = guess_type(values)
    levels = tuple({value.strip().casefold(): value.strip() for value in values}.values())

    assert all(parse_value(an_attribute(kind, *levels), value) is not None for value in values if value.strip())
