"""Blind double coding as two people do it: packages handed out, coded apart, taken back, closed, settled, carried.

On the long interview of the example: Ana's 101 codings and Ben's 109 of the same transcript.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing

import pytest

from tests.examples.test_long import FOLDER, ROLES, TEXT, rows

ROUND = "denise"
SOURCE = "denise-str-worker"


@pytest.fixture
def study(trellis):
    """Cleo's study with the transcript, the framework and an open blind round; `ran` fails with what was said."""

    def ran(*words):
        answer = trellis(*words)
        assert answer.code == 0, answer.err
        return answer

    ran("new", "s", "--as", "Cleo")
    ran("import", "s", FOLDER / f"{SOURCE}.txt", "--as", "Cleo")
    ran("framework", "import", "s", ROLES / "framework-v2.toml", "--as", "Cleo")
    ran("rounds", "open", "s", ROUND, "--blind", "--as", "Cleo")
    return ran


def coded_apart(ran, tmp_path, name):
    """A package for one of them, with their codings of the round in it."""
    package = tmp_path / f"{name}.trellis"
    ran("handout", "s", "--to", name, "--sources", SOURCE, "-o", package, "--as", "Cleo")
    ran("index", "bulk", package, FOLDER / f"codings-{name.lower()}.csv", "--round", ROUND, "--as", name)
    return package


@pytest.fixture
def closed(study, tmp_path):
    packages = [coded_apart(study, tmp_path, name) for name in ("Ana", "Ben")]
    for package in packages:
        assert "changed on both sides" not in study("merge", "s", package, "--as", "Cleo").err
    study("rounds", "close", "s", ROUND, "--as", "Cleo")
    return study


def listed(ran, *more):
    return json.loads(ran("rounds", "disagreements", "s", ROUND, "--json", *more, "--as", "Cleo").out)


def settle(ran, number, *how):
    return ran("rounds", "settle", "s", ROUND, number, *how, "--as", "Cleo")


def where(row):
    return TEXT.index(row["words"]), TEXT.index(row["words"]) + len(row["words"])


def about(items, stretch):
    """The disagreements that share words with a stretch of the transcript."""
    start, end = TEXT.index(stretch), TEXT.index(stretch) + len(stretch)
    return [row for row in items if where(row)[0] < end and start < where(row)[1]]


def test_a_package_that_is_made_after_the_other_came_back_still_shows_nothing_of_it(study, tmp_path):
    study("merge", "s", coded_apart(study, tmp_path, "Ana"), "--as", "Cleo")
    note = next(row["note"] for row in rows("codings-ana.csv") if row["note"])

    package = tmp_path / "Ben.trellis"
    study("handout", "s", "--to", "Ben", "--sources", SOURCE, "-o", package, "--as", "Cleo")

    assert json.loads(study("index", "list", package, "--round", ROUND, "--json", "--as", "Ben").out) == []
    assert note.encode() not in package.read_bytes()
    with closing(sqlite3.connect(package)) as base:
        assert base.execute("SELECT count(*) FROM coding").fetchone() == (0,)


def test_both_come_back_beside_each_other_and_merging_again_brings_nothing(study, tmp_path):
    packages = [coded_apart(study, tmp_path, name) for name in ("Ana", "Ben")]
    for package in packages:
        study("merge", "s", package, "--as", "Cleo")

    by_coder = {
        row["coder"] for row in json.loads(study("index", "list", "s", "--round", ROUND, "--json", "--as", "Cleo").out)
    }

    assert by_coder == {"Ana", "Ben"}
    assert all("nothing new" in study("merge", "s", package, "--as", "Cleo").err for package in packages)
    assert json.loads(study("index", "list", "s", "--json", "--as", "Cleo").out) == []
    assert json.loads(study("index", "list", "s", "--round", ROUND, "--json", "--as", "Ben").out) != []


def test_every_disagreement_that_the_two_talked_about_is_in_the_list(closed):
    items = listed(closed)

    missing = [row["stretch"] for row in rows("disagreements.csv") if not about(items, row["stretch"])]
    assert missing == []
    assert len(items) < len(rows("codings-ana.csv"))


