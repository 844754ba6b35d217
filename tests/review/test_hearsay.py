from __future__ import annotations

import pytest

from tests.review.making import review

HEAD = "# D\n\n## Findings\n\n"
CANTEEN = {
    "p05.txt": "Interviewer: And the cooks?\nP5: I'm told that they throw the soup away by three. I like soup.\n",
}


def found(text: str) -> list[str]:
    remarks = review(f"{HEAD}{text}\n", more=CANTEEN).standing
    return [remark.said for remark in remarks if remark.check == "second-hand"]


def test_what_a_speaker_was_told_is_not_known_by_them():
    said = found("As a manager put it, “they throw the soup away by three” (P5).")

    assert any("The speaker has it from others (“I'm told that" in each for each in said)


@pytest.mark.parametrize(
    "text",
    [
        "A manager had heard that “they throw the soup away by three” (P5).",
        "A manager put it so: “I'm told that they throw the soup away by three” (P5).",
        "A manager had a taste of her own: “I like soup” (P5).",
    ],
)
def test_hearsay_that_is_told_as_such_raises_nothing(text):
    assert not any("has it from others" in each for each in found(text))
