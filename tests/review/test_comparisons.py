from __future__ import annotations

import pytest

from tests.review.making import review

ROWS: list[tuple[str, ...]] = [
    ("participant", "file", "role", "ward", "shift"),
    *(
        (f"P{n}", f"p0{n}.txt", "porter" if n < 4 else "nurse", "Elm" if n % 2 else "Ash", "late" if n % 2 else "early")
        for n in range(1, 7)
    ),
]
QUOTED = "“I had no desk and no computer for the first six weeks” (P1)."


def asked(text: str, check: str, head: str = "## Findings") -> list[str]:
    found = review(f"# D\n\n{head}\n\n{text}\n", rows=ROWS).standing
    return [remark.said for remark in found if remark.check == check]


def shifts(late_in_ash: int) -> list[tuple[str, ...]]:
    """Twelve people of two wards, those of Ash on the early shift but for some."""
    rows: list[tuple[str, ...]] = [("participant", "role", "ward", "shift")]
    for n in range(1, 13):
        ward = "Elm" if n < 7 else "Ash"
        rows.append((f"P{n}", "porter", ward, "night" if n == 1 else "late" if n < 7 + late_in_ash else "early"))
    return rows


@pytest.mark.parametrize(
    ("sentence", "late", "told"),
    [
        ("Beds in Elm were far quieter than in Ash.", 0, True),
        ("Beds in Elm were far quieter than in Ash.", 4, False),
        ("Porters felt that beds in Elm were far quieter than in Ash.", 0, False),
        ("Beds in Elm were quieter than before.", 0, False),
    ],
)
def test_values_that_go_with_something_else_are_for_the_eyes(sentence, late, told):
    found = review(f"# D\n\n## Findings\n\n{sentence}\n", rows=shifts(late)).standing
    said = [remark.said for remark in found if remark.check == "contrast-confounded"]

    assert said == (["The sentence sets Elm against Ash; in the sample they differ by shift too."] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"In Elm one of them said: {QUOTED} Rooms were thus much colder in Elm than in Ash.", True),
        (
            f"In Elm one of them said: {QUOTED} In Ash there were stoves. Rooms were thus colder in Elm than in Ash.",
            False,
        ),
        ("Rooms were much colder in Elm than in Ash.", False),
        (f"In Elm one said: {QUOTED} Porters felt that rooms were colder in Elm than in Ash.", False),
    ],
)
def test_a_side_of_which_nothing_is_told_is_asked_about(text, told):
    assert any("nothing of Ash" in each for each in asked(text, "contrast-one-sided")) is told


def test_a_place_against_all_others_needs_the_others():
    own = "In Elm desks came later than elsewhere: “I had no desk and no computer for the first six weeks” (P1)."

    assert asked(own, "contrast-one-sided") == [
        "The sentence sets Elm against others; nobody of the others is quoted for it."
    ]
    assert asked(own.replace("Elm", "Ash"), "contrast-one-sided") == []


def test_silence_is_no_difference():
    text = "Pride was more marked among porters than among nurses, who made no mention of it."

    assert len(asked(text, "contrast-one-sided")) == 1
    assert asked(text.replace("of it.", "of it when asked."), "contrast-one-sided") == []
    assert asked("The nurses made no mention of it.", "contrast-one-sided") == []


def test_a_group_that_is_quoted_nowhere_is_not_concluded_of():
    paper = f"One said: {QUOTED}\n\n## Discussion\n\nIn contrast to porters, none of the nurses {{}}."

    assert asked(paper.format("had a desk"), "contrast-one-sided") == [
        "The sentence sets porters against nurses; nobody of nurses is quoted."
    ]
    assert asked(paper.format("may have had a desk"), "contrast-one-sided") == []
