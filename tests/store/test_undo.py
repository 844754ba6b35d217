from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.factories import add_coding, add_round, add_source, add_theme, in_memory, intent
from trellis.core.coding import Coding
from trellis.core.errors import CannotUndo, NotFound
from trellis.core.framework import Theme
from trellis.core.source import Source
from trellis.store.undo import REDO, UNDO

deeds = st.lists(
    st.tuples(st.sampled_from(["source", "theme", "code", "rename", "uncode", "unsource"]), st.integers(0, 10)),
    max_size=14,
)


def do(file, deed, at):
    """One change of the kind named, on whatever the number falls on; nothing where there is nothing to do it to."""
    with file.change(intent(file, f"test.{deed}")) as change:
        sources, themes, codings = change.all(Source), change.all(Theme), change.all(Coding)
        if deed == "source":
            add_source(change, name=f"s{at}")
        elif deed == "theme":
            add_theme(change, f"t{at}", themes[at % len(themes)].k if themes and at % 2 else None)
        elif deed == "code" and sources and themes:
            add_coding(change, sources[at % len(sources)], themes[at % len(themes)].k, add_round(change).k)
        elif deed == "rename" and themes:
            change.update(themes[at % len(themes)], replace(themes[at % len(themes)], name=f"r{at}"))
        elif deed == "uncode" and codings:
            change.delete(codings[at % len(codings)])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_undoing_in_reverse_order_passes_through_every_earlier_dump(tmp_path, done):
    file = in_memory(tmp_path)
    dumps = [file.dump()]
    for deed, at in done:
        do(file, deed, at)
        if file.dump() != dumps[-1]:
            dumps.append(file.dump())

    for earlier in reversed(dumps[:-1]):
        file.undo(intent(file, UNDO))
        assert file.dump() == earlier
    for later in dumps[1:]:
        file.redo(intent(file, REDO))
        assert file.dump() == later
    assert file.verify() == []
    file.close()


def refusal_of(file, seq):
    """What the study says against undoing a change; None once it is undone."""
    try:
        file.undo(intent(file, UNDO), seq)
    except CannotUndo as refusal:
        return str(refusal)
    return None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds, st.randoms(use_true_random=False))
def test_undoing_out_of_order_succeeds_or_names_what_stands_in_the_way(tmp_path, done, chance):
    file = in_memory(tmp_path)
    first = file.dump()
    for deed, at in done:
        do(file, deed, at)
    with file.read() as reader:
        last = reader.connection.exec_driver_sql("SELECT max(seq) FROM change").scalar_one()
    waiting = list(range(2, last + 1))
    chance.shuffle(waiting)

    refused = 0
    for seq in waiting:
        before = file.dump()
        said = refusal_of(file, seq)
        if said is not None:
            refused += 1
            assert re.search(r"change \d+ \(", said)
            assert file.dump() == before

    assert refused or file.dump() == first
    assert file.verify() == []
    file.close()


def test_a_row_written_since_is_named_in_the_refusal(file):
    with file.change(intent(file)) as change:
        theme = add_theme(change, "one")
    with file.change(intent(file, "framework.rename")) as change:
        now = change.get(Theme, theme.k)
        change.update(now, replace(now, name="two"))

    with pytest.raises(CannotUndo, match=r"change 3 \(framework.rename\)"):
        file.undo(intent(file, UNDO), 2)


def test_a_row_that_something_else_stands_on_is_not_taken_away(file):
    with file.change(intent(file)) as change:
        theme = add_theme(change, "one")
    with file.change(intent(file, "framework.add")) as change:
        add_theme(change, "under it", theme.k)

    with pytest.raises(CannotUndo, match=r"change 3 \(framework.add\) has since put"):
        file.undo(intent(file, UNDO), 2)


def test_a_batch_is_undone_as_one(file):
    before = file.dump()
    with file.change(intent(file)) as change:
        batch = change.start_batch()
        add_source(change, name="one")
    with file.change(intent(file, batch=batch)) as change:
        add_source(change, name="two")

    assert file.undo(intent(file, UNDO)) == 3
    assert file.dump() == before


def test_undo_with_nothing_done_says_so(file):
    assert file.undo(intent(file, UNDO)) is None


def test_how_the_study_came_to_be_is_not_undone(file):
    with pytest.raises(CannotUndo, match="is not undone"):
        file.undo(intent(file, UNDO), 1)


def test_a_change_is_not_undone_twice(file):
    with file.change(intent(file)) as change:
        add_theme(change, "one")
    file.undo(intent(file, UNDO))

    with pytest.raises(CannotUndo, match="undone already"):
        file.undo(intent(file, UNDO), 2)


def test_an_unknown_change_is_named(file):
    with pytest.raises(NotFound, match="no change number 9; this study has changes 1 to 1"):
        file.undo(intent(file, UNDO), 9)


def test_redo_is_over_once_something_else_was_done(file):
    with file.change(intent(file)) as change:
        add_theme(change, "one")
    file.undo(intent(file, UNDO))
    with file.change(intent(file)) as change:
        add_theme(change, "two")

    assert file.redo(intent(file, REDO)) is None
