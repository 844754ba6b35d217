"""The tutorial for the command line, typed to the letter."""

from __future__ import annotations

import shlex

import pytest

from tests.docs.test_tutorial import blocks

PAGES = {"tutorial/a-first-study.md": 25, "../README.md": 10}


@pytest.mark.parametrize("followed", PAGES)
def test_every_line_of_the_page_can_be_typed(trellis, tmp_path, followed):
    lines = [line for block in blocks(followed, "console") for line in block.splitlines()]

    for line in lines:
        program, *words = shlex.split(line)
        assert program == "trellis", f"“{line}” is not a command of Trellis"
        answer = trellis(*words)
        assert answer.code == 0, f"{line}: {answer.err}"

    assert len(lines) > PAGES[followed]
    assert (tmp_path / "matrix.xlsx").exists()


def test_every_line_of_the_page_about_a_second_question_can_be_typed(trellis, tmp_path):
    lines = [line for block in blocks("tutorial/a-second-question.md", "console") for line in block.splitlines()]

    answers = [trellis(*shlex.split(line)[1:]) for line in lines]

    # The review of a faulty manuscript ends with 1.
    assert [(line, a.err) for line, a in zip(lines, answers, strict=True) if a.code and "review" not in line] == []
    assert len(lines) > 25
    assert (tmp_path / "peer.docx").exists()


def test_every_line_of_the_page_for_teachers_can_be_typed(trellis, tmp_path):
    lines = [line for block in blocks("how-to/teach-with-the-example.md", "console") for line in block.splitlines()]

    answers = [trellis(*shlex.split(line)[1:]) for line in lines]

    assert [answer.err for answer in answers if answer.code] == []
    assert (tmp_path / "blank.docx").exists()
    assert "24-graham" in answers[-1].out


def test_the_readmes_notebook_follows_on_its_commands(trellis):
    for block in blocks("../README.md", "console"):
        for line in block.splitlines():
            assert trellis(*shlex.split(line)[1:]).code == 0
    names: dict[str, object] = {}

    for code in blocks("../README.md", "python"):
        exec(compile(code, "README.md", "exec"), names)  # our own page

    assert names["retrieved"]
