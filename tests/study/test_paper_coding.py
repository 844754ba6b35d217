from __future__ import annotations

import pytest

from tests.study.kept_today import fill
from trellis.core.coding import Coding
from trellis.core.errors import NotFound
from trellis.core.memo import Memo, MemoKind
from trellis.core.study import Person


@pytest.fixture
def folder(study, tmp_path):
    return fill(study, tmp_path)


def records(study, kind):
    with study._work.read() as reader:
        return reader.all(kind)


def test_numbers_and_names_in_comments_become_codings(study, folder):
    before = study.history.dump()

    done = study.index.from_comments(authors={"JM": "Julia Marsh"})

    read = {comment.comment: comment for comment in done.comments}
    assert (done.added, len(records(study, Coding))) == (10, 10)
    assert read["1.3, 5.1"].themes == ("1.3", "5.1")
    assert read["forms & targets - drop-down!"].themes == ("2.2",)
    assert read["Referral; Caseload?"].themes == ("4.1", "4.2")
    assert [coding.note for coding in records(study, Coding) if coding.note] == [
        "too late to be of use??", "drop-down!", "?",
    ]  # fmt: skip
    study.history.undo()
    assert study.history.dump() == before


def test_comments_that_name_no_theme_are_told_and_all_stay_as_memos(study, folder):
    done = study.index.from_comments("02-dan")

    assert {comment.comment: comment.reason for comment in done.unread} == {
        "9.4": "the framework has no theme 9.4",
        "lovely - use this in the paper": "it names no theme",
        "ask Asif??": "it names no theme",
    }
    assert len([memo for memo in records(study, Memo) if memo.kind is MemoKind.MARGIN]) == 10


def test_the_author_of_a_comment_is_the_coder(study, folder):
    study.index.from_comments(authors={"jm": "Julia Marsh"})

    people = {person.k: person.name for person in records(study, Person)}
    assert {people[coding.coder] for coding in records(study, Coding)} == {"Julia Marsh", "Bev W."}


def test_a_dry_run_of_comments_writes_nothing_and_the_second_time_adds_nothing(study, folder):
    before = study.history.dump()

    rehearsed = study.index.from_comments(coder="Ana", dry_run=True)

    assert study.history.dump() == before
    assert study.index.from_comments(coder="Ana").added == rehearsed.added == 10
    assert study.index.from_comments(coder="Ana").already == 10
    assert study.history.check() == []


def test_a_fast_list_indexes_turns_and_tells_what_it_could_not_read(study, folder, tmp_path):
    listed = tmp_path / "paper.txt"
    listed.write_text("# Maureen\nT3-5 1.1 5.1\n7 1.2: what for??\n9, 11: 1.3\nT99 1.1\nhello 3\n", "utf-8")
    before = study.history.dump()

    done = study.index.fast_list("01-maureen", listed)

    assert done.added == 5
    assert [(line.row, line.reason[:30]) for line in done.bad] == [
        (5, "there is no turn 99; the parts"), (6, "“hello 3” is no line of a fast"),
    ]  # fmt: skip
    study.history.undo()
    assert study.history.dump() == before
    assert study.index.fast_list("01-maureen", "T3 1.1", dry_run=True).added == 1
    assert study.history.dump() == before


def test_a_fast_list_for_no_source_is_refused(study):
    with pytest.raises(NotFound, match="no source “x”"):
        study.index.fast_list("x", "T3 1.1")
