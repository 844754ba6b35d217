from __future__ import annotations

import pytest

from trellis.core.errors import Invalid
from trellis.core.finding import (
    Done,
    FindingStatus,
    Output,
    Stance,
    done_from,
    output_from,
    require_statement,
    stance_from,
    status_from,
)


def test_an_output_is_known_by_its_name_and_by_its_first_word():
    assert output_from("Range") is Output.RANGE
    assert output_from("range and nature") is Output.RANGE


def test_a_stance_is_known_by_what_the_evidence_does():
    assert stance_from("supports") is Stance.HOLDS
    assert stance_from("With_Qualification") is Stance.QUALIFIED
    assert stance_from("not-asked") is Stance.NOT_ASKED


def test_what_was_done_is_known_by_its_first_word():
    assert done_from("kept") is Done.KEPT
    assert done_from("the claim was revised") is Done.REVISED


def test_a_status_is_known_by_its_name():
    assert status_from("Ready") is FindingStatus.READY


@pytest.mark.parametrize(
    ("read", "fitting"),
    [(output_from, "typology"), (stance_from, "silent"), (done_from, "bounded"), (status_from, "dropped")],
)
def test_what_is_none_of_them_is_refused_with_what_would_fit(read, fitting):
    with pytest.raises(Invalid, match=fitting):
        read("perhaps")


def test_a_claim_stands_on_one_line():
    assert require_statement(" Most\n work alone. ") == "Most work alone."


def test_a_claim_without_words_is_refused():
    with pytest.raises(Invalid, match="needs a statement"):
        require_statement(" \n ")
