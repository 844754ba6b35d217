from __future__ import annotations

from tests.house.tree import run, told


def test_every_rule_of_ruff_is_kept():
    answer = run("ruff", "check", "--quiet", ".")

    assert answer.returncode == 0, told(answer)


def test_the_formatter_would_change_nothing():
    answer = run("ruff", "format", "--check", "--quiet", ".")

    assert answer.returncode == 0, told(answer)
