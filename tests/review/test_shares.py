from __future__ import annotations

import pytest

from tests.review.making import remarks

HEAD = "# D\n\n## Methods\n\nWords.\n\n## Findings\n\n"
ROWS = [("participant", "role"), *((f"P{n}", "porter" if n < 9 else "team manager") for n in range(1, 13))]


def said(text: str) -> list[str]:
    return [remark.said for remark in remarks(f"{HEAD}{text}\n", "sample-arithmetic", rows=ROWS)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Of the 40 beds 30 were empty (60 per cent).", ["30 of 40 are 75 per cent; the text says 60."]),
        ("Of the 40 beds, 30 (75%) were empty and 10 (15%) taken.", ["10 of 40 are 25 per cent; the text says 15."]),
        ("Of the 40 beds 30 were empty for two nights (75 per cent).", []),
        ("Of the 40 beds, 10 were full; of the rest 15 (50%) were made.", []),
        ("Of the 40 beds the clerk lost sight (Hale, 2004).", []),
    ],
)
def test_a_share_behind_its_whole_is_worked_out(text, told):
    assert said(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine participants (41%) came by bus.", True),
        ("Nine participants (75%) came by bus.", False),
        ("Six porters (75%) came by bus.", False),
        ("Six porters (61%) came by bus.", True),
        ("At night the ten porters met. Six (60%) sang.", False),
        ("At night the ten porters met. Six (55%) sang.", True),
        ("A clerk counted. Six (55%) sang.", False),
        ("Nine buses (41%) were late.", False),
        ("Nine participants (41%) answered.", False),
        ("In 2009 we met. Nine porters (41%) sang.", True),
    ],
)
def test_a_share_right_behind_a_number_needs_a_whole_that_gives_it(text, told):
    assert bool(said(text)) is told
