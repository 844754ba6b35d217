"""Several processes on one file, and processes that are killed. Real processes, real files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.factories import found_study
from trellis.core.framework import Theme
from trellis.core.source import Source
from trellis.store.installation import Installation
from trellis.store.study_file import create, open_study

ROOT = Path(__file__).parents[2]
CHANGES = 60
WRITER = """
import sys
from pathlib import Path
from pathlib import Path
from tests.store.factories import add_theme, intent
from trellis.store.installation import Installation
from trellis.store.study_file import open_study
path, home, name, changes = sys.argv[1:]
file = open_study(Path(path), Installation(Path(home)))
for at in range(int(changes)):
    with file.change(intent(file)) as change:
        add_theme(change, f"{name} {at}")
    print(f"{name} {at}", flush=True)
file.close()
"""
IMPORTER = """
import sys
from pathlib import Path
from pathlib import Path
from tests.store.factories import add_coding, add_round, add_source, add_theme, intent
from trellis.store.installation import Installation
from trellis.store.study_file import open_study
file = open_study(Path(sys.argv[1]), Installation(Path(sys.argv[2])))
at = 0
while True:
    with file.change(intent(file)) as change:
        source = add_source(change, f"P1: words {at} and more words", f"source {at}")
        add_coding(change, source, add_theme(change, f"theme {at}").k, add_round(change).k)
    print(f"source {at}", flush=True)
    at += 1
"""


@pytest.fixture
def path(tmp_path):
    file = create(tmp_path / "study.trellis", Installation(tmp_path / "home"))
    found_study(file)
    file.close()
    return tmp_path / "study.trellis"


def started(program, path, *more):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([os.environ["PYTHONPATH"], str(ROOT)])}
    command = [sys.executable, "-c", program, str(path), str(path.parent / "home"), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_of_four_processes_that_write_at_once_nothing_acknowledged_is_missing(path):
    writers = [started(WRITER, path, f"writer {n}", str(CHANGES)) for n in range(4)]
    acknowledged = {line for writer in writers for line in writer.communicate()[0].splitlines()}

    file = open_study(path, Installation(path.parent / "home"))
    with file.read() as reader:
        there = {theme.name for theme in reader.all(Theme)}

    assert len(acknowledged) == 4 * CHANGES
    assert there == acknowledged
    assert file.verify() == []
    file.close()


@pytest.mark.parametrize("lines", [1, 4, 9, 17])
def test_a_process_killed_while_it_writes_leaves_a_sound_study_with_all_it_acknowledged(path, lines):
    writer = started(IMPORTER, path)
    assert writer.stdout is not None
    acknowledged = {writer.stdout.readline().strip() for _ in range(lines)}

    writer.send_signal(signal.SIGKILL)
    acknowledged |= {line for line in writer.communicate()[0].splitlines() if line}
    file = open_study(path, Installation(path.parent / "home"))
    with file.read() as reader:
        there = {source.name for source in reader.all(Source)}

    assert acknowledged <= there
    assert len(there) <= len(acknowledged) + 1
    assert file.verify() == []
    file.close()
