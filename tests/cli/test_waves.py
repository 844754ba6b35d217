from __future__ import annotations

import json

import pytest


def test_a_study_without_waves_says_what_is_needed(trellis):
    trellis("new", "s.trellis", "--title", "A study")

    assert "two waves" in trellis("waves", "changes", "s.trellis").err


FIRST = "INT: How are the buses?\nADA: I never go by myself."
SECOND = "INT: And now?\nADA: I go on Fridays, on my own."


@pytest.fixture
def twice(trellis, tmp_path):
    """Ada was heard in two waves, and goes out now."""
    trellis("new", "s.trellis", "--title", "A study")
    trellis("cases", "add", "s.trellis", "Ada")
    for name, text in (("first", FIRST), ("second", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        trellis("import", "s.trellis", f"{name}.txt")
        trellis("cases", "wave", "s.trellis", name)
        trellis("cases", "wave", "s.trellis", name, "--source", name)
        trellis("cases", "link", "s.trellis", "Ada", name)
    trellis("framework", "add", "s.trellis", "Going out")
    done = trellis("waves", "say", "s.trellis", "Ada", "1", "emerges", "alone")
    assert done.code == 0, done.err


def test_a_change_rests_on_words_that_are_linked_shown_turned_and_taken_away(trellis, twice):
    linked = trellis("waves", "link", "s.trellis", "Ada", "1", "--source", "second", "--quote", "on my own")
    assert linked.code == 0, linked.err
    [piece] = json.loads(trellis("waves", "show", "s.trellis", "Ada", "1", "--json").out)
    assert (piece["side"], piece["words"]) == ("for", "on my own")
    assert "on my own" in trellis("waves", "cases", "s.trellis", "--csv").out

    trellis("waves", "turn", "s.trellis", piece["evidence"], "against")
    assert "against" in trellis("waves", "show", "s.trellis", "Ada", "1").out
    trellis("waves", "unlink", "s.trellis", piece["evidence"])
    assert json.loads(trellis("waves", "show", "s.trellis", "Ada", "1", "--json").out) == []


def test_a_change_rests_on_a_cell_and_is_confirmed_when_that_was_rewritten(trellis, twice):
    trellis("chart", "write", "s.trellis", "Ada", "1", "On Fridays.")
    linked = trellis("waves", "link", "s.trellis", "Ada", "1", "--cell", "Ada", "1", "--side", "qualifies")
    assert linked.code == 0, linked.err
    trellis("chart", "write", "s.trellis", "Ada", "1", "By bus.")
    assert "a cell it rests on was changed" in trellis("waves", "show", "s.trellis", "Ada", "1", "--csv").out

    assert trellis("waves", "confirm", "s.trellis", "Ada", "1").code == 0

    assert "was changed" not in trellis("waves", "show", "s.trellis", "Ada", "1", "--csv").out


def test_evidence_that_is_not_named_is_asked_for(trellis, twice):
    assert (
        "--source with --quote or --segment, --coding, or --cell"
        in trellis("waves", "link", "s.trellis", "Ada", "1").err
    )


def test_where_nothing_is_said_that_is_told(trellis, twice):
    trellis("waves", "unsay", "s.trellis", "Ada", "1")

    assert "Nothing is said of it yet." in trellis("waves", "show", "s.trellis", "Ada", "1").out
    assert "nothing is said of Ada" in trellis("waves", "confirm", "s.trellis", "Ada", "1").err
