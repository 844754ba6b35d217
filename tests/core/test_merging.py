from __future__ import annotations

import pytest

from trellis.core.merging import Filled, Side, Verdict, decide, decide_cell, decide_conflict


def said(decision):
    """The fields of the row that was decided upon."""
    assert decision.now is not None
    return decision.now


BASE = {"k": 1, "rev": 10, "name": "one", "note": "", "at": 5}


def side(base, now, **more):
    return Side(base, now, **more)


def changed(rev, **more):
    return side(BASE, {**BASE, "rev": rev, **more}, wrote=True)


SAME = side(BASE, BASE)


def test_what_only_they_changed_is_taken_with_its_rev():
    decided = decide("round", SAME, changed(30, name="two"))

    assert (decided.verdict, said(decided)["name"], said(decided)["rev"]) == (Verdict.TAKE, "two", 30)


def test_what_only_we_changed_is_kept():
    assert decide("round", changed(20, name="two"), SAME).verdict is Verdict.KEEP


def test_the_same_change_on_both_sides_is_no_conflict_and_the_later_rev_counts():
    decided = decide("round", changed(20, name="two"), changed(30, name="two"))

    assert (decided.verdict, said(decided)["rev"]) == (Verdict.SAME, 30)


def test_different_fields_are_both_taken():
    decided = decide("round", changed(20, name="two"), changed(30, note="said"))

    assert (decided.verdict, said(decided)["name"], said(decided)["note"]) == (Verdict.BOTH, "two", "said")


def test_the_same_field_changed_differently_waits_and_ours_stands():
    decided = decide("round", changed(20, name="two"), changed(30, name="three"))

    assert (decided.verdict, said(decided)["name"], decided.at_odds) == (Verdict.CONFLICT, "two", ("name",))


def test_a_field_changed_and_changed_back_was_not_changed():
    assert decide("round", changed(20), changed(30, name="two")).verdict is Verdict.TAKE


def test_a_quiet_field_goes_with_the_later_side():
    decided = decide("statement", _statement(20, at=7, pos="B"), _statement(30, at=6, pos="C"))

    assert (decided.verdict, said(decided)["pos"]) == (Verdict.KEEP, "B")


STATEMENT = {"k": 1, "rev": 10, "chart": 1, "row": 1, "wave": 0, "theme": 1, "pos": "A", "text": "", "at": 5}


def _statement(rev, **more):
    return Side(STATEMENT, {**STATEMENT, "rev": rev, **more}, wrote=True)


def test_fields_that_belong_together_are_not_mixed():
    decided = decide("statement", _statement(20, row=2), _statement(30, theme=2))

    assert decided.at_odds == ("chart", "row", "wave", "theme")


def test_removed_there_and_left_alone_here_goes():
    decided = decide("round", SAME, side(BASE, None))

    assert (decided.verdict, decided.now) == (Verdict.TAKE, None)


@pytest.mark.parametrize("removed_here", [True, False])
def test_removed_on_one_side_and_changed_on_the_other_waits(removed_here):
    gone, kept = side(BASE, None), changed(20, name="two")
    decided = decide("round", gone, kept) if removed_here else decide("round", kept, gone)

    assert decided.verdict is Verdict.CONFLICT
    assert (decided.now is None) is removed_here


def test_what_follows_from_other_changes_does_not_hold_a_removal_up():
    gone = Side(STATEMENT, None)

    assert decide("statement", _statement(20, pos="B"), gone).now is None
    assert decide("statement", gone, _statement(20, pos="B")).now is None


def test_new_rows_come_in_and_lists_of_origins_are_united():
    new = {"k": 1, "rev": 30, "origins": '["theme:2"]', "version": 1, "start": 0, "end": 1, "at": 1}
    other = {**new, "rev": 20, "origins": '["rule:1"]'}

    assert decide("coding", side(None, None), side(None, new)).now == new
    assert said(decide("coding", side(None, other), side(None, new)))["origins"] == '["rule:1","theme:2"]'


def test_what_an_earlier_merge_brought_is_not_our_own_change():
    ours = Side(BASE, {**BASE, "rev": 20, "note": "theirs", "name": "ours"}, pulled={"note": "theirs"}, wrote=True)
    known = {**BASE, "rev": 15, "note": "theirs"}
    theirs = Side(known, {**known, "rev": 30, "note": "theirs again"}, wrote=True)

    decided = decide("round", ours, theirs)

    assert (decided.verdict, said(decided)["name"], said(decided)["note"]) == (Verdict.BOTH, "ours", "theirs again")


CELL = {"rev": 10, "state": "draft", "blank": None, "framework_version": None, "confirmed": 1, "by": 1, "at": 1}


def cell(rev, **more):
    return Side(None, {**CELL, "rev": rev, **more}, wrote=True)


def test_two_filled_cells_have_the_state_that_is_less_done():
    decided = decide_cell(cell(20, state="reviewed"), cell(30), Filled(ours=True, theirs=True, after=True))

    assert (said(decided)["state"], decided.verdict) == ("draft", Verdict.BOTH)


def test_words_go_before_a_reason_for_a_blank():
    blank = cell(20, state="charted", blank="not asked")

    decided = decide_cell(blank, cell(30), Filled(ours=False, theirs=True, after=True))

    assert (said(decided)["state"], said(decided)["blank"]) == ("draft", None)


def test_two_reasons_for_one_blank_wait():
    empty = Filled(ours=False, theirs=False, after=False)

    decided = decide_cell(cell(20, blank="not asked"), cell(30, blank="not raised"), empty)

    assert (decided.verdict, decided.at_odds) == (Verdict.CONFLICT, ("blank",))


def test_a_cell_with_words_in_it_is_not_removed():
    filled = Filled(ours=True, theirs=False, after=True)
    gone, there = Side(CELL, None, wrote=True), Side(CELL, {**CELL, "rev": 20, "at": 2}, wrote=True)

    assert decide_cell(there, gone, filled).verdict is Verdict.KEEP
    assert decide_cell(gone, there, filled).verdict is Verdict.TAKE


ASKED = {"about": "theme", "place": "[1]", "one": 1, "other": 2, "rev": 10, "state": "open"}
ASKED |= {"outcome": "", "settled_by": None}


def asked(rev, **more):
    return Side(ASKED, {**ASKED, "rev": rev, **more}, wrote=True)


def test_a_conflict_that_one_side_settled_is_settled():
    decided = decide_conflict(asked(20), asked(30, state="settled", outcome="one"))

    assert (decided.verdict, said(decided)["outcome"]) == (Verdict.TAKE, "one")


def test_of_two_decisions_the_later_one_counts():
    decided = decide_conflict(asked(40, state="settled", outcome="other"), asked(30, state="settled", outcome="one"))

    assert said(decided)["outcome"] == "other"
