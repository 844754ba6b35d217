from __future__ import annotations

from tests.house.lint.imports import imports_of, outside_standard_library
from tests.house.tree import SOURCE, offences, run, source_modules, told


def test_imports_keep_the_contracts():
    answer = run("lint-imports", "--no-cache")

    assert answer.returncode == 0, told(answer)
    assert "0 broken" in answer.stdout


def test_the_core_stands_on_the_standard_library():
    assert offences(sorted((SOURCE / "core").rglob("*.py")), outside_standard_library) == []


def test_only_the_store_knows_the_database():
    outside = [path for path in source_modules() if SOURCE / "store" not in path.parents]

    def database(source: str) -> list[str]:
        return imports_of(source, {"alembic", "sqlalchemy", "sqlcipher3"}, "the database is known in store alone")

    assert offences(outside, database) == []


def test_nothing_brings_a_second_sqlite():
    def second(source: str) -> list[str]:
        return imports_of(source, {"sqlite3", "apsw", "duckdb"}, "one SQLite library in the process (ADR 2)")

    assert offences(source_modules(), second) == []


def test_a_foreign_import_in_the_core_is_caught():
    found = outside_standard_library("import re\nimport numpy.linalg\nfrom trellis.core.keys import Key\n")

    assert found == ["line 2: imports numpy.linalg; the core stands on the standard library alone"]


def test_an_upward_import_in_the_core_is_caught():
    assert outside_standard_library("from trellis.store import tables\n")
    assert outside_standard_library("def late():\n    import trellis.store\n")


def test_a_refused_import_is_caught():
    assert imports_of("from sqlite3 import connect\n", {"sqlite3"}, "no") == ["line 1: imports sqlite3; no"]
    assert imports_of("from sqlite3x import connect\n", {"sqlite3"}, "no") == []
