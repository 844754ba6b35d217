from __future__ import annotations

import csv

import pytest

from tests.study.double_round import NOBODY, ROUND, SLOWLY, WALKED, coded, index
from trellis.core.disagreement import Standing
from trellis.core.errors import BadTable


@pytest.fixture
def double(study):
    return coded(study)


def filled_in(study, folder, *outcomes):
    """The list as a meeting brings it back: outcome and reason for each disagreement in turn."""
    path = study.rounds.write_disagreements(ROUND, folder / "list.csv", overwrite=True)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row, (outcome, reason) in zip(rows, outcomes, strict=False):
        row["outcome"], row["reason"] = outcome, reason
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


MEETING = (("Ana adopted", "the walk"), ("", ""), ("Both stand", "two things"), ("deferred", "ask Lil"))


def test_what_a_meeting_wrote_is_settled_in_one_change(double, tmp_path):
    path = filled_in(double, tmp_path, *MEETING)
    before, number = double.history.dump(), double.history.number()

    done = double.rounds.settle_list(ROUND, path)

    assert (done.settled, done.same, done.left, done.refused) == (3, 0, 1, ())
    assert sorted(index(double)) == sorted([(SLOWLY, "1.2", "Ana"), (NOBODY, "2", "Ana"), (NOBODY, "1.1", "Ben")])
    assert [item.standing for item in double.rounds.disagreements(ROUND).items] == [
        Standing.SETTLED,
        Standing.OPEN,
        Standing.SETTLED,
        Standing.SETTLED,
    ]
    assert double.history.number() == number + 1
    double.history.undo()
    assert double.history.dump() == before


def test_the_same_list_again_settles_nothing(double, tmp_path):
    path = filled_in(double, tmp_path, *MEETING)
    double.rounds.settle_list(ROUND, path)
    before = double.history.dump()

    done = double.rounds.settle_list(ROUND, path)

    assert (done.settled, done.same) == (0, 3)
    assert double.history.dump() == before


def test_the_same_list_again_settles_nothing_where_the_round_is_the_index(double, tmp_path):
    double.rounds.adopt(ROUND)
    path = filled_in(double, tmp_path, *MEETING)
    double.rounds.settle_list(ROUND, path)

    done = double.rounds.settle_list(ROUND, path)

    assert (done.settled, done.same, done.refused) == (0, 3, ())


def test_a_dry_run_only_tells(double, tmp_path):
    path = filled_in(double, tmp_path, *MEETING)
    before = double.history.dump()

    assert double.rounds.settle_list(ROUND, path, dry_run=True).settled == 3
    assert double.history.dump() == before


def test_rows_that_cannot_be_settled_are_listed_and_the_others_go_in(double, tmp_path):
    path = filled_in(double, tmp_path, ("Zoe adopted", "x"), ("both", "x"), ("both stand", ""), ("both stand", "yes"))

    done = double.rounds.settle_list(ROUND, path)

    assert done.settled == 1
    assert [row for row, _ in done.refused] == [2, 3, 4]
    assert "Zoe did not index" in done.refused[0][1]
    assert "no outcome" in done.refused[1][1]
    assert "say why" in done.refused[2][1]
    assert index(double) == [(WALKED, "1.2", "Ben")]


def test_a_list_whose_codings_have_changed_since_is_refused_row_by_row(double, tmp_path):
    path = filled_in(double, tmp_path, *MEETING)
    double.index.remove(*(chosen.coding for chosen in double.rounds.disagreements(ROUND).items[0].chosen))

    done = double.rounds.settle_list(ROUND, path)

    assert done.settled == 2
    assert "have changed since the list was written" in done.refused[0][1]


def test_a_table_without_its_columns_is_refused(double, tmp_path):
    (tmp_path / "bad.csv").write_text("number,outcome\n1,both stand\n", "utf-8")

    with pytest.raises(BadTable, match="item"):
        double.rounds.settle_list(ROUND, tmp_path / "bad.csv")
