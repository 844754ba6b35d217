from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.lens_outcomes import Opinion, derive
from trellis.analysis.lens_resting import (
    Ground,
    Grounded,
    Support,
    UnitBasis,
    evidence_base,
    grounds_of,
    left_out,
    rests_on,
)
from trellis.core.lens import Word
from trellis.study.lens_files import shipped

TEAM = shipped()["interdependence"]


def words_of(case, source, site=1):
    return Support((frozenset({(Ground.CASE, case), (Ground.SOURCE, source), (Ground.SITE, site)}),))


def grounded(dimension, value, *supports, judge=1, words=()):
    return Grounded(Opinion(dimension, (value,), judge, tuple(words)), tuple(supports))


def pooled(*supports, judge=1):
    return (
        grounded("pooled", "predominant", *supports, judge=judge),
        grounded("sequential", "absent", judge=judge),
        grounded("reciprocal", "absent", judge=judge),
    )


def test_an_outcome_on_one_case_depends_on_it_and_on_its_source_site_and_judge():
    found = rests_on(TEAM, UnitBasis(pooled(words_of(7, 70))))

    assert [(one.left, one.without) for one in found] == [
        ((Ground.CASE, 7), "indeterminate"),
        ((Ground.SITE, 1), "indeterminate"),
        ((Ground.SOURCE, 70), "indeterminate"),
        ((Ground.JUDGE, 1), "not judged"),
    ]
    assert found[0].lost == ("pooled",)


def test_words_of_two_cases_leave_it_standing_without_either():
    found = rests_on(TEAM, UnitBasis(pooled(words_of(7, 70, site=1), words_of(8, 80, site=2))))

    assert [one.left[0] for one in found] == [Ground.JUDGE]


def test_a_segment_in_which_two_speak_is_there_while_one_of_them_is():
    shared = Support((frozenset({(Ground.CASE, 7)}), frozenset({(Ground.CASE, 8)})))

    assert [one.left[0] for one in rests_on(TEAM, UnitBasis(pooled(shared)))] == [Ground.JUDGE]


def test_what_a_unit_is_itself_is_not_left_out():
    own = frozenset({(Ground.CASE, 7), (Ground.SITE, 1)})

    assert {one.left[0] for one in rests_on(TEAM, UnitBasis(pooled(words_of(7, 70)), own))} == {
        Ground.SOURCE,
        Ground.JUDGE,
    }


def test_a_second_judge_who_says_the_same_takes_the_dependence_away():
    one, other = pooled(words_of(7, 70)), pooled(words_of(8, 80, site=2), judge=2)

    assert [one.left[0] for one in rests_on(TEAM, UnitBasis((*one, *other)))] == [
        Ground.CASE, Ground.CASE, Ground.SITE, Ground.SITE, Ground.SOURCE, Ground.SOURCE,
    ]  # fmt: skip


def test_a_judgement_that_rests_on_nothing_stays_whatever_is_left_out():
    assert left_out([grounded("pooled", "present")], (Ground.CASE, 7))[0].values == ("present",)


def test_what_follows_from_another_lens_is_left_out_there_too():
    actor = shipped()["workplace-actor"]
    met = tuple(grounded(one, "met") for one in ("consciousness", "action", "power"))
    basis = UnitBasis((*met, grounded("power", "met", words_of(7, 70), judge=1)), taken={"recognition": "met"})

    found = rests_on(actor, basis, lambda left: {"recognition": "partly" if left == (Ground.CASE, 7) else "met"})

    assert [one.without for one in found if one.left == (Ground.CASE, 7)] == ["indeterminate"]


def test_the_evidence_base_counts_definite_judgements_with_evidence():
    opinions = (
        grounded("pooled", "present", words_of(7, 70), words_of(8, 80, site=2), words=(Word.SELF, Word.MANAGER)),
        grounded("sequential", "absent"),
        grounded("reciprocal", "unknown", words_of(9, 90)),
    )

    base = evidence_base(TEAM, opinions)

    assert (base.dimensions, base.bare) == (("pooled",), ("sequential",))
    assert (base.cases, base.sites, base.sources) == (frozenset({7, 8}), frozenset({1, 2}), frozenset({70, 80}))
    assert base.words == ("manager", "self")


STANDS = st.one_of(
    st.tuples(st.just(Ground.CASE), st.integers(1, 4)),
    st.tuples(st.just(Ground.SOURCE), st.integers(1, 4)),
    st.tuples(st.just(Ground.SITE), st.integers(1, 2)),
)
SUPPORTS = st.builds(
    Support, st.lists(st.frozensets(STANDS, min_size=1, max_size=3), min_size=1, max_size=2).map(tuple)
)
OPINIONS = st.sampled_from(TEAM.dimensions).flatmap(
    lambda dimension: st.builds(
        Opinion, st.just(dimension.id), st.tuples(st.sampled_from(dimension.admissible)), st.integers(1, 2)
    )
)
GROUNDED = st.lists(st.builds(Grounded, OPINIONS, st.lists(SUPPORTS, max_size=2).map(tuple)), max_size=8)


@given(GROUNDED, STANDS)
def test_leaving_something_out_changes_only_what_rests_on_it(opinions, left):
    remaining = left_out(opinions, left)

    for before, after in zip(opinions, remaining, strict=True):
        touched = any(left in group for support in before.supports for group in support.groups)
        assert touched or after is before.opinion


@given(GROUNDED, STANDS)
def test_leaving_out_what_nothing_rests_on_leaves_the_outcome(opinions, left):
    if left in grounds_of(opinions):
        return

    assert derive(TEAM, left_out(opinions, left)) == derive(TEAM, [one.opinion for one in opinions])


@given(GROUNDED)
def test_everything_told_is_true(opinions):
    now = derive(TEAM, [one.opinion for one in opinions])

    told = {one.left: one for one in rests_on(TEAM, UnitBasis(tuple(opinions)))}

    for left in grounds_of(opinions):
        then = derive(TEAM, left_out(opinions, left))
        assert (left in told) == ((then.outcomes, then.label) != (now.outcomes, now.label))
        assert left not in told or (told[left].now, told[left].without) == (now.label, then.label)
