from __future__ import annotations

import pytest

from tests.reading.making import read, spoken


@pytest.mark.parametrize("sign", ["**", "*"])
def test_questions_in_bold_or_italics_alternate_with_answers(sign):
    document = read(
        "a.md", f"About us\n\n{sign}How was it?{sign}\n\nFine.\n\nReally.\n\n{sign}And now?{sign}\n\nBetter.\n"
    )

    assert spoken(document) == [
        (None, "About us"),
        ("Question", "How was it?"),
        ("Answer", "Fine.\n\nReally."),
        ("Question", "And now?"),
        ("Answer", "Better."),
    ]
    assert document.turns is not None
    assert document.turns.layout == "emphasis"


@pytest.mark.parametrize(
    "source", ["**Bold?**\n\nplain\n", "**Aims**\n\nx\n\n**Methods**\n\ny\n", "**One?**\n\n**Two?**\n"]
)
def test_bold_paragraphs_that_ask_nothing_or_stand_alone_are_no_questions(source):
    assert read("a.md", source).turns is None


def test_labels_win_over_looks():
    document = read("a.md", "**INT: How was it?**\n\nP1: Fine.\n\n**INT: And now?**\n\nP1: Better.\n")

    assert [label for label, _ in spoken(document)] == ["INT", "P1", "INT", "P1"]
