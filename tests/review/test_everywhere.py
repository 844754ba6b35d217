from __future__ import annotations

import pytest

from tests.review.making import remarks

ROWS = (
    ("participant", "role", "ward"),
    ("P1", "porter", "Elm"),
    ("P2", "porter", "Ash"),
    ("P3", "porter", "Oak"),
    ("P4", "nurse", "Elm"),
    ("P5", "nurse", "Ash"),
    ("P6", "nurse", "Elm"),
)


def said(text: str) -> list[str]:
    return [r.said for r in remarks(f"# D\n\n## Findings\n\n{text}\n", "sample-arithmetic", rows=ROWS)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nurses in all three wards kept a second book.", ["The sheet has no Nurses of Oak."]),
        ("The nurses of every ward kept a second book.", ["The sheet has no nurses of Oak."]),
        ("Porters in all three wards kept a second book.", []),
        ("Nurses in all four seasons kept a second book.", []),
        ("We had hoped for nurses in all three wards.", []),
    ],
)
def test_a_group_that_is_not_in_all_places_is_told(text, told):
    assert said(text) == told


def test_every_kind_in_every_place_is_held_against_the_sheet():
    assert said("Every kind of participant was heard in each ward.") == ["The sheet has no nurse of Oak."]
    assert said("Not every kind of participant was heard in each ward.") == []
    assert said("Every kind of tea was drunk in each season.") == []
