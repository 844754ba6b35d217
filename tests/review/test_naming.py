from __future__ import annotations

import pytest

from tests.review.making import a_manuscript, a_sample
from trellis.review.naming import own_names

ROWS = (
    ("participant", "role", "town"),
    ("P1", "cook", "Millbrook"),
    ("P2", "cook", "Eastwell"),
    ("P3", "porter", "Eastwell"),
)


def found(text: str) -> dict[str, str]:
    return {" ".join(name.words): name.value for name in own_names(a_manuscript(f"# D\n\n{text}\n"), a_sample(ROWS))}


@pytest.mark.parametrize(
    "text",
    [
        "Millbrook (site A) is inland, Eastwell (site B) a harbour.",
        "We went to site A (Millbrook) and to site B (Eastwell).",
        "Site A: Millbrook; site B: Eastwell.",
        "Site A is Millbrook, and site B is Eastwell.",
    ],
)
def test_letters_that_the_text_gives_to_places_are_learnt(text):
    assert found(text) == {"site a": "Millbrook", "site b": "Eastwell"}


@pytest.mark.parametrize(
    "text",
    [
        "Millbrook (site A) is inland.",
        "Millbrook (site A) and Eastwell (site A) are one trust.",
        "Millbrook (a mill town) and Eastwell (a harbour) are far apart.",
        "At site A we met people from Millbrook, at site B from Eastwell.",
    ],
)
def test_what_is_said_once_or_of_two_is_no_name(text):
    assert found(text) == {}
