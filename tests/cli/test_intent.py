from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def made(trellis, tmp_path):
    trellis("new", "s.trellis", "--title", "A study")
    (tmp_path / "one.txt").write_text("INT: How was it?\nP1: I drive, mostly.\n", "utf-8")
    trellis("import", "s.trellis", "one.txt")


def test_an_interview_provides_nothing(trellis):
    refused = trellis("intent", "provide", "s.trellis", "A drive.", "--document", "one", "--quote", "I drive")

    assert "no document" in refused.err


def test_an_empty_chart_is_shown(trellis):
    assert "Intent and experience" in trellis("intent", "show", "s.trellis").out


@pytest.fixture
def told(trellis, tmp_path):
    (tmp_path / "guide.txt").write_text("Every worker drives alone.\n", "utf-8")
    trellis("import", "s.trellis", "guide.txt", "--kind", "document")
    trellis("cases", "add", "s.trellis", "Ada")
    trellis("cases", "define", "s.trellis", "role", "text")
    trellis("cases", "set", "s.trellis", "Ada", "role", "driver")
    trellis("intent", "group", "s.trellis", "role")
    trellis("intent", "provide", "s.trellis", "A drive.", "--document", "guide", "--quote", "drives alone")
    return trellis("intent", "tell", "s.trellis", "1", "driver", "as intended", "Mostly.")


def test_what_a_group_tells_rests_on_words_and_is_taken_back(trellis, told):
    assert told.code == 0, told.err
    linked = trellis("intent", "link", "s.trellis", "1", "driver", "--source", "one", "--quote", "I drive")
    assert linked.code == 0, linked.err
    assert "as intended: Mostly." in trellis("intent", "show", "s.trellis", "--csv").out

    assert trellis("intent", "untell", "s.trellis", "1", "driver").code == 0

    assert "as intended" not in trellis("intent", "show", "s.trellis", "--csv").out


def test_evidence_is_a_cell_or_words_and_not_half_of_either(trellis, told):
    refused = trellis("intent", "link", "s.trellis", "1", "driver", "--case", "Ada", "--quote", "I drive")

    assert refused.code == 1
    assert "a cell by --case and --theme, or words by --source and --quote" in refused.err
