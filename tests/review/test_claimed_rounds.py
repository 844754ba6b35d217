from __future__ import annotations

import pytest

from tests.review.rounds_of_talk import found

NAMED = (
    "# D\n\n## Methods\n\nCarers were seen at baseline (wave 1) and twelve months later (wave 2).\n\n## Findings\n\n"
)
FIRST = "“The damp comes through the wall behind the cot and nobody answers.”"
SECOND = "“They mended the wall and the cot stands there again”"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"After twelve months carers had come to see the house as damp: {FIRST} (Ada).", True),
        (f"After twelve months carers had come to see the house as dry: {SECOND} (Ada).", False),
        (f"After twelve weeks carers saw the house as damp: {FIRST} (Ada).", False),
        ("After twelve months carers had come to see the house as damp.", False),
    ],
)
def test_a_claim_on_a_round_rests_on_words_of_that_round(text, told):
    assert any("the words for it" in remark.said for remark in found(f"{NAMED}{text}\n", "wave-artefact")) is told