def test_they_are_settled_carried_audited_and_settled_for_good(closed, tmp_path):
    items = listed(closed)
    told = rows("disagreements.csv")
    how = {
        "Ana adopted": ("--adopt", "Ana"),
        "Ben adopted": ("--adopt", "Ben"),
        "both stand": ("--both",),
        "deferred": ("--defer",),
        "definition changed": ("--definition-changed",),
    }
    chosen = {outcome: next(row for row in told if row["outcome"] == outcome) for outcome in how}
    numbers = {outcome: about(items, row["stretch"])[0]["number"] for outcome, row in chosen.items()}
    assert len(set(numbers.values())) == len(how)

    for outcome, row in chosen.items():
        settle(closed, numbers[outcome], *how[outcome], "--reason", row["reason"])

    settled = {row["number"]: row for row in listed(closed, "--state", "settled")}
    assert {n: settled[n]["reason"] for n in settled} == {numbers[o]: row["reason"] for o, row in chosen.items()}
    assert settled[numbers["Ben adopted"]]["outcome"] == "Ben adopted"

    preview = closed("rounds", "carry", "s", ROUND, "--dry-run", "--json", "--as", "Cleo")
    done = closed("rounds", "carry", "s", ROUND, "--json", "--as", "Cleo")
    assert preview.out == done.out
    index = json.loads(closed("index", "list", "s", "--json", "--as", "Cleo").out)
    ben = settled[numbers["Ben adopted"]]
    here = [row for row in index if row["start"] < where(ben)[1] and where(ben)[0] < row["end"]]
    assert {row["coder"] for row in here if f"{row['number']} {row['theme']}" in ben["Ben chose"]} >= {"Ben"}
    assert not [row for row in here if row["coder"] == "Ana" and row["number"] not in ben["Ben chose"]]

    closed("audit", "s", "-o", tmp_path / "audit.docx", "--as", "Cleo")
    assert "sound" in closed("check", "s", "--as", "Cleo").err + closed("check", "s", "--as", "Cleo").out
    for _ in range(len(how) + 1):
        closed("undo", "s", "--as", "Cleo")
    assert json.loads(closed("index", "list", "s", "--json", "--as", "Cleo").out) == []
    assert listed(closed, "--state", "settled") == []


def test_what_was_settled_in_one_copy_is_settled_in_the_other(closed, tmp_path):
    copy = tmp_path / "copy.trellis"
    closed("backup", "s", copy, "--as", "Cleo")
    closed("rounds", "settle", copy, ROUND, "3", "--both", "--reason", "read both ways", "--as", "Dan")

    closed("merge", "s", copy, "--as", "Cleo")

    [row] = listed(closed, "--state", "settled")
    assert (row["number"], row["reason"], row["settled by"]) == (3, "read both ways", "Dan")
    index = json.loads(closed("index", "list", "s", "--json", "--as", "Cleo").out)
    assert {entry["coder"] for entry in index} <= {"Ana", "Ben"}
    assert "nothing new" in closed("merge", "s", copy, "--as", "Cleo").err


def test_copies_that_settled_it_differently_are_asked_once_and_the_index_follows(closed, tmp_path):
    number = str(next(row["number"] for row in listed(closed) if row["differs"] == "theme"))
    copy = tmp_path / "copy.trellis"
    closed("backup", "s", copy, "--as", "Cleo")
    settle(closed, number, "--adopt", "Ana", "--reason", "as Ana has it")
    closed("rounds", "settle", copy, ROUND, number, "--adopt", "Ben", "--reason", "as Ben has it", "--as", "Dan")

    closed("merge", "s", copy, "--as", "Cleo")
    waiting = json.loads(closed("merge", "s", "--conflicts", "--json", "--as", "Cleo").out)
    assert [row["what"] for row in waiting] == ["settled disagreement"]
    assert (waiting[0]["ours"], waiting[0]["theirs"]) == (
        "one reading adopted; Ana; as Ana has it",
        "one reading adopted; Ben; as Ben has it",
    )
    closed("merge", "s", "--settle", "1", "--take", "theirs", "--as", "Cleo")

    [row] = listed(closed, "--state", "settled")
    assert (row["outcome"], row["reason"]) == ("Ben adopted", "as Ben has it")
    index = json.loads(closed("index", "list", "s", "--json", "--as", "Cleo").out)
    assert {entry["coder"] for entry in index} == {"Ben"}


def test_the_list_goes_to_the_meeting_with_every_word_of_it(closed, tmp_path):
    closed("rounds", "disagreements", "s", ROUND, "-o", tmp_path / "m.csv", "--as", "Cleo")

    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as lines:
        written = list(csv.DictReader(lines))

    assert [row["words"] for row in written] == [row["words"] for row in listed(closed)]
