from __future__ import annotations

import pytest

from trellis.core.actions import in_words


@pytest.mark.parametrize(
    ("action", "words"),
    [("source.import", "brought in"), ("framework.split", "split framework"), ("chart.set_state", "set state chart")],
)
def test_an_action_reads_as_words(action, words):
    assert in_words(action) == words
