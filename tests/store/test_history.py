from __future__ import annotations

import pytest

from tests.store.factories import add_source, add_theme, intent
from trellis.core.errors import NotFound, StudyFileError
from trellis.store import history
from trellis.store.undo import UNDO


def test_changes_are_listed_newest_first_and_follow_on_each_other(file):
    for name in ("one", "two"):
        with file.change(intent(file, "framework.add")) as change:
            add_theme(change, name)

    with file.read() as reader:
        listed = history.entries(reader.connection)
        parents = reader.connection.exec_driver_sql("SELECT parent FROM change ORDER BY seq").fetchall()

    assert [(entry.seq, entry.action) for entry in listed] == [
        (3, "framework.add"),
        (2, "framework.add"),
        (1, "study.create"),
    ]
    assert [row[0] for row in parents][1:] == [entry.hash for entry in reversed(listed)][:-1]


def test_no_word_of_the_study_stands_in_a_header(file):
    with file.change(intent(file, "source.import")) as change:
        add_source(change, "P1: my daughter Roswitha", "Roswitha interview")

    with file.read() as reader:
        heads = reader.connection.exec_driver_sql("SELECT head FROM change").fetchall()

    assert not any(b"Roswitha" in bytes(row[0]) for row in heads)


def test_a_text_is_not_repeated_in_the_history(file):
    with file.change(intent(file, "source.import")) as change:
        add_source(change, "P1: my daughter Roswitha")

    with file.read() as reader:
        images = list(history.images_of(reader.connection, [change.key]))

    assert not any("daughter" in repr(image) for image in images)


def test_an_erased_payload_says_that_it_was_removed_on_purpose(file):
    with file.change(intent(file)) as change:
        add_theme(change, "one")
    with file.database.write() as connection:
        connection.exec_driver_sql("UPDATE change_chunk SET payload = NULL, salt = NULL WHERE tbl = 'theme'")

    with pytest.raises(StudyFileError, match="removed on purpose"):
        file.undo(intent(file, UNDO))


def test_an_unknown_change_is_not_found(file):
    with file.read() as reader, pytest.raises(NotFound, match="there is no change 99"):
        history.entry(reader.connection, 99)
