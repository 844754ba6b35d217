from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import Side
from trellis.core.chart_rules import Stale
from trellis.core.errors import Ambiguous, Invalid, NotAllowed, NotFound, QuoteNotFound
from trellis.core.finding import FindingStatus
from trellis.core.finding_placing import Basis, Group
from trellis.core.finding_view import FindingView
from trellis.core.study import Person, Role
from trellis.study.chart_given import Indexed, OnCell, Stretch, Whole, Words
from trellis.study.finding_scope import About

CLAIM = "Most came to the role by chance."
CHANCE = "no place of my own to stand"


@pytest.fixture
def sample(study):
    return add_sample(study)


def a_finding(study, **about) -> int:
    return study.findings.add(CLAIM, About(themes=["1.1"], **about))


def lists(view: FindingView) -> dict[str, str]:
    return {place.name: place.group.value for place in view.places}


def test_a_finding_is_found_by_number_key_and_beginning(study, sample):
    k = a_finding(study)

    assert [study.findings.get(given).finding.k for given in (1, "1", "F1", f"#{k}", "most came")] == [k] * 5


def test_a_beginning_that_fits_two_is_refused(study, sample):
    a_finding(study)
    study.findings.add("Most stayed.")

    with pytest.raises(Ambiguous):
        study.findings.get("Most")


def test_a_finding_speaks_of_everybody_unless_it_says_whom(study, sample):
    a_finding(study)

    assert lists(study.findings.get(1)) == {"Denise": "not charted yet", "Yusuf": "not charted yet"}


def test_a_site_means_the_people_who_belong_to_it(study, sample):
    a_finding(study, cases=["North"])

    view = study.findings.get(1)
    assert [place.name for place in view.places] == ["Denise"]
    assert view.scope == ("cases: North",)


def test_a_cell_that_is_filled_waits_to_be_placed_and_one_not_asked_about_is_no_base(study, sample):
    a_finding(study)
    study.chart.write("Denise", "1.1", "Came from a biscuit factory.")
    study.chart.blank("Yusuf", "1.1", "not asked")

    view = study.findings.get(1)

    assert lists(view) == {"Denise": "to be placed", "Yusuf": "not asked"}
    assert view.base == 1
    assert [place.cells for place in view.counter] == ["Came from a biscuit factory."]


def test_evidence_places_the_case_whose_words_it_is(study, sample):
    a_finding(study)

    study.findings.link(1, Words("denise", CHANCE, star=True))

    view = study.findings.get(1)
    [one] = view.evidence
    assert (one.case_names, one.words, one.star, one.reference) == (("Denise",), CHANCE, True, "turn 2")
    assert view.of(Group.HOLDS)[0].basis is Basis.EVIDENCE


def test_evidence_may_be_a_cell_a_coding_or_a_stretch(study, sample):
    a_finding(study)
    study.chart.write("Yusuf", "1.2", "One day, and fine.")

    study.findings.link(1, OnCell("Yusuf", "1.2"), side="against")
    study.findings.link(1, Indexed(sample.biscuits))
    study.findings.link(1, Stretch("yusuf", 20, 40), side=Side.QUALIFIES)

    seen = study.findings.get(1).evidence
    assert [(one.side.value, one.case_names) for one in seen] == [
        ("against", ("Yusuf",)),
        ("for", ("Denise",)),
        ("qualifies", ("Yusuf",)),
    ]
    assert seen[0].words == "One day, and fine."


def test_the_same_words_are_not_evidence_twice(study, sample):
    a_finding(study)
    study.findings.link(1, Words("denise", CHANCE))

    with pytest.raises(Invalid, match="already"):
        study.findings.link(1, Words("denise", CHANCE), side="against")


def test_all_segments_of_a_cell_are_no_evidence_of_a_finding(study, sample):
    a_finding(study)

    with pytest.raises(Invalid, match="segments or on cells"):
        study.findings.link(1, Whole())


def test_words_that_do_not_stand_there_are_refused(study, sample):
    a_finding(study)

    with pytest.raises(QuoteNotFound):
        study.findings.link(1, Words("denise", "a calling"))


