"""A study file in an empty folder, with an installation and a clock of its own."""

from __future__ import annotations

from itertools import count

import pytest

from tests.store.factories import found_study
from trellis.store.installation import Installation
from trellis.store.study_file import StudyFile, create


@pytest.fixture
def installation(tmp_path):
    return Installation(tmp_path / "home")


@pytest.fixture
def file(tmp_path, installation):
    ticks = count(1_000_000)
    study = create(tmp_path / "study.trellis", installation, lambda: next(ticks))
    found_study(study)
    yield study
    study.close()


__all__ = ["StudyFile"]
