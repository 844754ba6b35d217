from __future__ import annotations

import pytest

from tests.store.factories import add_coding, add_round, add_source, add_theme, intent
from trellis.core.source import text_sha
from trellis.store.study_file import open_study


@pytest.fixture
def filled(file):
    with file.change(intent(file)) as change:
        source = add_source(change)
        add_coding(change, source, add_theme(change, "one").k, add_round(change).k)
    return file


def tampered(file, *statements):
    """What the check finds once somebody has written past the history."""
    with file.database.write() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    return {problem.slug for problem in file.verify()}


def test_a_sound_study_has_no_problem(filled):
    assert filled.verify() == []


@pytest.mark.parametrize(
    ("statement", "slug"),
    [
        ("UPDATE coding SET note = 'other'", "row-altered"),
        ("DELETE FROM coding", "row-missing"),
        ('UPDATE coding SET "end" = 4000', "position"),
        ("UPDATE content SET body = 'P1: Other words.'", "text-changed"),
        ("DELETE FROM content", "text-missing"),
        ("UPDATE change SET at = at + 1, head = head || ' ' WHERE seq = 2", "change-altered"),
        ("UPDATE change SET parent = hash WHERE seq = 2", "chain-broken"),
        ("UPDATE change_chunk SET payload = x'7b7d', codec = 0 WHERE tbl = 'person'", "chunk-altered"),
        ("DELETE FROM change_chunk WHERE tbl = 'coding'", "change-altered"),
        ("DELETE FROM theme_path", "theme-paths"),
        ("INSERT INTO fts(fts, rowid, body) VALUES('delete', 1, 'How so?')", "search-index"),
        ("UPDATE part SET start = 3 WHERE n = 2", "parts-overlap"),
        ("UPDATE source SET current = 1", "link-broken"),
        ("INSERT INTO setting (name, rev, value) VALUES ('x', 1, 'y')", "row-unrecorded"),
    ],
)
def test_what_was_written_past_the_history_is_found(filled, statement, slug):
    assert slug in tampered(filled, statement)


def test_an_erased_payload_leaves_the_chain_whole(filled):
    assert tampered(filled, "UPDATE change_chunk SET payload = NULL, salt = NULL WHERE tbl = 'coding'") == set()


def test_an_original_is_checked_though_its_bytes_are_those_of_a_text(filled):
    text = "P1: the same bytes"
    with filled.change(intent(filled)) as change:
        add_source(change, text, "plain")
        change.keep_original(text_sha(text), text.encode())

    assert filled.verify() == []
    assert "original-changed" in tampered(filled, "UPDATE content SET data = x'00' WHERE data IS NOT NULL")


def test_of_a_file_with_a_broken_page_only_the_damage_is_told(filled, installation):
    path = filled.database.path
    with filled.database.read() as connection:
        page = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'change_chunk'").scalar_one()
        size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    filled.close()
    broken = bytearray(path.read_bytes())
    broken[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(broken)

    opened = open_study(path, installation)

    assert {problem.slug for problem in opened.verify()} == {"file-damaged"}
    opened.close()
