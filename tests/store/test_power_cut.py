"""Promise 4 where the power goes: what was answered with success is on the disk, not only with the system.

A kill does not show this, since the system keeps what a killed process wrote. Here the disk forgets whatever was not
synced. The same run with `synchronous` lowered loses answered changes, so the test can fail.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

import trellis
from tests.study.deeds import TEXT
from trellis.core.framework_wording import Wording
from trellis.store.database import _pragmas
from trellis.store.places import Ground

ROOT = Path(__file__).parents[2]
CHANGES = 8


class Listener:
    """Takes the settings that the store gives to each connection."""

    def __init__(self):
        self.said: list[str] = []

    def execute(self, statement):
        self.said.append(statement)


def pragmas(*, local):
    listener = Listener()
    _pragmas(listener, Ground(local=local, why=""))
    # Files of ours have no shared memory; with one connection the log's index may lie in its own.
    return [*(["PRAGMA locking_mode = EXCLUSIVE"] if local else []), *listener.said]


def recorded(study, change):
    """The statements, with their values, that one change sends to SQLite."""
    said: list[str] = []
    engine = study._work.file.database._engine

    def listen(raw, _record, _proxy):
        raw.set_trace_callback(said.append)

    event.listen(engine, "checkout", listen)
    change()
    event.remove(engine, "checkout", listen)
    begins = max(at for at, one in enumerate(said) if one.startswith("BEGIN IMMEDIATE"))
    ends = max(at for at, one in enumerate(said) if one.startswith("COMMIT"))
    # What full-text search does inside is told as comments, and done again by itself.
    return [one for one in said[begins : ends + 1] if not one.startswith("--")]


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    """A study as it was before some changes, and the statements of each of them."""
    folder = tmp_path_factory.mktemp("recording")
    before = pytest.MonkeyPatch()
    before.setenv("TRELLIS_HOME", str(folder / "home"))
    with trellis.new(folder / "study.trellis", "A study", "Ana") as study:
        (folder / "first.txt").write_text(TEXT.format(n=0) * 4, encoding="utf-8")
        study.sources.bring_in([folder / "first.txt"])
        study.framework.add(Wording("Days"))
        first = study.history.number()
        study.history.backup(folder / "base.trellis")
        changes = []
        for n in range(CHANGES // 2):
            changes.append(recorded(study, lambda n=n: study.index.code("first", "1", start=n, end=n + 9)))
            changes.append(recorded(study, lambda n=n: study.chart.write("first", "1", f"statement {n}")))
    before.undo()
    return (folder / "base.trellis").read_bytes(), changes, first


def cuts(tmp_path, recording, settings):
    """(what was answered, changes found, problems) for each moment at which the power went."""
    base, changes, first = recording
    (tmp_path / "study.trellis").write_bytes(base)
    plan = {"pragmas": settings, "changes": changes, "every": 17, "seed": 1}
    (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.store.power_cut", str(tmp_path)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT, check=True)
    return [looked_at(tmp_path / cut["folder"], cut["answered"], first) for cut in json.loads(answer.stdout)]


def looked_at(folder, answered, first):
    try:
        with trellis.open(folder / "study.trellis", "Ana") as study:
            return answered, study.history.number() - first, [one.slug for one in study.history.check()]
    except trellis.core.errors.StudyFileError as error:
        return answered, -1, [str(error)]


@pytest.mark.parametrize("local", [True, False], ids=["write-ahead log", "rollback journal"])
def test_after_a_power_cut_nothing_that_was_answered_is_missing_and_the_study_is_sound(tmp_path, recording, local):
    found = cuts(tmp_path, recording, pragmas(local=local))

    assert len(found) > 2 * CHANGES
    assert [cut for cut in found if cut[1] < cut[0]] == []
    assert [cut for cut in found if cut[1] > cut[0] + 1] == []
    assert [cut for cut in found if cut[2]] == []


@pytest.mark.parametrize("setting", ["OFF", "NORMAL"])
def test_with_synchronous_lowered_the_same_power_cuts_lose_changes(tmp_path, recording, setting):
    lowered = [one.replace("synchronous = FULL", f"synchronous = {setting}") for one in pragmas(local=True)]

    found = cuts(tmp_path, recording, lowered)

    assert lowered != pragmas(local=True)
    assert [cut for cut in found if cut[1] < cut[0]]


def test_a_rollback_journal_that_is_never_synced_leaves_a_broken_study(tmp_path, recording):
    lowered = [one.replace("synchronous = FULL", "synchronous = OFF") for one in pragmas(local=False)]

    found = cuts(tmp_path, recording, lowered)

    assert [cut for cut in found if cut[1] < cut[0]]
