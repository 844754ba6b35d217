from __future__ import annotations

import pytest

from trellis.core.document import TurnReport
from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.speakers import LabelRule, is_generic, kind_of, voices

INTERVIEWER, PARTICIPANT = SpeakerRole.INTERVIEWER, SpeakerRole.PARTICIPANT


@pytest.mark.parametrize("label", ["P", "P1", "R", "Respondent", "participant 12", "S-2", "Speaker 1", "Female 2"])
def test_a_label_that_says_what_somebody_is_is_generic(label):
    assert is_generic(label)


@pytest.mark.parametrize("label", ["Marlene", "Dr Okafor", "INT", "Peter", "Rose", "Pat"])
def test_a_label_that_says_who_somebody_is_is_not(label):
    assert not is_generic(label)


def case_names(*rules):
    return [voice.case for voice in voices("str-1", rules)]


def test_a_lone_participant_under_a_generic_label_is_the_case_of_the_source():
    assert case_names(LabelRule("INT", INTERVIEWER), LabelRule("P1", PARTICIPANT)) == [None, "str-1"]


def test_several_generic_labels_are_told_apart_by_label():
    assert case_names(LabelRule("P1", PARTICIPANT), LabelRule("P2", PARTICIPANT)) == ["str-1 P1", "str-1 P2"]


def test_a_name_is_the_case_so_that_one_person_in_two_sources_is_one_case():
    assert case_names(LabelRule("Marlene", PARTICIPANT)) == ["Marlene"]


def test_a_rule_names_the_case_before_all_else():
    assert case_names(LabelRule("P1", PARTICIPANT, "Wendy")) == ["Wendy"]


def test_several_voices_and_unknown_ones_are_no_case():
    rules = LabelRule("All", SpeakerRole.SEVERAL), LabelRule("?", SpeakerRole.UNKNOWN)

    assert case_names(*rules) == [None, None]


def a_report(confidence=0.9, turns=10):
    return TurnReport("labels", confidence, turns, 0, ())


@pytest.mark.parametrize(
    ("turns", "participants", "kind"),
    [
        (a_report(), 1, SourceKind.INTERVIEW),
        (a_report(), 3, SourceKind.FOCUS_GROUP),
        (a_report(confidence=0.2), 1, SourceKind.DOCUMENT),
        (a_report(turns=0), 0, SourceKind.DOCUMENT),
        (None, 0, SourceKind.DOCUMENT),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_turns_and_voices(turns, participants, kind):
    assert kind_of(turns, [INTERVIEWER] + [PARTICIPANT] * participants) is kind
