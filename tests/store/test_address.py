"""Files and folders in which nothing may be written, and disks that are full."""

from __future__ import annotations

import shutil

import pytest

import trellis
from tests.store.unprivileged import run
from trellis.core.framework_wording import Wording

INTERVIEW = "INT: What is an ordinary day?\n\nP1: There is no such thing. I drive, mostly.\n"
FULL = """
import resource, signal, sys
from pathlib import Path
import trellis
from trellis.core.errors import StudyFileError
from trellis.core.framework_wording import Wording
path, room = Path(sys.argv[1]), int(sys.argv[2])
study = trellis.open(path, "Ana")
limit = path.stat().st_size + room
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
done = 0
try:
    while True:
        study.framework.add(Wording(f"theme {done}", definition="words " * 2_000))
        done += 1
except StudyFileError as error:
    print(done)
    print(error)
study.close()
"""


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "one.txt").write_text(INTERVIEW, encoding="utf-8")
    with trellis.new(folder / "study.trellis", "A study", "Ana") as study:
        study.sources.bring_in([tmp_path / "one.txt"])
    yield folder / "study.trellis"
    folder.chmod(0o755)


def command(*words):
    return run("-m", "trellis.cli.main", *map(str, words))


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_read_and_a_change_is_refused_in_one_line(path, tmp_path, what):
    (path if what == "file" else path.parent).chmod(0o444 if what == "file" else 0o555)

    shown = command("show", path, "--csv")
    found = command("search", path, "drive")
    checked = command("check", path)
    refused = command("undo", path)

    assert [answer.returncode for answer in (shown, found, checked, refused)] == [0, 0, 0, 1]
    assert "one," in shown.stdout
    assert "reading only" in shown.stderr
    assert "drive" in found.stdout
    assert "sound" in checked.stderr
    assert refused.stderr.count("\n") == 2
    assert "trellis: this study is open for reading only" in refused.stderr
    assert [file.name for file in path.parent.iterdir()] == ["study.trellis"]


def test_an_encrypted_study_is_read_from_a_folder_that_may_not_be_written(path, tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_PASSPHRASE", "a horse and a staple")
    trellis.new(path.parent / "locked.trellis", "Locked", "Ana", passphrase="a horse and a staple").close()
    path.parent.chmod(0o555)

    assert "Locked" in command("show", path.parent / "locked.trellis").stderr


def test_changes_in_a_log_that_cannot_be_taken_in_are_not_passed_over(path, tmp_path):
    with trellis.open(path, "Ana") as study:
        study.framework.add(Wording("Days"))
        for side in ("", "-wal"):
            shutil.copyfile(f"{path}{side}", tmp_path / f"left{side}")
    lone = tmp_path / "lone"
    lone.mkdir()
    for side in ("", "-wal"):
        shutil.copyfile(tmp_path / f"left{side}", lone / f"study.trellis{side}")
    lone.chmod(0o555)

    answer = command("show", lone / "study.trellis")

    lone.chmod(0o755)
    assert answer.returncode == 1
    assert "copy both files" in answer.stderr


@pytest.mark.parametrize("room", [0, 100_000, 1_000_000])
def test_on_a_full_disk_a_change_is_refused_and_all_before_it_stays(path, room):
    answer = run("-c", FULL, str(path), str(room))

    done, said = answer.stdout.splitlines()
    assert "no room left" in said
    with trellis.open(path, "Ana") as study:
        assert study.history.number() == 2 + int(done)
        assert study.history.check() == []
        study.framework.add(Wording("Room again"))
