from __future__ import annotations

import re
from pathlib import Path

import pytest

import trellis
from trellis.core.actions import WORDS, in_words

ACTION = re.compile(r"\.change\(\s*\"([a-z_]+\.[a-z_]+)\"")
STUDY = Path(trellis.__file__).parent / "study"


@pytest.mark.parametrize(
    ("action", "words"),
    [("source.import", "brought in"), ("framework.split", "split a theme"), ("chart.set_state", "set state chart")],
)
def test_an_action_reads_as_words(action, words):
    assert in_words(action) == words


def test_every_action_of_the_study_has_its_words():
    used = {action for path in STUDY.glob("*.py") for action in ACTION.findall(path.read_text("utf-8"))}

    assert len(used) > 50
    assert used - set(WORDS) == set()
