from __future__ import annotations

from trellis.core.errors import CannotUndo, Outdated


def test_an_outdated_record_tells_what_it_is_now():
    assert "has since become revision 9" in str(Outdated(9, 7))
    assert "has since been removed" in str(Outdated(None, 7))


def test_a_refused_undo_names_the_later_change_where_there_is_one():
    assert CannotUndo("no", 7).later == 7
    assert CannotUndo("no").later is None
