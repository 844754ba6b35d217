"""Which tables are narrowed for readers of pseudonymised texts; what they see is in tests/study/test_sight.py."""

from __future__ import annotations

import pytest

from trellis.core.errors import StudyFileError
from trellis.store import narrowing
from trellis.store.specs import SPECS


def test_a_row_is_seen_if_the_texts_that_it_names_are():
    """A table that comes to the study later is narrowed by what its rows name, without being told."""
    texts = {"source", "version", "coding"}
    standing = {spec for spec in SPECS if texts & {*spec.soft, *(target for _, target in spec.refs)}}

    assert len(standing) > 12
    assert {spec.name for spec in standing if not narrowing.rows_seen(spec)} == set()
    assert narrowing.rows_seen(next(spec for spec in SPECS if spec.name == "theme")) == ""


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
