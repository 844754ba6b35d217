"""The pages on lenses, typed to the letter by somebody who has never seen one."""

from __future__ import annotations

import json
import shlex

import pytest

from tests.docs.test_tutorial import blocks


@pytest.fixture(autouse=True)
def somebody_new(trellis, monkeypatch):
    """Who follows the page is nobody of the example's team."""
    monkeypatch.setenv("TRELLIS_PERSON", "Robin")


def typed(trellis, page):
    lines = [line for block in blocks(page, "console") for line in block.splitlines()]
    return {line: trellis(*shlex.split(line)[1:]) for line in lines}


def test_a_stranger_who_follows_the_page_has_a_lens_of_their_own(trellis, tmp_path):
    (file,) = blocks("how-to/write-your-own-lens.md", "toml")
    (tmp_path / "belonging.toml").write_text(file, encoding="utf-8")

    answers = typed(trellis, "how-to/write-your-own-lens.md")

    assert {line: answer.err for line, answer in answers.items() if answer.code} == {}
    found = json.loads(trellis("lens", "outcomes", "mine", "belonging", "--json").out)
    assert {row["unit"]: row["outcome"] for row in found} == {"Maureen": "beside the team", "Bev": "indeterminate"}


def test_the_page_shows_what_a_wrong_line_is_answered_with(trellis, tmp_path):
    (file,) = blocks("how-to/write-your-own-lens.md", "toml")
    (told,) = blocks("how-to/write-your-own-lens.md", "text")
    (tmp_path / "belonging.toml").write_text(file.replace('told = ["yes"]', 'told = ["yess"]'), encoding="utf-8")

    assert trellis("lens", "check", "belonging.toml").err == told


@pytest.mark.parametrize("page", ["how-to/judge-with-a-lens.md"])
def test_every_line_on_judging_can_be_typed(trellis, page):
    answers = typed(trellis, page)

    assert {line: answer.err for line, answer in answers.items() if answer.code} == {}
    assert len(answers) > 15
