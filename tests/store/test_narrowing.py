"""Which tables are narrowed for readers of pseudonymised texts; what they see is in tests/study/test_sight.py."""

from __future__ import annotations

import pytest

from trellis.core.errors import StudyFileError
from trellis.store import narrowing
from trellis.store.tables import SPECS

ON_TEXTS = {"source", "version", "coding"}


def test_every_table_that_stands_on_texts_is_narrowed():
    """A new table that names a source, a version or a coding must say which of its rows such a reader sees."""
    standing = {
        spec.name
        for spec in SPECS
        if ON_TEXTS & {*spec.soft, *(column for column, _ in spec.refs), *(target for _, target in spec.refs)}
    }

    assert standing - set(narrowing._ROWS) == set()


def test_the_views_are_gone_after_the_block_and_after_a_failure(file):
    with file.read() as reader:
        with narrowing.narrowed(reader.connection, hidden_attributes=[], writing=False):
            assert reader.connection.exec_driver_sql("SELECT count(*) FROM temp.sqlite_master").scalar_one() > 10
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM temp.sqlite_master").scalar_one() == 0
    with (
        pytest.raises(StudyFileError),
        file.read() as reader,
        narrowing.narrowed(reader.connection, hidden_attributes=[], writing=False),
    ):
        reader.connection.exec_driver_sql("SELECT nothing FROM nowhere")
    with file.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM temp.sqlite_master").scalar_one() == 0
