from __future__ import annotations

import pytest

from tests.review.making import a_manuscript, a_sample, transcripts
from trellis.review.material import Settings
from trellis.review.whole import review_of

SHEET = (
    ("id", "pseudonym", "transcript", "role", "town"),
    *(
        (f"Cook {n}", name, f"t{n}.txt", "cook", "Marsh End")
        for n, name in enumerate(("Odette", "Grace", "Ivo"), start=1)
    ),
)
TEXTS = {
    "t1.txt": "Mattie: How is it?\nOdette: I ask Ivo to mind the stove, and he minds it like a hawk, bless him.\n",
    "t2.txt": "Mattie: How is it?\nGrace: We say grace before we eat, and then nobody says a word for an hour.\n",
    "t3.txt": "Mattie: How is it?\nIvo: The stove is older than the house and it has a temper of its own.\n",
}
QUOTED = (
    "“The stove is older than the house” (Cook 3). “It has a temper of its own” (Cook 3). "
    "“We say grace before we eat” (Cook 2). “Nobody says a word for an hour” (Cook 2). "
)
STOVE = "“I ask Ivo to mind the stove” (Cook 1)."


def names(
    findings: str,
    front: str = "# Kitchens\n\nBy N. Nobody\n",
    methods: str = "We met three cooks. We name nobody: numbers stand instead of names.",
) -> list[str]:
    text = f"{front}\n## Methods\n\n{methods}\n\n## Findings\n\n{QUOTED}{findings}"
    text += "\n\n## References\n\nVane, A. (2012) Soup.\n"
    sample = a_sample(SHEET)
    made = review_of(a_manuscript(text), transcripts(TEXTS, sample), sample, Settings())
    return [
        spot.words
        for r in made.standing
        for spot in r.spots
        if r.check == "disclosure" and "attributions name nobody" in r.said
    ]


def test_a_participants_name_in_a_quotation_or_in_the_text_is_told():
    assert names(STOVE) == ["Ivo"]
    assert sorted(names(f"Odette ruled. {STOVE}")) == ["Ivo", "Odette"]


@pytest.mark.parametrize(
    "findings",
    [
        "“I ask [a colleague] to mind the stove” (Cook 1).",
        "“We say grace before we eat” (Cook 2). Grace was said at table in Marsh End.",
        "One said to Mattie: “I ask [him] to mind the stove” (Cook 1).",
        "“We say grace before we eat” (Cook 2). This has been seen (Ivo, 2010).",
    ],
)
def test_other_names_and_words_of_every_day_raise_nothing(findings):
    assert names(findings) == []


def test_names_that_the_paper_says_are_invented_raise_nothing():
    assert names(STOVE, methods="We met three cooks, whose names are pseudonyms.") == []
    assert names(STOVE, methods="Names have been changed in transcripts, and are left out of the quotations.") == [
        "Ivo"
    ]


@pytest.mark.parametrize(
    "said", ["Names were removed.", "Quotations are anonymised.", "We replaced the names of people."]
)
def test_a_paper_that_names_nobody_says_so_in_many_ways(said):
    assert names(STOVE, methods=f"We met three cooks. {said}") == ["Ivo"]


def test_a_paper_that_says_nothing_of_names_may_print_those_that_the_team_gave():
    assert names(STOVE, methods="We met three cooks.") == []


def test_a_paper_that_names_people_in_its_attributions_is_left_alone():
    assert names(f"{STOVE} “It has a temper of its own” (Ivo, cook).") == []


def test_a_name_that_the_authors_use_all_along_is_no_slip():
    other = "“The stove is older than the house” (Cook 3)."

    assert names(f"{other} Ivo lit it. Ivo left it.") == ["Ivo", "Ivo"]
    assert names(f"{other} Ivo lit it. Ivo left it. Ivo lit it anew. So Ivo was tired.") == []


def test_an_author_of_that_name_is_nobody_of_the_study():
    assert names(STOVE, front="# Kitchens\n\nIvo Brand\n") == []
