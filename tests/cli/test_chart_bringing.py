from __future__ import annotations

import json

import pytest

from tests.study.kept_today import ROLES, makers


@pytest.fixture
def kept(trellis, tmp_path):
    makers().write_workbook(tmp_path / "framework.xlsx")
    trellis("new", "s")
    trellis("framework", "import", "s", ROLES / "framework-v1.toml")
    trellis("import", "s", ROLES / "transcripts" / "01-maureen.txt")
    trellis("cases", "import", "s", ROLES / "people.csv")
    return trellis


def test_a_workbook_is_shown_first_and_then_comes_in(kept):
    first = kept("chart", "workbook", "s", "framework.xlsx", "--dry-run", "--csv")

    assert (first.code, "5. Support/Lone working,theme,,no theme" in first.out) == (0, True)
    assert "Sheila" in first.out
    assert "would go in" in first.err
    done = kept("chart", "workbook", "s", "framework.xlsx", "--theme", "Lone working=5.2", "--skip", "Site", "--json")
    assert "went in" in done.err
    assert "Site" not in {row["theme"] for row in json.loads(done.out)}
    assert kept("chart", "resolve", "s", "--csv").out.startswith("case,theme,statement,reason")


def test_a_mapping_that_says_nothing_is_refused(kept):
    answer = kept("chart", "workbook", "s", "framework.xlsx", "--theme", "Lone working")

    assert (answer.code, "is no pair" in answer.err) == (1, True)
