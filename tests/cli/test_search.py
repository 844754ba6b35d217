from __future__ import annotations

import json

import pytest
from rich.cells import cell_len


@pytest.fixture
def search(trellis, interviews):
    trellis("new", "study.trellis", "--title", "Small")
    trellis("import", "study.trellis", "interviews")

    def run(*words):
        return trellis("search", "study.trellis", *words)

    return run


def test_hits_stand_below_one_another_under_their_source(search):
    lines = search("drive OR wherever").out.splitlines()

    hits = [line for line in lines if line.startswith("  ")]
    assert [line for line in lines if not line.startswith("  ")] == ["str-1", "str-2"]
    assert "2 00:00:12 P1" in hits[0]
    assert {max(line.find("drive"), line.find("Wherever")) for line in hits} == {hits[0].index("drive")}


def test_hits_are_a_table_for_machines(search):
    rows = json.loads(search("drive", "--json").out)

    assert [(row["source"], row["hit"], row["speaker"]) for row in rows] == [
        ("str-1", "drive", "P1"),
        ("str-2", "drive", "P1"),
    ]
    assert search("drive", "--csv").out.count("\n") == 3


def test_only_counts_are_told_on_request(search):
    assert json.loads(search("dr.ve", "--regex", "--count", "--json").out) == [{"hits": 2, "parts": 2, "sources": 2}]


def test_a_page_names_the_next_one(search):
    first = search("drive", "--limit", "1")
    cursor = first.err.rsplit(" ", 1)[1].strip()

    assert "str-2" in search("drive", "--after", cursor).out


def test_what_is_not_found_or_not_understood_is_said(search):
    assert "nothing found" in search("elephant").err
    told = search("(drive")
    assert told.code == 1
    assert "character 1" in told.err


@pytest.mark.parametrize("columns", ["60", "200"])
def test_no_word_around_a_hit_is_cut(trellis, tmp_path, monkeypatch, columns):
    words = [f"word{number:03}" for number in range(60)]
    (tmp_path / "long.txt").write_text(f"P1: {' '.join(words)}\n\nP1: {'面談' * 80}", encoding="utf-8")
    trellis("new", "study.trellis", "--title", "Small")
    trellis("import", "study.trellis", "long.txt")
    monkeypatch.setenv("COLUMNS", columns)

    line = trellis("search", "study.trellis", "word030").out.splitlines()[1]
    wide = trellis("search", "study.trellis", "--regex", "面談$").out.splitlines()[1]

    shown = line.split()[2:]
    assert shown == words[words.index(shown[0]) : words.index(shown[-1]) + 1]
    assert len(shown) > 3
    assert max(cell_len(line), cell_len(wide)) <= int(columns)


def test_tables_for_machines_cut_no_word_either(trellis, tmp_path):
    words = [f"word{number:03}" for number in range(60)]
    (tmp_path / "long.txt").write_text(f"P1: {' '.join(words)}", encoding="utf-8")
    trellis("new", "study.trellis", "--title", "Small")
    trellis("import", "study.trellis", "long.txt")

    [row] = json.loads(trellis("search", "study.trellis", "word030", "--json").out)

    assert row["left"].split() == words[23:30]
    assert row["right"].split() == words[31:38]
