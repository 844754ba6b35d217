from __future__ import annotations

import pytest

from tests.review.making import SHEET, remarks
from trellis.core.review import Level
from trellis.review.material import Settings

HEAD = "# D\n\n## Findings\n\n"
DESK = "I had no desk and no computer for the first six weeks"
LOST = "I'd be lost without them"
TIME = "They hold the people whom nobody else has time for"


def said(text: str, **more) -> list[str]:
    return [remark.said for remark in remarks(HEAD + text + "\n", "disclosure", **more)]


def test_an_attribution_that_fits_one_person_is_told_with_the_smallest_coarsening():
    found = said(f"“{LOST}” (service manager, site 1).")

    assert len(found) == 1
    assert found[0].startswith("The attribution “service manager, site 1” fits one person of the sample; the smallest")
    assert found[0].endswith("after which at least 2 share each is to leave out site.")


def test_the_stated_order_says_what_goes_first():
    found = said(f"“{LOST}” (service manager, site 1).", settings=Settings(order=("role", "site")))

    assert found[0].endswith("is to leave out role.")


def test_k_is_the_users():
    assert said(f"“{DESK}” (STR worker, site 1).") == []
    assert len(said(f"“{DESK}” (STR worker, site 1).", settings=Settings(k=3))) == 1


def test_what_is_printed_of_one_number_counts_together():
    apart = f"“{LOST}” (P5, service manager).\n\n“{TIME}” (P5, site 1)."

    found = said(apart)

    assert len(found) == 1
    assert "What is printed of P5, taken together (1, service manager), fits one person" in found[0]


def test_a_pronoun_tells_the_sex():
    assert len(said(f"She said: “{LOST}” (service manager).")) == 1
    assert said(f"One said: “{LOST}” (service manager).") == []


def test_those_who_agreed_to_be_recognised_raise_nothing():
    rows = [(*SHEET[0], "consent_identify"), *((*row, "yes" if row[0] == "P5" else "no") for row in SHEET[1:])]
    agreed = "# D\n\n## Methods\n\nThe service manager at site 1 agreed to be identified by role.\n\n## Findings\n\n"

    assert said(f"“{LOST}” (service manager, site 1).", rows=rows) == []
    assert remarks(f"{agreed}“{LOST}” (service manager, site 1).\n", "disclosure") == []


def test_a_post_that_few_hold_is_told_by_the_population_given():
    settings = Settings(population=(("service manager", 1),))

    assert said(f"“{LOST}” (service manager).", settings=settings) == [
        "“service manager” is a post that one person holds."
    ]
    assert said(f"“{LOST}” (service manager).", settings=Settings(population=(("service manager", 40),))) == []


def test_a_single_post_holder_fails_at_any_k():
    assert len(said(f"“{LOST}” (service manager, site 1).", settings=Settings(k=1))) == 1
    assert said(f"“{DESK}” (STR worker, site 1).", settings=Settings(k=1)) == []


def test_a_number_held_back_that_comes_out_of_the_totals_is_told():
    table = (
        "| role | site 1 | site 2 | total |\n|---|---|---|---|\n| STR worker | 2 | <3 | 3 |\n| manager | * | * | 3 |\n"
    )

    found = remarks(f"# D\n\n## Methods\n\nThey were:\n\n{table}\n", "disclosure")

    assert [remark.spots[0].words for remark in found] == ["<3"]


@pytest.mark.parametrize("who", ["P5", "service manager", "site 1"])
def test_what_enough_people_share_raises_nothing(who):
    assert said(f"“{LOST}” ({who}).") == []


def test_the_word_safe_is_never_used():
    from trellis.review.checks import CHECKS

    told = " ".join(
        said(f"“{LOST}” (service manager, site 1).") + [f"{check.resolves} {check.quiet}" for check in CHECKS]
    )
    assert " safe" not in told.casefold()


TABLE = {  # role by site of a published study, the oracle of the cell sizes
    "STR worker": (3, 0, 5),
    "carer worker": (2, 0, 2),
    "graduate worker": (3, 3, 0),
    "development worker": (1, 2, 2),
    "wellbeing practitioner": (0, 1, 4),
    "intensity worker": (0, 0, 2),
    "support worker": (2, 0, 0),
    "team manager": (2, 1, 2),
}


