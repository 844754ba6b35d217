from __future__ import annotations

import pytest

from tests.review.making import remarks


def told(text: str, check: str = "second-hand", head: str = "Findings") -> int:
    return len(remarks(f"# D\n\n## {head}\n\n{text}\n", check))


@pytest.mark.parametrize(
    "text",
    [
        "Service users lost heart in consequence.",
        "Most professionals use the new roles for ends of their own.",
        "Nurses relieve themselves of routine, and doctors have stopped looking.",
        "However, the psychiatrists ignored them.",
    ],
)
def test_what_people_do_of_whom_nobody_was_asked_asks_who_says_so(text):
    assert told(text) == told(text, head="Discussion") == told(text, head="Abstract") == 1


@pytest.mark.parametrize(
    "text",
    [
        "As workers saw it, nurses relieve themselves of routine.",
        "Nurses were described as kind.",
        "Nurses were not interviewed.",
        "Nurses should be asked next.",
        "Nurses may relieve themselves of routine.",
        "Nurses relieve themselves of routine (Smith, 2012).",
        "Nurses and doctors in the sample were asked.",
        "Service managers relied on the workers.",
        "Workers told of what they perceived in the nurses. Nurses relieve themselves of routine.",
        "The nurses’ rooms were cold.",
        "Do nurses relieve themselves of routine?",
        "Nurses in the literature are kind.",
    ],
)
def test_views_plans_references_and_those_who_were_asked_raise_nothing(text):
    assert told(text) == 0


@pytest.mark.parametrize("head", ["Introduction", "Background", "Methods", "Limitations", "Implications for practice"])
def test_background_methods_and_limits_are_not_asked(head):
    assert told("Nurses relieve themselves of routine.", head=head) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The workers improved outcomes, as our final report shows.", 1),
        ("The project reduced admissions, as shown elsewhere.", 1),
        ("Managers' interviews are reported elsewhere.", 0),
        ("This paper adds to the final report, and outcomes are not its subject.", 0),
        ("The workers improved outcomes (Smith, 2012).", 0),
    ],
)
def test_outcomes_that_another_report_bears_out_are_for_the_eyes(text, count):
    assert told(text, "outside-claim") == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors at both sites shortened their rounds in order to avoid the families.",
        "Managers close the ward early because they fear the bill.",
        "The kitchen was locked so as to keep the night shift out.",
    ],
)
def test_a_motive_told_as_a_fact_is_asked_about(sentence: str):
    found = remarks(f"# D\n\n## Findings\n\n{sentence}\n", "second-hand")

    assert any("a motive as a fact" in remark.said for remark in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors, as P1 saw it, shortened their rounds in order to avoid the families.",
        "Doctors may shorten their rounds in order to avoid the families.",
        "We left out names in order to protect the nurses.",
        "P1 gets up at five in order to catch the bus.",
        "A service manager moved the meeting in order to be there: “I'd be lost without them” (service manager).",
    ],
)
def test_a_view_a_doubt_or_ones_own_motive_raises_nothing(sentence: str):
    found = remarks(f"# D\n\n## Findings\n\n{sentence}\n", "second-hand")

    assert not any("a motive as a fact" in remark.said for remark in found)
