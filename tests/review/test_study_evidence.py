from __future__ import annotations

from dataclasses import replace

import pytest

from tests.review.studies import EVERYBODY, finding, place, said, study, words_of
from trellis.core.chart import Side
from trellis.core.finding import Done, FindingStatus, Output
from trellis.core.finding_placing import Group
from trellis.core.finding_view import FindingNamed, SearchSeen
from trellis.core.review import Level
from trellis.review import study_evidence as rules
from trellis.review.study_material import Bare, JudgementSeen, Talk

JUDGED = JudgementSeen(5, "Assistant role", "Ada", "relief", "yes", 0, (), is_open=False, rationale="")


def test_a_ready_finding_without_evidence_is_wrong_and_a_draft_is_not_asked():
    draft = finding(status=FindingStatus.DRAFT)

    assert [point.level for point in rules.missing(study(finding()))] == [Level.WRONG]
    assert said(rules.missing, draft) == []
    assert said(rules.missing, finding("Desks are luck.", words_of(1))) == []


def test_what_only_speaks_against_a_finding_is_no_evidence_for_it():
    assert said(rules.missing, finding("Desks are luck.", words_of(1, side=Side.AGAINST))) == [
        "Nothing is given as evidence for it; what is linked speaks against it."
    ]


def test_a_recommendation_rests_on_findings_and_on_nothing_else():
    loose = finding("Give them desks.", output=Output.RECOMMENDATION)

    assert said(rules.missing, loose) == ["The recommendation follows from no finding."]
    assert said(rules.missing, replace(loose, follows=(FindingNamed(12, 2, "Desks are luck."),))) == []


@pytest.mark.parametrize(
    ("judgement", "count"),
    [(JUDGED, 1), (replace(JUDGED, evidence=1), 0), (replace(JUDGED, is_open=True), 0)],
)
def test_a_judgement_needs_evidence_unless_it_says_that_there_is_none(judgement, count):
    assert len(said(rules.missing, judgements=(judgement,))) == count


def test_statements_that_rest_on_nothing_are_told_theme_by_theme():
    bare = (Bare(1, 1, 0, 30, "no desk"), Bare(2, 2, 0, 30, "a bus pass"), Bare(3, 1, 0, 31, "a key"))

    assert said(rules.missing, bare=bare) == [
        "2 statements rest on nothing under a theme that is gone.",
        "One statement rests on nothing under a theme that is gone.",
    ]


def test_what_changed_behind_a_finding_or_judgement_is_told():
    changed = replace(finding("Desks are luck.", words_of(1)), stale=("the text was corrected",))

    assert said(rules.stale, changed, judgements=(replace(JUDGED, stale=("the coding is gone",)),)) == [
        "What it rests on has changed since it was linked: the text was corrected.",
        "What “yes” of Ada on relief rests on has changed: the coding is gone.",
    ]
    assert said(rules.stale, finding("Desks are luck.", words_of(1)), judgements=(JUDGED,)) == []


def test_a_quotation_that_is_starred_for_two_findings_asks_why():
    one, other = (finding(s, words_of(1, star=True), k=k) for k, s in ((11, "Desks are luck."), (12, "Desks go.")))

    assert len(said(rules.reused, one, other)) == 1
    assert said(rules.reused, one, finding("Desks go.", words_of(2, star=True), k=12)) == []
    assert said(rules.reused, finding("Desks are luck.", words_of(1)), other) == []


def test_a_segment_for_two_findings_of_different_people_asks_why():
    north = finding("Here.", words_of(1), places=(place(1),), scope=("site north",), k=11)
    south = finding("There.", words_of(1), places=(place(3),), scope=("site south",), k=12)
    both = finding("There.", words_of(1), places=(place(1), place(3)), scope=("two sites",), k=12)

    assert len(said(rules.reused, north, south)) == 1
    assert said(rules.reused, north, both) == []


@pytest.mark.parametrize(
    ("people", "level"),
    [((3,), Level.SAY_WHY), ((1, 3), Level.LOOK), ((1,), None)],
)
def test_a_finding_of_some_that_rests_on_others_asks_why(people, level):
    view = finding(
        "In the north desks are luck.",
        *(words_of(k) for k in people),
        places=(place(1), place(2), place(3, in_scope=False)),
        scope=("site: north",),
        speaks_of=(("attribute", 7, "north"),),
    )

    assert [point.level for point in rules.off_scope(study(view))] == ([] if level is None else [level])


def test_a_finding_of_everybody_has_no_scope_to_be_off():
    assert said(rules.off_scope, finding("Desks are luck.", words_of(3))) == []


def test_a_finding_against_which_nobody_looked_for_cases_asks_who_did():
    untested = replace(finding("Desks are luck.", words_of(1)), searches=())

    assert said(rules.counter_evidence, untested) == ["Nobody has recorded that they looked for cases against it."]
    assert said(rules.counter_evidence, finding("Desks are luck.", words_of(1))) == []
    assert (
        said(rules.counter_evidence, replace(untested, finding=replace(untested.finding, output=Output.RECOMMENDATION)))
        == []
    )


def test_a_search_that_found_nothing_beside_contrary_cases_is_wrong():
    nothing = SearchSeen(9, 0, "the chart", "nothing", Done.NOTHING, "", "Ana", 0)
    view = finding(
        "Desks are luck.", words_of(1), places=(*EVERYBODY[:5], place(6, Group.CONTRARY)), searches=(nothing,)
    )

    assert [(p.level, "contrary are Flo" in p.said) for p in rules.counter_evidence(study(view))] == [
        (Level.WRONG, True)
    ]


@pytest.mark.parametrize(
    ("claim", "words", "count"),
    [
        ("Workers always have a desk by luck alone.", "Maybe workers have a desk by luck, I don't know.", 1),
        ("Workers felt that they always have a desk by luck.", "Maybe workers have a desk by luck.", 0),
        ("Workers have a desk by luck.", "Maybe workers have a desk by luck.", 0),
        ("Workers always have a desk by luck.", "Workers have a desk by luck, every one.", 0),
        ("Workers always have a desk by luck.", "Maybe it rains.", 0),
    ],
)
def test_a_finding_that_is_surer_than_its_words_asks_why(claim, words, count):
    assert len(said(rules.hedge_lost, finding(claim, words_of(1, words)))) == count


@pytest.mark.parametrize(
    ("talk", "count"),
    [
        (Talk("So would you say that you felt isolated?", "Yes, definitely."), 1),
        (Talk("How was it?", "Yes, I had a desk by the door, and a key to it."), 0),
        (Talk("", "Yes, definitely."), 0),
    ],
)
def test_a_yes_to_a_leading_question_asks_why(talk, count):
    assert len(said(rules.prompted, finding("Lonely.", words_of(1, "Yes", k=51)), talks={51: talk})) == count


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("The roles reduced admissions, as our final report shows.", 1),
        ("The roles are new (Smith, 2012).", 1),
        ("The roles are new.", 0),
    ],
)
def test_a_claim_that_another_report_bears_asks_what_rests_on_this_one(claim, count):
    assert len(said(rules.outside, finding(claim, words_of(1)))) == count
