from __future__ import annotations

import json

import pytest


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
