from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def made(trellis):
    trellis("new", "s.trellis", "--title", "A study")


def test_saturation_prints_what_was_asked(trellis):
    assert "base 4, run 2, threshold 5 %" in trellis("saturation", "s.trellis").out


def test_a_picture_goes_to_a_file_and_never_over_one(trellis, tmp_path):
    trellis("voices", "s.trellis", "--svg", "voices.svg")

    refused = trellis("voices", "s.trellis", "--svg", "voices.svg")

    assert (tmp_path / "voices.svg").read_bytes().startswith(b"<?xml")
    assert (refused.code, "already" in refused.err) == (1, True)


def test_information_power_is_said_and_read(trellis):
    trellis("power", "s.trellis", "aim", "2", "one service")

    assert "one service" in trellis("power", "s.trellis").out


def test_a_range_of_no_theme_is_refused(trellis):
    assert "no theme 3.4" in trellis("range", "s.trellis", "3.4").err
