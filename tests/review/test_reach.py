from __future__ import annotations

import pytest

from tests.review.making import remarks

HEAD = "# D\n\n## Abstract\n\nShort.\n\n## Findings\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "A monthly rota leads to calmer wards.",
        "The choir has reduced the number of falls.",
        "It was the choir that had kept them out of hospital.",
        "Thanks to the choir, no door was locked at night.",
        "The shared kitchen thereby lowers tempers.",
        "A locked cupboard improves safety.",
    ],
)
def test_a_cause_told_as_a_fact_is_asked_about(sentence: str):
    assert [remark.spots[0].words for remark in remarks(HEAD + sentence + "\n", "cause-claimed")] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two nurses said that the choir had reduced the number of falls.",
        "The choir may lead to calmer wards.",
        "The choir was meant to reduce the number of falls.",
        "Nothing here shows that the choir has reduced the number of falls.",
        "The choir has reduced the number of falls (Hale, 2004).",
        "Whether the choir leads to calmer wards was not asked.",
        "The rota should be kept if it improves safety.",
        "The choir met on a Monday because the hall was free.",
    ],
)
def test_a_view_a_doubt_a_plan_or_a_reference_raises_nothing(sentence: str):
    assert remarks(HEAD + sentence + "\n", "cause-claimed") == []


def test_a_cause_in_the_background_or_the_methods_raises_nothing():
    for head in ("## Background\n\n", "## Methods\n\n", "## Implications for practice\n\n"):
        assert (
            remarks(f"# D\n\n{head}A monthly rota leads to calmer wards.\n\n## Findings\n\nNone.\n", "cause-claimed")
            == []
        )


@pytest.mark.parametrize(
    "sentence",
    [
        "Porters in this country are not heard.",
        "Porters are left out of handovers across the health service.",
        "Handovers have the same gaps everywhere.",
        "In all three hospitals handovers have become safer.",
        "Porters generally eat alone.".replace("Porters", "Nurses"),
    ],
)
def test_a_claim_beyond_the_sample_is_asked_about(sentence: str):
    assert [remark.spots[0].words for remark in remarks(HEAD + sentence + "\n", "scope-widened")] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "We cannot tell how porters are treated across the health service.",
        "Porters felt left out everywhere.",
        "Handovers differ across the health service (Hale, 2004).",
        "Porters were left out across the three hospitals.",
        "In all three hospitals porters were interviewed.",
    ],
)
def test_a_claim_within_the_sample_or_that_is_hedged_raises_nothing(sentence: str):
    assert remarks(HEAD + sentence + "\n", "scope-widened") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The rounds harm the people who wait.",
        "They fell asleep on shift as a result.",
        "The choir kept two singers out of hospital.",
        "The choir has reduced missed meals.",
    ],
)
def test_harm_benefit_and_what_came_of_it_are_asked_about(sentence: str):
    assert len(remarks(HEAD + sentence + "\n", "cause-claimed")) == 1


def test_what_goes_too_far_is_asked_about_though_a_wish_follows():
    text = "Handovers fail wherever porters are left out, and they should be asked.\n"

    assert len(remarks(HEAD + text, "scope-widened")) == 1


def test_what_an_abstract_begins_with_is_background():
    head = "# D\n\n## Abstract\n\n"
    claim = "Porters in England have a new form."

    assert remarks(f"{head}{claim} We interviewed six porters.\n", "scope-widened") == []
    assert len(remarks(f"{head}We interviewed six porters. {claim}\n", "scope-widened")) == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A list made so that visits could be spread led to a rise in them.", True),
        ("Because of the choir, her stay was cut from six weeks to two.", True),
        ("That five of eight sang shows what a choir does to a ward.", True),
        ("Because of the snow we met by telephone.", False),
        ("Because of the weather, two visits were cut.", False),
        ("Due to a move, the interviews were shortened.", False),
        ("Reading the notes together led to changes in the wording.", False),
        ("Nurses thought that because of the choir, stays were cut.", False),
        ("The table shows what each ward had.", False),
        ("The table shows how far each ward changed.", False),
    ],
)
def test_what_moved_a_number_is_a_cause(sentence, told):
    assert bool(remarks(HEAD + sentence + "\n", "cause-claimed")) is told


def test_what_protects_people_from_something_is_a_cause():
    assert len(remarks(HEAD + "A locked door protected the nurses from callers.\n", "cause-claimed")) == 1
    assert remarks(HEAD + "Nurses felt that a locked door protected the nurses from callers.\n", "cause-claimed") == []
    assert remarks(HEAD + "The porch protected the bicycles from rain.\n", "cause-claimed") == []
