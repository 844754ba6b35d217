from __future__ import annotations

from trellis.store.installation import Installation, Seen


def test_an_installation_keeps_its_name(tmp_path):
    assert Installation(tmp_path).identity() == Installation(tmp_path).identity()


def test_what_was_seen_is_remembered_by_study_and_place(tmp_path):
    home = Installation(tmp_path)
    place = home.place(tmp_path / "one.trellis")

    home.remember("guid", place, Seen(7, 12, "ab"))

    assert home.seen("guid", place) == Seen(7, 12, "ab")
    assert home.seen("other", place) is None


def test_a_note_that_cannot_be_read_counts_as_none(tmp_path):
    home = Installation(tmp_path)
    place = home.place(tmp_path / "one.trellis")
    home.remember("guid", place, Seen(7, 12, "ab"))
    note = next((tmp_path / "seen").iterdir())

    note.write_text("{", encoding="ascii")

    assert home.seen("guid", place) is None
