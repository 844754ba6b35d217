from __future__ import annotations

from trellis.core.report_facts import Counted, ReportFacts, RoundMade


def test_focus_groups_count_among_the_interviews():
    facts = ReportFacts("T", sources=(Counted("document", 6), Counted("focus group", 2), Counted("interview", 37)))

    assert facts.interviews == 39


def test_a_round_that_was_shared_out_is_not_double_coding():
    assert not RoundMade("main", "main", is_blind=False, coders=2, sources=43, settled=0).is_double
    assert RoundMade("second", "double coding", is_blind=True, coders=2, sources=4, settled=9).is_double
