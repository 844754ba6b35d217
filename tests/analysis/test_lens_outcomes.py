from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.lens_outcomes import (
    INDETERMINATE,
    NOT_JUDGED,
    Opinion,
    State,
    answers_of,
    derive,
    summarised,
)
from trellis.core.lens import Word
from trellis.study.lens_files import shipped

ROLE, ACTOR, INDIRECT = shipped()["assistant-role"], shipped()["workplace-actor"], shipped()["indirect-use"]
REGIME, PRACTICE = shipped()["workplace-regime"], shipped()["coproduction-in-practice"]
RECOGNITION, TEAM = shipped()["recognition"], shipped()["interdependence"]
CO_PRODUCER = {
    "mode-of-working": "alongside or in parallel",
    "prior-ownership": "not previously done",
    "main-reference": "client",
    "driver": "policy for service users",
}


def said(values, judge=1, *words):
    return [Opinion(dimension, (value,), judge, tuple(words)) for dimension, value in values.items()]


def state_of(derived, outcome):
    return next(one.state for one in derived.weighed if one.outcome == outcome)


def test_an_outcome_holds_when_all_that_it_requires_is_met():
    found = derive(ROLE, said(CO_PRODUCER))

    assert (found.outcomes, found.label) == (("co-producer",), "co-producer")


def test_the_nearest_other_outcome_says_what_it_lacks():
    found = derive(ROLE, said({**CO_PRODUCER, "pathway": "present"}))

    assert found.runner_up is not None
    assert found.runner_up.outcome == "apprentice"
    assert [(one.text, one.state, one.found) for one in found.runner_up.missing] == [
        ("driver: workforce pipeline", State.FAILED, "policy for service users")
    ]


def test_outcomes_that_do_not_shut_each_other_out_hold_together():
    both = {**CO_PRODUCER, "pathway": "present"}
    opinions = [one for one in said(both) if one.dimension != "driver"]
    opinions.append(Opinion("driver", ("policy for service users", "workforce pipeline"), 1))

    assert derive(ROLE, opinions).label == "co-producer; apprentice"


@pytest.mark.parametrize("value", ["unknown", "not evidenced"])
def test_what_is_unknown_or_not_evidenced_is_open_and_not_a_no(value):
    found = derive(ROLE, said({**CO_PRODUCER, "driver": value}))

    assert state_of(found, "co-producer") is State.OPEN
    assert found.label == INDETERMINATE


def test_a_value_that_fails_every_outcome_leaves_none_of_them():
    values = {"prior-ownership": "core professional", "driver": "skill mix", "pathway": "absent"}

    assert derive(ROLE, said(values)).label == "none of the four"


def test_where_judges_differ_a_criterion_is_open_and_the_dimension_is_named():
    found = derive(ROLE, [*said(CO_PRODUCER), Opinion("main-reference", ("professional",), 2)])

    assert (found.label, found.differing) == (INDETERMINATE, ("main-reference",))


def test_judges_who_differ_without_it_mattering_leave_the_outcome():
    found = derive(ROLE, [*said(CO_PRODUCER), Opinion("main-reference", ("client", "own career"), 2)])

    assert (found.label, found.differing) == ("co-producer", ("main-reference",))


def test_too_few_dimensions_with_a_value_leave_it_open():
    assert derive(REGIME, said({"engagement": "high"})).label == INDETERMINATE


def test_nothing_judged_is_said_so():
    assert derive(ROLE, []).label == NOT_JUDGED


def test_all_four_conditions_make_an_actor_and_a_failed_one_prevents_it_whatever_the_rest():
    met = dict.fromkeys(("recognition", "consciousness", "action", "power"), "met")

    assert derive(ACTOR, said(met)).label == "actor"
    assert derive(ACTOR, said({**met, "power": "partly"})).label == "emerging"
    assert derive(ACTOR, said({"recognition": "met", "action": "not met"})).label == "not an actor"
    assert derive(ACTOR, said({**met, "power": "unknown"})).label == INDETERMINATE


def test_the_peer_study_as_told_is_not_an_actor():
    told = {"recognition": "partly", "consciousness": "not met", "action": "not met", "power": "partly"}

    assert derive(ACTOR, said(told)).label == "not an actor"


def test_a_dimension_nobody_judged_follows_from_the_other_lens_and_a_judgement_stands_before_it():
    rest = {"consciousness": "met", "action": "met", "power": "met"}

    assert derive(ACTOR, said(rest), {"recognition": "met"}).label == "actor"
    assert derive(ACTOR, said({**rest, "recognition": "partly"}), {"recognition": "met"}).label == "emerging"


