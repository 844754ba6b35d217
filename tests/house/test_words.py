from __future__ import annotations

from pathlib import Path

import pytest
from tests.house.lint.words import addresses, catch_alls, machine_paths, open_ends, registry_hosts
from tests.house.tree import ROOT, offences, source_modules, text_files

FILES = list(text_files())
LOCKS = sorted(ROOT.glob("*.lock"))


def test_no_registry_is_named():
    assert offences(FILES, registry_hosts) == []


def test_no_path_of_one_machine_is_named():
    assert offences(FILES, machine_paths) == []


def test_what_is_left_to_do_has_an_issue():
    code = [path for path in FILES if path.suffix in {".py", ".sh", ".toml", ".yml"}]

    assert offences(code, open_ends) == []


def test_nothing_catches_everything():
    assert offences(source_modules(), catch_alls) == []


def test_lock_files_carry_no_address():
    assert LOCKS, "there is no lock file; run `make lock`"
    assert offences(LOCKS, addresses) == []


def test_the_walk_sees_the_repository():
    assert {Path(__file__), ROOT / "pyproject.toml", ROOT / "Makefile"} <= set(FILES)


def test_a_registry_is_caught():
    assert registry_hosts("see https://" + "py" + "pi.org/simple")
    assert not registry_hosts("a package registry")


@pytest.mark.parametrize("path", ["/" + "work/main", "cd /" + "opt/thing", '"/' + 'work/x"'])
def test_a_path_of_one_machine_is_caught(path):
    assert machine_paths(path)


@pytest.mark.parametrize("text", ["home/" + "work/life", "team/" + "opt/out", "src/" + "work/x", "/" + "works/x"])
def test_other_slashes_are_fine(text):
    assert machine_paths(text) == []


def test_an_open_end_is_caught():
    assert open_ends("# TO" + "DO: later")
    assert open_ends("# TO" + "DO #12: later") == []


def test_an_address_in_a_lock_is_caught():
    assert addresses("--index-url x")
    assert addresses("a @ https://example.org/a.whl")
    assert addresses("numpy==2.4.6 \\\n    --hash=sha256:00\n") == []


@pytest.mark.parametrize(
    "handler",
    [
        "except:\n    pass",
        "except Exception:\n    raise",
        "except (OSError, Exception):\n    pass",
        "except BaseException:\n    stop()",
    ],
)
def test_a_catch_all_is_caught(handler):
    assert catch_alls(f"try:\n    go()\n{handler}\n")


@pytest.mark.parametrize("handler", ["except OSError:\n    pass", "except BaseException:\n    roll_back()\n    raise"])
def test_a_named_error_and_a_roll_back_are_fine(handler):
    assert catch_alls(f"try:\n    go()\n{handler}\n") == []
