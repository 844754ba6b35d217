from __future__ import annotations

import pytest

import trellis
from trellis.core.errors import NotFound, Unreadable
from trellis.study.manuscripts import review_files, review_manuscript

TALK = "Interviewer: How?\nP1: I had no desk and no computer for six weeks.\nInterviewer: And?\nP1: Then I had.\n"
DRAFT = "# Draft\n\n## Findings\n\nOne said: “I had no desk and no computer for six weeks” (P1).\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "talks" / "wave 1").mkdir(parents=True)
    (tmp_path / "talks" / "wave 1" / "p1.txt").write_text(TALK, "utf-8")
    (tmp_path / "talks" / ".hidden.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "talks" / "broken.docx").write_bytes(b"PK\x03\x04nothing")
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    (tmp_path / "people.csv").write_text("participant,role\nP1,nurse\nP2,nurse\n", "utf-8")
    return tmp_path


def test_a_manuscript_is_held_against_the_files_of_a_folder_and_those_below_it(folder):
    review = trellis.review_manuscript(folder / "draft.md", folder / "talks", folder / "people.csv")

    assert (review.transcripts, review.people) == (1, 2)
    assert [(seen.outcome, seen.source, seen.turn) for seen in review.seen] == [("found", "p1.txt", 2)]


def test_a_source_that_cannot_be_read_is_named_and_the_others_are_used(folder):
    review = review_manuscript(folder / "draft.md", folder / "talks")

    assert [notice.slug for notice in review.notices] == ["source-left-out"]
    assert "broken.docx" in review.notices[0].message


def test_files_may_be_given_one_by_one(folder):
    review = review_manuscript(folder / "draft.md", [folder / "talks" / "wave 1" / "p1.txt"])

    assert review.transcripts == 1


def test_files_may_be_given_as_bytes(folder):
    people = ("people.csv", (folder / "people.csv").read_bytes())

    review = review_files(("draft.md", DRAFT.encode()), [("p1.txt", TALK.encode())], people)

    assert (review.transcripts, [seen.outcome for seen in review.seen]) == (1, ["found"])
    with pytest.raises(NotFound, match="no transcripts"):
        review_files(("draft.md", DRAFT.encode()), [])


def test_the_same_files_give_the_same_review(folder):
    assert review_manuscript(folder / "draft.md", folder / "talks") == review_manuscript(
        str(folder / "draft.md"), str(folder / "talks")
    )


def test_a_manuscript_or_sample_that_cannot_be_used_is_refused(folder):
    with pytest.raises(Unreadable):
        review_manuscript(folder / "talks" / "broken.docx", folder / "talks")
    (folder / "empty.csv").write_text("one\n", "utf-8")
    with pytest.raises(NotFound, match="no row about a participant"):
        review_manuscript(folder / "draft.md", folder / "talks", folder / "empty.csv")


def test_a_sheet_whose_names_are_guessed_is_said_so():
    files = [("p1.txt", b"Interviewer: So?\nP1: It rained for a week and nobody came.\n")]
    draft = ("d.md", b"# D\n\n## Findings\n\nIt rained.\n")

    told = review_files(draft, files, ("s.csv", b"Role,Site\ncook,1\nporter,2\n")).notices
    known = review_files(draft, files, ("s.csv", b"ID,Role\nP1,cook\nP2,porter\n")).notices

    assert ["“Role”, was taken for who a row is about" in notice.message for notice in told] == [True]
    assert known == ()
