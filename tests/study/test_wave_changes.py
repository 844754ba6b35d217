from __future__ import annotations

import pytest

from tests.study.waves_study import NINE, START, heard_twice
from trellis.analysis.wave_changes import Instrument
from trellis.core.case import Attendance
from trellis.core.chart_rules import Stale
from trellis.core.errors import Invalid, NotFound
from trellis.core.framework_wording import Wording
from trellis.core.wave_change import ChangeType
from trellis.study.chart_given import Line, Whole, Words
from trellis.study.wave_tables import time_ordered_table


@pytest.fixture
def two(study):
    """Denise was heard in both waves, Yusuf in the later one only."""
    return heard_twice(study)


def step(study, case="Denise", theme="1.1"):
    found = study.waves.longitudinal([theme])
    k = next(one.k for one in found.cases if one.name == case)
    return next(one for one in found.steps if one.case == k)


def test_a_case_stands_in_the_order_of_time(study, two):
    study.chart.write("Denise", "1.1", "No place of her own.", wave=START)
    study.chart.write("Denise", "1.1", "Has a desk.", wave=NINE)
    study.waves.say("Denise", "1.1", "reverses", "from none to one")

    found = study.waves.time_ordered("Denise", ["1.1"])
    [row] = time_ordered_table(found).records()

    assert [wave.name for wave in found.waves] == [START, NINE]
    assert (row[START], row[NINE], row["change"]) == (
        "No place of her own.",
        "Has a desk.",
        "reverses: from none to one",
    )


def test_who_was_heard_in_one_wave_only_is_listed_and_not_compared(study, two):
    found = study.waves.longitudinal(["1.1"])

    assert [(one.name, one.status) for one in found.cases] == [
        ("Denise", (Attendance.COMPLETED, Attendance.COMPLETED)),
        ("Yusuf", (None, Attendance.COMPLETED)),
    ]
    assert found.compared == 1
    assert not step(study, "Yusuf").comparable
    assert found.base.startswith("1 case was heard in both waves; 1 in one of them only (not said)")


def test_a_change_is_stale_once_a_cell_was_rewritten(study, two):
    study.chart.write("Denise", "1.1", "No place.", wave=START)
    study.waves.say("Denise", "1.1", "constant")
    before = step(study).stale

    study.chart.write("Denise", "1.1", "A desk.", wave=NINE)

    assert (before, step(study).stale) == ((), (Stale.CELL_CHANGED,))


def test_saying_it_again_replaces_and_it_can_be_taken_back(study, two):
    study.waves.say("Denise", "1.1", "emerges")
    study.waves.say("Denise", "1.1", "increases", "more and more")
    said = step(study)
    study.waves.unsay("Denise", "1.1")

    assert (said.kind, said.text) == (ChangeType.INCREASES, "more and more")
    assert step(study).kind is None
    with pytest.raises(NotFound, match="nothing is said"):
        study.waves.unsay("Denise", "1.1")


def test_what_was_not_asked_before_did_not_emerge(study, two):
    study.chart.blank("Denise", "1.1", "not asked", wave=START)
    study.chart.write("Denise", "1.1", "Has a desk.", wave=NINE)
    study.waves.say("Denise", "1.1", "emerges")

    assert step(study).instrument == {Instrument.NOT_ASKED_EARLIER}
    [row] = study.waves.longitudinal(["1.1"]).tallies().records()
    assert (row["changed"], row["emerges"], row["may be the study's"]) == (0, 1, 1)


def test_a_theme_that_came_later_cannot_emerge_until_the_earlier_material_is_read_again(study, two):
    study.framework.add(Wording("Desks"), "Coming to the role")
    study.chart.write("Denise", "Desks", "Has a desk.", wave=NINE)
    study.waves.say("Denise", "Desks", "emerges")
    before = step(study, theme="Desks").instrument

    study.index.code("denise", ["Desks"], start=60, end=80)

    assert before == {Instrument.THEME_LATER}
    assert step(study, theme="Desks").instrument == frozenset()


def test_telling_anew_is_no_change_in_the_counts(study, two):
    study.waves.say("Denise", "1.1", "reinterpreted by participant")

    [row] = study.waves.longitudinal(["1.1"]).tallies().records()
    assert (row["changed"], row["reinterpreted"], row["heard in both"], row["not said"]) == (0, 1, 1, 0)
    assert step(study).is_reinterpreted


def test_waves_in_the_wrong_order_are_refused(study, two):
    with pytest.raises(Invalid, match="name the earlier wave first"):
        study.waves.longitudinal(earlier=NINE, later=START)


def test_a_study_without_two_waves_has_no_changes(study):
    with pytest.raises(Invalid, match="two waves"):
        study.waves.longitudinal()


def test_the_table_names_what_may_be_the_studys_own(study, two):
    study.chart.blank("Denise", "1.1", "not asked", wave=START)

    rows = study.waves.longitudinal(["1.1"]).table().records()

    assert [(row["case"], row[START], row["may be the study's"]) for row in rows] == [
        ("Denise", "not asked", "not asked in the earlier wave"),
        ("Yusuf", "", ""),
    ]


def test_the_review_asks_for_words_of_both_waves_behind_a_change(study, two):
    study.chart.write("Denise", "1.1", "No place of her own.", wave=START)
    study.chart.write("Denise", "1.1", "Has a desk.", wave=NINE, evidence=[Whole()])
    study.waves.say("Denise", "1.1", "reverses")

    def points(check):
        return [one.said for one in study.review.run().points if one.check == check and "reverses" in one.said]

    assert [f"of “{START}” rests on nothing" in one for one in points("evidence-missing")] == [True]
    study.chart.link(Line("Denise", "1.1", 1, START), Words("denise", "Nobody told me what it was."))
    assert (points("evidence-missing"), points("evidence-stale")) == ([], [])
    study.chart.write("Denise", "1.1", "A drawer, too.", wave=NINE)
    assert len(points("evidence-stale")) == 1
