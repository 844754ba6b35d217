from __future__ import annotations

import shutil

from tests.cli.on_new_study import on_new_study
from tests.study.recordings import recorded


def test_a_recording_is_linked_found_again_and_unlinked(tmp_path, monkeypatch):
    run = on_new_study(tmp_path, monkeypatch)
    tape = recorded(tmp_path / "tapes" / "one.wav")

    assert "one.wav is linked" in run("recording", "link", "one", str(tape)).stderr
    shutil.move(tape, tmp_path / "tapes" / "two.wav")
    assert "not where it was" in run("recording", "list", "--csv").stdout
    assert str(tmp_path / "tapes" / "two.wav") in run("recording", "find", str(tmp_path / "tapes"), "--csv").stdout
    run("recording", "unlink", "one")

    assert run("recording", "list", "--csv").stdout == "source,recording,state\none,,\n"
