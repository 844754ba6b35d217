from __future__ import annotations

import pytest

from trellis.core.errors import EmptyFile, NotFound, TooLarge
from trellis.core.lens import RuleKind
from trellis.study.lens_files import MOST_BYTES, bytes_of, checked_file, shipped, shipped_table, shipped_text

EXPECTED = {
    "assistant-role", "boundary-change", "coproduction-in-practice", "indirect-use", "influence-profile",
    "interdependence", "jurisdictional-settlement", "power-faces", "recognition", "shaping-context",
    "worker-position", "workplace-actor", "workplace-regime",
}  # fmt: skip


def test_every_structure_comes_as_a_file_that_fits():
    assert set(shipped()) == EXPECTED
    assert {ident for ident, lens in shipped().items() if ident != lens.id} == set()


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_says_whose_reading_it_is(name):
    assert shipped()[name].label.startswith("as operationalised by Trellis after ")


def test_three_cells_of_the_regime_that_no_source_names_are_blank():
    lens = shipped()["workplace-regime"]

    assert lens.rule.kind is RuleKind.TWO_AXES
    assert [(cell.down, cell.across, cell.name) for cell in lens.outcomes] == [
        ("high", "low", "personal care work"),
        ("high", "high", ""),
        ("low", "low", ""),
        ("low", "high", ""),
    ]


def test_a_condition_that_is_taken_from_another_lens_has_the_values_of_its_summary():
    actor = shipped()["workplace-actor"]
    taken = next(one for one in actor.dimensions if one.taken_from)
    summary = shipped()[taken.taken_from].summary

    assert summary is not None
    assert {summary.every, summary.some, summary.none} == set(taken.values)


def test_the_file_of_a_shipped_lens_is_found_by_id_or_title():
    assert shipped_text("Recognition by stakeholders") == shipped_text("recognition")


def test_a_name_that_is_like_one_is_answered_with_it():
    with pytest.raises(NotFound, match="did you mean “recognition”"):
        shipped_text("recogniton")


def test_the_list_names_question_units_and_rule():
    row = next(one for one in shipped_table().records() if one["lens"] == "coproduction-in-practice")

    assert row["units"] == "case, role, case × wave"
    assert row["rule"] == "profile"


def test_a_file_that_is_not_there_empty_or_huge_is_refused(tmp_path):
    (tmp_path / "empty.toml").write_text(" \n")
    (tmp_path / "huge.toml").write_bytes(b"#" * (MOST_BYTES + 1))

    with pytest.raises(NotFound, match="those that do: assistant-role"):
        bytes_of(tmp_path / "none.toml")
    with pytest.raises(EmptyFile):
        checked_file(tmp_path / "empty.toml")
    with pytest.raises(TooLarge):
        checked_file(tmp_path / "huge.toml")
