from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# Child processes of the tests run this tree's source, installed or not.
os.environ["PYTHONPATH"] = str(Path(__file__).parents[1] / "src")

# No test waits or times: a slow machine is not a failure. Every run tries the same examples.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")

GET_CHROMIUM = (
    "Chromium is missing; on Debian and Ubuntu: apt-get install chromium fonts-dejavu-core fonts-noto-color-emoji"
)


# What takes longest begins first, so that at the end of a run no process works at one of these while others wait.
LONG = (
    "tests/house/test_ui.py",
    "tests/house/test_types.py",
    "tests/ui/test_indexing.py",
    "tests/ui/test_whole_way.py",
)


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium for every test that asks for `page`, without any that Playwright would fetch."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail(GET_CHROMIUM, pytrace=False)
    sandbox = [] if hasattr(os, "geteuid") and os.geteuid() else ["--no-sandbox"]
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--disable-dev-shm-usage", *sandbox]}
