from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.factories import add_source, add_theme, intent
from trellis.core.errors import AlreadyThere, Conflict, NotFound
from trellis.core.framework import Theme
from trellis.core.keys import split_key
from trellis.core.study import Setting
from trellis.store import history


def test_what_is_written_carries_the_key_of_its_change(file):
    with file.change(intent(file)) as change:
        theme = add_theme(change, "one")

    with file.read() as reader:
        assert reader.get(Theme, theme.k).rev == change.key


def test_keys_of_later_changes_are_larger_on_the_same_replica(file):
    with file.change(intent(file)) as one:
        first = add_theme(one, "one").k
    with file.change(intent(file)) as other:
        second = add_theme(other, "two").k

    assert split_key(first).replica == split_key(second).replica
    assert split_key(first).count < split_key(second).count


def test_a_row_that_somebody_else_changed_since_is_not_overwritten(file):
    with file.change(intent(file)) as change:
        k = add_theme(change, "one").k
    with file.read() as reader:
        read_before = reader.get(Theme, k)
    with file.change(intent(file)) as change:
        change.update(read_before, replace(read_before, name="theirs"))

    with pytest.raises(Conflict, match="changed by somebody else"), file.change(intent(file)) as change:
        change.update(read_before, replace(read_before, name="mine"))

    with file.read() as reader:
        assert reader.get(Theme, k).name == "theirs"


def test_a_place_is_taken_once(file):
    with file.change(intent(file)) as change:
        change.insert(Setting("abbreviations", 0, "STR"))

    with pytest.raises(AlreadyThere, match="setting"), file.change(intent(file)) as change:
        change.insert(Setting("abbreviations", 0, "CSW"))


def test_an_update_that_changes_nothing_is_no_change(file):
    with file.change(intent(file)) as change:
        theme = add_theme(change, "one")
    before = file.dump()

    with file.change(intent(file)) as change:
        now = change.get(Theme, theme.k)
        change.update(now, replace(now))

    assert file.dump() == before
    with file.read() as reader:
        assert history.head(reader.connection).seq == 2


def test_what_is_made_and_removed_in_one_change_leaves_no_trace(file):
    with file.change(intent(file)) as change:
        theme = add_theme(change, "one")
        change.delete(change.get(Theme, theme.k))

    with file.read() as reader:
        assert history.head(reader.connection).seq == 1


def test_something_that_rests_on_nothing_is_refused_as_a_whole(file):
    before = file.dump()

    with pytest.raises(Conflict, match="without what it belongs to"), file.change(intent(file)) as change:
        add_theme(change, "under nobody", parent=12345)

    assert file.dump() == before


def test_an_unknown_key_is_said_to_be_unknown(file):
    with file.read() as reader, pytest.raises(NotFound, match="there is no theme 5 in this study"):
        reader.get(Theme, 5)


def test_equal_texts_are_kept_once(file):
    with file.change(intent(file)) as change:
        add_source(change, name="one")
        add_source(change, name="two")

    with file.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM content").scalar_one() == 1