def test_evidence_can_be_turned_starred_and_taken_away(study, sample):
    a_finding(study)
    k = study.findings.link(1, Words("denise", CHANCE))

    study.findings.turn(k, "against")
    study.findings.star(k)
    turned = study.findings.get(1)
    study.findings.unlink(k)

    assert (turned.evidence[0].side, turned.evidence[0].star) == (Side.AGAINST, True)
    assert turned.of(Group.CONTRARY)[0].name == "Denise"
    assert study.findings.get(1).evidence == ()


def test_evidence_of_a_statement_is_not_touched_by_findings(study, sample):
    study.chart.write("Denise", "1.1", "By chance.", evidence=[Indexed(sample.biscuits)])
    k = study.chart.cell("Denise", "1.1").cell.statements[0].evidence[0].k

    with pytest.raises(NotFound, match="no finding has evidence"):
        study.findings.unlink(k)


def test_a_cell_has_no_star(study, sample):
    a_finding(study)
    study.chart.write("Yusuf", "1.2", "One day.")
    k = study.findings.link(1, OnCell("Yusuf", "1.2"))

    with pytest.raises(Invalid, match="a cell"):
        study.findings.star(k)


def test_a_finding_whose_evidence_changed_is_stale_until_it_is_confirmed(study, sample):
    a_finding(study)
    study.chart.write("Yusuf", "1.2", "One day.")
    study.findings.link(1, OnCell("Yusuf", "1.2"))
    study.chart.write("Yusuf", "1.2", "And no more since.")

    before = study.findings.get(1).stale
    study.findings.confirm(1)

    assert before == (Stale.CELL_CHANGED.value,)
    assert study.findings.get(1).stale == ()


def test_what_a_person_says_of_a_case_goes_before_its_evidence(study, sample):
    a_finding(study)
    study.findings.link(1, Words("denise", CHANCE))

    study.findings.place(1, "Denise", "with qualification", note="by choice, later")
    said = study.findings.get(1).of(Group.QUALIFIED)[0]
    study.findings.place(1, "Denise", None)

    assert (said.basis, said.note) == (Basis.SAID, "by choice, later")
    assert study.findings.get(1).of(Group.HOLDS)[0].name == "Denise"


def test_evidence_from_outside_the_scope_shows_as_such(study, sample):
    a_finding(study, cases=["Denise"])
    study.chart.write("Yusuf", "1.2", "One day.")

    study.findings.link(1, OnCell("Yusuf", "1.2"))

    view = study.findings.get(1)
    assert [place.name for place in view.outside] == ["Yusuf"]
    assert view.base == 0


def test_by_waves_a_case_stands_once_in_each_wave_in_which_it_was_heard(study):
    add_sample(study, waves=True)
    waves = [wave.name for wave in study.waves.all()]
    study.findings.add(CLAIM, About(themes=["1.1"], waves=waves))

    heard = [(place.name, place.wave_name) for place in study.findings.get(1).places]

    assert heard
    assert len(set(heard)) == len(heard)
    assert {wave for _, wave in heard} <= set(waves)


def test_a_record_of_a_search_makes_a_claim_tested(study, sample):
    a_finding(study)
    before = study.findings.get(1)

    study.findings.looked(1, "all of 1.1", "Yusuf chose it", "bounded", note="to support roles")

    view = study.findings.get(1)
    assert not before.is_tested
    assert [(one.where, one.found, one.done.value, one.by) for one in view.searches] == [
        ("all of 1.1", "Yusuf chose it", "bounded to a context", "Ana")
    ]


def test_a_search_without_what_was_found_is_refused(study, sample):
    a_finding(study)

    with pytest.raises(Invalid, match="even if that was nothing"):
        study.findings.looked(1, "all of 1.1", " ", "nothing")


def test_a_search_can_be_taken_back(study, sample):
    a_finding(study)
    k = study.findings.looked(1, "all", "nobody", "nothing")

    study.findings.unlook(k)

    assert study.findings.get(1).searches == ()


