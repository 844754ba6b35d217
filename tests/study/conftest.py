"""A study in an empty folder, founded by Ana, with an installation and a clock of its own."""

from __future__ import annotations

from itertools import count

import pytest

from trellis.store.installation import Installation
from trellis.store.study_file import create
from trellis.study.study import found


@pytest.fixture
def study(tmp_path):
    ticks = count(1_000_000)
    file = create(tmp_path / "s.trellis", Installation(tmp_path / "home"), lambda: next(ticks))
    made = found(file, "A study", "Ana", notice="Fiction, written for Trellis. CC0.")
    yield made
    made.close()
