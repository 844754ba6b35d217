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
