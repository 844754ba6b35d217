from __future__ import annotations

import json


def test_a_folder_comes_in_and_the_sum_is_said(trellis, interviews):
    trellis("new", "roles")

    answer = trellis("import", "roles", interviews, "--json")

    assert [row["turns"] for row in json.loads(answer.out)] == [4, 4]
    assert "2 came in, 0 duplicates, 0 refused" in answer.err
    assert "INT: interviewer, 4 turns in 2" in answer.err


def test_a_dry_run_brings_nothing_in(trellis, interviews):
    trellis("new", "roles")

    answer = trellis("import", "roles", interviews, "--dry-run")

    assert "2 would come in" in answer.err
    assert json.loads(trellis("show", "roles", "--json").out) == []


def test_the_label_table_is_printed_on_request(trellis, interviews):
    trellis("new", "roles")

    answer = trellis("import", "roles", interviews, "--label", "P1=interviewer", "--show-labels", "--json")

    assert {row["label"]: row["role"] for row in json.loads(answer.out)} == {"INT": "interviewer", "P1": "interviewer"}


def test_only_bad_files_end_with_exit_code_one(trellis, tmp_path):
    trellis("new", "roles")
    (tmp_path / "empty.txt").write_bytes(b"")

    answer = trellis("import", "roles", tmp_path / "empty.txt")

    assert answer.code == 1
    assert "0 came in, 0 duplicates, 1 refused" in answer.err


def test_an_unknown_layout_is_answered_with_the_layouts(trellis, interviews):
    trellis("new", "roles")

    answer = trellis("import", "roles", interviews, "--turns", "sideways")

    assert answer.code == 1
    assert "sideways" in answer.err


def test_a_dry_run_proposes_who_asks_and_takes_nothing_for_granted(trellis, tmp_path):
    trellis("new", "roles")
    for name in ("Ben", "Cleo"):
        text = f"Ada: How did you come to it?\n\n{name}: By bus.\n\nAda: And then?\n\n{name}: I stayed.\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    files = [tmp_path / "Ben.txt", tmp_path / "Cleo.txt"]

    looked = trellis("import", "roles", *files, "--dry-run")
    came = trellis("import", "roles", *files)

    assert "if they ask, --label 'Ada=interviewer'" in looked.err
    assert "Ada: participant" in looked.err
    assert "if they ask" not in came.err
