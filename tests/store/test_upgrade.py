"""A study that an earlier format wrote is carried forward, its history included."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from trellis.store import history
from trellis.store.installation import Installation
from trellis.store.study_file import open_study
from trellis.study.chart_given import Stretch
from trellis.study.resolve import handle
from trellis.study.study import Study

WRITTEN = sorted((Path(__file__).parent / "versions").glob("*.trellis.gz"))


COPIES = Path(__file__).parent / "versions" / "two_copies"


def carried(packed, folder, person="Ana"):
    """A study of an earlier format, opened today."""
    file = folder / f"{packed.name.partition('.')[0]}.trellis"
    file.write_bytes(gzip.decompress(packed.read_bytes()))
    return Study(open_study(file, Installation(folder / f"home-{file.stem}")), person)


@pytest.fixture(params=WRITTEN, ids=lambda path: path.name.partition(".")[0])
def older(request, tmp_path):
    with carried(request.param, tmp_path) as study:
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


@pytest.fixture
def second(tmp_path):
    """The study of the second format, in which changes between waves had no keys."""
    with carried(next(path for path in WRITTEN if path.name.startswith("v2")), tmp_path) as study:
        yield study


def places(dump):
    return [row[2:] for row in dump["wave_change"]]


def test_what_changed_between_waves_is_read_in_the_past_as_it_was_and_undone(second):
    now = places(second.history.dump())
    first = min(n for n, action in _actions(second) if action == "wave.say")
    with second.at(first) as then:
        assert len(places(then.history.dump())) == 1
        assert then.history.dump()["wave_change"][0][0] in {row[0] for row in second.history.dump()["wave_change"]}

    assert now
    while second.history.number() < 400 and places(second.history.dump()):
        second.history.undo()
    assert places(second.history.dump()) == []
    assert second.history.check() == []


def _actions(study):
    with study._work.read() as reader:  # by code, since words may change
        return [(entry.seq, entry.action) for entry in history.entries(reader.connection)]


def test_what_was_said_before_is_given_evidence_today(second):
    themes = {row[0] for row in second.history.dump()["theme"] if "active" in row}
    row = next(row for row in second.history.dump()["wave_change"] if row[4] in themes)
    case, theme, earlier, later = (handle(k) for k in row[3:7])

    second.waves.say(case, theme, "ceases", "said today", earlier=earlier, later=later)
    words = Stretch(handle(second.history.dump()["source"][0][0]), 0, 9)
    second.waves.link(case, theme, words, earlier=earlier, later=later)

    assert [one[0] for one in second.history.dump()["wave_change"]].count(row[0]) == 1
    assert len(second.waves.change_at(case, theme, earlier=earlier, later=later).evidence) == 1
    assert second.history.check() == []
    second.history.undo()
    second.history.undo()
    assert row in second.history.dump()["wave_change"]


def test_copies_of_an_older_format_are_settled_and_merged_as_ever(tmp_path):
    with (
        carried(COPIES / "v2_a.trellis.gz", tmp_path) as ana,
        carried(COPIES / "v2_b.trellis.gz", tmp_path, "Ben") as ben,
    ):
        waiting = ana.apart.conflicts().records()
        assert [row["what"] for row in waiting] == ["change between waves"] * 3
        for row in waiting:
            ana.apart.settle(row["number"], "theirs")
        assert ana.history.check() == []
        ana.history.backup(tmp_path / "sent.trellis")

        ben.apart.merge(tmp_path / "sent.trellis")

        assert ben.history.check() == []
        assert places(ben.history.dump()) == places(ana.history.dump())
        assert sorted(row[8] for row in ana.history.dump()["wave_change"]) == sorted(
            ["at first", "as Ben reads it", "as Ben reads it", "Ben"]
        )


def test_an_older_copy_is_merged_into_a_study_that_was_carried_forward(tmp_path):
    with carried(COPIES / "v2_a.trellis.gz", tmp_path) as ana:
        older = tmp_path / "sent.trellis"
        older.write_bytes(gzip.decompress((COPIES / "v2_b.trellis.gz").read_bytes()))

        assert ana.apart.merge(older).nothing_new
        assert ana.history.check() == []
