from __future__ import annotations

import pytest
from tests.house.allowed import OPENERS, WRITERS, covers
from tests.house.lint.sql import behind_history, opens_files, statements, writes
from tests.house.tree import SOURCE, below, offences, source_modules

STORE = [path for path in source_modules() if SOURCE / "store" in path.parents]
STUDY = [path for path in source_modules() if SOURCE / "study" in path.parents]


def test_no_sql_outside_the_store():
    assert offences([path for path in source_modules() if path not in STORE], statements) == []


def test_study_tables_are_written_through_the_change():
    readers = [path for path in STORE if not covers(WRITERS, below(SOURCE, path))]

    assert offences(readers, writes) == []


def test_nothing_changes_rows_behind_history():
    assert offences(source_modules(), behind_history) == []


def test_store_and_study_open_no_file():
    closed = [path for path in STORE + STUDY if not covers(OPENERS, below(SOURCE, path))]

    assert offences(closed, opens_files) == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT name FROM theme",
        "select k\n from coding where source = ?",
        "  INSERT OR REPLACE INTO cell VALUES (?)",
        "UPDATE theme SET name = ?",
        "delete from coding",
        "PRAGMA journal_mode",
        "CREATE VIRTUAL TABLE fts USING fts5(body)",
        "WITH RECURSIVE below AS (SELECT 1) SELECT k FROM below",
        "BEGIN IMMEDIATE",
    ],
)
def test_sql_is_caught(text):
    assert statements(f"query = {text!r}\n")
    assert statements(f"def f(a):\n    return f{text!r}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Select a theme from the list",
        "Update the case",
        "Delete from here to the end",
        "from theme",
        "with (a) b",
    ],
)
def test_english_is_not_sql(text):
    assert statements(f"message = {text!r}\n") == []


def test_a_docstring_may_show_sql():
    assert statements('def f():\n    """SELECT name FROM theme"""\n') == []


@pytest.mark.parametrize(
    "call",
    [
        "from sqlalchemy import insert\ninsert(theme)",
        "from sqlalchemy import update as change\nchange(theme)",
        "import sqlalchemy as sa\nsa.delete(theme)",
        "theme.insert()",
        "sql.update('theme')",
        "run('DELETE FROM theme WHERE k = ?')",
    ],
)
def test_a_write_past_the_change_is_caught(call):
    assert writes(f"{call}\n")


@pytest.mark.parametrize(
    "call",
    ["rows.insert(0, row)", "known.update(more)", "change.insert(row)", "run('INSERT INTO f(f) VALUES (1)')"],
)
def test_other_inserts_are_not_writes(call):
    assert writes(f"{call}\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "ForeignKey('case.k', ondelete='CASCADE')",
        "Column('at', server_default='now')",
        "Column('k', autoincrement=True)",
        "Table('case', sqlite_autoincrement=True)",
        "run('CREATE TRIGGER t AFTER INSERT ON theme BEGIN END')",
        "run('k INTEGER PRIMARY KEY AUTOINCREMENT')",
        "run('REFERENCES theme ON DELETE CASCADE')",
    ],
)
def test_what_works_behind_history_is_caught(source):
    assert behind_history(f"{source}\n")


def test_a_key_that_we_draw_is_fine():
    assert behind_history("Column('k', Integer, primary_key=True, autoincrement=False)\n") == []


@pytest.mark.parametrize(
    "call", ["open(path)", "path.read_bytes()", "shutil.copyfile(a, b)", "io.open(path)", "os.open(path, 0)"]
)
def test_opening_a_file_is_caught(call):
    assert opens_files(f"{call}\n")


@pytest.mark.parametrize("call", ["trellis.open(path)", "self.open()", "cell.copy()", "store.open(path)"])
def test_other_opens_are_fine(call):
    assert opens_files(f"{call}\n") == []
