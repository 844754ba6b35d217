from __future__ import annotations

from dataclasses import replace

from tests.review.studies import CASES, finding, said, words_of
from trellis.core.finding import FindingStatus
from trellis.review import study_people as rules

QUOTED = finding("Keys matter.", words_of(1, star=True), words_of(2, star=True), words_of(3, star=True))
BY_ROLE, BY_ALL = ("role",), ("role", "site", "gender")


def test_attributions_that_enough_people_share_raise_nothing():
    assert said(rules.disclosed, QUOTED, printed=BY_ROLE) == []


def test_attributions_that_too_few_share_are_told_in_one_point_with_what_is_printed_and_the_smallest_coarsening():
    [told] = said(rules.disclosed, QUOTED, printed=BY_ALL)

    assert told.startswith("Of 3 people quoted fewer than 2 share the whole attribution, so the report prints less")
    assert "“STR worker, north” for Ada (“STR worker, north, female”)" in told
    assert told.endswith("at least 2 share each is to leave out gender. Content identifies more than labels do.")


def test_what_may_be_left_out_first_is_the_teams():
    [told] = said(rules.disclosed, QUOTED, printed=("role", "gender"), order=("role", "gender"))

    assert "is to leave out role" in told


def test_k_is_the_teams_and_people_who_are_not_quoted_are_not_asked_about():
    assert "Of 3 people quoted fewer than 3" in said(rules.disclosed, QUOTED, printed=BY_ROLE, k=3)[0]
    assert said(rules.disclosed, finding("Keys matter.", words_of(1)), printed=BY_ALL) == []


def test_a_post_that_few_hold_in_the_population_is_told():
    assert said(rules.disclosed, QUOTED, printed=BY_ROLE, population=(("team manager", 1),)) == [
        "“team manager” is a post that one person holds: ask them, or paraphrase."
    ]


def test_without_a_pattern_or_a_sample_nothing_is_asked():
    assert said(rules.disclosed, QUOTED) == []
    assert said(rules.disclosed, QUOTED, printed=BY_ALL, cases=()) == []


def test_somebody_of_whom_a_value_is_not_known_is_shared_by_all_who_fit_the_rest():
    cases = (replace(CASES[0], values=(("role", "STR worker"),)), *CASES[1:])

    assert said(rules.disclosed, finding("Keys.", words_of(1, star=True)), printed=BY_ALL, cases=cases) == []


BY_ROLE_AND_SITE = ("role", "site")


def test_small_numbers_of_the_sample_table_that_come_out_of_its_totals_are_told():
    [told] = said(rules.disclosed, finding("Keys."), table=BY_ROLE_AND_SITE)

    # Two workers at one site, two managers at the other, and a nurse at each: a row of two ones, and no way round.
    assert told == (
        "The sample table (role by site) prints 2 numbers below 2: nurse, north; nurse, south. Held back alone, "
        "2 of them come out of the totals, and so they do whatever else is held back; print a coarser table, or no "
        "totals."
    )


def test_what_else_must_be_held_back_is_told_and_small_numbers_in_a_ring_keep_each_other_back():
    def people(role: str, site: str, n: int, k: int):
        made = CASES[0].values[2:]
        return tuple(replace(CASES[0], k=k + i, values=(("role", role), ("site", site), *made)) for i in range(n))

    def table(*counts: tuple[str, str, int], k: int) -> list[str]:
        cases = tuple(c for at, one in enumerate(counts) for c in people(*one, 100 * at))
        return said(rules.disclosed, finding("Keys."), cases=cases, table=BY_ROLE_AND_SITE, k=k)

    square = [("nurse", "north", 1), ("nurse", "south", 6), ("clerk", "north", 5), ("clerk", "south", 4)]
    ring = [(role, site, 2) for role in ("nurse", "clerk") for site in ("north", "south")]

    assert table(*square, k=2)[0].endswith(
        "Held back alone, it comes out of the totals; with clerk, south; clerk, north; nurse, south held back as well, "
        "none does."
    )
    assert table(*ring, k=3)[0].endswith("Held back, they do not come out of the totals.")
    assert table(*ring, k=2) == []


def test_a_sample_table_is_asked_about_only_where_it_is_printed_with_findings_that_are_ready():
    draft = replace(finding("Keys."), finding=replace(finding("Keys.").finding, status=FindingStatus.DRAFT))

    assert said(rules.disclosed, draft, table=BY_ROLE_AND_SITE) == []
    assert said(rules.disclosed, finding("Keys.")) == []
    assert said(rules.disclosed, finding("Keys."), table=("role", "")) == []
    assert len(said(rules.disclosed, finding("Keys."), table=("role", ""), k=3)) == 1
    assert said(rules.disclosed, finding("Keys."), table=("colour", "site")) == []
