from __future__ import annotations

import pytest

from tests.review.making import a_manuscript, remarks
from trellis.review.prose import Prose
from trellis.review.tidying import left_unmarked

FINDINGS = "\n\n## Findings\n\n“It's a lonely job, but I like the clients” (P1).\n"


def left(methods: str) -> frozenset[str]:
    return left_unmarked(Prose(a_manuscript(f"# D\n\n## Methods\n\n{methods}{FINDINGS}")))


def test_the_words_that_the_methods_list_may_go_without_a_mark():
    assert left("Fillers such as “really” and “you know” were cut.") >= {"really", "you", "know"}
    assert "like" not in left("Fillers such as “really” and “you know” were cut.")


def test_fillers_without_a_list_are_the_usual_ones():
    assert {"like", "really"} <= left("Hesitations and fillers were removed from quotations.")


@pytest.mark.parametrize(
    "methods", ["Nobody was left out.", "We kept the fillers.", "Fillers were never removed.", "Two rows were deleted."]
)
def test_methods_that_say_no_such_thing_let_nothing_go(methods):
    assert left(methods) == frozenset()


def test_a_filler_that_was_said_to_go_raises_nothing():
    said, unsaid = "We left out fillers such as “really”.", "We met twice."

    assert remarks(f"# D\n\n## Methods\n\n{said}{FINDINGS}", "verbatim-mismatch") == []
    assert len(remarks(f"# D\n\n## Methods\n\n{unsaid}{FINDINGS}", "verbatim-mismatch")) == 1
