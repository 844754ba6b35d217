from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.indexed_study import JANET, a_theme, filled
from trellis.core.coding_lines import coding_lines
from trellis.core.errors import BadTable, Stopped, Unreadable
from trellis.core.framework import Operation, ThemeOperation, ThemeState
from trellis.study import bulk_coding
from trellis.study.resolve import theme_given
from trellis.study.table import Table


@pytest.fixture
def indexed(study):
    return filled(study)


LINES = Table(
    ("source", "theme", "quote", "coder", "note"),
    (
        ("janet", "1.1", "nobody knew my name", "Ben", "known"),
        ("janet", "Walking", "I'd walk round the car park", "Ben", None),
        ("omar", 2, "in the car park", None, None),
        ("nobody", "1.1", "x", None, None),
        ("janet", "9.9", "Slowly.", None, None),
        ("janet", "1.1", "not a word of it was said", None, None),
        ("janet", "1.1", "nobody knew my name", "ben", "again"),
    ),
)


def test_good_lines_go_in_and_bad_ones_are_told_by_row(indexed):
    done = indexed.index.bulk(LINES)

    assert (done.added, done.already) == (3, 1)
    assert [line.row for line in done.bad] == [4, 5, 6]
    assert "no source “nobody”" in done.bad[0].reason
    assert "no theme 9.9" in done.bad[1].reason
    assert "does not stand in janet" in done.bad[2].reason
    assert indexed.history.check() == []


def test_coders_join_and_notes_stay(indexed):
    indexed.index.bulk(LINES)

    rows = indexed.index.listing().records()
    assert {(row["coder"], row["note"]) for row in rows} == {("Ben", "known"), ("Ben", ""), ("Ana", "")}


def test_a_dry_run_stores_nothing(indexed):
    before = indexed.history.dump()

    done = indexed.index.bulk(LINES, dry_run=True)

    assert (done.added, len(done.bad)) == (3, 3)
    assert indexed.history.dump() == before


def test_the_same_table_twice_adds_nothing(indexed):
    indexed.index.bulk(LINES)
    before = indexed.history.dump()

    done = indexed.index.bulk(LINES)

    assert (done.added, done.already) == (0, 4)
    assert indexed.history.dump() == before


def offsets(count: int):
    starts = list(range(count))
    return coding_lines(
        {"source": ["janet"] * count, "theme": ["1.1"] * count, "start": starts, "end": [at + 1 for at in starts]}
    )


def test_many_lines_are_one_batch_and_undone_as_one(indexed, monkeypatch):
    monkeypatch.setattr(bulk_coding, "CODINGS_A_CHANGE", 10)
    before, number = indexed.history.dump(), indexed.history.number()

    indexed.index.bulk(offsets(35), coder="Cleo")

    assert indexed.history.number() == number + 4
    indexed.history.undo()
    assert indexed.history.dump() == before


def test_stopping_keeps_what_was_finished(indexed, monkeypatch):
    monkeypatch.setattr(bulk_coding, "CODINGS_A_CHANGE", 10)

    def stop(step):
        if step.done == 20:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        indexed.index.bulk(offsets(35), progress=stop)

    assert len(indexed.index.listing()) == 20


def test_offsets_that_do_not_fit_are_left_out(indexed):
    length = len(JANET)
    lines = coding_lines(
        {
            "source": ["janet"] * 4,
            "theme": ["1.1"] * 4,
            "start": [0, 5, "7", 0],
            "end": [length, 5, 9, length + 1],
        }
    )

    done = indexed.index.bulk(lines)

    assert done.added == 2
    assert [line.row for line in done.bad] == [3, 5]


def test_turns_and_quotes_in_turns_are_located(indexed):
    lines = coding_lines(
        {"source": ["janet", "janet"], "theme": ["1.1", "1.1"], "turns": [4, "4"], "quote": ["", "obody knew my name"]}
    )

    indexed.index.bulk(lines)

    assert [row["words"] for row in indexed.index.listing().records()] == [
        "Nobody knew my name, no. The Übung of it wore me out.",
        "obody knew my name",
    ]


def test_a_number_of_an_older_version_leads_to_where_its_theme_went(indexed):
    with indexed._work.change("framework.merge") as change:
        walking, support = theme_given(change, "1.2"), theme_given(change, "2")
        change.update(walking, replace(walking, state=ThemeState.MERGED))
        change.insert(
            ThemeOperation(
                change.new_key(), 0, Operation.MERGE, walking.k, (support.k,), (), "", None, change.person, change.at
            )
        )
        retired = a_theme(change, "Gone", pos="z")
        change.insert(replace(retired, state=ThemeState.RETIRED))

    done = indexed.index.bulk(
        coding_lines(
            {"source": ["janet"] * 3, "theme": ["1.2", "1.7", "1.1"], "version": ["v1", "v1", "v9"], "turns": [2] * 3}
        )
    )

    assert [row["theme"] for row in indexed.index.listing().records()] == ["Support"]
    assert "v1 has no theme 1.7" in done.bad[0].reason
    assert "no framework version “v9”" in done.bad[1].reason


def test_a_file_is_read_by_its_content(indexed, tmp_path):
    path = tmp_path / "codings.csv"
    path.write_text("source;theme;quote\njanet;1.1;Slowly.\n", "utf-8-sig")

    assert indexed.index.bulk(path).added == 1
    with pytest.raises(Unreadable, match=r"missing\.csv"):
        indexed.index.bulk(tmp_path / "missing.csv")
    with pytest.raises(BadTable, match="no column says the theme"):
        indexed.index.bulk(Table(("source", "quote"), ()))
