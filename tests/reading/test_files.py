from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import a_docx, assert_parts_cover, p
from trellis.core.errors import Damaged, NotSupported, TooLarge, Unreadable
from trellis.reading import read_bytes, read_path

NAMES = ["a.txt", "a.md", "a.docx", "a.odt", "a.rtf", "a.pdf", "a.html", "a.vtt", "a.srt", "a"]
STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.4\n",
    b"{\\rtf1 ",
    b"<html>",
    b"WEBVTT\n\n",
    b"1\n00:00:01,000 --> 00:00:02,000\n",
]


def test_a_file_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Words")

    assert read_path(path).text == "Words"


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path):
    path = tmp_path / "a.docx"
    with path.open("wb") as sparse:
        sparse.truncate(500_000_000)

    with pytest.raises(TooLarge, match="500 MB"):
        read_path(path)


def test_text_is_held_to_a_smaller_size():
    with pytest.raises(TooLarge, match="50 MB"):
        read_bytes("a.txt", b"x" * 50_000_001)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(NotSupported, match="folder"):
        read_path(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "a.txt")

    with pytest.raises(NotSupported, match="pipe"):
        read_path(tmp_path / "a.txt")


def test_a_link_that_leads_nowhere_is_refused(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")

    with pytest.raises(Damaged, match="leads nowhere"):
        read_path(tmp_path / "a.txt")


def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")

    with pytest.raises(Damaged):
        read_path(tmp_path / "a.txt")


@given(st.sampled_from(NAMES), st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_refusal(name, start, data):
    try:
        document = read_bytes(name, start + data)
    except Unreadable:
        return

    assert_parts_cover(document)


@given(st.data())
def test_a_damaged_word_file_gives_a_document_or_a_refusal(data):
    good = bytearray(a_docx(p("Words and more of them"), footnotes="<w:footnote/>", comments="<w:comment/>"))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))

    try:
        document = read_bytes("a.docx", bytes(good))
    except Unreadable:
        return

    assert_parts_cover(document)


def test_every_refusal_is_one_line():
    with pytest.raises(Unreadable) as refusal:
        read_bytes("a.txt", b"\x00")

    assert "\n" not in str(refusal.value)
    assert str(refusal.value).startswith("a.txt: ")
