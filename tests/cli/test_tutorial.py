"""The tutorial for the command line, typed to the letter."""

from __future__ import annotations

import shlex

from tests.docs.test_tutorial import blocks


def test_every_line_of_the_tutorial_can_be_typed(trellis, tmp_path):
    lines = [line for block in blocks("tutorial/a-first-study.md", "console") for line in block.splitlines()]

    for line in lines:
        program, *words = shlex.split(line)
        assert program == "trellis", f"“{line}” is not a command of Trellis"
        answer = trellis(*words)
        assert answer.code == 0, f"{line}: {answer.err}"

    assert len(lines) > 25
    assert (tmp_path / "matrix.xlsx").exists()
