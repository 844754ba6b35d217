from __future__ import annotations

from tests.house.tree import run, told


def test_types_hold_in_source_and_tests():
    answer = run("mypy", "--no-error-summary")

    assert answer.returncode == 0, told(answer)
