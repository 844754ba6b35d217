from __future__ import annotations

from tests.house.tree import ROOT
from trellis.review.checks import BY_ID, CHECKS

PAGE = (ROOT / "docs" / "reference" / "checks.md").read_text("utf-8")


def test_every_check_has_its_entry_in_the_reference():
    for check in CHECKS:
        entry = PAGE.split(f"### `{check.id}`\n")[1].split("\n### ")[0]
        assert all(told in entry for told in (check.asks, check.fires, check.quiet, check.resolves))


def test_no_check_stands_twice():
    assert len(BY_ID) == len(CHECKS)


def test_every_check_that_a_rule_answers_is_known():
    rules = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src" / "trellis" / "review").glob("*.py")))

    assert {check.id for check in CHECKS if f'"{check.id}"' not in rules.replace("CHECKS", "")} == set()


def test_the_words_we_do_not_use_are_not_in_it():
    told = " ".join(f"{check.asks} {check.fires} {check.quiet} {check.resolves}" for check in CHECKS).casefold()

    assert not {"verdict", "score", "robust", "reliability", "cure", "linter", "safe"} & set(
        told.replace(",", " ").split()
    )
