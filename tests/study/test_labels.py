from __future__ import annotations

import pytest

from trellis.core.errors import BadTable, Invalid
from trellis.core.source import SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.study.labels import labels_from, options_for


def test_a_rule_is_written_label_role_and_case():
    rules = labels_from(["INT=interviewer", "P1=participant:Marlene", "All=several voices"], None)

    assert rules == (
        LabelRule("INT", SpeakerRole.INTERVIEWER),
        LabelRule("P1", SpeakerRole.PARTICIPANT, "Marlene"),
        LabelRule("All", SpeakerRole.SEVERAL),
    )


def test_the_label_table_may_be_a_csv_file(tmp_path):
    table = tmp_path / "labels.csv"
    table.write_text("\ufefflabel,role,case\nINT,interviewer,\nP1,participant,Marlene\n,,\n", encoding="utf-8")

    assert labels_from([], table) == (
        LabelRule("INT", SpeakerRole.INTERVIEWER),
        LabelRule("P1", SpeakerRole.PARTICIPANT, "Marlene"),
    )


@pytest.mark.parametrize("given", ["INT", "=interviewer"])
def test_a_rule_without_a_role_is_answered_with_an_example(given):
    with pytest.raises(Invalid, match="INT=interviewer"):
        labels_from([given], None)


def test_an_unknown_role_is_answered_with_the_roles():
    with pytest.raises(Invalid, match="“boss” is not a speaker's role; give one of “interviewer”"):
        labels_from(["INT=boss"], None)


def test_a_table_with_other_heads_is_answered_with_those_it_needs(tmp_path):
    table = tmp_path / "labels.csv"
    table.write_text("name,who\nINT,me\n", encoding="utf-8")

    with pytest.raises(BadTable, match="no column “label”, “role”; its heads are: name, who"):
        labels_from([], table)


def test_an_unknown_layout_is_answered_with_the_layouts():
    with pytest.raises(Invalid, match="auto"):
        options_for("sideways", None)
