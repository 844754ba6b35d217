from __future__ import annotations

import pytest

from tests.review.making import remarks

PAPER = """# D

## Abstract

{abstract}

## Methods

{methods}

## Findings

{findings}
"""
TABLE = """Table 2. Wards by answer

| Ward | Answer | Note |
|---|---|---|
| Birch | open | kettle |
| Cedar | open | none |
| Elm | shut | bell |
| Fir | open | bell |
| Oak | half | kettle |
"""


def paper(abstract: str = "Short.", methods: str = "Short.", findings: str = "Short.") -> str:
    return PAPER.format(abstract=abstract, methods=methods, findings=findings)


def test_a_whole_that_is_once_counted_otherwise_is_asked_about():
    text = paper(
        "We studied four wards.",
        "The four wards are in one town. Between them the five wards had a garden.",
        "All four wards.",
    )

    found = remarks(text, "sample-arithmetic")

    assert [remark.said for remark in found] == ["“five wards” here; elsewhere “four wards”."]


def test_what_a_summary_says_was_found_is_held_against_the_findings():
    text = paper("We found eight habits.", findings="The six habits are these. Of the six habits one is new.")

    assert [remark.said for remark in remarks(text, "sample-arithmetic")] == [
        "“eight habits” here; elsewhere “six habits”."
    ]


@pytest.mark.parametrize(
    "text",
    [
        paper(
            "We studied four wards.",
            "The four wards are in one town. The other three wards had a garden.",
            "Four wards.",
        ),
        paper("We studied four wards.", "The three wards in the north had a garden.", "The four wards are old."),
        paper(
            "We studied four wards.", "The four wards are old.", "In two wards, the two wards with a garden, it was so."
        ),
        paper("We found six habits.", findings="The six habits are these. Two habits are new."),
        paper("We found six new habits.", findings="The nine old habits are these."),
        paper("For the twelve weeks it rained.", "All the ten weeks it rained.", "The twelve weeks, the twelve weeks!"),
    ],
)
def test_some_of_them_and_other_things_raise_nothing(text: str):
    assert remarks(text, "sample-arithmetic") == []


def test_rows_that_a_sentence_counts_are_held_against_the_table():
    text = paper(findings=f"{TABLE}\nFour of the five wards in Table 2 keep it open.".replace("Four", "One"))

    assert [r.said for r in remarks(text, "sample-arithmetic")] == [
        "The text says “One of the five wards”; in the table it is 3."
    ]


def test_rows_that_fit_alone_or_with_others_raise_nothing():
    for words in (
        "Three of the five wards in Table 2 keep it open",
        "Four of the five wards in Table 2 keep it open or half",
    ):
        assert remarks(paper(findings=f"{TABLE}\n{words}."), "sample-arithmetic") == []


def test_a_table_of_other_rows_or_other_words_raises_nothing():
    for words in ("One of the nine wards in Table 2 is open", "One of the five wards in Table 2 has a lift"):
        assert remarks(paper(findings=f"{TABLE}\n{words}."), "sample-arithmetic") == []
