from __future__ import annotations

import pytest

from tests.study.interviews import add_interview
from tests.study.sample_37 import TABLE_3, people_csv, quotas_csv
from trellis.core.errors import BadTable, Invalid, NotFound
from trellis.study.case_import import ImportHow
from trellis.study.sample import QuotasIn


@pytest.fixture
def people(study, tmp_path):
    """The 37 people, their roles in the printed order, and the frame."""
    (tmp_path / "people.csv").write_text(people_csv(), "utf-8")
    (tmp_path / "quotas.csv").write_text(quotas_csv(), "utf-8")
    study.cases.import_table(tmp_path / "people.csv", ImportHow(groups={"site": "site"}))
    study.sample.import_quotas(tmp_path / "quotas.csv")
    return study


def test_a_published_table_comes_out_as_it_was_printed(people):
    table = people.sample.table("role", "site", sub="post")

    assert table.to_csv() == TABLE_3


def test_without_rows_the_table_is_counted_by_what_the_report_prints(people):
    assert people.sample.printed_by() == ("role", "site")
    assert people.sample.table().columns == people.sample.table("role", "site").columns


def test_where_there_is_nothing_to_count_by_the_rows_are_asked_for(study):
    with pytest.raises(Invalid, match="nothing to count people by"):
        study.sample.table()


def test_people_are_sorted_by_the_groups_they_belong_to(people):
    table = people.sample.table("site")

    assert table.rows() == [("site 1", 13), ("site 2", 7), ("site 3", 17), ("total", 37)]


def test_people_who_did_not_take_part_are_not_counted(study, tmp_path):
    (tmp_path / "p.csv").write_text("case,role,status\nA,nurse,took part\nB,nurse,declined\n", "utf-8")
    study.cases.import_table(tmp_path / "p.csv")

    assert study.sample.table("role").rows() == [("nurse", 1), ("total", 1)]


def test_quotas_say_what_is_missing(people):
    people.sample.set_quota({"role": "High Intensity Worker (HIW)", "site": "site 2"}, 2)

    rows = {(row[0], row[1]): row[2:] for row in people.sample.quotas().rows()}

    assert rows["High Intensity Worker (HIW)", "site 2"] == (2, 0, 2)
    assert rows["High Intensity Worker (HIW)", "site 1"] == ("-", "-", None)


def test_the_same_quotas_twice_change_nothing(people, tmp_path):
    before = people.history.number()

    done = people.sample.import_quotas(tmp_path / "quotas.csv")

    assert done == QuotasIn(0, 0, 24)
    assert people.history.number() == before


def test_a_target_that_is_no_number_is_named_by_its_line(people, tmp_path):
    (tmp_path / "q.csv").write_text("role,target\nmanagers,some\n", "utf-8")

    with pytest.raises(BadTable, match="line 2: “some”"):
        people.sample.import_quotas(tmp_path / "q.csv")


def test_a_quota_can_be_taken_out(people):
    people.sample.remove_quota({"role": "managers", "site": "site 1"})

    assert len(people.sample.quotas()) == 23
    with pytest.raises(Invalid, match="no quota"):
        people.sample.remove_quota({"role": "managers", "site": "site 1"})


def test_what_people_cannot_be_sorted_by_is_named_with_what_they_can(people):
    with pytest.raises(NotFound, match="“role”"):
        people.sample.table("shoe size")


def test_only_people_and_interviews_are_counted(people):
    with pytest.raises(Invalid, match="people or interviews"):
        people.sample.table("role", of="rooms")


def test_the_length_of_interviews_is_told_with_its_range(study, tmp_path):
    for name in ("one", "two"):
        add_interview(study, name)
    (tmp_path / "p.csv").write_text("case,source,duration_min\nA,one,30\nB,two,90\n", "utf-8")
    study.cases.import_table(tmp_path / "p.csv")

    table = study.sample.durations()

    assert [row[:3] for row in table.rows()] == [("one", 30.0, "recorded"), ("two", 90.0, "recorded")]
    assert "30 to 90 minutes, median 60, together 2.0 hours" in table.note


def test_the_words_of_all_sources_are_added_up(study):
    add_interview(study, "one")

    table = study.sample.lengths()

    assert table.rows()[0][:3] == ("one", "interview", 6)
    assert "1 sources, 6 words" in table.note


@pytest.mark.parametrize(
    "call",
    [
        lambda s, _: s.sample.set_quota({"role": "managers"}, 4),
        lambda s, _: s.sample.set_quota({"role": "managers", "site": "site 1"}, 4),
        lambda s, _: s.sample.remove_quota({"role": "managers", "site": "site 1"}),
        lambda s, folder: s.sample.import_quotas(folder / "more.csv"),
    ],
)
def test_undo_is_exact(people, tmp_path, call):
    (tmp_path / "more.csv").write_text("role,target\nmanagers,9\nporter,1\n", "utf-8")
    before = people.history.dump()

    call(people, tmp_path)
    people.history.undo()

    assert people.history.dump() == before
    assert people.history.check() == []
