from __future__ import annotations

import json

from tests.cli.test_index import index  # noqa: F401  # the fixture


def test_a_rule_suggests_and_people_decide(index):  # noqa: F811
    assert "kept" in index("rule", "driving", "drive OR wherever", "1.1").err
    assert "4 places, 4 of them new" in index("suggest", "driving").err
    numbers = [row["suggestion"] for row in json.loads(index("suggestions", "driving", "--json").out)]

    assert "1 codings made" in index("accept", "driving", numbers[0]).err
    assert "1 rejected" in index("reject", "driving", numbers[1]).err
    assert "1 wait again" in index("reject", "driving", numbers[1], "--take-back").err
    assert "1 rejected" in index("reject", "driving", numbers[1]).err
    assert "2 codings made" in index("accept", "driving", "--all").err
    [row] = json.loads(index("rules", "--json").out)
    assert (row["waiting"], row["accepted"], row["rejected"]) == (0, 3, 1)


def test_nobody_accepts_everything_by_leaving_the_numbers_out(index):  # noqa: F811
    index("rule", "driving", "drive", "1.1")

    assert "give the numbers" in index("accept", "driving").err
    assert "give the numbers" in index("reject", "driving", "1", "--all").err
    assert "give the numbers" in index("reject", "driving", "--all", "--take-back").err


def test_all_that_waits_is_listed_without_naming_a_rule(index):  # noqa: F811
    index("rule", "driving", "drive OR wherever", "1.1")
    index("suggest", "driving")

    rows = json.loads(index("waiting", "--json").out)

    assert [row["rule"] for row in rows] == ["driving"] * 4
    narrowed = json.loads(index("waiting", "--theme", "1.1", "--source", rows[0]["source"], "--json").out)
    assert {row["source"] for row in narrowed} == {rows[0]["source"]}
