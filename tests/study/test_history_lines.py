from __future__ import annotations

import pytest

from trellis.bootstrap import new_study


@pytest.fixture
def study(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    with new_study(tmp_path / "roles.trellis", "New roles", "Ana") as made:
        yield made


def bring_in(study, tmp_path, *names):
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"INT: Who?\n\nP1: {name}.\n")
    study.sources.bring_in([tmp_path / f"{name}.txt" for name in names])


def test_a_batch_is_one_line_with_the_number_of_its_newest_change(study, tmp_path):
    bring_in(study, tmp_path, "a", "b", "c")

    lines = study.history.page()

    assert [(line.number, line.changes) for line in lines] == [(4, 3), (1, 1)]


def test_pages_meet_without_a_gap(study):
    for n in range(7):
        study.describe(title=f"Title {n}")

    pages, before = [], None
    while page := study.history.page(before, 3):
        pages += page
        before = page[-1].number

    assert [line.number for line in pages] == list(range(8, 0, -1))


def test_a_line_says_what_it_took_back_and_whether_it_stands(study):
    study.describe(title="Newer")
    study.history.undo()

    undo, undone, _ = study.history.page()

    assert (undo.undoes, undo.undone) == (2, False)
    assert undone.undone


def test_any_change_of_a_batch_gives_its_line(study, tmp_path):
    bring_in(study, tmp_path, "a", "b", "c")

    assert study.history.line(2) == study.history.line(4)


def test_who_joins_is_named_by_the_line_of_joining(study):
    study.under("Ben").describe(title="Of Ben's")

    assert [(line.words, line.person) for line in study.history.page()][:2] == [
        ("changed title, questions or notice", "Ben"),
        ("joined the study", "Ben"),
    ]
