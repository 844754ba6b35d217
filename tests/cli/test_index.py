from __future__ import annotations

import json

import pytest

FRAMEWORK = """format = 1
title = "Small"
version = "v1"

[[theme]]
number = "1"
name = "The work"

[[theme]]
number = "1.1"
name = "Driving"

[[theme]]
number = "2"
name = "People"
"""


@pytest.fixture
def index(trellis, interviews, tmp_path):
    """Runs `trellis index COMMAND study.trellis ARGS…` on two interviews and a small framework."""
    (tmp_path / "framework.toml").write_text(FRAMEWORK, "utf-8")
    assert trellis("new", "study.trellis", "--title", "Small").code == 0
    assert trellis("import", "study.trellis", "interviews").code == 0
    assert trellis("framework", "import", "study.trellis", "framework.toml").code == 0

    def run(command, *words):
        return trellis("index", command, "study.trellis", *words)

    return run


def keys(index) -> list[int]:
    return [row["coding"] for row in json.loads(index("list", "--json").out)]


def test_a_quote_is_indexed_and_listed(index):
    told = index("code", "str-1", "1.1", "2", "--quote", "I drive, mostly.", "--note", "said twice")

    assert told.code == 0
    assert told.err.count("coding ") == 2
    rows = json.loads(index("list", "--json").out)
    assert [(row["number"], row["words"], row["note"]) for row in rows] == [
        ("1.1", "I drive, mostly.", "said twice"),
        ("2", "I drive, mostly.", "said twice"),
    ]
    assert "already there" in index("code", "str-1", "1.1", "--quote", "I drive, mostly.").err


def test_codings_are_moved_resized_annotated_and_removed(index):
    index("code", "str-1", "1.1", "--turns", "2")
    [key] = keys(index)

    assert "1 moved" in index("recode", "2", key).err
    assert index("resize", key, "30", "40").code == 0
    assert index("note", key, "look again").code == 0
    [row] = json.loads(index("list", "--json").out)
    assert (row["theme"], row["start"], row["end"], row["note"]) == ("People", 30, 40, "look again")
    assert "1 removed" in index("remove", key).err
    assert keys(index) == []


def test_words_that_are_not_there_are_one_line_and_a_failure(index):
    told = index("code", "str-1", "1.1", "--quote", "I walk, mostly.")

    assert told.code == 1
    assert told.err.count("\n") == 1
    assert "nearest is turn" in told.err


def test_a_table_comes_in_after_a_dry_run(index, tmp_path):
    lines = 'source,theme,quote\nstr-1,1.1,"I drive, mostly."\nstr-9,1.1,x\n'
    (tmp_path / "codings.csv").write_text(lines, "utf-8")

    dry = index("bulk", "codings.csv", "--dry-run")
    real = index("bulk", "codings.csv", "--csv")

    assert "1 codings would be made, 0 were there already, 1 lines left out" in dry.err
    assert real.out.startswith("row,reason\n3,")
    assert len(keys(index)) == 1
