from __future__ import annotations

import pytest

from trellis.core.errors import BadLens
from trellis.core.lens import Count, Criterion, RuleKind, Unit
from trellis.core.lens_file import check_lens, read_lens

GOOD = """format = 1
id = "belonging"
title = "Belonging"
version = "1"
question = "Does the worker belong to the team?"
units = ["case", "case × wave"]

[rule]
kind = "decision table"

[[dimension]]
id = "meetings"
question = "Do they come to meetings?"
values = ["no", "yes"]

[[dimension]]
id = "tea"
question = "Do they have tea together?"
values = ["no", "yes"]

[[outcome]]
name = "of the team"
requires = { meetings = ["yes"], tea = ["yes"] }
"""
AXES = GOOD.replace('kind = "decision table"', 'kind = "two axes"\nacross = "tea"\ndown = "meetings"').replace(
    'name = "of the team"\nrequires = { meetings = ["yes"], tea = ["yes"] }', 'across = "yes"\ndown = "no"'
)


def told(text: str) -> list[str]:
    return [str(problem) for problem in check_lens(text.encode()).problems]


def test_a_file_that_fits_becomes_a_lens():
    lens = read_lens(GOOD.encode(), "belonging.toml")

    assert (lens.id, lens.units, lens.by_wave) == ("belonging", (Unit.CASE,), True)
    assert lens.outcomes[0].requires == (Criterion("meetings", ("yes",)), Criterion("tea", ("yes",)))
    assert lens.rule.kind is RuleKind.DECISION_TABLE


def test_unknown_and_not_evidenced_are_admissible_everywhere_and_are_no_no():
    lens = read_lens(GOOD.encode(), "belonging.toml")

    assert lens.dimensions[0].admissible == ("no", "yes", "unknown", "not evidenced")


@pytest.mark.parametrize(
    ("was", "now", "line", "words"),
    [
        ("format = 1", "format = 2", 1, "reads format = 1"),
        ('id = "belonging"', 'id = "Belonging!"', 2, "as in “belonging”"),
        ('title = "Belonging"', "", 1, "there is no title here"),
        ('version = "1"', "version = 1", 4, "give text in quotation marks"),
        ('"case × wave"]', '"rôle"]', 6, "did you mean “role”?"),
        ('"case × wave"]', '"planet"]', 6, "what fits: case, role, team"),
        ('kind = "decision table"', 'kind = "decison table"', 9, "did you mean “decision table”?"),
        ('question = "Do they have tea together?"', "", 16, "there is no question here"),
        ('id = "tea"', 'id = "meetings"', 17, "stands in line 12 already"),
        ('values = ["no", "yes"]', 'values = ["no", "unknown"]', 14, "fits every dimension anyway"),
        ('values = ["no", "yes"]', 'values = ["no", "No"]', 14, "twice"),
        ('values = ["no", "yes"]', 'valeus = ["no", "yes"]', 14, "did you mean “values”?"),
        ('values = ["no", "yes"]', 'values = "yes"', 14, "give a list of texts"),
        ("{ meetings =", "{ meeting =", 23, "“meeting” is no dimension here; did you mean “meetings”?"),
        ('meetings = ["yes"]', 'meetings = ["often"]', 23, "“often” is no value of “meetings” here"),
        ('requires = { meetings = ["yes"], tea = ["yes"] }', "", 21, "says nothing of what it requires"),
        ('kind = "decision table"', 'kind = "conjunction"\nevidenced = 9', 10, "a whole number from 1 to 2"),
        ('kind = "decision table"', 'kind = "decision table"\nexclusive = "yes"', 10, "give true or false"),
        ('kind = "decision table"', 'kind = "decision table"\nconfirmed_by = ["boss"]', 10, "is no kind of word"),
        ("[rule]", "[rules]", 8, "did you mean “rule”?"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_line(was, now, line, words):
    problems = told(GOOD.replace(was, now, 1))

    assert any(problem.startswith(f"line {line}: ") and words in problem for problem in problems), problems


def test_everything_that_does_not_fit_is_listed_in_the_order_of_lines():
    problems = told(GOOD.replace("title", "tilte").replace("[rule]", "[rule]\nfast = true"))

    assert [problem.partition(":")[0] for problem in problems] == ["line 1", "line 3", "line 9"]


def test_broken_toml_is_told_with_its_line():
    assert told(GOOD.replace('title = "Belonging"', 'title = "Belonging'))[0].startswith("line 3: this is not TOML")


def test_a_file_that_ends_too_early_is_told_at_its_end():
    assert told('id = """\nnever closed\n')[0].startswith("line 2: this is not TOML")


def test_a_file_in_another_encoding_is_told_by_line():
    problems = check_lens(GOOD.encode().replace(b"Belonging", b"B\xe9longing")).problems

    assert problems[0].line == 3
    assert "save the file as UTF-8" in problems[0].message


def test_an_error_names_the_file_and_how_many_more_there_are():
    with pytest.raises(BadLens, match=r"lens\.toml, line 1: .* more"):
        read_lens(b"format = 1\n", "lens.toml")


def test_the_cells_of_two_axes_may_be_blank():
    lens = read_lens(AXES.encode(), "axes.toml")

    assert lens.outcomes[0].name == ""
    assert lens.outcomes[0].label == "not named: no × yes"
    assert lens.outcomes[0].requires == (Criterion("meetings", ("no",)), Criterion("tea", ("yes",)))


def test_bands_gather_the_values_of_an_axis():
    banded = AXES.replace("[[outcome]]", '[[dimension.band]]\nname = "some"\nvalues = ["yes"]\n\n[[outcome]]').replace(
        'across = "yes"', 'across = "some"'
    )

    lens = read_lens(banded.encode(), "axes.toml")

    assert lens.outcomes[0].requires[1] == Criterion("tea", ("yes",))


def test_a_cell_that_lies_in_no_band_is_told():
    assert "“often” is no band of “tea” here" in told(AXES.replace('across = "yes"', 'across = "often"'))[0]


def test_both_axes_need_a_dimension_of_their_own():
    assert any("give a dimension each" in told_ for told_ in told(AXES.replace('down = "meetings"', 'down = "tea"')))


def test_a_lens_without_outcomes_is_a_profile():
    bare = GOOD[: GOOD.index("[[outcome]]")]

    assert "is a profile" in told(bare)[0]
    assert told(bare.replace("decision table", "profile")) == []


def test_a_conjunction_counts_the_dimensions_that_are_met():
    lens = read_lens(
        GOOD.replace("decision table", "conjunction")
        .replace('requires = { meetings = ["yes"], tea = ["yes"] }', 'values = ["yes"]\nat_least = 2')
        .encode(),
        "lens.toml",
    )

    assert lens.outcomes[0].count == Count(2, ("yes",), ("meetings", "tea"))
    assert lens.rule.exclusive


def test_a_summary_needs_an_ordered_dimension():
    summary = '\n[summary]\ndimension = "tea"\nat_least = "yes"\nevery = "met"\nnone = "not met"\nsome = "partly"\n'

    assert "“tea” is no ordered dimension here" in told(GOOD + summary)[0]
    assert told(GOOD.replace("values", "ordered = true\nvalues") + summary) == []
