from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from tests.store.factories import add_source, add_theme, intent
from trellis.core.framework import Theme
from trellis.store.history import newest_first
from trellis.store.touched import rows_touched, subjects_of


def last(reader):
    return next(newest_first(reader.connection)).k


def test_a_row_is_told_as_it_was_afterwards_and_one_that_went_as_it_was_before(file):
    with file.change(intent(file)) as change:
        add_theme(change, "Routes")
    with file.change(intent(file)) as change:
        theme = change.all(Theme)[0]
        change.update(theme, replace(theme, name="Ways in"))
    with file.read() as reader:
        assert [(one.table, one.fields["name"]) for one in rows_touched(reader.connection, last(reader))] == [
            ("theme", "Ways in")
        ]
    with file.change(intent(file)) as change:
        change.delete(change.all(Theme)[0])

    with file.read() as reader:
        assert [one.fields["name"] for one in rows_touched(reader.connection, last(reader))] == ["Ways in"]


def test_of_many_rows_only_what_they_are_about_is_told(file):
    with file.change(intent(file)) as change:
        for n in range(400):
            add_theme(change, sha256(bytes([n % 256, n // 256])).hexdigest())
        source = add_source(change)

    with file.read() as reader:
        assert {one.table for one in rows_touched(reader.connection, last(reader))} == {"source"}
        assert source.k in subjects_of(reader.connection, last(reader))


def test_what_was_erased_is_not_told(file):
    with file.change(intent(file)) as change:
        add_theme(change, "Routes")
    with file.read() as reader:
        change_k = last(reader)
        reader.connection.exec_driver_sql("UPDATE change_chunk SET payload = NULL WHERE change = ?", (change_k,))

        assert rows_touched(reader.connection, change_k) == []
