from __future__ import annotations

import pytest

from trellis.reading.lexicon import LabelKind, fold, is_head_word, kind_of_label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("INT", LabelKind.KNOWN),
        ("Respondent 2", LabelKind.KNOWN),
        ("P1", LabelKind.KNOWN),
        ("I", LabelKind.WEAK),
        ("All", LabelKind.WEAK),
        ("??", LabelKind.WEAK),
        ("Unidentified speaker", LabelKind.WEAK),
        ("Z", LabelKind.WEAK),
        ("Ana Okoro", LabelKind.NAME),
        ("Ludwig van Beethoven", LabelKind.NAME),
        ("Bo, PhD", LabelKind.NAME),
        ("Break", LabelKind.STAGE),
        ("Theme music", LabelKind.STAGE),
        ("End of recording", LabelKind.STAGE),
        ("Note", LabelKind.NOBODY),
        ("Then he said", LabelKind.NOBODY),
        ("and I", LabelKind.NOBODY),
        ("Really?!", LabelKind.NOBODY),
        ("So", LabelKind.NOBODY),
        ("He", LabelKind.NOBODY),
        ("one of the things", LabelKind.NOBODY),
        ("-", LabelKind.NOBODY),
        ("April", LabelKind.NAME),
        ("Duration of interview", LabelKind.NOBODY),
    ],
)
def test_what_a_label_may_be(label, kind):
    assert kind_of_label(label) is kind


def test_folding_forgets_case_stops_and_blanks():
    assert fold(" **Int. :") == fold("INT") == "int"
    assert fold("Ana  Okoro") == "ana okoro"


def test_head_words():
    assert is_head_word("Date of interview")
    assert not is_head_word("Ana")
