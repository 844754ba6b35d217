from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.store.factories import found_study
from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.store.tables import METADATA, SCHEMA

NOT_OURS = ("fts", "alembic_version")


def test_the_migrations_make_the_tables_that_the_records_ask_for(file):
    with file.database.read() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith(NOT_OURS)},
        )

        assert compare_metadata(context, METADATA) == []


def test_a_new_study_has_todays_schema(file):
    with file.database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA


def test_no_table_lets_the_database_write_by_itself(file):
    with file.database.read() as connection:
        made = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()

    assert not [name for kind, name, _ in made if kind == "trigger"]
    assert not [name for _, name, sql in made if "CASCADE" in sql.upper() or "AUTOINCREMENT" in sql.upper()]


def test_two_studies_can_be_made_at_once_in_one_process(tmp_path):
    def make(n):
        file = create(tmp_path / f"{n}.trellis", Installation(tmp_path / "home"))
        found_study(file)
        file.close()
        return file

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(make, range(8)))

    assert len(made) == 8