def test_of_two_axes_the_cell_is_told_by_bands_and_the_middle_lies_between():
    assert derive(REGIME, said({"engagement": "very high", "rationalisation": "low"})).label == "personal care work"
    assert derive(REGIME, said({"engagement": "low", "rationalisation": "low"})).label == "not named: low × low"
    assert derive(REGIME, said({"engagement": "middling", "rationalisation": "low"})).label == "between the cells"


def test_marks_of_a_profile_hold_together_and_one_of_several_reasons_is_enough():
    values = {"informal-contact": "chance", "support-timing": "immediate", "indirect-use": "dumping"}

    assert derive(PRACTICE, said(values)).label == "diluted for the better; diluted for the worse"


def test_of_outcomes_that_shut_each_other_out_an_earlier_open_one_leaves_it_open():
    assert derive(TEAM, said({"pooled": "predominant", "sequential": "trace"})).label == INDETERMINATE
    values = {"pooled": "predominant", "sequential": "trace", "reciprocal": "absent"}
    assert derive(TEAM, said(values)).label == "pooled"


def test_an_outcome_nobody_else_confirms_is_one_as_perceived():
    values = {"route": "through referral", "purpose": "the professional's knowledge"}

    assert derive(INDIRECT, said(values, 1, Word.SELF)).label == "monitoring and maintaining (as perceived)"
    assert derive(INDIRECT, said(values, 1, Word.SELF, Word.MANAGER)).label == "monitoring and maintaining"


LENSES = st.sampled_from(sorted(shipped()))


@st.composite
def opinions_on(draw):
    lens = shipped()[draw(LENSES)]
    one = st.sampled_from(lens.dimensions).flatmap(
        lambda dimension: st.builds(
            Opinion, st.just(dimension.id), st.tuples(st.sampled_from(dimension.admissible)), st.integers(1, 3)
        )
    )
    return lens, draw(st.lists(one, max_size=20)), draw(st.randoms(use_true_random=False))


@given(opinions_on())
def test_the_outcome_does_not_depend_on_the_order_of_judgements(drawn):
    lens, opinions, chance = drawn
    shuffled = [*opinions]
    chance.shuffle(shuffled)

    assert derive(lens, shuffled) == derive(lens, opinions)


@given(opinions_on())
def test_saying_the_same_again_changes_nothing(drawn):
    lens, opinions, _ = drawn

    assert derive(lens, [*opinions, *opinions]) == derive(lens, opinions)


@given(opinions_on())
def test_an_open_answer_where_there_was_none_never_makes_an_outcome_hold(drawn):
    lens, opinions, _ = drawn
    silent = {one.id for one in lens.dimensions} - {one.dimension for one in opinions}

    found = derive(lens, [*opinions, *(Opinion(dimension, ("unknown",), 1) for dimension in silent)])

    assert found.outcomes == derive(lens, opinions).outcomes


STANCES = RECOGNITION.dimension("stance").values
GROUPS = st.lists(st.lists(st.sampled_from((*STANCES, "unknown")), max_size=2), max_size=6)
WORSE_FIRST = ("not met", "partly", "met")


def together(groups):
    each = [
        answers_of([Opinion("stance", (value,), n) for n, value in enumerate(group)], {}).get("stance", ())
        for group in groups
    ]
    assert RECOGNITION.summary is not None
    return summarised(RECOGNITION.summary, STANCES, each)


def test_all_groups_together_are_met_partly_or_not():
    assert together([["full"], ["general"], ["unknown"]]) == "met"
    assert together([["full"], ["mixed"]]) == "partly"
    assert together([["low"], ["hostile"]]) == "not met"
    assert together([["unknown"], []]) == ""


@given(GROUPS, st.data())
def test_raising_any_group_never_makes_the_whole_worse(groups, data):
    before = together(groups)
    known = [(at, n) for at, group in enumerate(groups) for n, value in enumerate(group) if value in STANCES]
    if not known:
        return
    at, n = data.draw(st.sampled_from(known))
    raised = [[*group] for group in groups]
    raised[at][n] = data.draw(st.sampled_from(STANCES[STANCES.index(raised[at][n]) :]))

    assert WORSE_FIRST.index(together(raised)) >= WORSE_FIRST.index(before)
