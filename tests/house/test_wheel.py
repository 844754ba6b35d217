from __future__ import annotations

import os
import subprocess
import sys
from email import message_from_bytes
from zipfile import ZipFile

import pytest
from tests.house.tree import SOURCE, below, run, told


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")

    answer = run("python", "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder))

    assert answer.returncode == 0, told(answer)
    with ZipFile(next(folder.glob("*.whl"))) as opened:
        yield opened


def test_the_whole_package_ships(wheel):
    package = {
        f"trellis/{below(SOURCE, path)}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert package - set(wheel.namelist()) == set()


@pytest.mark.parametrize(
    "part",
    [
        "trellis/py.typed",
        "trellis/examples/",
        "trellis/lenses/recognition.toml",
        "trellis/store/migrations/versions/",
    ],
)
def test_types_examples_lenses_and_migrations_ship(wheel, part):
    assert any(name.startswith(part) for name in wheel.namelist())


def test_nothing_else_ships(wheel):
    tops = {name.partition("/")[0] for name in wheel.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"trellis"}


def test_the_licence_and_the_command_ship(wheel):
    names = wheel.namelist()
    entry = next(name for name in names if name.endswith("entry_points.txt"))

    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "trellis = trellis.cli.main:run" in wheel.read(entry).decode()


def test_the_wheel_names_its_version_and_python(wheel):
    about = message_from_bytes(wheel.read(next(name for name in wheel.namelist() if name.endswith("METADATA"))))

    assert about["Name"] == "trellis-qda"
    assert about["Requires-Python"] == ">=3.11"


def test_an_installed_wheel_makes_the_example_study(wheel, tmp_path):
    wheel.extractall(tmp_path / "installed")
    home = {"TRELLIS_HOME": str(tmp_path / "home"), "PYTHONPATH": str(tmp_path / "installed")}

    answer = subprocess.run(
        [sys.executable, "-m", "trellis.cli.main", "demo", str(tmp_path / "roles.trellis"), "--stage", "framework"],
        cwd=tmp_path,
        env={**os.environ, **home},
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 0, answer.stderr
    assert (tmp_path / "roles.trellis").exists()
