from __future__ import annotations

import io

import pytest

from tests.study.kept_today import ROLES, makers


@pytest.fixture
def kept(trellis, tmp_path):
    makers().write_transcript(tmp_path / "02-dan.docx")
    trellis("new", "s")
    trellis("framework", "import", "s", ROLES / "framework-v1.toml")
    trellis("import", "s", tmp_path / "02-dan.docx")
    return trellis


def test_comments_are_listed_with_what_they_were_read_as(kept):
    answer = kept("index", "comments", "s", "02-dan", "--author", "JM=Julia Marsh", "--csv")

    assert answer.code == 0
    assert "02-dan,graduate of what?,JM,1.2,1.2," in answer.out
    assert "the framework has no theme 9.4" in answer.out


def test_a_fast_list_may_be_piped_in(kept, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("T3 1.1\nT400 1.1\n"))

    answer = kept("index", "fast", "s", "02-dan", "-")

    assert answer.err.startswith("1 codings made, 0 were there already, 1 lines left out")
    assert "there is no turn 400" in answer.out
