from __future__ import annotations

from trellis.core.report_facts import Counted, ReportFacts, RoundMade, VersionNamed, WaveHeard
from trellis.report.blocks import Prompt, Words
from trellis.report.method_words import analysis_sentences, charting_sentences, data_sentences, method_blocks


def test_data_are_told_with_their_numbers():
    facts = ReportFacts(
        "T",
        people=37,
        recruitment=(Counted("declined", 4),),
        sources=(Counted("document", 6), Counted("interview", 37)),
        words=51_461,
        minutes=(8.2, 16.0, 72.4),
        waves=(WaveHeard("early", 30, 30), WaveHeard("late", 7, 7)),
        repeats=7,
        topics=("Background", "Tasks"),
    )

    assert data_sentences(facts) == [
        "37 people took part.",
        "Of others who were asked: declined 4.",
        "The data are 6 documents and 37 interviews, together 51,461 words.",
        "The interviews lasted from 8 to 72 minutes, with a median of 16 (known for 3).",
        "The interviews were held in 2 waves: early, 30 with 30 people; late, 7 with 7 people.",
        "7 people were heard more than once.",
        "The topic guide had 2 main topics: Background; Tasks.",
    ]


def test_what_is_not_known_is_not_told():
    assert data_sentences(ReportFacts("T")) == ["0 people took part."]


def test_only_rounds_of_double_coding_are_told_as_such():
    rounds = (
        RoundMade("main", "main", is_blind=False, coders=2, sources=9, settled=0),
        RoundMade("check", "calibration", is_blind=True, coders=2, sources=1, settled=3),
    )

    told = " ".join(analysis_sentences(ReportFacts("T", rounds=rounds)))

    assert "In the round “check” 1 source was indexed more than once, by 2 coders in all, blind to each other." in told
    assert "3 disagreements were settled." in told
    assert "“main”" not in told


def test_a_study_without_a_chart_says_so():
    assert charting_sentences(ReportFacts("T")) == ["Nothing has been charted yet."]


def test_cells_and_blanks_are_told_apart():
    facts = ReportFacts("T", cells=(Counted("charted", 5),), blanks=(Counted("not asked", 2),), statements=9)

    told = " ".join(charting_sentences(facts))

    assert "5 filled cells with 9 statements" in told
    assert "not asked 2" in told


def test_what_only_a_person_knows_is_asked_for():
    blocks = method_blocks(ReportFacts("T", versions=(VersionNamed("v1", "2026-01-02", 4, 9, ""),)))

    assert sum(isinstance(block, Prompt) for block in blocks) == 2
    assert Words("1 version of the framework was named.") in blocks
