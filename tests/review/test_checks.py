from __future__ import annotations

from tests.house.tree import ROOT
from trellis.review.checks import BY_ID, CHECKS
from trellis.review.study_checks import STUDY_BY_ID, STUDY_CHECKS

PAGE = (ROOT / "docs" / "reference" / "checks.md").read_text("utf-8")


def test_every_check_has_its_entry_in_the_reference():
    for check in (*CHECKS, *STUDY_CHECKS):
        entry = PAGE.split(f"### `{check.id}`\n")[1].split("\n### ")[0]
        assert all(told in entry for told in (check.asks, check.fires, check.quiet, check.resolves))


def test_no_check_stands_twice():
    assert len(BY_ID) == len(CHECKS)
    assert not set(BY_ID) & {check.id for check in STUDY_CHECKS}


def test_every_check_that_a_rule_answers_is_known():
    rules = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src" / "trellis" / "review").glob("*.py")))

    assert {id_ for id_ in (*BY_ID, *STUDY_BY_ID) if f'"{id_}"' not in rules.replace("CHECKS", "")} == set()


def test_the_words_we_do_not_use_are_not_in_it():
    told = " ".join(
        f"{check.asks} {check.fires} {check.quiet} {check.resolves}" for check in (*CHECKS, *STUDY_CHECKS)
    ).casefold()

    assert not {"verdict", "score", "robust", "reliability", "cure", "linter", "safe"} & set(
        told.replace(",", " ").split()
    )
