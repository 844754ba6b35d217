from __future__ import annotations

import pytest

from trellis.store.free_texts import free_texts
from trellis.store.tables import SPEC_NAMED


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("coding", {"note", "origins"}),
        ("settlement", {"reason"}),
        ("settled_coding", set()),
        ("theme", {"name", "definition", "include", "exclude", "example"}),
    ],
)
def test_words_that_people_wrote_are_told_from_codes_places_and_dates(table, columns):
    assert set(free_texts(SPEC_NAMED[table])) == columns
