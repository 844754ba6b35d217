from __future__ import annotations

from dataclasses import replace

import pytest

from tests.review.studies import CASES, finding, holding_places, place, said, study, themed, words_of
from trellis.core.finding import FindingStatus
from trellis.core.finding_placing import Group
from trellis.core.study_review import At
from trellis.review import study_chart as rules
from trellis.review.study_material import CellsTold, SourceSeen, ThemeSeen, Unexplained

THEMES = (ThemeSeen(30, "1", "Arrivals", 6), ThemeSeen(31, "1.1", "Keys", 5, (30,)), ThemeSeen(32, "2", "Rooms", 4))
READY = finding("Keys matter.", words_of(1))


def test_a_question_without_a_finding_is_told_once_something_is_ready():
    assert said(rules.unanswered, READY) == ["No finding answers question 1: How?"]
    assert said(rules.unanswered, finding("Keys.", status=FindingStatus.DRAFT)) == []
    assert said(rules.unanswered, finding("Keys.", answers=("How?",))) == []
    assert said(rules.unanswered, READY, finding("Rooms.", answers=("How?",), status=FindingStatus.DRAFT)) == []


def test_a_charted_theme_in_no_finding_is_for_the_eyes():
    of_keys = replace(READY, themes=(themed(31),))
    of_arrivals = replace(READY, themes=(themed(30),))

    for view in (of_keys, of_arrivals):
        assert said(rules.unused, view, themes=THEMES) == [
            "2 Rooms is charted (4 cells), and no finding comes from it."
        ]
    assert said(rules.unused, themes=THEMES) == []
    assert said(rules.unused, of_keys, themes=(*THEMES[:2], replace(THEMES[2], charted=0))) == []


def test_blanks_without_a_reason_are_told_theme_by_theme_with_a_link_to_each():
    points = list(rules.unexplained(study(unexplained=(Unexplained(1, 0, 32), Unexplained(2, 0, 32)), themes=THEMES)))

    assert [point.said for point in points] == ["Under 2 Rooms nothing stands for Ada, Bo, and not why."]
    assert [target.at for target in points[0].targets] == [At.THEME, At.CELL, At.CELL]


SOURCES = tuple(SourceSeen(70 + n, f"{n}.txt", 1000, 10) for n in range(6))


def test_an_interview_with_hardly_any_codings_is_for_the_eyes():
    thin = (*SOURCES[:5], replace(SOURCES[5], codings=2))

    assert said(rules.uneven, sources=thin) == [
        "5.txt has 2 codings, 2.0 for every 1000 characters; the others have 10.0."
    ]
    assert said(rules.uneven, sources=SOURCES) == []
    assert said(rules.uneven, sources=thin[2:]) == []
    assert said(rules.uneven, sources=tuple(replace(s, codings=0) for s in SOURCES)) == []


WAVES = ((1, "at referral"), (2, "nine months"))


@pytest.mark.parametrize(
    ("cells", "versions", "told"),
    [
        (
            (CellsTold(32, 1, 1, 5, 8), CellsTold(32, 2, 5, 1, 8)),
            (),
            "2 Rooms was mostly not asked about in at referral",
        ),
        ((CellsTold(32, 1, 5, 1, 8), CellsTold(32, 2, 5, 1, 8)), (), None),
        (
            (CellsTold(32, 1, 5, 0, 8), CellsTold(32, 2, 5, 0, 9)),
            ((8, frozenset({30})), (9, frozenset({30, 32}))),
            "2 Rooms came into the framework after at referral was charted",
        ),
    ],
)
def test_a_change_that_comes_with_a_change_of_instrument_asks_why(cells, versions, told):
    view = replace(finding("By the second round rooms changed.", words_of(1)), themes=(themed(32),))

    found = said(rules.wave_artefact, view, themes=THEMES, waves=WAVES, cells=cells, versions=versions)

    assert found == ([] if told is None else [f"It tells of a change, and the instrument changed too: {told}."])


def test_a_finding_of_no_change_or_of_one_wave_is_not_asked():
    cells = (CellsTold(32, 1, 1, 5, 8), CellsTold(32, 2, 5, 1, 8))
    steady = replace(finding("Rooms are cold.", words_of(1)), themes=(themed(32),))
    changed = replace(finding("Rooms changed.", words_of(1)), themes=(themed(32),))

    assert said(rules.wave_artefact, steady, themes=THEMES, waves=WAVES, cells=cells) == []
    assert said(rules.wave_artefact, changed, themes=THEMES, waves=WAVES[:1], cells=cells) == []


def test_people_who_speak_in_nothing_and_waves_without_a_word_are_told():
    cases = (replace(CASES[0], has_source=False), *(replace(case, waves=frozenset({1})) for case in CASES[1:]))

    assert said(rules.arithmetic, cases=cases, waves=WAVES) == [
        "1 of 6 in the sample speak in no source: Ada.",
        "Nobody speaks in nine months.",
    ]
    assert said(rules.arithmetic, finding("Keys.", places=(place(1, Group.HOLDS),))) == []


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("4 of 6 had keys.", []),
        ("5 of 6 had keys.", ["It says “5 of 6”; its lists have 4 of 6 who were asked."]),
        ("4 of the 9 had keys.", ["It says “4 of the 9”; its lists have 4 of 6 who were asked."]),
        ("Keys matter.", []),
    ],
)
def test_a_count_in_a_finding_is_held_against_its_lists(claim, told):
    assert said(rules.arithmetic, finding(claim, words_of(1), places=holding_places(4))) == told
