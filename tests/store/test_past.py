from __future__ import annotations

import pytest

from tests.store.factories import add_coding, add_round, add_source, add_theme, intent
from trellis.core.coding import Coding
from trellis.core.errors import NotFound, StudyFileError
from trellis.store.undo import UNDO


def test_every_earlier_state_can_be_read_again_undos_included(file):
    dumps = [file.dump()]
    with file.change(intent(file)) as change:
        source = add_source(change)
        theme = add_theme(change, "one")
        round_ = add_round(change)
    dumps.append(file.dump())
    with file.change(intent(file)) as change:
        add_coding(change, source, theme.k, round_.k)
    dumps.append(file.dump())
    file.undo(intent(file, UNDO))
    dumps.append(file.dump())
    with file.change(intent(file)) as change:
        change.delete(change.get(type(theme), theme.k))
    dumps.append(file.dump())

    for seq, then in enumerate(dumps, 1):
        past = file.at(seq)
        assert past.dump() == then
        past.close()


def test_the_past_is_searched_as_it_was(file):
    with file.change(intent(file)) as change:
        add_source(change, "P1: a kettle")
    with file.change(intent(file)) as change:
        add_source(change, "P1: another kettle", "two")

    past = file.at(2)
    with past.read() as reader:
        hits = reader.connection.exec_driver_sql("SELECT count(*) FROM fts WHERE fts MATCH 'kettle'").scalar_one()
    assert hits == 1
    past.close()


def test_the_past_cannot_be_changed(file):
    past = file.at(1)

    with pytest.raises(StudyFileError, match="open for reading only"), past.change(intent(file)) as change:
        change.delete(*change.all(Coding))
    past.close()


@pytest.mark.parametrize("seq", [0, 7])
def test_a_change_that_never_was_cannot_be_read(file, seq):
    with pytest.raises(NotFound, match=f"no change number {seq}"):
        file.at(seq)
