"""A study in an empty folder, founded by Ana, with a clock of its own; and two copies of another, Ana's and Ben's."""

from __future__ import annotations

from itertools import count

import pytest

from tests.study.copies import copied, start
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


@pytest.fixture
def ana(tmp_path):
    study = start(tmp_path)
    yield study
    study.close()


@pytest.fixture
def ben(ana, tmp_path):
    study = copied(ana, tmp_path)
    yield study
    study.close()