@pytest.mark.parametrize(("k", "cells"), [(2, 3), (3, 11), (5, 15)])
def test_every_cell_of_the_oracle_that_is_below_k_is_told_once(k, cells):
    people = [(role, str(site)) for role, sites in TABLE.items() for site, n in enumerate(sites, 1) for _ in range(n)]
    rows = [("participant", "role", "site"), *((f"P{n}", *person) for n, person in enumerate(people, 1))]
    draft = "\n\n".join(f"“{DESK}” ({role}, site {site})." for role, site in sorted(set(people)))

    assert len(said(draft, rows=rows, settings=Settings(k=k))) == cells


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One STR worker, a Scotswoman who used to be a baker, had a key.", "a Scotswoman"),
        ("One STR worker, who used to be a baker, had a key.", "used to be a baker"),
        ("One service manager was the only woman in the room.", "the only woman"),
        ("STR workers used to be a rare thing.", None),
        ("One STR worker used to be a bit late.", None),
        ("One STR worker had a former colleague to turn to.", None),
        ("Somebody who used to be a baker had a key.", None),
    ],
)
def test_what_is_told_of_one_person_beside_the_role_is_for_the_eyes(text, told):
    found = said(text)

    described = [each for each in found if "content identifies" in each]
    assert len(described) == (told is not None)
    assert told is None or f"tells “{told}”" in described[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One, the only man among them, called it “a lonely job” (P1, STR worker).", True),
        ("One, a widower and once a tram driver, called it “a lonely job” (P1, STR worker).", True),
        ("One, who came in once a week, called it “a lonely job” (P1, STR worker).", False),
        ("The only man among them left.", False),
    ],
)
def test_what_is_told_beside_an_attribution_can_single_out(text, told):
    found = remarks(f"# D\n\n## Findings\n\n{text}\n", "disclosure")

    assert any("content identifies" in remark.said for remark in found) is told


def test_an_age_beside_a_role_is_told_and_an_authors_is_not():
    text = "# D\n\n## {}\n\n{}\n"
    said = "The service manager, a woman in her early forties, chose the chairs."
    ours = "A service manager and one of us, a woman in her early forties, chose the chairs."

    assert len(remarks(text.format("Methods", said), "disclosure")) == 1
    assert remarks(text.format("Methods", ours), "disclosure") == []


def test_who_agreed_in_print_to_be_described_by_role_raises_nothing():
    agreed = "The service manager agreed in writing to be described by role and site."
    text = f"# D\n\n## Methods\n\n{agreed}\n\n## Findings\n\n“I'd be lost without them” (service manager, site 1).\n"

    assert remarks(text, "disclosure") == []
    assert remarks(text.replace(agreed, "We met."), "disclosure") != []


def test_attributions_that_only_pronouns_narrow_down_are_one_remark():
    text = (
        "# D\n\n## Findings\n\nShe said, “I had no desk and no computer” (STR worker, site 1).\n\n"
        "He said, “If we had a room of our own” (graduate mental health worker, site 2).\n"
    )

    made = [remark for remark in remarks(text, "disclosure") if "pronoun" in remark.said]

    assert [(remark.level, len(remark.spots)) for remark in made] == [(Level.LOOK, 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A former ferry pilot, off sick since the flood, told us:",
        "The one participant in Norway, who kept bees, told us:",
    ],
)
def test_a_life_told_before_a_block_of_one_person_is_for_the_eyes(sentence):
    text = f"# D\n\n## Findings\n\n{sentence}\n\n> I had no desk and no computer for the first six weeks. (P1)\n"

    assert any("the sentence tells" in remark.said for remark in remarks(text, "disclosure"))


@pytest.mark.parametrize(
    ("said", "is_told"), [("P1 has read what is printed here and agreed to it.", False), ("P2 has read it.", True)]
)
def test_somebody_who_read_it_and_agreed_is_not_asked_about(said, is_told):
    text = (
        f"# D\n\n## Methods\n\nWe met. {said}\n\n## Findings\n\nA former ferry pilot told us:\n\n"
        "> I had no desk and no computer for the first six weeks. (P1)\n"
    )

    assert any("the sentence tells" in remark.said for remark in remarks(text, "disclosure")) is is_told