def test_a_finding_answers_questions_of_the_study_by_number(study, sample):
    study.describe(questions=("How do people come to the role?", "Who stays?"))
    a_finding(study)

    study.findings.answer(1, [1])
    answered = study.findings.get(1).finding.answers
    study.describe(questions=("Who stays?",))

    assert answered == ("How do people come to the role?",)
    assert study.findings.get(1).unknown_answers == answered


def test_a_question_that_the_study_does_not_ask_is_refused(study, sample):
    a_finding(study)

    with pytest.raises(NotFound, match="0 research questions"):
        study.findings.answer(1, [1])


def test_a_recommendation_follows_from_findings_and_not_in_a_circle(study, sample):
    a_finding(study)
    study.findings.add("Advertise the role.", About(follows=[1]), output="recommendation")

    view = study.findings.get(2)
    assert [one.statement for one in view.follows] == [CLAIM]
    assert [one.number for one in study.findings.get(1).followed_by] == [2]
    assert view.wanting == ()
    with pytest.raises(Invalid, match="circle"):
        study.findings.tie(1, About(follows=[2]))


def test_what_an_output_needs_and_has_not_is_said(study, sample):
    study.findings.add("Chance has three sides.", output="concept")
    study.findings.link(1, Words("denise", CHANCE))

    assert study.findings.get(1).wanting == (
        "nobody has recorded a search for cases against it",
        "a concept needs words from more than one case",
    )


def test_counts_go_into_print_only_if_the_lead_turns_them_on(study, sample):
    a_finding(study)
    with study._work.change("test.write") as change:
        change.insert(Person(change.new_key(), 0, "Cy", Role.ANALYST))

    with pytest.raises(NotAllowed):
        study.under("Cy").findings.print_numbers(1)
    study.findings.print_numbers(1)

    assert study.findings.get(1).finding.numbers


def test_findings_keep_the_order_that_they_are_given(study, sample):
    for name in ("One", "Two", "Three"):
        study.findings.add(name)

    study.findings.move(3, 1)

    assert [view.finding.statement for view in study.findings.all()] == ["Three", "One", "Two"]


def test_a_finding_goes_with_all_that_belongs_to_it_and_comes_back_by_undo(study, sample):
    a_finding(study, cases=["Denise"])
    study.findings.link(1, Words("denise", CHANCE))
    study.findings.place(1, "Denise", "holds")
    study.findings.looked(1, "all", "nobody", "nothing")
    before = study.findings.get(1)

    study.findings.remove(1)
    gone = study.findings.all()
    study.history.undo()

    assert gone == []
    after = study.findings.get(1)
    assert (after.evidence, after.searches, after.places) == (before.evidence, before.searches, before.places)
    assert study.history.check() == []


def test_a_case_on_which_a_finding_rests_cannot_be_removed(study, sample):
    a_finding(study, cases=["Yusuf"])

    with pytest.raises(Invalid, match="places in findings"):
        study.cases.remove("Yusuf")


def test_an_attribute_by_which_a_finding_speaks_cannot_be_removed(study, sample):
    study.attributes.define("role", "text")
    study.attributes.set("Denise", "role", "STR")
    a_finding(study, where=[("role", ["STR"])])

    assert [place.name for place in study.findings.get(1).places] == ["Denise"]
    with pytest.raises(Invalid, match="findings speak by it"):
        study.attributes.remove("role")


def test_the_list_counts_cases_by_their_lists(study, sample):
    a_finding(study)
    study.findings.place(1, "Denise", "holds")
    study.findings.place(1, "Yusuf", "contrary")

    [row] = study.findings.listing().records()

    assert (row["holds"], row["contrary"], row["asked"]) == (1, 1, 2)


def test_the_cases_of_one_list_open_by_its_name(study, sample):
    a_finding(study)
    study.findings.place(1, "Yusuf", "contrary", note="chose it")

    [row] = study.findings.cases(1, "contrary").records()

    assert (row["case"], row["reason"], row["rests on"]) == ("Yusuf", "chose it", "said by a person")


def test_a_finding_that_is_dropped_stays(study, sample):
    a_finding(study)

    study.findings.set_status(1, "dropped")

    assert study.findings.get(1).finding.status is FindingStatus.DROPPED
