from __future__ import annotations


def test_a_study_without_waves_says_what_is_needed(trellis):
    trellis("new", "s.trellis", "--title", "A study")

    assert "two waves" in trellis("waves", "changes", "s.trellis").err
