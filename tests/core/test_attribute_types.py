from __future__ import annotations

import pytest

from trellis.core.attribute import AttributeType, HowKnown
from trellis.core.attribute_types import TypeOf, declared, guessed, how_known, levels_in
from trellis.core.errors import Invalid


def test_an_order_is_declared_with_its_categories():
    assert declared("ordered: 3, 4,5") == TypeOf(AttributeType.ORDERED, ("3", "4", "5"))


@pytest.mark.parametrize("given", ["colour", "whole:1,2", "ordered", "ordered:one"])
def test_what_is_no_type_is_refused(given):
    with pytest.raises(Invalid):
        declared(given)


def test_a_column_of_few_words_is_a_category():
    assert guessed(["nurse", "Porter", "porter", ""]) == TypeOf(AttributeType.CATEGORY, ("nurse", "Porter"))


def test_categories_that_hold_numbers_stand_in_their_order():
    assert levels_in(["site 10", "site 9", "site 1"]) == ("site 1", "site 9", "site 10")


def test_a_type_reads_as_it_is_declared():
    assert str(TypeOf(AttributeType.CATEGORY, ("a", "b"))) == "category: a, b"
    assert str(TypeOf(AttributeType.DATE)) == "date"


def test_provenance_is_one_of_three():
    assert how_known("Estimated") is HowKnown.ESTIMATED
    with pytest.raises(Invalid, match="told, recorded, estimated"):
        how_known("guessed")
