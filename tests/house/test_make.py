from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from tests.house.tree import ROOT

TOOLS = ["bash", "cat", "cksum", "test"]


def found(tool):
    path = shutil.which(tool)
    assert path is not None, tool
    return path


class SearchPath:
    """A search path with a few tools and the Pythons that a test puts there, and what `make` does with it."""

    def __init__(self, folder):
        self.folder, self.venv = folder / "bin", folder / "venv"
        self.folder.mkdir()
        for tool in TOOLS:
            (self.folder / tool).symlink_to(found(tool))

    def python(self, name, version):
        """A program that answers as this Python would; the environment that it makes has that Python in it."""
        new_enough = int(version.split(".")[1]) >= 11
        program = self.folder / name
        program.write_text(
            "#!/bin/bash\n"
            f'case "$1 $2" in "--version ") echo Python {version};;\n'
            f'"-c "*) exit {0 if new_enough else 1};;\n'
            f'"-m venv") {found("mkdir")} -p "$4/bin"; {found("cp")} "$0" "$4/bin/python";; esac\n',
            encoding="utf-8",
        )
        program.chmod(0o755)

    def make(self, target):
        return subprocess.run(
            [found("make"), "--no-print-directory", f"VENV={self.venv}", target],
            cwd=ROOT,
            env={"PATH": str(self.folder), "HOME": os.environ.get("HOME", "/")},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def path(tmp_path):
    return SearchPath(tmp_path)


@pytest.mark.parametrize("target", ["demo", "test"])
def test_an_older_python_alone_is_refused_in_words(path, target):
    path.python("python3", "3.10.13")

    answer = path.make(target)

    assert answer.returncode != 0
    assert "Trellis needs Python 3.11 or newer" in answer.stderr
    assert "Found here: Python 3.10.13." in answer.stderr
    assert not path.venv.exists()


def test_an_environment_of_an_older_python_is_refused_in_words(path):
    path.python("python", "3.10.13")
    (path.venv / "bin").mkdir(parents=True)
    (path.folder / "python").rename(path.venv / "bin" / "python")

    answer = path.make("demo")

    assert answer.returncode != 0
    assert f"What lies in {path.venv} is Python 3.10.13; `make clean` takes it away." in answer.stderr


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        ({"python3": "3.10.13", "python3.11": "3.11.7"}, "3.11.7"),
        ({"python3": "3.11.7", "python3.12": "3.12.1", "python3.13": "3.13.0"}, "3.13.0"),
        ({"python": "3.12.1"}, "3.12.1"),
    ],
)
def test_the_newest_that_is_new_enough_is_taken(path, there, taken):
    for name, version in there.items():
        path.python(name, version)

    answer = path.make(f"{path.venv}/bin/python")

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout == f"Making {path.venv} with Python {taken}\n"
