"""A study that an earlier format wrote is carried forward, its history included."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from trellis.store.installation import Installation
from trellis.store.study_file import open_study
from trellis.study.study import Study

WRITTEN = sorted((Path(__file__).parent / "versions").glob("*.trellis.gz"))


@pytest.fixture(params=WRITTEN, ids=lambda path: path.name.partition(".")[0])
def older(request, tmp_path):
    file = tmp_path / "older.trellis"
    file.write_bytes(gzip.decompress(request.param.read_bytes()))
    with Study(open_study(file, Installation(tmp_path / "home")), "Ana") as study:
        yield study


def test_an_older_study_opens_and_holds_together(older):
    assert older.history.check() == []


def test_everything_done_in_an_older_study_can_still_be_undone(older):
    rows = older.history.dump()["coding"]

    while older.history.number() < 400 and older.history.dump()["coding"]:
        older.history.undo()

    assert rows
    assert older.history.dump()["coding"] == []
    assert older.history.check() == []


def test_an_earlier_state_of_an_older_study_can_still_be_read(older):
    with older.at(10) as then:
        early = then.history.dump()

    assert early["source"]
    assert early != older.history.dump()
