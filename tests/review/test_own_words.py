from __future__ import annotations

import pytest

from tests.review.making import review
from trellis.core.review import Level

HEAD = "# D\n\n## Findings\n\n"
LAUNDRY = {
    "p05.txt": "Interviewer: Would you say it is a treadmill?\nP5: It is a bit of a treadmill, yes. I fold and fold.\n",
    "p07.txt": "Interviewer: Is it so?\nP1: Yeah.\nInterviewer: Even at night?\nP1: Absolutely. Yeah.\n",
    "p06.txt": "Interviewer: And the pay?\nP6: It is a lottery, and I never win it, do I, with my numbers.\n",
}


def found(text: str) -> list[str]:
    remarks = review(f"{HEAD}{text}\n", more=LAUNDRY).standing
    return [remark.said for remark in remarks if remark.check == "prompted" and remark.level is Level.SAY_WHY]


@pytest.mark.parametrize("yes", ["Yeah", "Absolutely. Yeah"])
def test_a_bare_yes_as_somebodys_view_is_told(yes):
    assert any("no more than a yes" in said for said in found(f"One wanted it to be so: “{yes}” (P1)."))


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether it was lonely, one said: “Yes, definitely” (P1).",
        "One agreed to this: “Yes, definitely” (P1).",
        "One liked it: “I like the clients” (P1).",
        "One went on Mondays: “I go to the meetings on a Monday” (P1).",
    ],
)
def test_a_yes_that_was_asked_for_and_words_of_ones_own_raise_nothing(text):
    assert not any("no more than a yes" in said for said in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Managers themselves spoke of a ‘treadmill’ in their work.",
        "In the managers’ own words it was a ‘treadmill’.",
        "They called it a ‘treadmill’.",
    ],
)
def test_a_word_that_the_interviewer_brought_in_is_not_participants_own(text):
    assert any("the interviewer says it first" in said for said in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Managers themselves spoke of a ‘lottery’ in their work.",
        "We speak of a ‘treadmill’ here, as others do.",
        "Managers took up the interviewer’s word and called it a ‘treadmill’.",
        "Work of this kind is a ‘treadmill’ (Smith, 2012), and they called it a ‘treadmill’ too.",
        "They called it a ‘merry-go-round’.",
    ],
)
def test_a_word_of_their_own_and_one_of_the_authors_raise_nothing(text):
    assert not any("the interviewer says it first" in said for said in found(text))
