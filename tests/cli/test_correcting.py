from __future__ import annotations

import json

import pytest

from tests.cli.conftest import INTERVIEW


@pytest.fixture
def roles(trellis, interviews):
    """A study with two interviews, the first of which carries a coding."""
    trellis("new", "roles")
    trellis("import", "roles", interviews)
    trellis("framework", "add", "roles", "Driving")
    trellis("index", "code", "roles", "str-1", "1", "--quote", "I drive, mostly.")
    return trellis


def corrected(tmp_path, old, new):
    file = tmp_path / "corrected.txt"
    file.write_text(INTERVIEW.replace(old, new), encoding="utf-8")
    return file


def test_a_corrected_file_takes_the_place_of_the_text(roles, tmp_path):
    answer = roles("correct", "roles", "str-1", corrected(tmp_path, "ordinary", "usual"))

    assert answer.code == 0
    assert "version 2 of str-1 is the text; it keeps" in answer.err
    assert "1 moved, 0 moved with changed words, 0 to review" in answer.err


def test_a_dry_run_tells_what_would_move_as_json(roles, tmp_path):
    file = corrected(tmp_path, "I drive, mostly.", "I walk.")

    told = json.loads(roles("correct", "roles", "str-1", file, "--dry-run", "--json").out)

    assert (told["to_review"], [row["old words"] for row in told["items"]]) == (1, ["I drive, mostly."])
    assert json.loads(roles("correct", "roles", "str-1", "--review", "--json").out) == []


def test_what_could_not_move_is_listed_and_settled(roles, tmp_path):
    roles("correct", "roles", "str-1", corrected(tmp_path, "I drive, mostly.", "I walk."))
    [row] = json.loads(roles("correct", "roles", "str-1", "--review", "--json").out)

    answer = roles("correct", "roles", "str-1", "--settle", row["item"], "--quote", "I walk.")

    assert "nothing more waits for review" in answer.err
    assert "I walk." in roles("index", "retrieve", "roles", "1").out


def test_a_text_that_keeps_too_little_is_refused_without_replace(roles, tmp_path):
    file = tmp_path / "other.txt"
    file.write_text("INT: What then?\n\nP9: Of boats.\n\nINT: And?\n\nP9: Of the sea.\n", encoding="utf-8")

    refused = roles("correct", "roles", "str-1", file)
    taken = roles("correct", "roles", "str-1", file, "--replace")

    assert (refused.code, taken.code) == (1, 0)
    assert "--replace" in refused.err
    assert "new speakers: P9" in taken.err


@pytest.mark.parametrize("words", [[], ["--review", "--settle", "coding:1"]])
def test_one_thing_at_a_time_is_asked_for(roles, words):
    answer = roles("correct", "roles", "str-1", *words)

    assert answer.code == 1
    assert "say one of three" in answer.err


def test_the_text_is_written_out_to_be_edited(roles, tmp_path):
    answer = roles("text", "roles", "str-1", "-o", tmp_path / "edit.txt")

    assert answer.code == 0
    assert (tmp_path / "edit.txt").read_text(encoding="utf-8") == INTERVIEW
