from __future__ import annotations

import json

import pytest

from tests.cli.test_lens_judging import run

__all__ = ["run"]


@pytest.fixture
def judged(run):
    for judge in ("Ana", "Ben"):
        run("lens", "judge", "belonging", "drivers", "moira", "yes", "--judge", judge,
            "--for", "one: Two days at the hospital.")  # fmt: skip
    return run


def table(run, *words):
    return json.loads(run("lens", *words, "--json").stdout)


def test_outcomes_and_what_they_rest_on(judged):
    assert table(judged, "outcomes", "belonging")[0]["outcome"] == "of the team"
    assert "Without source one" in table(judged, "rests", "belonging")[1]["in words"]


def test_judges_waves_and_crossings(judged):
    assert table(judged, "agreement", "belonging")[0]["percent"] == 100
    assert table(judged, "waves", "belonging") == []
    assert table(judged, "cross", "belonging", "belonging:moira")[0]["yes"] == "1: drivers"


def test_the_picture_is_written_to_a_new_file(judged, tmp_path):
    judged("lens", "outcomes", "belonging", "--svg", str(tmp_path / "belonging.svg"))

    assert (tmp_path / "belonging.svg").read_bytes().startswith(b"<?xml")
