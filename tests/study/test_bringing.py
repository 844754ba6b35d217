from __future__ import annotations

from trellis.study.bringing import files_in, free_name


def test_folders_are_gone_through_in_order_and_files_keep_their_place_in_them(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.txt", ".hidden", "~$z.docx"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    assert [name for _, name in files_in([tmp_path])] == ["b/a.txt", "z.txt"]


def test_a_file_is_named_by_itself(tmp_path):
    assert [name for _, name in files_in([tmp_path / "gone.txt"])] == ["gone.txt"]


def test_a_taken_name_gets_the_next_free_number():
    assert free_name("one", set()) == "one"
    assert free_name("one", {"one", "one 2"}) == "one 3"
