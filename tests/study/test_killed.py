"""Promise 4: kill the process at any moment, and nothing that was answered with success is missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import trellis
from tests.study.busy import WORK, prepare
from trellis.core.chart import Statement
from trellis.core.coding import Coding
from trellis.core.source import Source

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    prepare(tmp_path / "busy.trellis")
    return tmp_path / "busy.trellis"


def killed_after(path, what, lines):
    """What was acknowledged by a busy process that was killed once it had said so many things."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(ROOT)])}
    command = [sys.executable, "-m", "tests.study.busy", str(path), what]
    busy = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    assert busy.stdout is not None
    said = [busy.stdout.readline() for _ in range(lines)]
    busy.send_signal(signal.SIGKILL)
    rest, _ = busy.communicate()
    return {line.strip() for line in [*said, *rest.splitlines()] if line.strip()}


def there(study):
    with study._work.read() as reader:  # a test looks behind the door
        return (
            {f"source {source.name}" for source in reader.all(Source)}
            | {f"coding {coding.k}" for coding in reader.all(Coding)}
            | {f"statement {statement.k}" for statement in reader.all(Statement)}
        )


@pytest.mark.parametrize("lines", [1, 5])
@pytest.mark.parametrize("what", sorted(WORK))
def test_what_was_acknowledged_is_there_and_the_study_is_sound(path, what, lines):
    acknowledged = killed_after(path, what, lines)

    with trellis.open(path, "Ana") as study:
        assert len(acknowledged) >= lines
        assert acknowledged <= there(study)
        assert study.history.check() == []


def test_of_four_that_code_chart_and_import_at_once_nothing_is_lost(path):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(ROOT)])}
    command = [sys.executable, "-m", "tests.study.busy", str(path)]
    crowd = [
        subprocess.Popen([*command, what], stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
        for what in ("coding", "cell", "cell", "import")
    ]
    acknowledged = {busy.stdout.readline().strip() for busy in crowd for _ in range(8) if busy.stdout is not None}
    for busy in crowd:
        busy.terminate()
        acknowledged |= {line for line in busy.communicate()[0].splitlines() if line}

    with trellis.open(path, "Ana") as study:
        assert len(acknowledged) >= 32
        assert acknowledged <= there(study)
        assert study.history.check() == []
